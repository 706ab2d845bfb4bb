import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { PersonId } from '../../../src/core/ids.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import { type State, SupportRequest } from '../../../src/features/support/schema.ts';
import type { Deed } from '../../../src/features/support/states/commands.ts';
import { decide } from '../../../src/features/support/states/decide.ts';
import type { Hat } from '../../../src/features/support/states/hats.ts';
import { ADVISER, COMMANDS, DEEDS, HATS, HEAD, NOW, requestIn, STATES } from './examples.ts';

/**
 * Written out by hand from domain.md §21, not read from the code: what each deed makes of each state. A state not named
 * refuses. `=` stays as it is.
 */
const ALLOWED: Record<Deed, { readonly by: readonly Hat[]; readonly makes: Partial<Record<State, State>> }> = {
  accept: {
    by: ['in_line', 'overseer'],
    makes: { submitted: 'assigned', acknowledged: 'assigned', escalated: 'assigned' },
  },
  decline: {
    by: ['in_line', 'owner'],
    makes: {
      submitted: 'submitted',
      acknowledged: 'submitted',
      escalated: 'submitted',
      assigned: 'submitted',
      reassigned: 'submitted',
      matching: 'submitted',
    },
  },
  reassign: {
    by: ['in_line', 'owner', 'overseer'],
    makes: {
      submitted: 'reassigned',
      acknowledged: 'reassigned',
      escalated: 'reassigned',
      assigned: 'reassigned',
      reassigned: 'reassigned',
      matching: 'reassigned',
      proposed: 'proposed',
      accepted: 'accepted',
      terms_agreed: 'terms_agreed',
      active: 'active',
      midpoint_reviewed: 'midpoint_reviewed',
      completed: 'completed',
    },
  },
  ask: {
    by: ['in_line', 'owner', 'overseer'],
    makes: {
      submitted: 'acknowledged',
      acknowledged: 'acknowledged',
      escalated: 'escalated',
      assigned: 'assigned',
      reassigned: 'reassigned',
      matching: 'matching',
      proposed: 'proposed',
      accepted: 'accepted',
      terms_agreed: 'terms_agreed',
      active: 'active',
      midpoint_reviewed: 'midpoint_reviewed',
      completed: 'completed',
      evaluated: 'evaluated',
    },
  },
  amend: {
    by: ['requester'],
    makes: {
      submitted: 'submitted',
      acknowledged: 'acknowledged',
      escalated: 'escalated',
      assigned: 'assigned',
      reassigned: 'reassigned',
      matching: 'matching',
    },
  },
  // Without a question there is nothing to answer: see below.
  answer: { by: ['requester'], makes: {} },
  escalate: {
    by: ['in_line', 'owner'],
    makes: {
      submitted: 'escalated',
      acknowledged: 'escalated',
      assigned: 'escalated',
      reassigned: 'escalated',
      matching: 'escalated',
    },
  },
  withdraw: {
    by: ['requester'],
    makes: {
      submitted: 'withdrawn',
      acknowledged: 'withdrawn',
      escalated: 'withdrawn',
      assigned: 'withdrawn',
      reassigned: 'withdrawn',
      matching: 'withdrawn',
      proposed: 'withdrawn',
      accepted: 'withdrawn',
      terms_agreed: 'withdrawn',
    },
  },
  lapse: { by: ['clock'], makes: { submitted: 'lapsed', acknowledged: 'lapsed', escalated: 'lapsed' } },
  match: { by: ['owner'], makes: { assigned: 'matching', reassigned: 'matching' } },
  propose: { by: ['owner'], makes: { assigned: 'proposed', reassigned: 'proposed', matching: 'proposed' } },
  consent: { by: ['provider'], makes: { proposed: 'accepted' } },
  refuse_proposal: { by: ['provider'], makes: { proposed: 'matching' } },
  take_back: { by: ['owner'], makes: { proposed: 'matching' } },
  put_terms: { by: ['owner'], makes: { accepted: 'accepted', terms_agreed: 'accepted' } },
  // One of the two has agreed: the other is still asked. Both: see below.
  agree_terms: { by: ['requester', 'partner'], makes: { accepted: 'accepted' } },
  question_terms: { by: ['requester', 'partner'], makes: { accepted: 'accepted' } },
  // Without a question there is nothing to answer: see below.
  answer_terms: { by: ['owner'], makes: {} },
  part_ways: { by: ['owner'], makes: { accepted: 'matching', terms_agreed: 'matching' } },
  start: { by: ['owner'], makes: { terms_agreed: 'active' } },
  record_visit: {
    by: ['partner', 'owner'],
    makes: { terms_agreed: 'active', active: 'active', midpoint_reviewed: 'midpoint_reviewed' },
  },
  review_midpoint: { by: ['requester', 'owner'], makes: { active: 'midpoint_reviewed' } },
  complete: { by: ['requester'], makes: { active: 'completed', midpoint_reviewed: 'completed' } },
  evaluate: { by: ['requester'], makes: { completed: 'evaluated' } },
  close: { by: ['owner', 'overseer'], makes: { evaluated: 'closed' } },
  stop: {
    by: ['owner', 'overseer'],
    makes: { active: 'closed', midpoint_reviewed: 'closed', completed: 'closed' },
  },
};

const as = (...hats: Hat[]) => ({ who: ADVISER, hats: new Set(hats) });

describe('What may be done to a request', () => {
  const cases = DEEDS.flatMap((deed) => STATES.map((state) => [deed, state] as const));
  it.each(cases)('%s, when it is %s: by the right people, and nobody else', (deed, state) => {
    const made = ALLOWED[deed].makes[state];
    for (const hat of HATS) {
      const outcome = decide(requestIn(state), COMMANDS[deed], as(hat), NOW);
      if (made !== undefined && ALLOWED[deed].by.includes(hat)) {
        expect(outcome).toMatchObject({ request: { state: made }, entry: { did: deed, from: state, to: made, n: 4 } });
      } else {
        expect(outcome, `as ${hat}`).toBeInstanceOf(Refusal);
      }
    }
  });

  it.each(cases)('%s, when it is %s, is refused to a stranger in the one wording', (deed, state) => {
    expect(decide(requestIn(state), COMMANDS[deed], as(), NOW)).toMatchObject({
      code: 'not_yours_to_know',
      sentence: NOT_YOURS_TO_KNOW,
    });
  });
});

describe('A refusal', () => {
  const refused = (state: State, deed: Deed, ...hats: Hat[]) => {
    const outcome = decide(requestIn(state), COMMANDS[deed], as(...hats), NOW);
    if (!(outcome instanceof Refusal)) throw new Error('It was allowed');
    return outcome;
  };

  it('says who has it, to those who were asked and come second', () => {
    expect(refused('assigned', 'accept', 'was_in_line').sentence).toContain('Bo Adviser has SR-2026-0041 now');
  });

  it('says what became of it', () => {
    expect(refused('withdrawn', 'accept', 'was_in_line').sentence).toContain('was withdrawn on 16 November 2026');
    expect(refused('lapsed', 'withdraw', 'requester').sentence).toContain('lapsed on 16 November 2026');
    expect(refused('closed', 'close', 'owner').sentence).toContain('was closed on 16 November 2026');
  });

  it('says whose it is to do', () => {
    expect(refused('submitted', 'withdraw', 'in_line')).toMatchObject({ code: 'not_your_role' });
    expect(refused('submitted', 'accept', 'requester').sentence).toContain('sent to');
  });

  it('tells a partner nothing of the request', () => {
    for (const hat of ['provider', 'was_provider'] as const) {
      expect(refused('accepted', 'consent', hat).sentence).not.toMatch(/SR-|Bo Adviser|Hill/);
    }
  });

  it('meets an answer where nothing was asked, and a proposal that no longer stands', () => {
    expect(refused('assigned', 'answer', 'requester').sentence).toContain('no question waiting');
    const outcome = decide(requestIn('proposed'), { do: 'consent', proposal: 7 }, as('provider'), NOW);
    expect(outcome).toMatchObject({ code: 'out_of_date' });
    const refusal = decide(requestIn('proposed'), { ...COMMANDS.refuse_proposal, proposal: 7 }, as('provider'), NOW);
    expect(refusal).toMatchObject({ code: 'out_of_date' });
    const late = decide(requestIn('proposed'), { ...COMMANDS.take_back, proposal: 7 }, as('owner'), NOW);
    expect(late).toMatchObject({ code: 'out_of_date' });
  });

  it('meets a request passed to whoever has it', () => {
    const command = { do: 'reassign', to: ADVISER, reason: '' } as const;
    expect(decide(requestIn('assigned'), command, as('overseer'), NOW)).toMatchObject({ code: 'already_done' });
  });
});

describe('A request', () => {
  it('waits for the headteacher once something is asked, until it is answered', () => {
    const asked = decide(requestIn('assigned'), COMMANDS.ask, as('owner'), NOW);
    if (asked instanceof Refusal) throw asked;
    expect(asked.request.waitingFor).toEqual([HEAD.person, ADVISER.person]);
    const answered = decide(asked.request, COMMANDS.answer, { who: HEAD, hats: new Set(['requester']) }, NOW);
    expect(answered).toMatchObject({ request: { waitingFor: [ADVISER.person] }, entry: { said: 'Spring.' } });
    expect((answered as { request: SupportRequest }).request.question).toBeUndefined();
  });

  it('keeps which school said no, and who passed it, for the next adviser', () => {
    const declined = decide(requestIn('submitted'), COMMANDS.decline, as('in_line'), NOW);
    expect(declined).toMatchObject({ request: { passed: [{ name: 'Bo Adviser', reason: 'I am away.' }] } });
    const no = decide(requestIn('proposed'), COMMANDS.refuse_proposal, as('provider'), NOW);
    expect(no).toMatchObject({ request: { turnedDown: [{ offer: 'offer-1', school: 'dale', number: 1, why: 'no' }] } });
    const conflict = decide(
      requestIn('proposed'),
      { ...COMMANDS.refuse_proposal, conflict: true },
      as('provider'),
      NOW,
    );
    expect(conflict).toMatchObject({ request: { turnedDown: [{ why: 'conflict' }] } });
    const silent = decide(requestIn('proposed'), COMMANDS.take_back, as('owner'), NOW);
    expect(silent).toMatchObject({ request: { state: 'matching', turnedDown: [{ why: 'no_answer' }] } });
  });

  it('has one owner or a line of people at every step, whatever is done in whatever order, and a whole history', () => {
    const step = fc.record({ deed: fc.constantFrom(...DEEDS), hat: fc.constantFrom(...HATS), who: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let request = requestIn('submitted');
        let entries = request.entries;
        for (const { deed, hat, who } of steps) {
          const actor = {
            who: { person: PersonId.parse(`person-${who}`), name: `Person ${who}` },
            hats: new Set<Hat>([hat]),
          };
          const outcome = decide(request, COMMANDS[deed], actor, NOW);
          if (outcome instanceof Refusal) continue;
          entries += 1;
          expect(outcome.entry).toMatchObject({ n: entries, from: request.state, to: outcome.request.state });
          request = SupportRequest.parse(JSON.parse(JSON.stringify(outcome.request)));
          expect(request.entries).toBe(entries);
          if (!request.open) continue;
          expect('routed' in request).not.toBe('owner' in request);
          expect(request.waitingFor.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/core/refusal.ts';
import { type State, SupportRequest } from '../../../src/features/support/schema.ts';
import type { RequestCommand } from '../../../src/features/support/states/commands.ts';
import { type Decided, decide } from '../../../src/features/support/states/decide.ts';
import type { Hat } from '../../../src/features/support/states/hats.ts';
import { ADVISER, COMMANDS, HEAD, NOW, PARTNER, requestIn, TERMS } from './examples.ts';

const WHO = { requester: HEAD, partner: PARTNER, owner: ADVISER } as const;
type Side = keyof typeof WHO;

function does(request: SupportRequest, side: Side, command: RequestCommand): Decided | Refusal {
  return decide(request, command, { who: WHO[side], hats: new Set<Hat>([side]) }, NOW);
}

function done(request: SupportRequest, side: Side, command: RequestCommand): SupportRequest {
  const outcome = does(request, side, command);
  if (outcome instanceof Refusal) throw outcome;
  return outcome.request;
}

const put = (changes = {}) =>
  done(requestIn('accepted'), 'owner', { do: 'put_terms', terms: { ...TERMS, ...changes } });
const numberOf = (request: SupportRequest) => (request.state === 'accepted' ? (request.draft?.number ?? 0) : 0);
const agree = (request: SupportRequest, side: Side) =>
  done(request, side, { do: 'agree_terms', number: numberOf(request) });

describe('Terms', () => {
  it.each([
    ['the school that asked first', ['requester', 'partner']],
    ['the school that helps first', ['partner', 'requester']],
  ] as const)('are agreed when both headteachers have agreed: %s', (_order, [first, second]) => {
    const once = agree(put(), first);
    expect(once).toMatchObject({ state: 'accepted', waitingFor: [WHO[second].person] });
    const both = agree(once, second);
    expect(both).toMatchObject({
      state: 'terms_agreed',
      terms: TERMS,
      agreed: { requester: HEAD, partner: PARTNER, put: ADVISER },
      waitingFor: [ADVISER.person, PARTNER.person],
    });
    expect(both).not.toHaveProperty('draft');
  });

  it('are agreed at once by one person who heads both schools', () => {
    const hats = new Set<Hat>(['requester', 'partner']);
    const outcome = decide(put(), { do: 'agree_terms', number: numberOf(put()) }, { who: HEAD, hats }, NOW);
    expect(outcome).toMatchObject({ request: { state: 'terms_agreed' } });
  });

  it('are asked about afresh when they change, and an old card agrees to nothing', () => {
    const once = agree(put(), 'requester');
    const changed = done(once, 'owner', { do: 'put_terms', terms: { ...TERMS, halfDays: 3 } });
    expect(changed).toMatchObject({ draft: { agreed: {}, terms: { halfDays: 3 } } });
    const stale = does(changed, 'partner', { do: 'agree_terms', number: numberOf(once) });
    expect(stale).toMatchObject({ code: 'out_of_date' });
    expect((stale as Refusal).sentence).toContain('have been changed since that card');
    expect(does(changed, 'partner', { do: 'question_terms', number: numberOf(once), text: 'Why?' })).toMatchObject({
      code: 'out_of_date',
    });
  });

  it('never have a number that an earlier partner’s card carries', () => {
    const first = put();
    const parted = done(first, 'owner', COMMANDS.part_ways);
    expect(parted).toMatchObject({ state: 'matching', turnedDown: [{ school: 'dale', why: 'no' }] });
    expect(parted).not.toHaveProperty('partner');
    const again = SupportRequest.parse({ ...requestIn('accepted'), entries: parted.entries + 2, draft: undefined });
    const second = done(again, 'owner', { do: 'put_terms', terms: TERMS });
    expect(numberOf(second)).toBeGreaterThan(numberOf(first));
  });

  it('can be changed once agreed, until work begins: then both are asked again', () => {
    const changed = done(requestIn('terms_agreed'), 'owner', { do: 'put_terms', terms: TERMS });
    expect(changed).toMatchObject({ state: 'accepted', draft: { agreed: {} } });
    expect(changed).not.toHaveProperty('terms');
    expect(changed).not.toHaveProperty('agreed');
  });

  it('are agreed to once by each', () => {
    const once = agree(put(), 'partner');
    const twice = does(once, 'partner', { do: 'agree_terms', number: numberOf(once) });
    expect(twice).toMatchObject({ code: 'already_done' });
  });

  it('cannot be agreed before there are any', () => {
    const bare = SupportRequest.parse({ ...requestIn('accepted'), draft: undefined });
    const refused = does(bare, 'requester', { do: 'agree_terms', number: 1 });
    expect((refused as Refusal).sentence).toContain('No terms have been put to you yet');
  });

  it('are never for more half-days than the partner said yes to', () => {
    const refused = does(requestIn('accepted'), 'owner', { do: 'put_terms', terms: { ...TERMS, halfDays: 5 } });
    expect((refused as Refusal).sentence).toContain('Dale School said yes to 4 half-days');
  });

  it('may be asked about, and the adviser has it until it is answered', () => {
    const terms = put();
    const number = numberOf(terms);
    const asked = done(terms, 'partner', { do: 'question_terms', number, text: 'Mornings only?' });
    expect(asked).toMatchObject({ waitingFor: [ADVISER.person, HEAD.person, PARTNER.person] });
    const answered = does(asked, 'owner', { do: 'answer_terms', text: 'Yes.' });
    expect(answered).toMatchObject({ request: { draft: { questions: [], number } }, entry: { said: 'Yes.' } });
    expect(does(terms, 'owner', { do: 'answer_terms', text: 'Yes.' })).toMatchObject({ code: 'already_done' });
  });
});

describe('A record of a visit', () => {
  const visit = (changes = {}, more = {}): RequestCommand => ({
    do: 'record_visit',
    visit: { id: 'v', date: '2026-11-18', halfDays: 1, did: 'Modelled a session.', ...changes },
    ...more,
  });

  it('begins the work, on the day of the first', () => {
    expect(done(requestIn('terms_agreed'), 'partner', visit())).toMatchObject({
      state: 'active',
      startedOn: '2026-11-18',
      visits: [{ id: 'v', by: { name: 'Di Dale' } }],
    });
  });

  it('is kept in order of days, whichever is written first', () => {
    const request = done(requestIn('active'), 'owner', visit({ date: '2026-11-16' }));
    expect(request).toMatchObject({ visits: [{ date: '2026-11-16' }, { date: '2026-11-17' }] });
  });

  it('is counted once however often it is sent', () => {
    const once = done(requestIn('active'), 'partner', visit());
    expect(does(once, 'partner', visit())).toMatchObject({ code: 'already_done' });
  });

  it('is of a day that has come, and not of one before the schools came together', () => {
    const refusalOf = (date: string) => does(requestIn('active'), 'partner', visit({ date })) as Refusal;
    expect(refusalOf('2026-11-19').sentence).toContain('has not come yet');
    expect(refusalOf('2026-11-15').sentence).toContain('before the two schools came together on 16 November 2026');
  });

  it('never takes more than was agreed, unless the adviser says that more was given', () => {
    const three = visit({ halfDays: 3 });
    const four = visit({ halfDays: 4 });
    expect(does(requestIn('active'), 'partner', three)).not.toBeInstanceOf(Refusal);
    expect((does(requestIn('active'), 'partner', four) as Refusal).sentence).toContain(
      '4 half-days were agreed, and 3 are left. Only Bo Adviser can record more',
    );
    const beyond = visit({ halfDays: 4 }, { beyond: true });
    expect(does(requestIn('active'), 'partner', beyond)).toMatchObject({ code: 'invalid_input' });
    expect((does(requestIn('active'), 'owner', four) as Refusal).sentence).toContain('say on the card');
    expect(does(requestIn('active'), 'owner', beyond)).not.toBeInstanceOf(Refusal);
    expect(does(requestIn('active'), 'owner', beyond)).toMatchObject({ request: { visits: [{}, { halfDays: 4 }] } });
  });
});

describe('Closing', () => {
  const close = (state: State, command: RequestCommand) => does(requestIn(state), 'owner', command);

  it('says what was paid from the pot, and never more than was agreed', () => {
    for (const spent of [undefined, 80001]) {
      const command: RequestCommand = { do: 'close', ...(spent === undefined ? {} : { spent }) };
      expect(close('evaluated', command)).toMatchObject({ code: 'invalid_input' });
    }
    expect(close('evaluated', { do: 'close', spent: 40000 })).toMatchObject({ request: { spent: 40000, open: false } });
  });

  it('needs no amount where no pot pays', () => {
    const { pot: _pot, ...terms } = TERMS;
    const request = SupportRequest.parse({ ...requestIn('evaluated'), terms });
    const outcome = done(request, 'owner', { do: 'close' });
    expect(outcome).not.toHaveProperty('spent');
    expect(done(request, 'owner', { do: 'close', spent: 500 })).not.toHaveProperty('spent');
  });

  it('without the reviews keeps the reason', () => {
    expect(close('active', COMMANDS.stop)).toMatchObject({
      request: { state: 'closed', stopped: { reason: 'The form never came.' }, waitingFor: [] },
      entry: { said: 'The form never came.' },
    });
  });
});

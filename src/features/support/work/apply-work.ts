import { Temporal } from 'temporal-polyfill';
import { londonDate } from '../../../core/clock.ts';
import { Refusal } from '../../../core/refusal.ts';
import { longDate } from '../../../core/wording.ts';
import type { InState, Stamp, State, SupportRequest } from '../schema.ts';
import { filedPart } from '../states/filed-part.ts';
import type { Hat } from '../states/hats.ts';
import type { STEPS } from '../states/steps.ts';
import type { WorkCommand } from './work-commands.ts';
import type { Draft, WorkVisit } from './work-schema.ts';

type From<D extends WorkCommand['do']> = InState<(typeof STEPS)[D]['from'][number] & State>;

/** The record after a step of the work itself, from the terms to the end, that the table of steps allows. */
export function applyWork(
  request: SupportRequest,
  command: WorkCommand,
  by: Stamp,
  hats: ReadonlySet<Hat>,
): SupportRequest | Refusal {
  switch (command.do) {
    case 'put_terms':
      return putTerms(request as From<'put_terms'>, command.terms, by);
    case 'agree_terms':
      return agreeTerms(request as From<'agree_terms'>, command.number, by, hats);
    case 'question_terms': {
      const draft = standing(request as From<'question_terms'>, command.number);
      if (draft instanceof Refusal) return draft;
      const questions = [...draft.questions, { ...by, text: command.text }];
      return { ...(request as From<'question_terms'>), draft: { ...draft, questions } };
    }
    case 'answer_terms': {
      const { draft } = request as From<'answer_terms'>;
      if (!draft || draft.questions.length === 0) {
        return new Refusal('already_done', 'No question about the terms is waiting. Nothing has changed just now.');
      }
      return { ...(request as From<'answer_terms'>), draft: { ...draft, questions: [] } };
    }
    case 'part_ways': {
      const { owner, partner, turnedDown } = request as From<'part_ways'>;
      const { offer, school, number } = partner;
      const gone = { offer, school, number, why: 'no' as const };
      return { ...filedPart(request), open: true, state: 'matching', owner, turnedDown: [...turnedDown, gone] };
    }
    case 'start':
      return { ...(request as From<'start'>), state: 'active', startedOn: command.on, visits: [] };
    case 'record_visit':
      return recordVisit(request as From<'record_visit'>, command, by, hats);
    case 'review_midpoint':
      return {
        ...(request as From<'review_midpoint'>),
        state: 'midpoint_reviewed',
        midpoint: { ...by, ...command.midpoint },
      };
    case 'complete':
      return { ...(request as From<'complete'>), state: 'completed', finalReview: { ...by, text: command.review } };
    case 'evaluate':
      return { ...(request as From<'evaluate'>), state: 'evaluated', impact: command.impact, evaluated: by };
    case 'close':
      return over(request as From<'close'>, command.spent, by, {});
    case 'stop':
      return over(request as From<'stop'>, command.spent, by, { stopped: { ...by, reason: command.reason } });
  }
}

/** Terms put again are new terms: whoever had agreed is asked afresh. */
function putTerms(request: From<'put_terms'>, terms: Draft['terms'], by: Stamp): SupportRequest | Refusal {
  const promised = request.partner.halfDays;
  if (terms.halfDays > promised) {
    return new Refusal(
      'invalid_input',
      `${request.partner.schoolName} said yes to ${promised} half-days, so the terms can’t be for ${terms.halfDays}. Nothing has changed.`,
      [{ input: 'halfDays' }],
    );
  }
  const draft: Draft = { number: request.entries + 1, terms, by, agreed: {}, questions: [] };
  if (request.state === 'accepted') return { ...request, draft };
  const { terms: _old, agreed: _agreed, ...rest } = request;
  return { ...rest, state: 'accepted', draft };
}

/** One person may head both schools: then they agree for both. */
function agreeTerms(
  request: From<'agree_terms'>,
  number: number,
  by: Stamp,
  hats: ReadonlySet<Hat>,
): SupportRequest | Refusal {
  const draft = standing(request, number);
  if (draft instanceof Refusal) return draft;
  const sides = (['requester', 'partner'] as const).filter((side) => hats.has(side) && !draft.agreed[side]);
  if (sides.length === 0) {
    return new Refusal('already_done', 'Your school has agreed to these already. Nothing has changed just now.');
  }
  const agreed = { ...draft.agreed, ...Object.fromEntries(sides.map((side) => [side, by])) };
  const { requester, partner } = agreed;
  if (!requester || !partner) return { ...request, draft: { ...draft, agreed } };
  const { draft: _draft, ...rest } = request;
  return {
    ...rest,
    state: 'terms_agreed',
    terms: draft.terms,
    agreed: { number: draft.number, put: draft.by, requester, partner },
  };
}

/** The terms a card showed, if they are still the ones to agree. */
function standing({ draft }: From<'agree_terms'>, number: number): Draft | Refusal {
  if (draft?.number === number) return draft;
  return new Refusal(
    'out_of_date',
    draft
      ? 'The terms have been changed since that card. Please look at them again before you agree. Nothing has changed just now.'
      : 'No terms have been put to you yet. Nothing has changed just now.',
  );
}

export function usedHalfDays(visits: readonly Pick<WorkVisit, 'halfDays'>[]): number {
  return visits.reduce((sum, { halfDays }) => sum + halfDays, 0);
}

/** The first visit begins the work. More than was agreed is for the adviser to say in so many words. */
function recordVisit(
  request: From<'record_visit'>,
  command: Extract<WorkCommand, { do: 'record_visit' }>,
  by: Stamp,
  hats: ReadonlySet<Hat>,
): SupportRequest | Refusal {
  const { visit } = command;
  const visits = 'visits' in request ? request.visits : [];
  if (visits.some(({ id }) => id === visit.id)) {
    return new Refusal('already_done', 'That visit is recorded already. Nothing has changed just now.');
  }
  if (visit.date > londonDate(Temporal.Instant.from(by.at)).toString()) {
    return new Refusal(
      'invalid_input',
      'That day has not come yet: a visit is recorded once it has happened. Nothing has changed.',
      [{ input: 'date' }],
    );
  }
  const consented = request.partner.consented.at.slice(0, 'YYYY-MM-DD'.length);
  if (visit.date < consented) {
    return new Refusal(
      'invalid_input',
      `That is before the two schools came together on ${longDate(consented)}. Nothing has changed.`,
      [{ input: 'date' }],
    );
  }
  const left = request.terms.halfDays - usedHalfDays(visits);
  if (visit.halfDays > left && !(command.beyond && hats.has('owner'))) {
    return new Refusal('invalid_input', notSoMany(request, left, hats), [{ input: 'halfDays' }]);
  }
  const recorded = [...visits, { ...visit, by }].toSorted((a, b) => a.date.localeCompare(b.date));
  if (request.state !== 'terms_agreed') return { ...request, visits: recorded };
  return { ...request, state: 'active', startedOn: visit.date, visits: recorded };
}

function notSoMany(request: From<'record_visit'>, left: number, hats: ReadonlySet<Hat>): string {
  const agreed = `${request.terms.halfDays} half-days were agreed, and ${left <= 0 ? 'none is' : left === 1 ? '1 is' : `${left} are`} left.`;
  return hats.has('owner')
    ? `${agreed} To record more, say on the card that more was given. Nothing has changed.`
    : `${agreed} Only ${request.owner.name} can record more than was agreed: please tell them. Nothing has changed.`;
}

function over(
  request: From<'close'> | From<'stop'>,
  spent: number | undefined,
  by: Stamp,
  more: { readonly stopped?: Stamp & { readonly reason: string } },
): SupportRequest | Refusal {
  const paidByPot = request.terms.pot !== undefined;
  if (paidByPot && (spent === undefined || spent > request.terms.cost)) {
    return new Refusal(
      'invalid_input',
      'What was paid from the pot is an amount up to what was agreed. Nothing has changed.',
      [{ input: 'spent' }],
    );
  }
  const { question: _unanswered, ...rest } = request;
  return { ...rest, ...more, state: 'closed', open: false, closed: by, ...(paidByPot ? { spent } : {}) };
}

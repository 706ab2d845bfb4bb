import { notYoursToKnow } from '../../../core/disclosure.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { SupportRequest } from '../schema.ts';
import { whereItIs } from '../views/words.ts';
import type { Deed } from './commands.ts';
import { type Hat, mayRead } from './hats.ts';
import { STEPS } from './steps.ts';

/** Why somebody may not do this to the request as it stands, or nothing when they may. */
export function refusalOf(request: SupportRequest, deed: Deed, hats: ReadonlySet<Hat>): Refusal | undefined {
  const { by, from }: { readonly by: readonly Hat[]; readonly from: readonly string[] } = STEPS[deed];
  if (hats.size === 0) return notYoursToKnow();
  if (from.includes(request.state) && by.some((hat) => hats.has(hat))) return undefined;
  if (!mayRead(hats) && !hats.has('was_in_line') && !hats.has('clock')) return refusalToPartner(hats);
  if (hats.has('partner') && (deed === 'consent' || deed === 'refuse_proposal')) return refusalToPartner(hats);
  if (!from.includes(request.state)) {
    return new Refusal('already_done', `${whereItIs(request)} Nothing has changed just now.`);
  }
  return new Refusal('not_your_role', `${NOT_YOURS[deed]} Nothing has changed just now.`);
}

/** Whether a partner can be looked for: somebody has it, and none has been put forward. */
export function mayLookFor(request: SupportRequest): boolean {
  const from: readonly string[] = STEPS.propose.from;
  return from.includes(request.state);
}

/** A partner school hears nothing of the request but what was put to it. */
function refusalToPartner(hats: ReadonlySet<Hat>): Refusal {
  return hats.has('partner')
    ? new Refusal('already_done', 'I have your answer to that one, thank you. Nothing has changed just now.')
    : new Refusal('already_done', 'That is no longer waiting for you. Nothing has changed just now.');
}

const HEAD_ONLY = 'Only the headteacher of the school that asked can do that.';
const OWNER_ONLY = 'Only the adviser who has this request can do that.';
const BOTH_HEADS = 'Only the headteachers of the two schools can do that.';
const ASKED_ONLY = 'Only somebody this request was sent to can do that.';

const NOT_YOURS = {
  accept: ASKED_ONLY,
  decline: ASKED_ONLY,
  reassign: OWNER_ONLY,
  ask: ASKED_ONLY,
  answer: HEAD_ONLY,
  escalate: ASKED_ONLY,
  withdraw: HEAD_ONLY,
  amend: HEAD_ONLY,
  lapse: 'A request lapses by itself or not at all.',
  match: OWNER_ONLY,
  propose: OWNER_ONLY,
  consent: 'Only the headteacher who was asked can do that.',
  refuse_proposal: 'Only the headteacher who was asked can do that.',
  take_back: OWNER_ONLY,
  put_terms: OWNER_ONLY,
  agree_terms: BOTH_HEADS,
  question_terms: BOTH_HEADS,
  answer_terms: OWNER_ONLY,
  part_ways: OWNER_ONLY,
  start: OWNER_ONLY,
  record_visit: 'Only the headteacher of the school that helps and the adviser who has it can do that.',
  review_midpoint: 'Only the headteacher who asked and the adviser who has it can do that.',
  complete: HEAD_ONLY,
  evaluate: HEAD_ONLY,
  close: OWNER_ONLY,
  stop: OWNER_ONLY,
} as const satisfies Record<Deed, string>;

import type { State } from '../schema.ts';
import type { Deed } from './commands.ts';
import type { Hat } from './hats.ts';

const WAITING = ['submitted', 'acknowledged', 'escalated'] as const satisfies readonly State[];
/** Somebody has it, and no partner has been put forward. */
const SEARCHING = ['assigned', 'reassigned', 'matching'] as const satisfies readonly State[];
const UNDER_WAY = [
  'proposed',
  'accepted',
  'terms_agreed',
  'active',
  'midpoint_reviewed',
  'completed',
] as const satisfies readonly State[];
export const OPEN = [...WAITING, ...SEARCHING, ...UNDER_WAY, 'evaluated'] as const satisfies readonly State[];

export interface Step {
  readonly by: readonly Hat[];
  readonly from: readonly State[];
}

/** Who may do what, and when (domain.md §21). Everything not here is refused. */
export const STEPS = {
  accept: { by: ['in_line', 'overseer'], from: WAITING },
  decline: { by: ['in_line', 'owner'], from: [...WAITING, ...SEARCHING] },
  reassign: { by: ['in_line', 'owner', 'overseer'], from: [...WAITING, ...SEARCHING, ...UNDER_WAY] },
  ask: { by: ['in_line', 'owner', 'overseer'], from: OPEN },
  answer: { by: ['requester'], from: OPEN },
  escalate: { by: ['in_line', 'owner'], from: ['submitted', 'acknowledged', ...SEARCHING] },
  withdraw: { by: ['requester'], from: [...WAITING, ...SEARCHING, 'proposed', 'accepted', 'terms_agreed'] },
  lapse: { by: ['clock'], from: WAITING },
  amend: { by: ['requester'], from: [...WAITING, ...SEARCHING] },
  match: { by: ['owner'], from: ['assigned', 'reassigned'] },
  propose: { by: ['owner'], from: SEARCHING },
  consent: { by: ['provider'], from: ['proposed'] },
  refuse_proposal: { by: ['provider'], from: ['proposed'] },
  take_back: { by: ['owner'], from: ['proposed'] },
  put_terms: { by: ['owner'], from: ['accepted', 'terms_agreed'] },
  agree_terms: { by: ['requester', 'partner'], from: ['accepted'] },
  question_terms: { by: ['requester', 'partner'], from: ['accepted'] },
  answer_terms: { by: ['owner'], from: ['accepted'] },
  part_ways: { by: ['owner'], from: ['accepted', 'terms_agreed'] },
  start: { by: ['owner'], from: ['terms_agreed'] },
  record_visit: { by: ['partner', 'owner'], from: ['terms_agreed', 'active', 'midpoint_reviewed'] },
  review_midpoint: { by: ['requester', 'owner'], from: ['active'] },
  complete: { by: ['requester'], from: ['active', 'midpoint_reviewed'] },
  evaluate: { by: ['requester'], from: ['completed'] },
  close: { by: ['owner', 'overseer'], from: ['evaluated'] },
  stop: { by: ['owner', 'overseer'], from: ['active', 'midpoint_reviewed', 'completed'] },
} as const satisfies Record<Deed, Step>;

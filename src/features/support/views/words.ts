import { dayOf } from '../../../core/wording.ts';
import type { Routed, RouteReason, RouteRule, State, SupportKind, SupportRequest } from '../schema.ts';
import type { RequestCommand } from '../states/commands.ts';

/** How each state is told to people. */
export const STATE_WORDS = {
  submitted: 'Sent, and waiting to be picked up',
  acknowledged: 'Being looked at',
  escalated: 'Passed up, and waiting to be picked up',
  assigned: 'Picked up',
  reassigned: 'Passed to a colleague, who has it',
  matching: 'A partner is being looked for',
  proposed: 'A possible partner has been asked',
  accepted: 'A partner has said yes',
  terms_agreed: 'Terms are agreed',
  active: 'Under way',
  midpoint_reviewed: 'Under way, and reviewed at the mid-point',
  completed: 'Done; what changed is still to be recorded',
  evaluated: 'Done, and what changed is recorded',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
} as const satisfies Record<State, string>;

export const KIND_WORDS = {
  visit: 'A visit',
  coaching: 'Coaching',
  leader_deployment: 'A specialist or leader working with us',
  moderation: 'Moderation',
  governance: 'Support for governors',
  headship_mentoring: 'Mentoring for a headteacher',
  other: 'Something else',
} as const satisfies Record<SupportKind, string>;

/** Why these people were asked: an answer to "who has my request, and why them?" */
const RULE_WORDS = {
  own_adviser: 'because they are the school’s own adviser',
  area: 'because they advise schools in the same area',
  expertise: 'because they know this kind of work, and nobody nearer the school can take it',
  senior_adviser: 'because no adviser of the school or its area can take it',
  head_of_service: 'because nobody nearer the school can take it',
  nobody: '',
} as const satisfies Record<RouteRule, string>;

const REASON_WORDS = {
  own_adviser_away: 'the school’s own adviser is away',
  knows_phase: 'they know schools of this kind best',
  knows_focus: 'they know best what it is about',
  fewest_open: 'others there have more requests already',
  everybody_away: 'everybody who could take it is away just now, so please ring if it cannot wait',
} as const satisfies Record<RouteReason, string>;

/** By which rule, and what else decided: "because they advise schools in the same area; the school’s own adviser is away". */
export function whyThem({ rule, because = [] }: Routed): string {
  return [RULE_WORDS[rule], ...because.map((reason) => REASON_WORDS[reason])].filter((part) => part !== '').join('; ');
}

/** What happened, in the past tense, after the name of who did it. */
export const DEED_WORDS = {
  accept: 'picked this up',
  decline: 'could not take this on',
  reassign: 'passed this on',
  ask: 'asked a question',
  answer: 'answered',
  escalate: 'passed this up',
  withdraw: 'withdrew it',
  lapse: 'took it on in time, so it has lapsed',
  amend: 'changed what is asked for',
  match: 'began to look for a partner',
  propose: 'put a possible partner forward',
  consent: 'agreed to help',
  refuse_proposal: 'could not help this time',
  take_back: 'stopped waiting for an answer',
  put_terms: 'put terms to both schools',
  agree_terms: 'agreed to the terms',
  question_terms: 'asked about the terms',
  answer_terms: 'answered about the terms',
  part_ways: 'began to look for another partner',
  start: 'recorded the start',
  record_visit: 'recorded a visit',
  review_midpoint: 'reviewed it at the mid-point',
  complete: 'wrote the final review',
  evaluate: 'recorded the impact',
  close: 'closed it',
  stop: 'closed it without its reviews',
} as const satisfies Record<RequestCommand['do'], string>;

/** "Priya Nair has it.", "It was withdrawn on 3 November 2026.": one sentence that names no partner. */
export function whereItIs(request: SupportRequest): string {
  switch (request.state) {
    case 'submitted':
    case 'acknowledged':
    case 'escalated':
      return `${request.ref} is waiting to be picked up.`;
    case 'withdrawn':
      return `${request.ref} was withdrawn on ${dayOf(request.withdrawn.at)}.`;
    case 'lapsed':
      return `${request.ref} lapsed on ${dayOf(request.lapsedAt)}.`;
    case 'closed':
      return `${request.ref} was closed on ${dayOf(request.closed.at)}.`;
    default:
      return `${request.owner.name} has ${request.ref} now, since ${dayOf(request.owner.at)}.`;
  }
}

import { Temporal } from 'temporal-polyfill';
import { PersonId, SchoolId } from '../../../src/core/ids.ts';
import type { Deed, RequestCommand } from '../../../src/features/support/commands.ts';
import type { Hat } from '../../../src/features/support/hats.ts';
import { type State, SupportRequest } from '../../../src/features/support/schema.ts';

export const NOW = Temporal.Instant.from('2026-11-18T10:00:00Z');
const AT = '2026-11-16T09:00:00.000Z';

export const HEAD = { person: PersonId.parse('head'), name: 'Ann Head' };
export const ADVISER = { person: PersonId.parse('adviser'), name: 'Bo Adviser' };
const OWNER = { ...ADVISER, at: AT };
const NEXT = { line: [PersonId.parse('next')], names: ['Cy Next'], rule: 'area' as const };

const common = {
  v: 1,
  ref: 'SR-2026-0041',
  wish: {
    school: 'hill',
    schoolName: 'Hill School',
    focuses: ['phonics'],
    kind: 'coaching',
    halfDays: 4,
    yearGroups: 'Y1',
    outcome: 'Better blending.',
    tried: '',
    chairMayKnow: false,
  },
  requester: HEAD,
  submittedAt: AT,
  entries: 3,
  invited: ['adviser'],
  passed: [],
  proposals: 1,
  turnedDown: [],
  waitingFor: [],
};
const open = { ...common, open: true };
const routed = { line: ['adviser'], names: ['Bo Adviser'], rule: 'own_adviser' };
const proposal = {
  number: 1,
  offer: 'offer-1',
  school: 'dale',
  schoolName: 'Dale School',
  halfDays: 4,
  by: OWNER,
};
const partnered = { ...open, owner: OWNER, partner: { ...proposal, consented: { ...HEAD, at: AT } } };
const terms = {
  measure: 'Phonics check',
  baseline: '60%',
  halfDays: 4,
  from: '2027-01-04',
  to: '2027-02-12',
  whoPays: 'The school',
};
const begun = { ...partnered, terms, startedOn: '2027-01-04' };
const completed = { ...begun, finalReview: { ...HEAD, at: AT, text: 'It helped.' } };
const impact = { baseline: '60%', result: '80%', source: 'Phonics check', wouldRecommend: true, shareable: true };

const EXAMPLES = {
  submitted: { ...open, routed },
  acknowledged: { ...open, routed, acknowledged: OWNER },
  escalated: { ...open, routed, escalated: { ...OWNER, reason: 'Too big for me.' } },
  assigned: { ...open, owner: OWNER },
  reassigned: { ...open, owner: OWNER, handedOver: OWNER },
  matching: { ...open, owner: OWNER },
  proposed: { ...open, owner: OWNER, proposal },
  accepted: partnered,
  terms_agreed: { ...partnered, terms },
  active: begun,
  midpoint_reviewed: { ...begun, midpoint: { ...HEAD, at: AT, text: 'Going well.' } },
  completed,
  evaluated: { ...completed, impact },
  closed: { ...completed, impact, open: false, closed: OWNER },
  withdrawn: { ...common, open: false, withdrawn: { ...HEAD, at: AT, reason: '' } },
  lapsed: { ...common, open: false, lapsedAt: AT },
} as const satisfies Record<State, object>;

export const STATES = Object.keys(EXAMPLES) as State[];

export function requestIn(state: State): SupportRequest {
  return SupportRequest.parse({ state, ...EXAMPLES[state] });
}

export const COMMANDS = {
  accept: { do: 'accept' },
  decline: { do: 'decline', reason: 'I am away.', next: NEXT },
  reassign: { do: 'reassign', to: { person: PersonId.parse('next'), name: 'Cy Next' }, reason: '' },
  ask: { do: 'ask', text: 'Which terms?' },
  answer: { do: 'answer', text: 'Spring.' },
  escalate: { do: 'escalate', reason: 'Too big for me.', next: NEXT },
  withdraw: { do: 'withdraw', reason: 'Sorted.' },
  lapse: { do: 'lapse' },
  match: { do: 'match' },
  propose: {
    do: 'propose',
    proposal: { offer: 'offer-2', school: SchoolId.parse('dale'), schoolName: 'Dale School', halfDays: 4 },
  },
  consent: { do: 'consent', proposal: 1 },
  refuse_proposal: { do: 'refuse_proposal', proposal: 1 },
  agree_terms: { do: 'agree_terms', terms },
  start: { do: 'start', on: Temporal.PlainDate.from('2027-01-04') },
  review_midpoint: { do: 'review_midpoint', text: 'Going well.' },
  complete: { do: 'complete', review: 'It helped.' },
  evaluate: { do: 'evaluate', impact },
  close: { do: 'close' },
} as const satisfies Record<Deed, RequestCommand>;

export const DEEDS = Object.keys(COMMANDS) as Deed[];

export const HATS: readonly Hat[] = [
  'requester',
  'chair',
  'in_line',
  'owner',
  'overseer',
  'was_in_line',
  'provider',
  'was_provider',
  'clock',
];

import { Temporal } from 'temporal-polyfill';
import { PersonId, SchoolId } from '../../../src/core/ids.ts';
import { type State, SupportRequest } from '../../../src/features/support/schema.ts';
import type { Deed, RequestCommand } from '../../../src/features/support/states/commands.ts';
import type { Hat } from '../../../src/features/support/states/hats.ts';

export const NOW = Temporal.Instant.from('2026-11-18T10:00:00Z');
const AT = '2026-11-16T09:00:00.000Z';

export const HEAD = { person: PersonId.parse('head'), name: 'Ann Head' };
export const ADVISER = { person: PersonId.parse('adviser'), name: 'Bo Adviser' };
export const PARTNER = { person: PersonId.parse('dale-head'), name: 'Di Dale' };
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
const partnered = { ...open, owner: OWNER, partner: { ...proposal, consented: { ...PARTNER, at: AT } } };
export const TERMS = {
  focuses: ['phonics'],
  outcome: 'Better blending.',
  measure: 'Phonics check',
  baseline: '60%',
  target: '75%',
  halfDays: 4,
  from: '2026-11-09',
  to: '2027-02-12',
  days: ['2026-11-17', '2026-12-01'],
  leads: { supported: 'Our reading lead', partner: 'Their reading lead' },
  cost: 80000,
  whoPays: 'The partnership',
  pot: 'support',
};
const draft = { number: 3, terms: TERMS, by: OWNER, agreed: {}, questions: [] };
const HEADS = { requester: { ...HEAD, at: AT }, partner: { ...PARTNER, at: AT } };
const agreed = { number: 3, put: OWNER, ...HEADS };
const termed = { ...partnered, terms: TERMS, agreed };
const visit = { id: 'visit-1', date: '2026-11-17', halfDays: 1, did: 'Watched three sessions.' };
const begun = { ...termed, startedOn: '2026-11-16', visits: [{ ...visit, by: { ...PARTNER, at: AT } }] };
const midpoint = { working: 'yes', appropriate: true, next: 'Going well.' } as const;
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
  accepted: { ...partnered, draft },
  terms_agreed: termed,
  active: begun,
  midpoint_reviewed: { ...begun, midpoint: { ...HEAD, at: AT, ...midpoint } },
  completed,
  evaluated: { ...completed, impact, evaluated: { ...HEAD, at: AT } },
  closed: { ...completed, impact, open: false, closed: OWNER, spent: 80000 },
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
  amend: { do: 'amend', wish: { ...requestIn('submitted').wish, halfDays: 6 }, said: 'Half-days: 6 (was 4)' },
  match: { do: 'match' },
  propose: {
    do: 'propose',
    proposal: {
      offer: 'offer-2',
      school: SchoolId.parse('dale'),
      schoolName: 'Dale School',
      halfDays: 4,
      message: 'Phonics, please.',
      described: 'A primary school',
    },
  },
  consent: { do: 'consent', proposal: 1 },
  refuse_proposal: { do: 'refuse_proposal', proposal: 1, reason: 'Too busy.', conflict: false },
  take_back: { do: 'take_back', proposal: 1, reason: 'No word.' },
  put_terms: { do: 'put_terms', terms: TERMS },
  agree_terms: { do: 'agree_terms', number: 3 },
  question_terms: { do: 'question_terms', number: 3, text: 'Mornings?' },
  answer_terms: { do: 'answer_terms', text: 'Mornings.' },
  part_ways: { do: 'part_ways', reason: 'Their lead is ill.' },
  start: { do: 'start', on: '2026-11-18' },
  record_visit: { do: 'record_visit', visit: { ...visit, id: 'visit-2', date: '2026-11-18' } },
  review_midpoint: { do: 'review_midpoint', midpoint },
  complete: { do: 'complete', review: 'It helped.' },
  evaluate: { do: 'evaluate', impact },
  close: { do: 'close', spent: 80000 },
  stop: { do: 'stop', reason: 'The form never came.', spent: 0 },
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
  'partner',
  'was_provider',
  'clock',
];

import { z } from 'zod';
import { PersonId, SchoolId } from '../../core/ids.ts';
import { Act, HalfDays, MOST_HALF_DAYS, MOST_WORDS, Reasoned, Text, Who } from './record-parts.ts';
import { Agreed, Draft, Impact, Midpoint, Pence, Terms, WorkVisit } from './work/work-schema.ts';

export type { Who };

/** Who does something, and the instant: what the rules stamp a change with. */
export interface Stamp extends Who {
  readonly at: string;
}

/** "SR-2026-0001": the calendar year it was sent in, and its number in that year. */
export const RequestRef = z
  .string()
  .regex(/^SR-\d{4}-\d{4,6}$/)
  .brand<'RequestRef'>();
export type RequestRef = z.infer<typeof RequestRef>;

/** What the help would be (domain.md §8, §10). */
export const SupportKind = z.enum([
  'visit',
  'coaching',
  'leader_deployment',
  'moderation',
  'governance',
  'headship_mentoring',
  'other',
]);
export type SupportKind = z.infer<typeof SupportKind>;

export { MOST_HALF_DAYS, MOST_WORDS };

/** What a headteacher asks for. No child and no member of staff is ever named in it (domain.md §22). */
export const Wish = z.strictObject({
  school: SchoolId,
  schoolName: z.string(),
  /** Keys of the focus taxonomy, the main one first. */
  focuses: z.array(z.string()).min(1).max(4),
  kind: SupportKind,
  halfDays: HalfDays.optional(),
  yearGroups: z.string().max(200),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  outcome: Text.min(1),
  tried: Text,
  chairMayKnow: z.boolean(),
});
export type Wish = z.infer<typeof Wish>;

/** By which rule somebody was asked to take a request on; told on every card. */
export const RouteRule = z.enum(['own_adviser', 'area', 'expertise', 'senior_adviser', 'head_of_service', 'nobody']);
export type RouteRule = z.infer<typeof RouteRule>;

/** What else decided between people: told beside the rule. */
export const RouteReason = z.enum(['own_adviser_away', 'knows_phase', 'knows_focus', 'fewest_open', 'everybody_away']);
export type RouteReason = z.infer<typeof RouteReason>;

export const Routed = z.strictObject({
  line: z.array(PersonId),
  names: z.array(z.string()),
  rule: RouteRule,
  because: z.array(RouteReason).optional(),
});
export type Routed = z.infer<typeof Routed>;

/** A partner put to a headteacher. Its school stays unnamed to the requester until that headteacher says yes. */
export const Proposal = z.strictObject({
  number: z.int().positive(),
  offer: z.string(),
  school: SchoolId,
  schoolName: z.string(),
  halfDays: HalfDays,
  /** What the adviser wrote to the headteacher who is asked: nothing in it names the school that asked. */
  message: Text.default(''),
  /** The school that asked, told so that it could be one of several: "A primary school about 3 miles from yours". */
  described: z.string().max(200).default(''),
  by: Act,
});
export type Proposal = z.infer<typeof Proposal>;

const filed = {
  v: z.literal(1),
  ref: RequestRef,
  wish: Wish,
  requester: Who,
  submittedAt: z.iso.datetime(),
  /** How many entries its history has; the next is one more. */
  entries: z.int().positive(),
  /** Everybody who was ever asked to take it on: they may hear who has it. */
  invited: z.array(PersonId),
  passed: z.array(Reasoned),
  /** A question nobody has answered yet. */
  question: z.strictObject({ ...Act.shape, text: Text.min(1) }).optional(),
  proposals: z.int().nonnegative(),
  /** Proposals that came to nothing. For the adviser alone: the requester never learns which schools these are. */
  turnedDown: z.array(
    z.strictObject({
      offer: z.string(),
      school: SchoolId,
      number: z.int().positive(),
      why: z.enum(['no', 'conflict', 'no_answer']).default('no'),
    }),
  ),
  /** Who it waits for, kept for "what is waiting for me". */
  waitingFor: z.array(PersonId),
};
const open = { ...filed, open: z.literal(true) };
const waiting = { ...open, routed: Routed };
const owned = { ...open, owner: Act };
const partnered = { ...owned, partner: z.strictObject({ ...Proposal.shape, consented: Act }) };
const termed = { ...partnered, terms: Terms, agreed: Agreed };
const over = { ...filed, open: z.literal(false) };
const begun = { ...termed, startedOn: z.iso.date(), visits: z.array(WorkVisit) };
const reviewed = { ...begun, midpoint: Midpoint.optional() };
const completed = { ...reviewed, finalReview: z.strictObject({ ...Act.shape, text: Text.min(1) }) };
const evaluated = { ...completed, impact: Impact, evaluated: Act };
/** Closed with its reviews, or stopped without those that are missing. `spent`: pence paid from the pot. */
const closed = {
  ...evaluated,
  open: z.literal(false),
  finalReview: completed.finalReview.optional(),
  impact: Impact.optional(),
  evaluated: Act.optional(),
  closed: Act,
  stopped: Reasoned.optional(),
  spent: Pence.optional(),
};

/** A request in each of its states (domain.md §21). A draft is the card a headteacher is filling in: nothing of it is kept. */
export const SupportRequest = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('submitted'), ...waiting }),
  z.strictObject({ state: z.literal('acknowledged'), ...waiting, acknowledged: Act }),
  z.strictObject({ state: z.literal('escalated'), ...waiting, escalated: Reasoned }),
  z.strictObject({ state: z.literal('assigned'), ...owned }),
  z.strictObject({ state: z.literal('reassigned'), ...owned, handedOver: Act }),
  z.strictObject({ state: z.literal('matching'), ...owned }),
  z.strictObject({ state: z.literal('proposed'), ...owned, proposal: Proposal }),
  z.strictObject({ state: z.literal('accepted'), ...partnered, draft: Draft.optional() }),
  z.strictObject({ state: z.literal('terms_agreed'), ...termed }),
  z.strictObject({ state: z.literal('active'), ...begun }),
  z.strictObject({ state: z.literal('midpoint_reviewed'), ...begun, midpoint: Midpoint }),
  z.strictObject({ state: z.literal('completed'), ...completed }),
  z.strictObject({ state: z.literal('evaluated'), ...evaluated }),
  z.strictObject({ state: z.literal('closed'), ...closed }),
  z.strictObject({ state: z.literal('withdrawn'), ...over, withdrawn: Reasoned, owner: Act.optional() }),
  z.strictObject({ state: z.literal('lapsed'), ...over, lapsedAt: z.iso.datetime() }),
]);
export type SupportRequest = z.infer<typeof SupportRequest>;
export type State = SupportRequest['state'];
export type InState<S extends State> = Extract<SupportRequest, { state: S }>;

/** One thing that happened to a request. Never changed afterwards. */
export const Entry = z.strictObject({
  v: z.literal(1),
  ref: RequestRef,
  n: z.int().positive(),
  did: z.string(),
  by: Who,
  at: z.iso.datetime(),
  from: z.string(),
  to: z.string(),
  /** The reason, question or answer given. */
  said: z.string().optional(),
});
export type Entry = z.infer<typeof Entry>;

import { z } from 'zod';
import { Act, HalfDays, Text } from '../record-parts.ts';

/** Days agreed for visits beforehand, at most. */
export const MOST_DAYS = 12;
/** A million pounds, in pence: more is a slip of the finger. */
export const MOST_PENCE = 100_000_000;
export const Pence = z.int().min(0).max(MOST_PENCE);
const Named = z.string().trim().min(1).max(200);

/** Each is reminded of by its day, so none may come twice. */
function isAscending(days: readonly string[]): boolean {
  return days.every((day, n) => n === 0 || day > (days[n - 1] ?? ''));
}

/**
 * What two schools and the adviser agree before work begins (domain.md §10: objectives and expected impact, approach, time,
 * financial terms). Impact is agreed as it is later recorded: a measure, where it stands, where it should get to (§16a).
 */
export const Terms = z.strictObject({
  focuses: z.array(z.string()).min(1).max(4),
  outcome: Text.min(1),
  measure: Text.min(1),
  baseline: Text.min(1),
  target: Text.min(1),
  halfDays: HalfDays,
  from: z.iso.date(),
  to: z.iso.date(),
  /** Days already agreed for visits, first to last. May be empty. */
  days: z.array(z.iso.date()).max(MOST_DAYS).refine(isAscending, 'Expected each day once, first to last'),
  /** Who leads it in each school: a role, or a grown-up's name as the school gave it. */
  leads: z.strictObject({ supported: Named, partner: Named }),
  cost: Pence,
  whoPays: Text.min(1),
  /** Key of the pot it is paid from. */
  pot: z.string().optional(),
});
export type Terms = z.infer<typeof Terms>;

/** Terms put to both headteachers, and which of them has said yes to exactly these. */
export const Draft = z.strictObject({
  /** Never used twice for one request: an old card can only ever agree to what it showed. */
  number: z.int().positive(),
  terms: Terms,
  by: Act,
  agreed: z.strictObject({ requester: Act.optional(), partner: Act.optional() }),
  /** What the headteachers have asked about them and nobody has answered. */
  questions: z.array(z.strictObject({ ...Act.shape, text: Text.min(1) })),
});
export type Draft = z.infer<typeof Draft>;

/** Which terms both agreed to, and when. */
export const Agreed = z.strictObject({ number: z.int().positive(), put: Act, requester: Act, partner: Act });
export type Agreed = z.infer<typeof Agreed>;

export const WorkVisit = z.strictObject({
  /** The same for one form however often it is sent. */
  id: z.string().min(1).max(60),
  date: z.iso.date(),
  halfDays: HalfDays,
  did: Text.min(1),
  by: Act,
});
export type WorkVisit = z.infer<typeof WorkVisit>;

/** "Working? appropriate? next steps" (domain.md §10, the mid-term review). */
export const Midpoint = z.strictObject({
  ...Act.shape,
  working: z.enum(['yes', 'partly', 'no']),
  appropriate: z.boolean(),
  next: Text.min(1),
});
export type Midpoint = z.infer<typeof Midpoint>;

/** Baseline to result, with its source (domain.md §16a). */
export const Impact = z.strictObject({
  baseline: Text.min(1),
  result: Text.min(1),
  source: Text.min(1),
  wouldRecommend: z.boolean(),
  shareable: z.boolean(),
});
export type Impact = z.infer<typeof Impact>;

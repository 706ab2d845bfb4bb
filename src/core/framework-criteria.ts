import { z } from 'zod';
import { Key, Quote, Source, Words } from './framework-source.ts';

/** What kind of evidence speaks to a criterion. */
export const Evidence = z.enum([
  'inspection',
  'attainment',
  'progress',
  'gap',
  'attendance',
  'exclusion',
  'leadership',
  'governance',
  'finance',
  'staffing',
  'teaching',
  'safeguarding',
  'complaints',
  'roll',
  'self_evaluation',
  'other',
]);
export type Evidence = z.infer<typeof Evidence>;

/** A number a criterion names. Shown beside it; nothing is ever worked out from it. */
export const Threshold = z.strictObject({
  metric: Words,
  op: z.enum(['at_least', 'at_most', 'above', 'below', 'equals']),
  value: z.number(),
  window: Words.optional(),
});

/** One reason a school may be at a level, or one sign of concern. Set by conversation, never computed (domain.md §1). */
export const Criterion = z.strictObject({
  /** Unique in the framework: "3.7", "xii". */
  id: Key,
  text: Words,
  /** A few of our own words, for a list or a button. */
  short: Words,
  evidence: z.array(Evidence).min(1),
  thresholds: z.array(Threshold).optional(),
  /** True when no figure alone could settle it. */
  needsJudgement: z.boolean(),
  /** Lettered parts: "vii.a". */
  parts: z.array(z.strictObject({ id: Key, text: Words, source: Source })).optional(),
  /** Unnumbered text the document prints as part of the same criterion. */
  continues: z.array(Quote).optional(),
  /** Why its words no longer describe today: "Satisfactory was replaced in September 2012." */
  era: Words.optional(),
  source: Source,
});
export type Criterion = z.infer<typeof Criterion>;

export const Criteria = z.strictObject({
  /** `some_may`: "some of the following statements may apply". `indicative`: signs to weigh, none of them needed. */
  match: z.enum(['all', 'any', 'some_may', 'indicative']),
  /** The words that lead into the list, when there are any: "Are:". */
  lead: Quote.optional(),
  items: z.array(Criterion).min(1),
});
export type Criteria = z.infer<typeof Criteria>;

/** Signs that "may indicate that a school requires greater than normal levels of support and challenge" (domain.md §2). */
export const ConcernIndicators = z.strictObject({
  intro: Quote,
  items: z.array(Criterion).min(1),
  /** What else is weighed beside the list. */
  further: z.array(Quote),
});
export type ConcernIndicators = z.infer<typeof ConcernIndicators>;

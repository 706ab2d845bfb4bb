import { z } from 'zod';
import { Key, Quote, Source, Words } from './framework-source.ts';

/** A word of the partnership's, as sentences need it. */
export const Term = z.strictObject({
  singular: Words,
  plural: Words,
  abbreviation: Words.optional(),
  abbreviationPlural: Words.optional(),
  /** Other ways people write it: "cat", "c"; "advisor". */
  aliases: z.array(Words).optional(),
});
export type Term = z.infer<typeof Term>;

export const Terms = z.strictObject({
  /** "category", "tier", "support level". */
  level: Term,
  adviser: Term,
  reviewGroup: Term,
  /** `null`: this framework has none. */
  jointReviewGroup: Term.nullable(),
  actionPlan: Term,
  alliance: Term,
  /** "half-day visit", "half-day visits". */
  visit: Term,
  /** What is counted: "half-day", "half-days". */
  visitUnit: Term,
  visitReport: Term,
  /** "Head of Learning Improvement": who answers for the service. */
  headOfService: Term,
});
export type Terms = z.infer<typeof Terms>;

const validity = { validFrom: z.iso.date(), validTo: z.iso.date().optional() };

/** How the inspectorate judged schools between two dates. Grades of one scheme never translate into another's (domain.md §19). */
export const InspectionScheme = z.strictObject({
  key: Key,
  name: Words,
  ...validity,
  areas: z.array(z.strictObject({ key: Key, label: Words, onlyWhere: Words.optional() })).min(1),
  /** Best first, in the scheme's own words. */
  grades: z.array(z.strictObject({ key: Key, label: Words, code: Words.optional() })).min(2),
  /** `null`: the scheme gives no overall grade. Otherwise the last day one was given, when that ended sooner. */
  overallGrade: z.strictObject({ until: z.iso.date().optional() }).nullable(),
  safeguarding: z.array(Words).min(2),
  concernCategories: z.array(
    z.strictObject({ key: Key, label: Words, code: Words.optional(), aliases: z.array(Words) }),
  ),
  source: Source,
});
export type InspectionScheme = z.infer<typeof InspectionScheme>;

/** A title a leader or a school may hold: NLE, SLE, teaching school hub. */
export const Designation = z.strictObject({
  key: Key,
  label: Words,
  abbreviation: Words.optional(),
  of: z.enum(['person', 'school', 'partnership']),
  /** Left out where the day it began is not known to us. */
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
  status: z.enum(['current', 'historic', 'local']),
  plainEnglish: Words,
  source: Source,
});
export type Designation = z.infer<typeof Designation>;

/** Outside involvement in a school that the authority does not decide: RISE, the regional director. */
export const ExternalInvolvement = z.strictObject({
  key: Key,
  name: Words,
  ...validity,
  plainEnglish: Words,
  source: Source,
});
export type ExternalInvolvement = z.infer<typeof ExternalInvolvement>;

/** "What is a JRG?" */
export const GlossaryEntry = z.strictObject({
  id: Key,
  term: Words,
  aliases: z.array(Words),
  /** Plain English, one to three sentences. */
  answer: Words,
  quotes: z.array(Quote).optional(),
  source: Source,
});
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

/** A list the documents print and people ask to see. */
export const ReferenceList = z.strictObject({
  key: Key,
  title: Words,
  aliases: z.array(Words),
  source: Source,
  groups: z.array(z.strictObject({ name: Words.optional(), items: z.array(Words).min(1) })).min(1),
  note: Quote.optional(),
});
export type ReferenceList = z.infer<typeof ReferenceList>;

/** Where the documents disagree and an answer must say so (domain.md §17). */
export const KnownConflict = z.strictObject({
  id: Key,
  levels: z.array(Key),
  subject: Words,
  statements: z.array(Quote).min(1),
  /** What is said to people. */
  answer: Words,
});
export type KnownConflict = z.infer<typeof KnownConflict>;

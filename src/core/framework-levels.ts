import { z } from 'zod';
import { Criteria, Criterion } from './framework-criteria.ts';
import { Key, Quote, Source, Words } from './framework-source.ts';
import { Ruling, VisitEntitlement } from './framework-visits.ts';
import { Governance, Phase } from './school.ts';

/** Which schools something is for. A part left out excludes nobody. */
export const SchoolFilter = z.strictObject({
  governance: z.array(Governance).min(1).optional(),
  phases: z.array(Phase).min(1).optional(),
});
export type SchoolFilter = z.infer<typeof SchoolFilter>;

/** One thing a school at a level receives, or one purpose of its visits. The same id names the same thing at every level. */
export const Provision = z.strictObject({
  id: Key,
  text: Words,
  /** The document's own condition, when it makes one: "where appropriate". Already part of `text`. */
  condition: Words.optional(),
  source: Source,
});
export type Provision = z.infer<typeof Provision>;

export const Expectation = z.strictObject({
  id: Key,
  party: z.enum(['school', 'authority']),
  /** `may` is an invitation, never a duty. */
  modality: z.enum(['will', 'may']),
  text: Words,
  source: Source,
});
export type Expectation = z.infer<typeof Expectation>;

export const LevelReport = z.strictObject({
  id: Key,
  text: Words,
  recipients: z.array(Words).min(1),
  cadence: Words.optional(),
  source: Source,
});
export type LevelReport = z.infer<typeof LevelReport>;

/** One level: a category, a tier, a band. Its key is text, never a number: others use letters and names (domain.md §20). */
export const Level = z.strictObject({
  key: Key,
  /** As it starts a line: "Category 3". */
  label: Words,
  /** Where there is little room: "3". */
  shortLabel: Words,
  /** Within a sentence: "category 3", "the targeted tier". */
  inSentence: Words,
  /** The published heading. */
  title: Quote,
  /** What the same level is called elsewhere in the documents. Shown, never matched against what people type. */
  otherNames: z.array(Quote).optional(),
  /** Further ways people say it. "cat 3", "c3" and "category three" are understood without being listed. */
  aliases: z.array(Words),
  /** One or two plain sentences for a headteacher. */
  plainEnglish: Words,
  /** Which schools this level is for, when another scale serves the rest. */
  appliesTo: SchoolFilter.optional(),
  /** Must hold before the criteria are looked at. */
  gate: z.array(Criterion).min(1).optional(),
  criteria: Criteria,
  visits: VisitEntitlement,
  receives: z.array(Provision),
  purposes: z.array(Provision),
  expectedOf: z.array(Expectation),
  reports: z.array(LevelReport),
  /** Whether a joint review group of governors and authority is set up. */
  jointReviewGroup: z.strictObject({ setUp: z.enum(['required', 'if_appropriate', 'no']), source: Source.optional() }),
  /** Whether the adviser attends a governing body meeting. `assumed` tells that the documents are silent and why. */
  governingBodyAttendance: z.strictObject({
    attends: z.boolean(),
    source: Source.optional(),
    assumed: Words.optional(),
    ruling: Ruling.optional(),
  }),
  /** An invitation only; what a school may offer must never be read back as its level (domain.md §3). */
  mayOfferSupport: z.enum(['all', 'specific_strengths', 'not_invited']),
  funding: z
    .array(z.strictObject({ fund: Words, pounds: z.int().positive().optional(), text: Words, source: Source }))
    .optional(),
});
export type Level = z.infer<typeof Level>;

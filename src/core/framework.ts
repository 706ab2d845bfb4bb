import { z } from 'zod';
import { ConcernIndicators } from './framework-criteria.ts';
import { Intervention } from './framework-intervention.ts';
import { Level } from './framework-levels.ts';
import {
  ApplicabilityRule,
  Assignment,
  DisclosurePolicy,
  JointReviewGroupKind,
  ReportFlow,
  ReviewGroupKind,
  SharedReview,
  Sla,
  StandingMeeting,
  TermlyFocus,
} from './framework-process.ts';
import { Key, Quote, SourceDocument, Words } from './framework-source.ts';
import {
  Designation,
  ExternalInvolvement,
  GlossaryEntry,
  InspectionScheme,
  KnownConflict,
  ReferenceList,
  Terms,
} from './framework-vocabulary.ts';

/** A local authority as registers know it. */
export const Authority = z.strictObject({
  name: Words,
  /** The Department for Education's three digits. */
  laCode: z
    .string()
    .regex(/^\d{3}$/, { message: 'must be three digits in quotation marks, such as "383"' })
    .optional(),
  gss: z
    .string()
    .regex(/^E\d{8}$/, { message: 'must be the letter E and eight digits, such as "E08000035"' })
    .optional(),
  region: Words.optional(),
});
export type Authority = z.infer<typeof Authority>;

/** Dated words and law that are the same all over England, kept once and joined to every framework when it is loaded. */
export const NationalVocabulary = z.strictObject({
  id: Key,
  sources: z.array(SourceDocument).min(1),
  intervention: z.array(Intervention),
  inspectionSchemes: z.array(InspectionScheme).min(1),
  designations: z.array(Designation),
  externalInvolvement: z.array(ExternalInvolvement),
  glossary: z.array(GlossaryEntry),
});
export type NationalVocabulary = z.infer<typeof NationalVocabulary>;

/**
 * How one authority sorts its schools by the support they need, as data with dates (domain.md §20). Nothing about a level,
 * a grade or a law is in code: another authority is another file.
 *
 * A school's record keeps `framework id + level key`; history is never re-coded when an authority changes framework.
 */
export const Framework = z.strictObject({
  id: Key,
  title: Words,
  /** Whose documents it comes from. The authority using it is in the partnership's own file. */
  authority: Authority,
  /** What a reader must know about where the words come from. */
  about: Words,
  /** The national vocabulary it is joined with: "england" is `national/england.json`. */
  national: Key,
  sources: z.array(SourceDocument).min(1),
  validFrom: z.iso.date(),
  /** Last day in force. */
  validTo: z.iso.date().optional(),
  terms: Terms,
  applicability: z.array(ApplicabilityRule).min(1),
  /** `ascending_concern`: the first level listed is of least concern. Says nothing about numbers of visits. */
  ordering: z.enum(['ascending_concern', 'none']),
  levels: z.array(Level).min(2),
  /** Printed beneath the levels as a whole. */
  levelsNote: Quote.optional(),
  concernIndicators: ConcernIndicators,
  assignment: Assignment,
  termlyFocus: z.array(TermlyFocus),
  groups: z.array(ReviewGroupKind),
  groupsPurpose: z.array(Quote),
  jointReviewGroup: JointReviewGroupKind.nullable(),
  meetings: z.array(StandingMeeting),
  reportFlow: ReportFlow.nullable(),
  sharedReview: SharedReview.nullable(),
  /** A top-up schools may buy, when there is one. */
  tradedSupport: Quote.nullable(),
  intervention: z.array(Intervention),
  inspectionSchemes: z.array(InspectionScheme),
  designations: z.array(Designation),
  externalInvolvement: z.array(ExternalInvolvement),
  disclosure: DisclosurePolicy,
  sla: Sla,
  glossary: z.array(GlossaryEntry),
  referenceLists: z.array(ReferenceList),
  conflicts: z.array(KnownConflict),
});
export type Framework = z.infer<typeof Framework>;

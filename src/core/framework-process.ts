import { z } from 'zod';
import { SchoolFilter } from './framework-levels.ts';
import { Key, Quote, Source, Words } from './framework-source.ts';
import { Role } from './people.ts';
import { Phase } from './school.ts';

export const Cadence = z.union([
  z.enum(['annual', 'termly', 'half_termly', 'quarterly', 'monthly', 'regular']),
  z.strictObject({ everyWeeks: z.int().positive() }),
]);
export type Cadence = z.infer<typeof Cadence>;

/** Which schools the framework covers. The first rule that fits a school decides. */
export const ApplicabilityRule = z.strictObject({
  schools: SchoolFilter,
  rule: z.enum(['included', 'by_agreement', 'monitor_only', 'excluded']),
  note: Words,
  source: Source,
});
export type ApplicabilityRule = z.infer<typeof ApplicabilityRule>;

/** How a school comes to be at a level. Always a judgement people make together (domain.md §1, §13). */
export const Assignment = z.strictObject({
  how: z.literal('professional_judgement'),
  proposers: z.array(Role).min(1),
  ratifiers: z.array(Role).min(1),
  /** Keys of the framework's review groups. */
  overseenBy: z.array(Key),
  reviewCadence: z.array(Cadence).min(1),
  /** "There will be no surprises": a person tells the head before anything shows. Not a switch. */
  communicatedBeforeVisible: z.literal(true),
  selfEvaluationInvited: z.boolean(),
  mayMoveAtAnyTime: z.boolean(),
  challenge: z.strictObject({
    routes: z.array(z.enum(['factual_accuracy', 'review'])).min(1),
    /** `null`: set by the authority. */
    workingDays: z.int().positive().nullable(),
    decidedBy: z.array(Role).min(1),
  }),
  statements: z.array(Quote).min(1),
});
export type Assignment = z.infer<typeof Assignment>;

/** A kind of group that oversees schools. The authority's actual groups are in its partnership file. */
export const ReviewGroupKind = z.strictObject({
  key: Key,
  name: Words,
  abbreviation: Words.optional(),
  aliases: z.array(Words),
  phases: z.array(Phase),
  areaBased: z.boolean(),
  cadence: Cadence,
  /** Where the documents name nobody, `title` says so in words that follow "chaired by the". */
  chair: z.strictObject({ role: Role, title: Words, source: Source }),
  members: Quote,
  remit: z.array(Quote).min(1),
  disclosure: z.literal('members_only'),
});
export type ReviewGroupKind = z.infer<typeof ReviewGroupKind>;

/** The group of governors and authority set up in one school. That a school has one is restricted (domain.md §6). */
export const JointReviewGroupKind = z.strictObject({
  name: Words,
  abbreviation: Words.optional(),
  aliases: z.array(Words),
  chair: z.strictObject({ role: Role, title: Words }),
  cadence: Cadence.nullable(),
  statements: z.array(Quote).min(1),
});
export type JointReviewGroupKind = z.infer<typeof JointReviewGroupKind>;

/** A standing meeting other than a review group. */
export const StandingMeeting = z.strictObject({
  key: Key,
  name: Words,
  who: Words,
  cadence: Cadence,
  text: Words,
  source: Source,
});
export type StandingMeeting = z.infer<typeof StandingMeeting>;

export const SchoolTerm = z.enum(['autumn', 'spring', 'summer']);
export type SchoolTerm = z.infer<typeof SchoolTerm>;

/** What core visits look at in a term. */
export const TermlyFocus = z.strictObject({
  terms: z.array(SchoolTerm).min(1),
  schools: SchoolFilter,
  /** Left out: every level. */
  levels: z.array(Key).min(1).optional(),
  text: Words,
  source: Source,
});
export type TermlyFocus = z.infer<typeof TermlyFocus>;

/** How a visit report travels (domain.md §4). Days are in `sla`. */
export const ReportFlow = z.strictObject({
  checkedForAccuracyBy: z.array(Role).min(1),
  tabledAtGovernors: z.boolean(),
  statements: z.array(Quote).min(1),
});
export type ReportFlow = z.infer<typeof ReportFlow>;

/** Reviews schools carry out together, with an adviser. */
export const SharedReview = z.strictObject({
  schools: SchoolFilter,
  partners: z.strictObject({ fewest: z.int().min(2), most: z.int().min(2) }),
  /** Levels that receive additional visits beside it. */
  additionalVisitsFor: z.array(Key),
  statements: z.array(Quote).min(1),
});
export type SharedReview = z.infer<typeof SharedReview>;

/** Promised working times. `null`: the framework states none, and the answer says "set by your authority" (domain.md §17 no. 19). */
export const Sla = z.strictObject({
  acknowledgeHours: z.int().positive().nullable(),
  matchWorkingDays: z.int().positive().nullable(),
  contactWorkingDays: z.int().positive().nullable(),
  recordOfVisitWorkingDays: z.int().positive().nullable(),
  accuracyCheckWorkingDays: z.int().positive().nullable(),
  midpointReview: z.boolean(),
});
export type Sla = z.infer<typeof Sla>;

/** Who sees what about a school, where authorities differ. What no authority may switch on is not here (domain.md §22). */
export const DisclosurePolicy = z.strictObject({
  /** Roles in the school itself that see its level, reasons, visits and plans. */
  ownSchool: z.array(Role.extract(['headteacher', 'deputy_headteacher', 'chair_of_governors'])).min(1),
  /** Whether members of the review group overseeing a school see its level. */
  reviewGroupMembersSeeLevels: z.boolean(),
  /** Whether heads see one another's levels; reasons are never shared this way. */
  headsSeeLevelsOf: z.enum(['own_school', 'same_phase']),
  /** A count of schools smaller than this is not told. */
  smallestCountTold: z.int().min(2),
});
export type DisclosurePolicy = z.infer<typeof DisclosurePolicy>;

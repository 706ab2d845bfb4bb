import { z } from 'zod';
import { SchoolId, Urn } from './ids.ts';

/**
 * Ofsted's facts as its management information file records them. Every scheme keeps its own words and is never mapped
 * onto another: the new grades cannot be compared with the old ones (domain.md §19).
 */

/**
 * One cell of judgement. The file tells these apart and so do we: a grade in Ofsted's own words ("2", "Needs attention",
 * "Met", "Yes"); "Not judged" (no overall grade is given since September 2024); 9 or "Not applicable"; and nothing recorded.
 */
export const Judgement = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('grade'), text: z.string().min(1) }),
  z.strictObject({ is: z.literal('not_judged') }),
  z.strictObject({ is: z.literal('not_applicable') }),
  z.strictObject({ is: z.literal('not_recorded') }),
]);
export type Judgement = z.infer<typeof Judgement>;

/** Blank in the file means the school is in no category of concern, which is not the same as nothing being recorded. */
export const CategoryOfConcern = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('named'), code: z.string().min(1) }),
  z.strictObject({ is: z.literal('none') }),
  z.strictObject({ is: z.literal('not_recorded') }),
]);
export type CategoryOfConcern = z.infer<typeof CategoryOfConcern>;

/** Which school the inspection was of. A new academy's latest outcome is often its predecessor's: say so (domain.md §25, 16). */
export const InspectedSchool = z.strictObject({
  urn: Urn,
  name: z.string().optional(),
  type: z.string().optional(),
  /** False: the outcome was given to the school under an earlier URN. */
  sameSchool: z.boolean(),
});
export type InspectedSchool = z.infer<typeof InspectedSchool>;

const common = {
  number: z.string().optional(),
  /** Ofsted's name for the kind of visit: "S5 Inspection". */
  kind: z.string().optional(),
  /** First day of the inspection. */
  date: z.iso.date(),
  published: z.iso.date().optional(),
  belongsTo: InspectedSchool,
};

const Area = z.strictObject({
  /** The column's own heading: "Curriculum and teaching". */
  area: z.string(),
  judgement: Judgement,
  /** Areas may be judged on different days. */
  date: z.iso.date().optional(),
});

/** From November 2025: areas, and safeguarding Met or Not met. There is no overall grade, and none is ever made up. */
export const ReportCard = z.strictObject({
  ...common,
  scheme: z.literal('report_card'),
  areas: z.array(Area),
  safeguarding: z.strictObject({ judgement: Judgement, date: z.iso.date().optional() }),
  categoryOfConcern: CategoryOfConcern,
});
export type ReportCard = z.infer<typeof ReportCard>;

const graded = {
  ...common,
  /** "1" to "4" as printed, or "Not judged" from September 2024. */
  overall: Judgement,
  judgements: z.array(z.strictObject({ area: z.string(), judgement: Judgement })),
  safeguarding: Judgement,
  categoryOfConcern: CategoryOfConcern,
};

/** September 2019 to November 2025. */
export const OeifGraded = z.strictObject({ ...graded, scheme: z.literal('oeif_graded') });
export type OeifGraded = z.infer<typeof OeifGraded>;

/** Before September 2019, under the frameworks of the time. */
export const LegacyGraded = z.strictObject({ ...graded, scheme: z.literal('legacy_graded') });
export type LegacyGraded = z.infer<typeof LegacyGraded>;

/** A short visit that leaves the grade standing: "School remains Good". */
export const Ungraded = z.strictObject({
  ...common,
  scheme: z.literal('ungraded'),
  outcome: z.string().optional(),
});
export type Ungraded = z.infer<typeof Ungraded>;

export const Inspection = z.discriminatedUnion('scheme', [ReportCard, OeifGraded, LegacyGraded, Ungraded]);
export type Inspection = z.infer<typeof Inspection>;

/** Everything one file says of one school. Kept beside the school: document `inspection` of its partition. */
export const InspectionRecord = z.strictObject({
  v: z.literal(1),
  school: SchoolId,
  /** The URN the file lists it under. */
  urn: Urn,
  /** The day up to which the file speaks: shown as "as at" with every fact. */
  fileAsAt: z.iso.date(),
  /** How that day is known: from the file's name, from the person importing, or only from its newest publication date. */
  fileAsAtFrom: z.enum(['file_name', 'told', 'newest_publication']),
  /** Newest first, whatever the scheme: an ungraded inspection may be older than a graded one. Empty: never inspected. */
  inspections: z.array(Inspection),
  mostRecentConcern: CategoryOfConcern.optional(),
  /** The school's page on Ofsted's site. */
  link: z.url().optional(),
});
export type InspectionRecord = z.infer<typeof InspectionRecord>;

export const INSPECTION_TYPE = 'inspection';

export function inspectionRef(school: SchoolId): { readonly partition: string; readonly id: string } {
  return { partition: `school:${school}`, id: 'inspection' };
}

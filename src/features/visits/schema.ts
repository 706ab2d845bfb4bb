import { z } from 'zod';
import { AcademicYear } from '../../core/academic-year.ts';
import { PersonId, SchoolId } from '../../core/ids.ts';

/** What a visit was for. Only some kinds count towards what the framework promises (domain.md §4, §21). */
export const VisitKind = z.enum(['core', 'shared_review', 'additional', 'joint_review_group', 'governing_body']);
export type VisitKind = z.infer<typeof VisitKind>;

const common = {
  id: z.string(),
  date: z.iso.date(),
  /** In half-days, always: 1 is a morning or an afternoon. */
  halfDays: z.number().int().positive(),
  kind: VisitKind,
  focus: z.string().optional(),
  /** Whether it is counted against the promise. */
  counted: z.boolean(),
  adviser: PersonId.optional(),
};

export const Visit = z.discriminatedUnion('status', [
  z.strictObject({ ...common, status: z.literal('held') }),
  z.strictObject({ ...common, status: z.literal('planned') }),
]);
export type Visit = z.infer<typeof Visit>;

/** A school's visits in one academic year, in one document: one point read answers every question about them. */
export const VisitLedger = z.strictObject({
  v: z.literal(1),
  school: SchoolId,
  academicYear: AcademicYear,
  visits: z.array(Visit),
});
export type VisitLedger = z.infer<typeof VisitLedger>;

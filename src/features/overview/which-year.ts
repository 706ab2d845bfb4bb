import { z } from 'zod';
import { AcademicYear, academicYearOf } from '../../core/academic-year.ts';
import type { Asking } from '../../core/feature.ts';
import { Refusal } from '../../core/refusal.ts';

export const WhichYear = z.strictObject({ year: AcademicYear.optional() });
export type WhichYear = z.infer<typeof WhichYear>;

/** The year asked for, or this one. Throws `Refusal` for one that has not begun. */
export function yearAsked({ year }: WhichYear, { today }: Pick<Asking, 'today'>): AcademicYear {
  const present = academicYearOf(today);
  if (year === undefined || year <= present) return year ?? present;
  throw new Refusal('invalid_input', `That school year has not begun. I can show you this one, or an earlier one.`);
}

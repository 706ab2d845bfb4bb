import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** An English school year, 1 September to 31 August, written "2026-27" (domain.md §23). */
export const AcademicYear = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .brand<'AcademicYear'>();
export type AcademicYear = z.infer<typeof AcademicYear>;

export function academicYearOf(date: Temporal.PlainDate): AcademicYear {
  return yearFrom(date.month >= 9 ? date.year : date.year - 1);
}

function yearFrom(first: number): AcademicYear {
  return AcademicYear.parse(`${first}-${String((first + 1) % 100).padStart(2, '0')}`);
}

export function startOf(year: AcademicYear): Temporal.PlainDate {
  return new Temporal.PlainDate(Number(year.slice(0, 4)), 9, 1);
}

export function endOf(year: AcademicYear): Temporal.PlainDate {
  return new Temporal.PlainDate(Number(year.slice(0, 4)) + 1, 8, 31);
}

export function yearBefore(year: AcademicYear): AcademicYear {
  return yearFrom(Number(year.slice(0, 4)) - 1);
}

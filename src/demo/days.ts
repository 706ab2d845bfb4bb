import type { Temporal } from 'temporal-polyfill';
import { type AcademicYear, endOf, startOf } from '../core/academic-year.ts';

/** Puts the scene's days on real dates: never on a weekend, and a school year's events always inside that year. */
export interface Days {
  readonly year: AcademicYear;
  /** Any working day so many days away. */
  on(inDays: number): string;
  /** The same, kept within the academic year and on its side of the first day: what was held stays past. */
  inYear(inDays: number): string;
}

export function daysAround(first: Temporal.PlainDate, year: AcademicYear): Days {
  const on = (inDays: number) => toWeekday(first.add({ days: inDays }), inDays > 0);
  return {
    year,
    on: (inDays) => on(inDays).toString(),
    inYear: (inDays) => {
      const iso = on(inDays).toString();
      const from = startOf(year).toString();
      const to = endOf(year).toString();
      return iso < from ? from : iso > to ? to : iso;
    },
  };
}

function toWeekday(date: Temporal.PlainDate, forwards: boolean): Temporal.PlainDate {
  if (date.dayOfWeek < 6) return date;
  return forwards ? date.add({ days: 8 - date.dayOfWeek }) : date.subtract({ days: date.dayOfWeek - 5 });
}

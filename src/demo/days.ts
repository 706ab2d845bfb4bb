import { Temporal } from 'temporal-polyfill';
import { type AcademicYear, academicYearOf, startOf } from '../core/academic-year.ts';
import { usualTermDates } from '../core/term-dates.ts';

/** Puts the scene's days on real dates around the day of first start. */
export interface Days {
  readonly year: AcademicYear;
  /** A working day so many days away, or the nearest one further out. */
  on(inDays: number): string;
  /** A school day of this academic year, on its side of the first day: what was held stays past and counts this year. */
  held(inDays: number): string;
  /** A school day from the first day on, in the next academic year where this one has none left. */
  planned(inDays: number): string;
}

export function daysAround(first: Temporal.PlainDate, year: AcademicYear): Days {
  return {
    year,
    on: (inDays) => step(first.add({ days: inDays }), inDays > 0 ? 1 : -1, isWeekday).toString(),
    held: (inDays) => heldBefore(first, inDays, year).toString(),
    planned: (inDays) => step(first.add({ days: inDays }), 1, isSchoolDay).toString(),
  };
}

/**
 * The nearest school day on or before. Where the year is too young for that, the last school day there has been; on its very
 * first days, when there has been none, 1 September itself: nothing held may lie in the future or in another year.
 */
function heldBefore(first: Temporal.PlainDate, inDays: number, year: AcademicYear): Temporal.PlainDate {
  const wanted = step(first.add({ days: inDays }), -1, isSchoolDay);
  if (!isBefore(wanted, startOf(year))) return wanted;
  const latest = step(first, -1, isSchoolDay);
  return isBefore(latest, startOf(year)) ? startOf(year) : latest;
}

function step(from: Temporal.PlainDate, by: 1 | -1, willDo: (day: Temporal.PlainDate) => boolean): Temporal.PlainDate {
  let day = from;
  while (!willDo(day)) day = day.add({ days: by });
  return day;
}

function isWeekday(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < 6;
}

/** By the usual pattern of terms, which is the demo authority's own; the one bank holiday within a term is May Day. */
function isSchoolDay(day: Temporal.PlainDate): boolean {
  const isMayDay = day.month === 5 && day.dayOfWeek === 1 && day.day <= 7;
  return (
    isWeekday(day) &&
    !isMayDay &&
    usualTermDates(academicYearOf(day)).halfTerms.some(
      ({ start, end }) => start <= day.toString() && day.toString() <= end,
    )
  );
}

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

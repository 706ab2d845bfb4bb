import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AcademicYear, startOf } from './academic-year.ts';

/** The six stretches of an English school year, in order. */
export const HALF_TERM_KEYS = ['autumn1', 'autumn2', 'spring1', 'spring2', 'summer1', 'summer2'] as const;
export const HalfTermKey = z.enum(HALF_TERM_KEYS);
export type HalfTermKey = z.infer<typeof HalfTermKey>;

/** First and last school day of one half term. */
export const HalfTermDates = z.strictObject({ key: HalfTermKey, start: z.iso.date(), end: z.iso.date() });
export type HalfTermDates = z.infer<typeof HalfTermDates>;

export const YearDates = z.strictObject({
  academicYear: AcademicYear,
  halfTerms: z.array(HalfTermDates).length(6),
});
export type YearDates = z.infer<typeof YearDates>;

export const HALF_TERM_NAMES: Record<HalfTermKey, string> = {
  autumn1: 'autumn term, first half',
  autumn2: 'autumn term, second half',
  spring1: 'spring term, first half',
  spring2: 'spring term, second half',
  summer1: 'summer term, first half',
  summer2: 'summer term, second half',
};

/**
 * Term dates after the usual English pattern, for an invented authority: terms begin on a Monday (the year itself on
 * 1 September or the Monday after) and end on a Friday, or on the day before Good Friday; a week off at each half term, two
 * at Christmas and two at Easter. A real authority publishes its own (domain.md §23).
 */
export function usualTermDates(academicYear: AcademicYear): YearDates {
  const first = startOf(academicYear);
  const next = first.year + 1;
  const day = (year: number, month: number, date: number) => new Temporal.PlainDate(year, month, date);
  const octoberBreak = onOrBefore(day(first.year, 10, 31), MONDAY);
  const februaryBreak = onOrAfter(day(next, 2, 15), MONDAY);
  const whitsunBreak = onOrBefore(day(next, 5, 31), MONDAY);
  const easter = easterBreak(next);
  const stretch = (key: HalfTermKey, start: Temporal.PlainDate, end: Temporal.PlainDate): HalfTermDates => ({
    key,
    start: start.toString(),
    end: end.toString(),
  });
  return {
    academicYear,
    halfTerms: [
      stretch('autumn1', first.dayOfWeek > FRIDAY ? onOrAfter(first, MONDAY) : first, fridayBefore(octoberBreak)),
      stretch('autumn2', octoberBreak.add({ weeks: 1 }), onOrBefore(day(first.year, 12, 22), FRIDAY)),
      stretch('spring1', backAfterNewYear(next), fridayBefore(februaryBreak)),
      stretch('spring2', februaryBreak.add({ weeks: 1 }), easter.lastDay),
      stretch('summer1', easter.firstDayBack, fridayBefore(whitsunBreak)),
      stretch('summer2', whitsunBreak.add({ weeks: 1 }), onOrBefore(day(next, 7, 24), FRIDAY)),
    ],
  };
}

const MONDAY = 1;
const FRIDAY = 5;

/** The first Monday from 3 January; the Tuesday when New Year at a weekend makes that first Monday a bank holiday. */
function backAfterNewYear(year: number): Temporal.PlainDate {
  const firstMonday = onOrAfter(new Temporal.PlainDate(year, 1, 2), MONDAY);
  return firstMonday.day <= 3 ? firstMonday.add({ days: 1 }) : firstMonday;
}

/** Two weeks around Easter: after it when Easter is early, up to Easter Monday when it is late. */
function easterBreak(year: number): { lastDay: Temporal.PlainDate; firstDayBack: Temporal.PlainDate } {
  const sunday = easterSunday(year);
  const early = Temporal.PlainDate.compare(sunday, new Temporal.PlainDate(year, 4, 12)) <= 0;
  return early
    ? { lastDay: sunday.subtract({ days: 3 }), firstDayBack: sunday.add({ days: 15 }) }
    : { lastDay: sunday.subtract({ days: 16 }), firstDayBack: sunday.add({ days: 2 }) };
}

/** The Gregorian reckoning as Butcher printed it in 1876. */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return new Temporal.PlainDate(year, Math.floor(n / 31), (n % 31) + 1);
}

function onOrAfter(date: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return date.add({ days: (weekday - date.dayOfWeek + 7) % 7 });
}

function onOrBefore(date: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return date.subtract({ days: (date.dayOfWeek - weekday + 7) % 7 });
}

function fridayBefore(monday: Temporal.PlainDate): Temporal.PlainDate {
  return monday.subtract({ days: 3 });
}

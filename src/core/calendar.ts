import type { Temporal } from 'temporal-polyfill';
import type { AcademicYear } from './academic-year.ts';
import type { BankHolidayDivision, BankHolidays } from './bank-holidays.ts';
import type { HolidayReach } from './framework-intervention.ts';
import type { SchoolTerm } from './framework-process.ts';
import type { SchoolId } from './ids.ts';
import type { HalfTermKey, YearDates } from './term-dates.ts';
import type { QuietHours, WorkingHours } from './working-time.ts';

/** One of the six stretches of a school year. Both days are school days. */
export interface HalfTerm {
  readonly key: HalfTermKey;
  /** "autumn term, first half" */
  readonly name: string;
  readonly term: SchoolTerm;
  readonly academicYear: AcademicYear;
  readonly start: Temporal.PlainDate;
  readonly end: Temporal.PlainDate;
}

/** What one school does differently from its authority. */
export interface SchoolDates {
  /** Training days: term time, but no pupils. */
  readonly inset: readonly string[];
  /** A school that sets its own terms replaces whole years. */
  readonly years: readonly YearDates[];
}

export interface CalendarFacts {
  /** The authority's dates for a year. `undefined`: it has published none. */
  readonly yearDates: (year: AcademicYear) => YearDates | undefined;
  readonly schools: ReadonlyMap<SchoolId, SchoolDates>;
  readonly bankHolidays: BankHolidays;
  readonly division: BankHolidayDivision;
  readonly workingHours: WorkingHours;
  /** The authority's, in which nobody is written to, whatever their own hours. */
  readonly quietHours?: QuietHours;
}

export interface WhenToWrite {
  /** Skip school holidays. */
  readonly termTimeOnly?: boolean;
  readonly school?: SchoolId;
  /** The person's own hours, in place of the authority's. */
  readonly hours?: WorkingHours;
}

/**
 * The authority's calendar (domain.md §23). Pure: built once from data, asked with dates. Everything is Europe/London.
 *
 * A school given its own dates is answered by them; any other school, or none, by the authority's.
 */
export interface Calendar {
  /** Monday to Friday, and no bank holiday here. School holidays are working days. */
  isWorkingDay(day: Temporal.PlainDate): boolean;
  isBankHoliday(day: Temporal.PlainDate): boolean;
  /** The n-th working day after `day`, or before it when n is negative. 0 gives the day itself, whatever it is. */
  addWorkingDays(day: Temporal.PlainDate, n: number): Temporal.PlainDate;
  /** Strictly before. */
  previousWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate;
  /** The day itself when it is one; otherwise the last one before it. A reminder on a bank holiday moves here. */
  workingDayOnOrBefore(day: Temporal.PlainDate): Temporal.PlainDate;
  /** Strictly after. */
  nextWorkingDay(day: Temporal.PlainDate): Temporal.PlainDate;
  /**
   * The last day of a period of so many working days "following that day" on which a notice is given. Days in school
   * holidays count. Throws `RangeError` when it would run past the bank holidays that are known.
   */
  complianceEnds(given: Temporal.PlainDate, workingDays: number, holidays: HolidayReach): Temporal.PlainDate;
  /** The half term a day lies in, weekends and bank holidays within it included. `undefined` in a school holiday. */
  halfTermOf(day: Temporal.PlainDate, school?: SchoolId): HalfTerm | undefined;
  /** The half term a day lies in, or the next to begin. `undefined` when none is known. */
  halfTermOrNext(day: Temporal.PlainDate, school?: SchoolId): HalfTerm | undefined;
  /** Six, in order; none when the year's dates are not known. */
  halfTermsIn(year: AcademicYear, school?: SchoolId): readonly HalfTerm[];
  isTermTime(day: Temporal.PlainDate, school?: SchoolId): boolean;
  /** Term time, a working day, and no training day of that school. */
  isSchoolDay(day: Temporal.PlainDate, school?: SchoolId): boolean;
  /** Whether the terms of that day's year are known. Where they are not, every working day but August's counts as term time. */
  knowsTermsOf(day: Temporal.PlainDate, school?: SchoolId): boolean;
  /**
   * `at` itself when it is a time to write; otherwise the next such moment. Somebody whose own hours are all quiet hours is
   * written to in the authority's.
   */
  nextWorkingTime(at: Temporal.Instant, when?: WhenToWrite): Temporal.Instant;
  /** The last day whose bank holidays are known. */
  readonly bankHolidaysKnownTo: Temporal.PlainDate;
}

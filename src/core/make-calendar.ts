import { Temporal } from 'temporal-polyfill';
import { type AcademicYear, academicYearOf, endOf } from './academic-year.ts';
import { type BankHolidayDivision, holidayDates, lastYearKnown } from './bank-holidays.ts';
import type { Calendar, CalendarFacts, HalfTerm } from './calendar.ts';
import type { HolidayReach } from './framework-intervention.ts';
import { SchoolTerm } from './framework-process.ts';
import type { SchoolId } from './ids.ts';
import { HALF_TERM_NAMES, type HalfTermDates, type HalfTermKey } from './term-dates.ts';
import { nextWorkingTime, type WorkingHours, withoutQuiet } from './working-time.ts';

const REACH: Record<HolidayReach, readonly BankHolidayDivision[]> = {
  england_and_wales: ['england-and-wales'],
  united_kingdom: ['england-and-wales', 'scotland', 'northern-ireland'],
};

/** Builds the calendar from what a partnership and the bank-holiday file say. Never throws; only its methods may. */
export function makeCalendar(facts: CalendarFacts): Calendar {
  const knownTo = new Temporal.PlainDate(lastYearKnown(facts.bankHolidays), 12, 31);
  const here = holidayDates(facts.bankHolidays, [facts.division]);
  const years = new Map<string, readonly HalfTerm[]>();

  const isBankHoliday = (day: Temporal.PlainDate) => here.has(day.toString());
  const isWorkingDay = (day: Temporal.PlainDate) => works(day, here);

  function halfTermsIn(year: AcademicYear, school?: SchoolId): readonly HalfTerm[] {
    const key = `${school ?? ''} ${year}`;
    const kept = years.get(key);
    if (kept) return kept;
    const own = school && facts.schools.get(school)?.years.find((dates) => dates.academicYear === year);
    const dates = own || facts.yearDates(year);
    const made = dates ? dates.halfTerms.map((half) => halfTerm(half, year)) : [];
    years.set(key, made);
    return made;
  }

  function halfTermOf(day: Temporal.PlainDate, school?: SchoolId): HalfTerm | undefined {
    return halfTermsIn(academicYearOf(day), school).find(
      (half) => !isAfter(half.start, day) && !isAfter(day, half.end),
    );
  }

  function halfTermOrNext(day: Temporal.PlainDate, school?: SchoolId): HalfTerm | undefined {
    const thisYear = academicYearOf(day);
    const nextYear = academicYearOf(endOf(thisYear).add({ days: 1 }));
    return [...halfTermsIn(thisYear, school), ...halfTermsIn(nextYear, school)].find((half) => !isAfter(day, half.end));
  }

  const knowsTermsOf = (day: Temporal.PlainDate, school?: SchoolId) =>
    halfTermsIn(academicYearOf(day), school).length > 0;

  const isTermTime = (day: Temporal.PlainDate, school?: SchoolId) =>
    knowsTermsOf(day, school) ? halfTermOf(day, school) !== undefined : day.month !== AUGUST;

  const isInset = (day: Temporal.PlainDate, school?: SchoolId) =>
    school !== undefined && (facts.schools.get(school)?.inset.includes(day.toString()) ?? false);

  return {
    bankHolidaysKnownTo: knownTo,
    isBankHoliday,
    isWorkingDay,
    addWorkingDays: (day, n) => step(day, n, isWorkingDay),
    previousWorkingDay: (day) => step(day, -1, isWorkingDay),
    nextWorkingDay: (day) => step(day, 1, isWorkingDay),
    workingDayOnOrBefore: (day) => (isWorkingDay(day) ? day : step(day, -1, isWorkingDay)),
    complianceEnds(given, workingDays, holidays) {
      const stopped = holidayDates(facts.bankHolidays, REACH[holidays]);
      const end = step(given, workingDays, (day) => works(day, stopped));
      if (isAfter(end, knownTo)) {
        throw new RangeError(
          `Bank holidays are known to ${knownTo.toString()} only; the period would end ${end.toString()}`,
        );
      }
      return end;
    },
    halfTermOf,
    halfTermOrNext,
    halfTermsIn,
    isTermTime,
    isSchoolDay: (day, school) => isWorkingDay(day) && isTermTime(day, school) && !isInset(day, school),
    knowsTermsOf,
    nextWorkingTime: (at, when = {}) =>
      nextWorkingTime(
        at,
        ownHours(facts, when.hours),
        (day) => isWorkingDay(day) && (when.termTimeOnly !== true || isTermTime(day, when.school)),
        facts.quietHours,
      ),
  };
}

function ownHours({ workingHours, quietHours }: CalendarFacts, own: WorkingHours | undefined): WorkingHours {
  return own && withoutQuiet(own, quietHours).length > 0 ? own : workingHours;
}

const AUGUST = 8;
const SATURDAY = 6;

function works(day: Temporal.PlainDate, holidays: ReadonlySet<string>): boolean {
  return day.dayOfWeek < SATURDAY && !holidays.has(day.toString());
}

function step(from: Temporal.PlainDate, n: number, counts: (day: Temporal.PlainDate) => boolean): Temporal.PlainDate {
  let day = from;
  for (let left = Math.abs(n); left > 0; ) {
    day = day.add({ days: Math.sign(n) });
    if (counts(day)) left -= 1;
  }
  return day;
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0;
}

function halfTerm(dates: HalfTermDates, academicYear: AcademicYear): HalfTerm {
  return {
    key: dates.key,
    name: HALF_TERM_NAMES[dates.key],
    term: termOf(dates.key),
    academicYear,
    start: Temporal.PlainDate.from(dates.start),
    end: Temporal.PlainDate.from(dates.end),
  };
}

function termOf(key: HalfTermKey): SchoolTerm {
  return SchoolTerm.parse(key.slice(0, -1));
}

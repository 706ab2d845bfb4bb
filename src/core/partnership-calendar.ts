import type { AcademicYear } from './academic-year.ts';
import type { BankHolidays } from './bank-holidays.ts';
import type { Calendar } from './calendar.ts';
import { makeCalendar } from './make-calendar.ts';
import type { Partnership, TermDates } from './partnership.ts';
import { usualTermDates, type YearDates } from './term-dates.ts';

/** The calendar of a partnership. The demonstration's never goes stale: any year's dates can be worked out. */
export function calendarOf(partnership: Partnership, bankHolidays: BankHolidays): Calendar {
  return makeCalendar({
    yearDates: (year) => yearDates(partnership.termDates, year),
    schools: new Map(partnership.schoolDates.map(({ school, inset, years }) => [school, { inset, years }])),
    bankHolidays,
    division: partnership.bankHolidays,
    workingHours: partnership.workingHours,
    quietHours: partnership.quietHours,
  });
}

function yearDates(dates: TermDates, year: AcademicYear): YearDates | undefined {
  return dates.from === 'usual_pattern' ? usualTermDates(year) : dates.years.find((each) => each.academicYear === year);
}

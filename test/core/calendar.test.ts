import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import published from '../../partnerships/bank-holidays.json' with { type: 'json' };
import { AcademicYear } from '../../src/core/academic-year.ts';
import { BankHolidays } from '../../src/core/bank-holidays.ts';
import type { CalendarFacts } from '../../src/core/calendar.ts';
import { SchoolId } from '../../src/core/ids.ts';
import { makeCalendar } from '../../src/core/make-calendar.ts';
import { usualTermDates } from '../../src/core/term-dates.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const year = (text: string) => AcademicYear.parse(text);
const academy = SchoolId.parse('quarrydale');

const facts: CalendarFacts = {
  yearDates: usualTermDates,
  schools: new Map([[academy, { inset: ['2026-11-27'], years: [withLongAutumnBreak()] }]]),
  bankHolidays: BankHolidays.parse(published),
  division: 'england-and-wales',
  workingHours: { from: '08:00', to: '17:30' },
};
const calendar = makeCalendar(facts);

describe('working days', () => {
  it.each([
    ['a Monday', '2026-11-23', true],
    ['a Saturday', '2026-11-28', false],
    ['a Sunday', '2026-11-29', false],
    ['Christmas Day', '2026-12-25', false],
    ['the substitute for Boxing Day on a Saturday', '2026-12-28', false],
    ['a weekday in the school holidays', '2026-12-22', true],
    ['St Andrew’s Day, which is Scotland’s', '2026-11-30', true],
  ])('%s', (_, date, works) => {
    expect(calendar.isWorkingDay(day(date))).toBe(works);
  });

  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-29', -1, '2026-12-24'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-03-31', 5, '2026-04-09'],
  ])('%s and %i working days is %s', (from, days, to) => {
    expect(calendar.addWorkingDays(day(from), days).toString()).toBe(to);
  });

  it('a reminder that falls on a bank holiday moves to the working day before', () => {
    expect(calendar.workingDayOnOrBefore(day('2026-12-28')).toString()).toBe('2026-12-24');
    expect(calendar.workingDayOnOrBefore(day('2026-11-23')).toString()).toBe('2026-11-23');
  });

  it('the day before and the day after are strictly that', () => {
    expect(calendar.previousWorkingDay(day('2026-11-23')).toString()).toBe('2026-11-20');
    expect(calendar.nextWorkingDay(day('2026-11-20')).toString()).toBe('2026-11-23');
  });

  it('going there and back again ends on the same working day', () => {
    const working = fc
      .integer({ min: 0, max: 1400 })
      .map((days) => calendar.workingDayOnOrBefore(day('2024-03-01').add({ days })));
    fc.assert(
      fc.property(working, fc.integer({ min: 0, max: 60 }), (from, n) => {
        const there = calendar.addWorkingDays(from, n);
        return calendar.isWorkingDay(there) && calendar.addWorkingDays(there, -n).equals(from);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the last day of a fifteen-day period, as section 60 once counted it', () => {
  it.each([
    ['2026-11-23', '2026-12-14', '2026-12-15', 'St Andrew’s Day'],
    ['2026-12-10', '2027-01-05', '2027-01-06', 'Scotland’s 4 January'],
    ['2027-03-18', '2027-04-12', '2027-04-12', 'Easter, the same in both'],
    ['2026-08-24', '2026-09-15', '2026-09-15', 'the summer holiday counts'],
  ])('given %s: %s in England and Wales, %s in the United Kingdom (%s)', (given, england, kingdom) => {
    expect(calendar.complianceEnds(day(given), 15, 'england_and_wales').toString()).toBe(england);
    expect(calendar.complianceEnds(day(given), 15, 'united_kingdom').toString()).toBe(kingdom);
  });

  it('is not guessed past the bank holidays that are known', () => {
    expect(calendar.bankHolidaysKnownTo.toString()).toBe('2028-12-31');
    expect(() => calendar.complianceEnds(day('2028-12-20'), 15, 'england_and_wales')).toThrow(
      'Bank holidays are known to 2028-12-31 only',
    );
  });
});

describe('terms and half terms', () => {
  it.each([
    ['2026-11-22', 'autumn2', 'autumn term, second half'],
    ['2026-09-01', 'autumn1', 'autumn term, first half'],
    ['2027-07-23', 'summer2', 'summer term, second half'],
  ])('%s lies in %s', (date, key, name) => {
    expect(calendar.halfTermOf(day(date))).toMatchObject({ key, name, academicYear: '2026-27' });
  });

  it.each(['2026-10-28', '2026-12-25', '2027-08-10'])('%s lies in a school holiday', (date) => {
    expect(calendar.halfTermOf(day(date))).toBeUndefined();
    expect(calendar.isTermTime(day(date))).toBe(false);
  });

  it('from a holiday the next half term is found, over the summer too', () => {
    expect(calendar.halfTermOrNext(day('2026-10-28'))?.key).toBe('autumn2');
    expect(calendar.halfTermOrNext(day('2027-08-10'))).toMatchObject({ key: 'autumn1', academicYear: '2027-28' });
  });

  it('there are six in a year, each in its term', () => {
    expect(calendar.halfTermsIn(year('2026-27')).map((half) => half.term)).toEqual([
      'autumn',
      'autumn',
      'spring',
      'spring',
      'summer',
      'summer',
    ]);
  });

  it('a school with its own dates is answered by them, and others are not', () => {
    expect(calendar.isTermTime(day('2026-10-22'))).toBe(true);
    expect(calendar.isTermTime(day('2026-10-22'), academy)).toBe(false);
    expect(calendar.isTermTime(day('2026-10-22'), SchoolId.parse('northcliffe'))).toBe(true);
    expect(calendar.isTermTime(day('2027-10-13'), academy)).toBe(true);
  });

  it('a training day is no school day there, and is one elsewhere', () => {
    expect(calendar.isSchoolDay(day('2026-11-27'), academy)).toBe(false);
    expect(calendar.isSchoolDay(day('2026-11-27'))).toBe(true);
    expect(calendar.isSchoolDay(day('2026-11-28'))).toBe(false);
  });

  it('where an authority has published no dates, every day but August’s counts as term time, and it says so', () => {
    const bare = makeCalendar({ ...facts, yearDates: () => undefined, schools: new Map() });
    expect(bare.knowsTermsOf(day('2026-11-23'))).toBe(false);
    expect(bare.halfTermsIn(year('2026-27'))).toEqual([]);
    expect(bare.halfTermOrNext(day('2026-11-23'))).toBeUndefined();
    expect(bare.isTermTime(day('2026-12-23'))).toBe(true);
    expect(bare.isTermTime(day('2027-08-10'))).toBe(false);
    expect(calendar.knowsTermsOf(day('2026-11-23'))).toBe(true);
  });
});

function withLongAutumnBreak() {
  const own = usualTermDates(year('2026-27'));
  const halfTerms = own.halfTerms.map((half) => (half.key === 'autumn1' ? { ...half, end: '2026-10-16' } : half));
  return { ...own, halfTerms };
}

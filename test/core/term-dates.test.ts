import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import published from '../../partnerships/bank-holidays.json' with { type: 'json' };
import { AcademicYear, endOf, startOf } from '../../src/core/academic-year.ts';
import { BankHolidays, holidayDates, lastYearKnown } from '../../src/core/bank-holidays.ts';
import { easterSunday, HALF_TERM_KEYS, usualTermDates, YearDates } from '../../src/core/term-dates.ts';

const holidays = BankHolidays.parse(published);
const year = (first: number) => AcademicYear.parse(`${first}-${String((first + 1) % 100).padStart(2, '0')}`);
const day = (iso: string) => Temporal.PlainDate.from(iso);

describe('term dates after the usual English pattern', () => {
  it('2026-27', () => {
    expect(usualTermDates(year(2026)).halfTerms).toEqual([
      { key: 'autumn1', start: '2026-09-01', end: '2026-10-23' },
      { key: 'autumn2', start: '2026-11-02', end: '2026-12-18' },
      { key: 'spring1', start: '2027-01-04', end: '2027-02-12' },
      { key: 'spring2', start: '2027-02-22', end: '2027-03-25' },
      { key: 'summer1', start: '2027-04-12', end: '2027-05-28' },
      { key: 'summer2', start: '2027-06-07', end: '2027-07-23' },
    ]);
  });

  it('2025-26 differs from what Leeds published in its last day alone', () => {
    expect(usualTermDates(year(2025)).halfTerms.map((half) => `${half.start} ${half.end}`)).toEqual([
      '2025-09-01 2025-10-24',
      '2025-11-03 2025-12-19',
      '2026-01-05 2026-02-13',
      '2026-02-23 2026-04-02',
      '2026-04-20 2026-05-22',
      '2026-06-01 2026-07-24',
    ]);
  });

  it('a year that begins at a weekend starts on the Monday', () => {
    expect(usualTermDates(year(2024)).halfTerms[0]?.start).toBe('2024-09-02');
  });

  it('after New Year at a weekend the term starts on the Tuesday', () => {
    expect(usualTermDates(year(2027)).halfTerms[2]?.start).toBe('2028-01-04');
    expect(usualTermDates(year(2022)).halfTerms[2]?.start).toBe('2023-01-03');
  });

  it('in any year: six in order, on school weekdays, within the year, with a break between, and about 190 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2080 }), (first) => {
        const dates = YearDates.parse(usualTermDates(year(first)));
        const edges = dates.halfTerms.flatMap((half) => [day(half.start), day(half.end)]);
        expect(dates.halfTerms.map((half) => half.key)).toEqual([...HALF_TERM_KEYS]);
        expect(edges.every((edge) => edge.dayOfWeek <= 5)).toBe(true);
        for (const [i, edge] of edges.slice(1).entries()) {
          const gap = edges[i]?.until(edge).days ?? 0;
          expect(gap).toBeGreaterThan(i % 2 === 0 ? 20 : 9);
        }
        expect(dates.halfTerms[0]?.start.localeCompare(startOf(dates.academicYear).toString())).toBeGreaterThanOrEqual(
          0,
        );
        expect(dates.halfTerms[5]?.end.localeCompare(endOf(dates.academicYear).toString())).toBeLessThan(0);
        const schoolDays = dates.halfTerms.reduce((sum, half) => sum + weekdays(day(half.start), day(half.end)), 0);
        expect(schoolDays).toBeGreaterThanOrEqual(183);
        expect(schoolDays).toBeLessThanOrEqual(200);
      }),
      { numRuns: 61 },
    );
  });

  it('no term begins or ends on a bank holiday', () => {
    const england = holidayDates(holidays, ['england-and-wales']);
    for (const first of [2024, 2025, 2026, 2027]) {
      for (const half of usualTermDates(year(first)).halfTerms) {
        expect([half.start, half.end].filter((edge) => england.has(edge))).toEqual([]);
      }
    }
  });
});

describe('bank holidays', () => {
  it.each([2024, 2025, 2026, 2027, 2028])('Easter Monday %i is where the published list has it', (y) => {
    expect(holidayDates(holidays, ['england-and-wales']).has(easterSunday(y).add({ days: 1 }).toString())).toBe(true);
  });

  it('are held for three divisions, 2024 to 2028', () => {
    expect(lastYearKnown(holidays)).toBe(2028);
    expect(holidayDates(holidays, ['scotland']).has('2026-11-30')).toBe(true);
    expect(holidayDates(holidays, ['england-and-wales']).has('2026-11-30')).toBe(false);
    expect(holidayDates(holidays, ['northern-ireland']).has('2027-03-17')).toBe(true);
  });

  it('are known only as far as the division known least far', () => {
    const short = { ...holidays.scotland, events: holidays.scotland.events.filter((each) => each.date < '2027') };
    expect(lastYearKnown({ ...holidays, scotland: short })).toBe(2026);
  });
});

function weekdays(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  const days = from.until(to).days + 1;
  return Array.from({ length: days }, (_, i) => from.add({ days: i })).filter((each) => each.dayOfWeek <= 5).length;
}

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import published from '../../partnerships/bank-holidays.json' with { type: 'json' };
import { BankHolidays } from '../../src/core/bank-holidays.ts';
import { makeCalendar } from '../../src/core/make-calendar.ts';
import { usualTermDates } from '../../src/core/term-dates.ts';
import { nextWorkingTime } from '../../src/core/working-time.ts';

const calendar = makeCalendar({
  yearDates: usualTermDates,
  schools: new Map(),
  bankHolidays: BankHolidays.parse(published),
  division: 'england-and-wales',
  workingHours: { from: '08:00', to: '17:30' },
});
const london = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant();
const inLondon = (at: Temporal.Instant) => at.toZonedDateTimeISO('Europe/London').toString({ timeZoneName: 'never' });

describe('the next time to write to somebody', () => {
  it.each([
    ['within working hours is now', '2026-11-23T09:15', '2026-11-23T09:15:00+00:00'],
    ['before hours is when they begin', '2026-11-23T06:00', '2026-11-23T08:00:00+00:00'],
    ['the moment hours end is too late', '2026-11-23T17:30', '2026-11-24T08:00:00+00:00'],
    ['on Friday evening is Monday', '2026-11-20T19:00', '2026-11-23T08:00:00+00:00'],
    ['on Christmas Eve at night is after the substitute day', '2026-12-24T20:00', '2026-12-29T08:00:00+00:00'],
    ['on the Friday before the clocks go forward', '2027-03-26T18:00', '2027-03-30T08:00:00+01:00'],
    ['on the Friday before the clocks go back', '2026-10-23T18:00', '2026-10-26T08:00:00+00:00'],
  ])('%s', (_, at, expected) => {
    expect(inLondon(calendar.nextWorkingTime(london(at)))).toBe(expected);
  });

  it('waits for term, when asked to', () => {
    const at = london('2026-12-18T18:00');
    expect(inLondon(calendar.nextWorkingTime(at))).toBe('2026-12-21T08:00:00+00:00');
    expect(inLondon(calendar.nextWorkingTime(at, { termTimeOnly: true }))).toBe('2027-01-04T08:00:00+00:00');
  });

  it('keeps to a person’s own hours', () => {
    const hours = { from: '10:00', to: '15:00' };
    expect(inLondon(calendar.nextWorkingTime(london('2026-11-23T08:30'), { hours }))).toBe('2026-11-23T10:00:00+00:00');
  });

  it('is never earlier, and asking again gives the same', () => {
    const minutes = fc.integer({ min: 0, max: 4 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.boolean(), (offset, termTimeOnly) => {
        const at = london('2024-09-01T00:00').add({ minutes: offset });
        const next = calendar.nextWorkingTime(at, { termTimeOnly });
        const again = calendar.nextWorkingTime(next, { termTimeOnly });
        return Temporal.Instant.compare(next, at) >= 0 && next.equals(again);
      }),
      { numRuns: 200 },
    );
  });

  it('gives up rather than look for ever when no day will do', () => {
    expect(() => nextWorkingTime(london('2026-11-23T09:00'), { from: '08:00', to: '17:30' }, () => false)).toThrow(
      'check the term dates',
    );
  });
});

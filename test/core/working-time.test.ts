import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import published from '../../partnerships/bank-holidays.json' with { type: 'json' };
import { BankHolidays } from '../../src/core/bank-holidays.ts';
import { makeCalendar } from '../../src/core/make-calendar.ts';
import { usualTermDates } from '../../src/core/term-dates.ts';
import { nextWorkingTime, withoutQuiet } from '../../src/core/working-time.ts';

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

describe('Quiet hours', () => {
  const quiet = (from: string, to: string, hours = { from: '08:00', to: '20:00' }) =>
    makeCalendar({
      yearDates: usualTermDates,
      schools: new Map(),
      bankHolidays: BankHolidays.parse(published),
      division: 'england-and-wales',
      workingHours: hours,
      quietHours: { from, to },
    });

  it.each([
    ['cut off the evening', '18:00', '07:30', '2026-11-23T18:00', '2026-11-24T08:00:00+00:00'],
    ['leave what is before them', '18:00', '07:30', '2026-11-23T17:59', '2026-11-23T17:59:00+00:00'],
    ['cut off the early morning', '22:00', '09:15', '2026-11-23T08:30', '2026-11-23T09:15:00+00:00'],
    ['in the middle of the day are waited out', '12:00', '13:30', '2026-11-23T12:00', '2026-11-23T13:30:00+00:00'],
    ['in the middle of the day leave the morning', '12:00', '13:30', '2026-11-23T11:59', '2026-11-23T11:59:00+00:00'],
    ['from an hour to itself are none', '09:00', '09:00', '2026-11-23T19:00', '2026-11-23T19:00:00+00:00'],
    ['on Friday last until Monday', '16:00', '08:30', '2026-11-20T16:00', '2026-11-23T08:30:00+00:00'],
  ])('%s', (_, from, to, at, expected) => {
    expect(inLondon(quiet(from, to).nextWorkingTime(london(at)))).toBe(expected);
  });

  it('hold for a person’s own hours too; of somebody who has no others the authority’s hours count', () => {
    const evenings = { hours: { from: '17:00', to: '21:00' } };
    const calendar = quiet('18:00', '07:30', { from: '08:00', to: '17:30' });
    expect(inLondon(calendar.nextWorkingTime(london('2026-11-23T18:30'), evenings))).toBe('2026-11-24T17:00:00+00:00');
    const nights = { hours: { from: '19:00', to: '23:00' } };
    expect(inLondon(calendar.nextWorkingTime(london('2026-11-23T18:30'), nights))).toBe('2026-11-24T08:00:00+00:00');
  });

  it('and working hours together never let anybody be written to in either’s no', () => {
    const time = fc
      .integer({ min: 0, max: 47 })
      .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);
    fc.assert(
      fc.property(time, time, fc.integer({ min: 0, max: 100_000 }), (from, to, minutes) => {
        const hours = { from: '08:00', to: '17:30' };
        fc.pre(withoutQuiet(hours, { from, to }).length > 0);
        const at = london('2026-09-01T00:00').add({ minutes });
        const next = quiet(from, to, hours).nextWorkingTime(at);
        const clock = inLondon(next).slice(11, 16);
        const isQuiet = from === to ? false : from < to ? from <= clock && clock < to : clock >= from || clock < to;
        expect(isQuiet).toBe(false);
        expect(hours.from <= clock && clock < hours.to).toBe(true);
        expect(Temporal.Instant.compare(next, at)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('that leave nothing are refused rather than waited for', () => {
    expect(() => quiet('07:00', '21:00').nextWorkingTime(london('2026-11-23T09:00'))).toThrow('quiet hours');
  });
});

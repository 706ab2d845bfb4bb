import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateReader, type Lean } from '../../../src/conversation/dates/index.ts';

/** Sunday 22 November 2026, noon in London. No dates are published, so the usual English pattern stands in. */
const AT = Temporal.Instant.from('2026-11-22T12:00:00Z');
const read = dateReader([]);

function said(text: string, lean: Lean): string {
  return read(text, AT, lean)
    .map(({ from, to, time, timeTo, unsure }) =>
      [from === to ? from : `${from}..${to}`, time && (timeTo ? `${time}-${timeTo}` : time), unsure && 'unsure']
        .filter(Boolean)
        .join(' '),
    )
    .join(' + ');
}

describe('Days to come', () => {
  it.each([
    ['tomorrow', '2026-11-23'],
    ['a week on Thursday', '2026-12-03'],
    ['Thursday week', '2026-12-03'],
    ['a fortnight on Monday', '2026-12-07'],
    ['Friday fortnight', '2026-12-11'],
    ['in a fortnight', '2026-12-06'],
    ['next Tuesday', '2026-11-24'],
    ['by Friday', '2026-11-22..2026-11-27'],
    ['the week after next', '2026-11-30..2026-12-04'],
    ['w/c 30th', '2026-11-30..2026-12-04'],
    ['week of 11 Jan', '2027-01-11..2027-01-15'],
    ['the 3rd', '2026-12-03'],
    ['3/12', '2026-12-03'],
    ['3-5 Dec', '2026-12-03..2026-12-05'],
    ['1pm Friday 4th Dec', '2026-12-04 13:00'],
    ['Monday to Wednesday', '2026-11-23..2026-11-25'],
    ['until 7 Dec', '2026-11-22..2026-12-07'],
    ['from 30/11', '2026-11-30'],
    ['by the end of Feb', '2026-11-22..2027-02-28'],
    ['mid March', '2027-03-11..2027-03-20'],
  ])('"%s" is %s', (text, expected) => {
    expect(said(text, 'future')).toBe(expected);
  });
});

describe('Days gone', () => {
  it.each([
    ['visited on Thursday', '2026-11-19'],
    ['19/11', '2026-11-19'],
    ['last Tues', '2026-11-17'],
    ['a fortnight ago', '2026-11-08'],
    ['on the 12th', '2026-11-12'],
    ['since September', '2026-09-01..2026-11-22'],
    ['3 weeks ago', '2026-11-01'],
    ['yesterday', '2026-11-21'],
    ['summer term', '2026-04-20..2026-07-24'],
  ])('"%s" is %s', (text, expected) => {
    expect(said(text, 'past')).toBe(expected);
  });

  it('gives way where the past reading is a year off and the other ten days', () => {
    expect(said('put me down as visiting on 2/12', 'past')).toBe('2026-12-02');
  });
});

describe('The school year', () => {
  it.each([
    ['first week back', '2027-01-04..2027-01-08'],
    ['before we break up', '2026-11-22..2026-12-18'],
    ['this side of Christmas', '2026-11-22..2026-12-18'],
    ['spring 1', '2027-01-04..2027-02-12'],
    ['after half term', '2027-02-22'],
    ['after Easter', '2027-04-12'],
    ['next term', '2027-01-04..2027-03-25'],
    ['this half term', '2026-11-02..2026-12-18'],
    ['from January', '2027-01-04'],
    ['last week of term', '2026-12-14..2026-12-18'],
    ['in the new year', '2027-01-04'],
    ['2025/26', '2025-09-01..2026-08-31'],
  ])('"%s" is %s', (text, expected) => {
    expect(said(text, 'future')).toBe(expected);
  });

  it("follows the authority's own half terms where it has published them", () => {
    const own = dateReader([{ key: 'spring1', start: '2027-01-11', end: '2027-02-19' }]);
    expect(own('spring 1', AT, 'future')[0]).toMatchObject({ from: '2027-01-11', to: '2027-02-19' });
  });
});

describe('Times of day', () => {
  it.each([
    ['half four', '16:30'],
    ['half past three', '15:30'],
    ['quarter to nine', '08:45'],
    ['ten past two', '14:10'],
    ['between 9 and 10', '09:00-10:00'],
    ['10-11am', '10:00-11:00'],
    ['9.30 on Monday', '09:30'],
    ['at 10', '10:00'],
    ['midday', '12:00'],
  ])('"%s" is %s', (text, expected) => {
    expect(said(text, 'future')).toContain(` ${expected}`);
  });

  it('belong to the day beside them', () => {
    expect(said('Thurs between 9 and 10', 'future')).toBe('2026-11-26 09:00-10:00');
  });
});

describe('Doubt', () => {
  it.each([
    ['next half term', 'future'],
    ['last week', 'past'],
    ['half term', 'either'],
    ['on Sunday', 'future'],
    ['at 7', 'future'],
  ] as const)('"%s" could be two things, and says so', (text, lean) => {
    expect(said(text, lean)).toContain('unsure');
  });

  it('is raised by "next Friday" said on a Monday', () => {
    const monday = Temporal.Instant.from('2026-11-23T09:00:00Z');
    expect(read('next Friday', monday, 'future')[0]).toMatchObject({ from: '2026-12-04', unsure: true });
  });
});

describe('What is no date', () => {
  it.each([
    'rated 8/10',
    'visit 3/3 done',
    'up to 6 visits',
    '2.5 days',
    'may we have a visit',
    'the 3rd visit',
    'sat with the head',
    '24/7',
    'half a day',
    'between 5 and 6 schools',
    'from 56 to 71%',
    'half four year olds',
  ])('"%s"', (text) => {
    expect(said(text, 'either')).toBe('');
  });
});

describe('London', () => {
  it('decides which day it is', () => {
    const justAfterMidnight = Temporal.Instant.from('2026-06-30T23:30:00Z');
    expect(read('today', justAfterMidnight, 'either')[0]?.from).toBe('2026-07-01');
  });
});

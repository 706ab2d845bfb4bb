import { Temporal } from 'temporal-polyfill';
import type { HalfTermSpan } from './half-terms.ts';

/** Which way an unmarked "Thursday" points: a visit recorded is past, a meeting asked for is to come. */
export type Lean = 'past' | 'future' | 'either';

/** What a date is read against. */
export interface Reading {
  readonly today: Temporal.PlainDate;
  readonly lean: Lean;
  readonly halfTerms: readonly HalfTermSpan[];
}

/** First and last day. */
export interface Span {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly unsure?: boolean;
}

/** One British way of saying a date: what it looks like, and what it means. `undefined`: this time it means no date. */
export interface Form {
  readonly pattern: RegExp;
  read(match: RegExpMatchArray, reading: Reading): Span | undefined;
}

export function day(date: Temporal.PlainDate, unsure = false): Span {
  return unsure ? { from: date, to: date, unsure } : { from: date, to: date };
}

export function span(from: Temporal.PlainDate, to: Temporal.PlainDate, unsure = false): Span {
  return unsure ? { from, to, unsure } : { from, to };
}

export function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days;
}

export function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

/** A date of the calendar, or nothing: there is no 31 November. */
export function dateOf(year: number, month: number, date: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || date < 1) return undefined;
  if (date > new Temporal.PlainYearMonth(year, month).daysInMonth) return undefined;
  return new Temporal.PlainDate(year, month, date);
}

/**
 * Of the same day in several years or months, the one meant. Leaning past, the latest not after today; leaning to come, the
 * earliest not before; either way, the nearest. A lean gives way when it points months off and the other reading is near.
 */
export function nearest(candidates: readonly Temporal.PlainDate[], reading: Reading): Temporal.PlainDate | undefined {
  const apart = candidates.map((date) => ({ date, days: daysBetween(reading.today, date) }));
  const ahead = apart.filter((one) => one.days >= 0).sort((a, b) => a.days - b.days)[0];
  const behind = apart.filter((one) => one.days <= 0).sort((a, b) => b.days - a.days)[0];
  if (!ahead || !behind) return (ahead ?? behind)?.date;
  if (reading.lean === 'past') return -behind.days > 120 && ahead.days < 60 ? ahead.date : behind.date;
  if (reading.lean === 'future') return ahead.days > 240 && -behind.days < 30 ? behind.date : ahead.date;
  return ahead.days > 200 && -behind.days < 120 ? behind.date : ahead.date;
}

export const NUMBER = '(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few)';

export function numberFrom(said: string): number {
  const word = said.toLowerCase();
  const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  if (word === 'a' || word === 'an') return 1;
  if (word === 'a couple of') return 2;
  if (word === 'a few') return 3;
  return words.includes(word) ? words.indexOf(word) : Number(word);
}

export const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|weds|thurs?|thur|fri|satur|sat|sun)(?:days?)?';

/** 1 is Monday. */
export function weekdayFrom(said: string): number {
  return ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'].indexOf(said.slice(0, 2).toLowerCase()) + 1;
}

export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

export function monthFrom(said: string): number {
  const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
  return months.indexOf(said.slice(0, 3).toLowerCase()) + 1;
}

export function yearFrom(said: string): number {
  return said.length <= 2 ? 2000 + Number(said) : Number(said);
}

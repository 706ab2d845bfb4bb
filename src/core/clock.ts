import type { Temporal } from 'temporal-polyfill';

/** Where the time comes from. Only `main` makes one; everything else is handed it, so tests and the try-out can move it. */
export interface Clock {
  /** The present moment. Never goes backwards within one process unless the try-out moved it. */
  now(): Temporal.Instant;
}

export const LONDON = 'Europe/London';

const HOUR_MS = 3_600_000;
let lately: { readonly hour: number; readonly date: Temporal.PlainDate } | undefined;

/**
 * The calendar day in England at that moment. London's midnight is always on the hour, so one reading of the time zone serves
 * every turn of that hour: it is asked several times a turn, and costs more than all else a date does.
 */
export function londonDate(at: Temporal.Instant): Temporal.PlainDate {
  const hour = Math.floor(at.epochMilliseconds / HOUR_MS);
  if (lately?.hour !== hour) lately = { hour, date: at.toZonedDateTimeISO(LONDON).toPlainDate() };
  return lately.date;
}

/**
 * As text of one width, so that stored times sort and compare as strings. Plain `toString()` drops a zero fraction, and
 * `Z` sorts after `.5Z`.
 */
export function sortableInstant(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'millisecond' });
}

import type { Temporal } from 'temporal-polyfill';

/** Where the time comes from. Only `main` makes one; everything else is handed it, so tests and the try-out can move it. */
export interface Clock {
  /** The present moment. Never goes backwards within one process unless the try-out moved it. */
  now(): Temporal.Instant;
}

export const LONDON = 'Europe/London';

/** The calendar day in England at that moment. */
export function londonDate(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(LONDON).toPlainDate();
}

/**
 * As text of one width, so that stored times sort and compare as strings. Plain `toString()` drops a zero fraction, and
 * `Z` sorts after `.5Z`.
 */
export function sortableInstant(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'millisecond' });
}

/** One whole day, or several, in somebody's diary. */
export interface CalendarEntry {
  /** The same for the same thing on every day it is asked for, so that a diary changes its entry instead of adding another. */
  readonly uid: string;
  /** Greater each time the thing has changed. */
  readonly sequence: number;
  /** ISO dates, first and last. */
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly words: string;
  readonly place?: string;
}

/**
 * An iCalendar file (RFC 5545) of these entries, as bytes. `at`: ISO instant it is made. Words are kept as words: nothing in
 * them can add a line or a property.
 */
export type WriteCalendar = (calendar: {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  readonly at: string;
}) => Uint8Array;

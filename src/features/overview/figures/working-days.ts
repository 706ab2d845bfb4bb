import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../../core/calendar.ts';

/** How many working days lie after one day, up to and including another. The same day: none. */
export type WorkingDays = (from: Temporal.PlainDate, to: Temporal.PlainDate) => number;

/**
 * Counted once for a stretch of time, so that a thousand requests are no more work than one. A day after it is taken for its
 * last: the try-out's clock can be turned back. Throws `RangeError` for a day before it.
 */
export function workingDaysWithin(
  calendar: Pick<Calendar, 'isWorkingDay'>,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): WorkingDays {
  const passed = new Map<string, number>();
  let count = 0;
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (calendar.isWorkingDay(day)) count += 1;
    passed.set(day.toString(), count);
  }
  const until = (day: Temporal.PlainDate) => {
    const found = Temporal.PlainDate.compare(day, last) > 0 ? count : passed.get(day.toString());
    if (found === undefined) throw new RangeError(`${day.toString()} is before the days that were counted`);
    return found;
  };
  return (from, to) => Math.max(0, until(to) - until(from));
}

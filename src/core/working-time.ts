import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { LONDON } from './clock.ts';

/** "08:00", 24-hour. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be a time such as "08:00" or "17:30"' });
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** Hours of a working day in which people are written to. `to` is the first moment that is too late. */
export const WorkingHours = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine((hours) => hours.from < hours.to, { message: 'must begin before they end' });
export type WorkingHours = z.infer<typeof WorkingHours>;

/** Hours in which nobody is written to. They may run over midnight; from an hour to itself is none. */
export const QuietHours = z.strictObject({ from: TimeOfDay, to: TimeOfDay });
export type QuietHours = z.infer<typeof QuietHours>;

/** What quiet hours leave of a day's hours, in order: nothing, one stretch, or two around them. */
export function withoutQuiet(hours: WorkingHours, quiet: QuietHours | undefined): readonly WorkingHours[] {
  if (!quiet || quiet.from === quiet.to) return [hours];
  const overMidnight = quiet.from > quiet.to;
  const open = overMidnight
    ? [{ from: quiet.to, to: quiet.from }]
    : [
        { from: hours.from, to: quiet.from },
        { from: quiet.to, to: hours.to },
      ];
  return open
    .map(({ from, to }) => ({
      from: from > hours.from ? from : hours.from,
      to: to < hours.to ? to : hours.to,
    }))
    .filter(({ from, to }) => from < to);
}

const LONGEST_WAIT_DAYS = 120;

/**
 * The first moment from `at` on that falls within the hours of a day that will do, and not in quiet hours. The clock is
 * London's, so summer time moves with it. Throws `RangeError` when no day of the next 120 will do: the calendar must be wrong.
 */
export function nextWorkingTime(
  at: Temporal.Instant,
  hours: WorkingHours,
  willDo: (day: Temporal.PlainDate) => boolean,
  quiet?: QuietHours,
): Temporal.Instant {
  const stretches = withoutQuiet(hours, quiet);
  const local = at.toZonedDateTimeISO(LONDON);
  let day = local.toPlainDate();
  for (let ahead = 0; ahead <= LONGEST_WAIT_DAYS; ahead += 1) {
    for (const stretch of willDo(day) ? stretches : []) {
      const opens = day.toZonedDateTime({ timeZone: LONDON, plainTime: stretch.from }).toInstant();
      const closes = day.toZonedDateTime({ timeZone: LONDON, plainTime: stretch.to }).toInstant();
      if (ahead > 0 || before(at, opens)) return opens;
      if (before(at, closes)) return at;
    }
    day = day.add({ days: 1 });
  }
  throw new RangeError(
    `No working time in the ${LONGEST_WAIT_DAYS} days after ${at.toString()}: check the term dates and the quiet hours`,
  );
}

function before(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return a.epochMilliseconds < b.epochMilliseconds;
}

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { LONDON } from '../../core/clock.ts';
import type { MovableClock } from './movable-clock.ts';
import { TryoutRefusal } from './refusal.ts';

export const MoveClock = z.strictObject({ now: z.string().nullable() });

const FIRST = Temporal.Instant.from('2000-01-01T00:00:00Z');
const LAST = Temporal.Instant.from('2100-01-01T00:00:00Z');

const HOW = 'Write the moment like 2026-12-01T09:00:00Z, or 2026-12-01T09:00 for the time in England.';

export interface ClockState {
  /** ISO instant. */
  readonly now: string;
  readonly moved: boolean;
}

export function tellClock(clock: MovableClock): ClockState {
  return { now: clock.now().toString(), moved: clock.moved };
}

/** Puts the demonstration's clock to that moment; `null` puts it back to the real time. */
export function moveClock(clock: MovableClock, to: string | null): ClockState {
  if (to === null) clock.backToReal();
  else clock.moveTo(readMoment(to));
  return tellClock(clock);
}

/** An instant with its offset, or a date and time as a clock on a wall in England shows it. */
function readMoment(text: string): Temporal.Instant {
  const moment = instant(text) ?? wallClock(text);
  if (moment === undefined) throw new TryoutRefusal(400, 'not_a_moment', `That is not a date and time. ${HOW}`);
  if (Temporal.Instant.compare(moment, FIRST) < 0 || Temporal.Instant.compare(moment, LAST) >= 0) {
    throw new TryoutRefusal(400, 'not_a_moment', 'The clock can be put to any moment from 2000 to 2099.');
  }
  return moment;
}

function instant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

function wallClock(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(LONDON).toInstant();
  } catch {
    return undefined;
  }
}

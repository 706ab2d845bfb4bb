import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../src/core/clock.ts';
import type { Timer } from '../../../src/outbox/timer.ts';

/** A clock and timers that move only when told to. */
export interface FakeTime {
  readonly clock: Clock;
  readonly timer: Timer;
  /** Moves on by so many ms, running what falls due on the way. */
  pass(ms: number): Promise<void>;
  /** Moves on, from timer to timer, until the promise has settled. */
  until<T>(promise: Promise<T>): Promise<T>;
  /** Timers not yet run or cancelled. */
  readonly pending: () => number;
}

interface Alarm {
  readonly at: number;
  readonly run: () => void;
}

export function createFakeTime(start: string): FakeTime {
  let now = Temporal.Instant.from(start).epochMilliseconds;
  const alarms = new Set<Alarm>();
  const next = (): Alarm | undefined => [...alarms].sort((a, b) => a.at - b.at)[0];

  function ring(alarm: Alarm): void {
    alarms.delete(alarm);
    now = Math.max(now, alarm.at);
    alarm.run();
  }
  return {
    clock: { now: () => Temporal.Instant.fromEpochMilliseconds(now) },
    timer(run, ms) {
      const alarm = { at: now + ms, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    async pass(ms) {
      const end = now + ms;
      await idle();
      for (let alarm = next(); alarm && alarm.at <= end; alarm = next()) {
        ring(alarm);
        await idle();
      }
      now = end;
    },
    async until(promise) {
      let settled = false;
      const over = (): void => {
        settled = true;
      };
      promise.then(over, over);
      for (await idle(); !settled; await idle()) {
        const alarm = next();
        if (alarm === undefined) throw new Error('Nothing is going to happen any more');
        ring(alarm);
      }
      return promise;
    },
    pending: () => alarms.size,
  };
}

/** Lets everything already under way come to rest. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

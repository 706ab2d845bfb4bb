import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../src/core/clock.ts';
import type { Timer } from '../../../src/outbox/timer.ts';
import { idle } from './fake-time.ts';
import type { Chance } from './random.ts';

/** Time and order of everything that happens in a simulated run, decided by chance. */
export interface Stage {
  readonly clock: Clock;
  readonly timer: Timer;
  /** Waits to be let on. Who waits here is let on one at a time, in any order. */
  turn(): Promise<void>;
  /** Runs until that much time has passed, in ms, or until `over` says so. */
  play(ms: number, over?: () => boolean): Promise<void>;
}

interface Alarm {
  readonly at: number;
  readonly run: () => void;
}

/**
 * Time moves when nobody is waiting to be let on; and, once in a while, although somebody is, as when a machine is put
 * to sleep in the middle of things.
 */
export function createStage(chance: Chance, start: string, sleepiness: () => number): Stage {
  let now = Temporal.Instant.from(start).epochMilliseconds;
  const alarms = new Set<Alarm>();
  const waiting: (() => void)[] = [];

  function nextAlarm(): Alarm | undefined {
    let first: Alarm | undefined;
    for (const alarm of alarms) if (first === undefined || alarm.at < first.at) first = alarm;
    return first;
  }
  return {
    clock: { now: () => Temporal.Instant.fromEpochMilliseconds(now) },
    timer(run, ms) {
      const alarm = { at: now + ms, run };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    turn: () => new Promise((letOn) => waiting.push(letOn)),
    async play(ms, over = () => false) {
      const end = now + ms;
      for (await idle(); !over(); await idle()) {
        if (waiting.length > 0 && !chance.happens(sleepiness())) {
          waiting.splice(chance.upTo(waiting.length), 1)[0]?.();
          continue;
        }
        if (waiting.length > 0) {
          now += chance.upTo(400_000);
          waiting.splice(chance.upTo(waiting.length), 1)[0]?.();
          continue;
        }
        const alarm = nextAlarm();
        if (alarm === undefined || alarm.at > end) break;
        alarms.delete(alarm);
        now = Math.max(now, alarm.at);
        alarm.run();
      }
      now = Math.max(now, end);
    },
  };
}

import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../core/clock.ts';

/** A clock that can be put somewhere else in time and ticks on from there. For demonstrations only. */
export interface MovableClock extends Clock {
  /** From now on it is this moment; time then passes at its usual pace. May go backwards. */
  moveTo(at: Temporal.Instant): void;
  backToReal(): void;
  readonly moved: boolean;
  /** Called after every move, so that what is waiting for a date can look again at once. Returns how to stop listening. */
  onMove(listener: (now: Temporal.Instant) => void): () => void;
}

/** Wraps the real clock; until it is moved, it tells the real time. */
export function createMovableClock(real: Clock): MovableClock {
  let ahead: Temporal.Duration | undefined;
  const listeners = new Set<(now: Temporal.Instant) => void>();
  const now = () => (ahead === undefined ? real.now() : real.now().add(ahead));
  const tellListeners = () => {
    for (const listener of listeners) listener(now());
  };
  return {
    now,
    moveTo(at) {
      ahead = at.since(real.now());
      tellListeners();
    },
    backToReal() {
      ahead = undefined;
      tellListeners();
    },
    get moved() {
      return ahead !== undefined;
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

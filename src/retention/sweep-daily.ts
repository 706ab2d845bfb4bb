import type { Temporal } from 'temporal-polyfill';
import { type Clock, londonDate } from '../core/clock.ts';
import type { Store } from '../core/store.ts';
import { sweptInWords } from './in-words.ts';
import { sweep } from './sweep.ts';

/** How often a running bot looks whether a new day has begun. */
const LOOK_EVERY_MS = 10 * 60_000;

export interface DailySweep {
  /** Sweeps when it has not yet been done on this day by the clock. Never throws: a fault is logged, and tried again. */
  sweepIfDue(): Promise<void>;
  start(): void;
  /** Begins nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Once a day, in the running bot. Several bots may do it at once: each record is deleted by its etag, by one of them. */
export function createDailySweep(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: { info(about: object, message: string): void; warn(about: object, message: string): void };
  /** The kinds to look through. Every kind with an end, unless told. */
  readonly types?: readonly string[];
}): DailySweep {
  const { store, clock, log, types } = parts;
  const warned = new Set<string>();
  let done: Temporal.PlainDate | undefined;
  let stopping = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let running: Promise<void> | undefined;

  async function sweepToday(): Promise<void> {
    const today = londonDate(clock.now());
    if (stopping || done?.equals(today)) return;
    try {
      const swept = await sweep({
        store,
        today,
        pause: nextTurn,
        stopping: () => stopping,
        ...(types ? { types } : {}),
      });
      for (const type of swept.undecided.filter((each) => !warned.has(each))) {
        warned.add(type);
        log.warn(
          { type },
          'Retention: nobody has decided how long records of this kind are kept, so they are all kept',
        );
      }
      log.info({ removed: Object.fromEntries(swept.removed), inUse: swept.inUse }, sweptInWords(swept));
      if (swept.complete) done = today;
    } catch (err) {
      log.warn({ err }, 'Retention: the records could not be looked through; it is tried again shortly');
    }
  }

  function sweepIfDue(): Promise<void> {
    running ??= sweepToday().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    sweepIfDue,
    start() {
      timer = setInterval(() => void sweepIfDue(), LOOK_EVERY_MS);
      timer.unref();
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Lets what people are waiting for go first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

import type { Timer } from './timer.ts';

export interface Loop {
  start(): void;
  /** Look at once, or right after the look that is under way. Does nothing before `start` and after `stop`. */
  nudge(): void;
  /** Resolves when the look under way is over. */
  stop(): Promise<void>;
}

/** Looks again and again: after what `look` asks for, in ms, and at the latest after `pollMs`. `look` must not reject. */
export function createLoop(
  look: () => Promise<number | undefined>,
  options: { readonly pollMs: number; readonly timer: Timer },
): Loop {
  let running: Promise<void> | undefined;
  let started = false;
  let nudged = false;
  let cancel = (): void => {};

  function schedule(ms: number): void {
    cancel();
    cancel = options.timer(() => {
      running = once();
    }, ms);
  }
  async function once(): Promise<void> {
    nudged = false;
    const askedMs = await look();
    running = undefined;
    if (started) schedule(nudged ? 0 : Math.min(options.pollMs, askedMs ?? options.pollMs));
  }
  return {
    start() {
      if (started) return;
      started = true;
      if (running === undefined) schedule(0);
    },
    nudge() {
      nudged = true;
      if (started && running === undefined) schedule(0);
    },
    async stop() {
      started = false;
      cancel();
      await running;
    },
  };
}

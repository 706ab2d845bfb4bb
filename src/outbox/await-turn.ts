import type { Parts, Platform } from './parts.ts';
import { sleep } from './timer.ts';

/** A send that has been counted, at that moment. */
export interface Turn {
  readonly platform: Platform;
  readonly person: string;
  readonly at: number;
}

/**
 * Waits out the platform's own limit, which is short and everybody's. What concerns only this person, and a platform's
 * quiet, are for a later look: then it gives back how many ms from now.
 */
export async function awaitTurn(
  parts: Parts,
  platform: Platform,
  person: string,
): Promise<Turn | { readonly waitMs: number }> {
  for (;;) {
    if (parts.stopping()) return { waitMs: 0 };
    const turn = parts.pace.take(platform, person);
    if (turn.go) return { platform, person, at: turn.at };
    if (turn.because !== 'platform') return { waitMs: turn.waitMs };
    await sleep(parts.timer, turn.waitMs);
  }
}

/**
 * To be called at the last moment before the send. Taking the row may have been slow, and turns that were well apart when
 * they were counted would then reach the platform bunched together.
 */
export async function useTurn(parts: Parts, turn: Turn): Promise<void> {
  for (;;) {
    const waitMs = parts.pace.use(turn.platform, turn.person, turn.at);
    if (waitMs === 0) return;
    await sleep(parts.timer, waitMs);
  }
}

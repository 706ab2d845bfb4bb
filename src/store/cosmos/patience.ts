import { setTimeout as wait } from 'node:timers/promises';
import { asUnavailable, classify, codeOf } from './failure.ts';

/** Waits that long, in milliseconds. Tests hand in one that does not wait. */
export type Pause = (milliseconds: number) => Promise<unknown>;

export const realPause: Pause = (milliseconds) => wait(milliseconds);

/** How long to wait before each further try. The SDK has its own, longer patience with 429 before we ever see it. */
export const waits: readonly number[] = [50, 250, 1000];

/** The SDK has tried a read ten more times by then, or it has cost a whole time-out: somebody is waiting for an answer. */
const spent: ReadonlySet<number | string> = new Set(['ECONNRESET', 'EPIPE', 'TimeoutError']);

/** Reads may always be tried again: a busy or ailing database gets a few chances. Throws the port's errors. */
export async function readPatiently<Result>(read: () => Promise<Result>, pause: Pause): Promise<Result> {
  for (const milliseconds of [...waits, undefined]) {
    try {
      return await read();
    } catch (error) {
      const failure = classify(error);
      const mayTryAgain = failure === 'too-busy' || (failure === 'lost' && !spent.has(codeOf(error)));
      if (!mayTryAgain || milliseconds === undefined) throw asUnavailable(error, false);
      await pause(milliseconds);
    }
  }
  throw new Error('unreachable: the last try either answers or throws');
}

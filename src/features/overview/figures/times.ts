import type { FirstTimes, SupportRequest } from '../../support/index.ts';
import { dayOf, daySent } from '../survey.ts';
import type { WorkingDays } from './working-days.ts';

/** How long something took: the middle of so many, in working days, and how many still wait for it. */
export interface Taken {
  /** Nothing when it has happened to none. */
  readonly median: number | undefined;
  readonly over: number;
  readonly stillWaiting: number;
}

export function timesTaken(
  requests: readonly SupportRequest[],
  firsts: FirstTimes[keyof FirstTimes],
  days: WorkingDays,
): Taken {
  const taken = requests.flatMap((request) => {
    const at = firsts.get(request.ref);
    return at === undefined ? [] : [days(daySent(request), dayOf(at))];
  });
  const stillWaiting = requests.filter(({ ref, open }) => open && !firsts.has(ref)).length;
  return { median: medianOf(taken), over: taken.length, stillWaiting };
}

/** The one in the middle; of an even number, half way between the two. */
export function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

import { setImmediate } from 'node:timers/promises';

/** Does something for each, and lets whatever else is waiting have its turn every so many. */
export async function takingTurns<T, R>(
  items: readonly T[],
  every: number,
  each: (item: T) => R,
): Promise<readonly R[]> {
  const done: R[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % every === 0) await setImmediate();
    done.push(each(item));
  }
  return done;
}

import { z } from 'zod';
import { RequestRef } from '../schema.ts';

/**
 * What is set aside for one request out of something that can run out: half-days of an offer, pence of a pot. `held` while it
 * may still be given back, `spent` once it has been used.
 */
export const Hold = z.strictObject({
  request: RequestRef,
  /** Which proposal, or which version of the terms, it is for. A request holds one at a time. */
  number: z.int().positive(),
  amount: z.int().nonnegative(),
  at: z.iso.datetime(),
  state: z.enum(['held', 'spent']),
});
export type Hold = z.infer<typeof Hold>;

/** What nobody has yet. Never below nought. */
export function leftOf(total: number, holds: readonly Hold[]): number {
  return Math.max(0, total - holds.reduce((sum, { amount }) => sum + amount, 0));
}

/**
 * Sets an amount aside, in place of whatever the same request held before. `undefined` when there is not so much left.
 *
 * Somebody may ask twice, or be overtaken, between taking this and writing what it is for. So a number that is asked for
 * again keeps the larger amount, and a number older than the one held changes nothing: what it was for can no longer be
 * written, since the request has moved on.
 */
export function setAside(
  total: number,
  holds: readonly Hold[],
  wanted: Omit<Hold, 'state'>,
): readonly Hold[] | undefined {
  const mine = holds.find(({ request }) => request === wanted.request);
  if (mine && mine.number > wanted.number) return holds;
  if (mine?.number === wanted.number && mine.amount >= wanted.amount) return holds;
  if (mine?.state === 'spent') return undefined;
  const others = holds.filter(({ request }) => request !== wanted.request);
  if (wanted.amount > leftOf(total, others)) return undefined;
  return [...others, { ...wanted, state: 'held' }];
}

/** Gives back what a request held; with a number, only what it held for that. What is spent stays spent. */
export function giveBack(holds: readonly Hold[], request: RequestRef, number?: number): readonly Hold[] {
  return holds.filter(
    (hold) => hold.request !== request || hold.state === 'spent' || (number !== undefined && hold.number !== number),
  );
}

/** Records what was really used, which may be less than was held: the rest is free again. Never more. */
export function spend(holds: readonly Hold[], request: RequestRef, used: number): readonly Hold[] {
  return holds.map((hold) =>
    hold.request === request ? { ...hold, amount: Math.min(used, hold.amount), state: 'spent' } : hold,
  );
}

import { Temporal } from 'temporal-polyfill';
import { type Store, StoreUnavailableError } from '../../../core/store.ts';
import { OfferId } from '../offers/offer-schema.ts';
import { readRequest, sameRequestWrite } from '../records.ts';
import type { RequestRef, SupportRequest } from '../schema.ts';
import { usedHalfDays } from '../work/apply-work.ts';
import { spendHalfDays } from './hold-half-days.ts';
import { giveBack, type Hold, spend } from './ledger.ts';
import { potWrite, readPot } from './pots.ts';

const TRIES = 50;
/** A commit takes seconds; money set aside for longer than this for terms that never came was set aside by a bot that died. */
const LEFT_BEHIND_MINUTES = 10;

/** What a request takes out of a pot: its terms' cost while it is open, what was really paid once it is closed. */
export function takenBy(
  request: SupportRequest,
):
  | { readonly pot: string; readonly amount: number; readonly number: number; readonly state: Hold['state'] }
  | undefined {
  if (request.state === 'closed') {
    const { terms, agreed, spent } = request;
    if (terms.pot === undefined) return undefined;
    return { pot: terms.pot, amount: spent ?? 0, number: agreed.number, state: 'spent' };
  }
  const standing =
    request.state === 'accepted'
      ? request.draft
      : 'agreed' in request
        ? { terms: request.terms, number: request.agreed.number }
        : undefined;
  if (standing?.terms.pot === undefined) return undefined;
  return { pot: standing.terms.pot, amount: standing.terms.cost, number: standing.number, state: 'held' };
}

/**
 * After a change of a request was written: gives back the money it no longer takes, and writes down what it really spent,
 * money and half-days. Should the store fail here nothing is promised twice; `reconcilePots` puts it right later.
 */
export async function settleWork(
  store: Store,
  before: SupportRequest,
  after: SupportRequest,
  now: Temporal.Instant,
): Promise<void> {
  const [then, since] = [takenBy(before), takenBy(after)];
  try {
    if (JSON.stringify(then) !== JSON.stringify(since)) {
      for (const pot of new Set([then?.pot, since?.pot])) {
        if (pot !== undefined) await settlePot(store, pot, after.ref, now);
      }
    }
    if (after.state === 'closed') {
      await spendHalfDays(store, OfferId.parse(after.partner.offer), after.ref, usedHalfDays(after.visits));
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
  }
}

/**
 * Makes a pot say of one request what the request itself says. A hold for terms that may still be on their way to being
 * committed (its number is one the request has not come to) is left alone until it is too old for that.
 */
export async function settlePot(store: Store, pot: string, ref: RequestRef, now: Temporal.Instant): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { book, guard } = await readPot(store, pot);
    const hold = book?.holds.find(({ request }) => request === ref);
    if (!book || !hold || hold.state === 'spent') return;
    // Read after the pot: whoever takes more in between changes the pot, and this is tried again.
    const held = await readRequest(store, ref);
    const mayComeYet = held?.request.open === true && hold.number > held.request.entries;
    if (mayComeYet && !isLeftBehind(hold, now)) return;
    const next = settled(book.holds, hold, held?.request);
    if (next === book.holds) return;
    // However long a bot was asleep over these terms: it must read the request anew, and set the money aside again.
    if (mayComeYet && (await store.commit([sameRequestWrite(held)])).outcome === 'conflict') continue;
    const result = await store.commit([potWrite(pot, next, guard, now)]);
    if (result.outcome === 'committed') return;
  }
  throw new Error(`The pot ${pot} could not be written: too many others wrote to it at the same time`);

  function settled(holds: readonly Hold[], hold: Hold, request: SupportRequest | undefined): readonly Hold[] {
    const taken = request && takenBy(request);
    if (taken?.pot !== pot) return giveBack(holds, ref);
    if (taken.state === 'spent') return spend(holds, ref, taken.amount);
    if (taken.amount === hold.amount && taken.number === hold.number) return holds;
    const { amount, number } = taken;
    return holds.map((one) => (one === hold ? { ...hold, amount: Math.min(amount, hold.amount), number } : one));
  }
}

function isLeftBehind(hold: Hold, now: Temporal.Instant): boolean {
  const at = Temporal.Instant.from(hold.at);
  return Temporal.Instant.compare(at.add({ minutes: LEFT_BEHIND_MINUTES }), now) < 0;
}

/** After a crash: looks at everything set aside of these pots once, and gives back what no request takes. */
export async function reconcilePots(store: Store, pots: readonly { readonly key: string }[], now: Temporal.Instant) {
  for (const { key } of pots) {
    const { book } = await readPot(store, key);
    for (const { request, state } of book?.holds ?? []) {
      if (state === 'held') await settlePot(store, key, request, now);
    }
  }
}

import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { sortableInstant } from '../../../core/clock.ts';
import type { Guard, Ref, Store, Write } from '../../../core/store.ts';
import type { RequestRef } from '../schema.ts';
import { Hold, leftOf, setAside } from './ledger.ts';

/** What is set aside or spent of one pot of money, in pence, by request. How much there is in it is the authority's own data. */
const PotBook = z.strictObject({ v: z.literal(1), key: z.string(), holds: z.array(Hold), changedAt: z.iso.datetime() });
type PotBook = z.infer<typeof PotBook>;

const POT_TYPE = 'support-pot';
/** Others may commit money at the same moment; so many in a row would be a fault. */
const TRIES = 50;

export async function readPot(store: Store, key: string) {
  const found = await store.get(potAddress(key));
  return found
    ? { book: PotBook.parse(found.body), guard: { etag: found.etag } as Guard }
    : { book: undefined, guard: 'must-not-exist' as Guard };
}

/** Everything set aside or spent of a pot. */
export async function holdsOf(store: Store, key: string): Promise<readonly Hold[]> {
  return (await readPot(store, key)).book?.holds ?? [];
}

/**
 * Sets money aside before the request that needs it is committed. Never less than the request holds already: until its commit
 * the old terms stand. Answers what is left when there is not so much.
 */
export async function holdMoney(
  store: Store,
  pot: { readonly key: string; readonly pence: number },
  wanted: { readonly request: RequestRef; readonly number: number; readonly amount: number },
  now: Temporal.Instant,
): Promise<{ readonly outcome: 'held' } | { readonly outcome: 'not_enough'; readonly left: number }> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { book, guard } = await readPot(store, pot.key);
    const holds = book?.holds ?? [];
    const mine = holds.find(({ request }) => request === wanted.request);
    const amount = Math.max(wanted.amount, mine?.amount ?? 0);
    const next = setAside(pot.pence, holds, { ...wanted, amount, at: sortableInstant(now) });
    if (!next) {
      const others = holds.filter(({ request }) => request !== wanted.request);
      return { outcome: 'not_enough', left: leftOf(pot.pence, others) };
    }
    const result = await store.commit([potWrite(pot.key, renewed(next, wanted, now), guard, now)]);
    if (result.outcome === 'committed') return { outcome: 'held' };
  }
  throw new Error(`The pot ${pot.key} could not be written: too many others wrote to it at the same time`);
}

/** Taken again it is renewed, so that whoever is about to give back a forgotten hold finds that the pot has changed. */
function renewed(holds: readonly Hold[], of: Pick<Hold, 'request' | 'number'>, now: Temporal.Instant): readonly Hold[] {
  return holds.map((hold) =>
    hold.request === of.request && hold.number === of.number && hold.state === 'held'
      ? { ...hold, at: sortableInstant(now) }
      : hold,
  );
}

export function potWrite(key: string, holds: readonly Hold[], guard: Guard, now: Temporal.Instant): Write {
  const body: PotBook = PotBook.parse({ v: 1, key, holds, changedAt: sortableInstant(now) });
  return { kind: 'put', ref: potAddress(key), type: POT_TYPE, body, guard };
}

function potAddress(key: string): Ref {
  return { partition: `pot:${key}`, id: 'pot' };
}

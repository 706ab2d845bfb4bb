import { Temporal } from 'temporal-polyfill';
import type { Store } from '../../../core/store.ts';
import { everyOffer, offerWrite, readOffer } from '../offers/offer-records.ts';
import type { OfferId } from '../offers/offer-schema.ts';
import { readRequest, sameRequestWrite } from '../records.ts';
import type { RequestRef } from '../schema.ts';
import { promisedTo } from './hold-half-days.ts';
import { giveBack, type Hold } from './ledger.ts';

/** A bot that took half-days and then died leaves a hold behind. Younger than this, its request may still be on its way. */
const FORGOTTEN_AFTER = { minutes: 10 } as const;

/** Gives back every hold, of any offer, that no request bears out. Run at start. Answers how many. */
export async function reconcileHolds(store: Store, now: Temporal.Instant): Promise<number> {
  let given = 0;
  for (const { id, holds } of await everyOffer(store)) {
    if (holds.some((hold) => isOld(hold, now))) given += await reconcileOffer(store, id, now);
  }
  return given;
}

/** The same for one offer. */
export function reconcileOffer(store: Store, id: OfferId, now: Temporal.Instant): Promise<number> {
  return giveBackUnclaimed(store, id, (hold) => isOld(hold, now));
}

/** What was taken for a proposal that then could not be made: given back at once, unless the request bears it out after all. */
export function giveUpHold(store: Store, id: OfferId, request: RequestRef, number: number): Promise<number> {
  return giveBackUnclaimed(store, id, (hold) => hold.request === request && hold.number === number);
}

/**
 * However long a bot may have been asleep between taking half-days and writing what they are for, none is given twice: the
 * offer is read first, then the request is written again unchanged, so that whoever read it before must read it anew and take
 * the half-days again; and they are given back only if nobody has done so since the offer was read.
 */
async function giveBackUnclaimed(store: Store, id: OfferId, which: (hold: Hold) => boolean): Promise<number> {
  const held = await readOffer(store, id);
  if (!held) return 0;
  let holds: readonly Hold[] = held.offer.holds;
  for (const hold of holds.filter((one) => one.state === 'held' && which(one))) {
    const found = await readRequest(store, hold.request);
    const promised = found && promisedTo(found.request);
    if (promised?.offer === id && promised.number === hold.number) continue;
    if (found && (await store.commit([sameRequestWrite(found)])).outcome === 'conflict') continue;
    holds = giveBack(holds, hold.request, hold.number);
  }
  const given = held.offer.holds.length - holds.length;
  if (given === 0) return 0;
  const result = await store.commit([offerWrite({ ...held.offer, holds: [...holds] }, { etag: held.etag })]);
  return result.outcome === 'committed' ? given : 0;
}

function isOld(hold: Hold, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(Temporal.Instant.from(hold.at).add(FORGOTTEN_AFTER), now) < 0;
}

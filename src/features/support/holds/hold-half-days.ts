import { Refusal } from '../../../core/refusal.ts';
import { type Store, StoreUnavailableError } from '../../../core/store.ts';
import { offerWrite, readOffer } from '../offers/offer-records.ts';
import { type Offer, OfferId } from '../offers/offer-schema.ts';
import { readRequest } from '../records.ts';
import type { RequestRef, SupportRequest } from '../schema.ts';
import { giveBack, type Hold, setAside, spend } from './ledger.ts';

/** How often to look again when somebody else changed the offer in between. */
const TRIES = 20;

/** Half-days of an offer that a request has been promised: asked for, or agreed. */
export interface Promised {
  readonly offer: OfferId;
  readonly number: number;
  readonly halfDays: number;
}

/** What a request as it stands has been promised. A hold that no request's record bears out is nobody's. */
export function promisedTo(request: SupportRequest): Promised | undefined {
  const held = 'proposal' in request ? request.proposal : 'partner' in request ? request.partner : undefined;
  return held && { offer: OfferId.parse(held.offer), number: held.number, halfDays: held.halfDays };
}

/**
 * Sets half-days of an offer aside for a request, before the request says so: the two cannot be written together, and a
 * half-day that waits for nobody is better than one promised twice. False when the offer has not so many left. Throws
 * `Refusal` when the offer is no longer open to it.
 */
export async function holdHalfDays(store: Store, id: OfferId, wanted: Omit<Hold, 'state'>): Promise<boolean> {
  return changeHolds(store, id, (offer) => {
    if (offer.state !== 'live') throw noLongerOpen();
    const holds = setAside(offer.halfDays, offer.holds, wanted);
    // Taking it again renews it, so that whoever is about to give back a forgotten hold finds that the offer has changed.
    return holds?.map((hold) => (isFor(hold, wanted) && hold.state === 'held' ? { ...hold, at: wanted.at } : hold));
  });
}

/** Gives back what a request held of an offer under that number. */
export async function releaseHalfDays(store: Store, id: OfferId, request: RequestRef, number: number): Promise<void> {
  await changeHolds(store, id, (offer) => {
    const holds = giveBack(offer.holds, request, number);
    return holds.length === offer.holds.length ? 'same' : holds;
  });
}

/** Records the half-days really given; the rest of what was held is free again. */
export async function spendHalfDays(store: Store, id: OfferId, request: RequestRef, used: number): Promise<void> {
  await changeHolds(store, id, (offer) =>
    offer.holds.some((hold) => hold.request === request) ? spend(offer.holds, request, used) : 'same',
  );
}

/**
 * After a change of a request was written: what it no longer needs goes back, and what it now has is exactly what it was
 * promised. Should the store fail here nothing is promised twice; `reconcileHolds` gives it back later.
 */
export async function settleHalfDays(store: Store, before: SupportRequest, after: SupportRequest): Promise<void> {
  const had = promisedTo(before);
  const has = promisedTo(after);
  if (had?.offer === has?.offer && had?.number === has?.number) return;
  try {
    if (had) await releaseHalfDays(store, had.offer, before.ref, had.number);
    if (has) await changeHolds(store, has.offer, (offer) => exactly(store, offer, after.ref, has));
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) throw error;
  }
}

/** Two presses of one proposal may have taken different amounts: what was written counts, as long as it is still being asked. */
async function exactly(
  store: Store,
  offer: Offer,
  request: RequestRef,
  { number, halfDays }: Promised,
): Promise<readonly Hold[] | 'same'> {
  const tooMuch = (hold: Hold) => isFor(hold, { request, number }) && hold.state === 'held' && hold.amount > halfDays;
  if (!offer.holds.some(tooMuch)) return 'same';
  const now = await readRequest(store, request);
  if (now?.request.state !== 'proposed' || now.request.proposal.number !== number) return 'same';
  return offer.holds.map((hold) => (tooMuch(hold) ? { ...hold, amount: halfDays } : hold));
}

type Changed = readonly Hold[] | 'same' | undefined;

/** False when `change` says that it cannot be. An offer that is not there cannot be changed. */
async function changeHolds(
  store: Store,
  id: OfferId,
  change: (offer: Offer) => Changed | Promise<Changed>,
): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const held = await readOffer(store, id);
    if (!held) return false;
    const holds = await change(held.offer);
    if (holds === undefined) return false;
    if (holds === 'same') return true;
    const result = await store.commit([offerWrite({ ...held.offer, holds: [...holds] }, { etag: held.etag })]);
    if (result.outcome === 'committed') return true;
  }
  throw new Refusal(
    'out_of_date',
    'Several people changed that offer at the same moment. Nothing has changed by you. Please look at it again.',
  );
}

function isFor(hold: Hold, { request, number }: Pick<Hold, 'request' | 'number'>): boolean {
  return hold.request === request && hold.number === number;
}

function noLongerOpen(): Refusal {
  return new Refusal(
    'out_of_date',
    'That offer is not open any more, so nobody has been asked. Please choose another. Nothing has changed.',
  );
}

import type { Temporal } from 'temporal-polyfill';
import type { SchoolId } from '../../../core/ids.ts';
import type { Condition, Guard, Ref, Store, Stored, Write } from '../../../core/store.ts';
import { Offer, type OfferId } from './offer-schema.ts';

const OFFER_TYPE = 'support-offer';

export function offerPartition(id: OfferId): string {
  return `offer:${id}`;
}

export function offerAddress(id: OfferId): Ref {
  return { partition: offerPartition(id), id: 'offer' };
}

export async function readOffer(
  store: Store,
  id: OfferId,
): Promise<{ readonly offer: Offer; readonly etag: Stored['etag'] } | undefined> {
  const found = await store.get(offerAddress(id));
  return found && { offer: Offer.parse(found.body), etag: found.etag };
}

export function offerWrite(offer: Offer, guard: Guard): Write {
  const body = Offer.parse(offer);
  return { kind: 'put', ref: offerAddress(body.id), type: OFFER_TYPE, body, guard };
}

export function liveOffers(store: Store): Promise<readonly Offer[]> {
  return find(store, [{ field: 'state', eq: 'live' }]);
}

/** Those that have not ended nor been withdrawn, the paused and the used up among them. */
export function offersAsOf(store: Store, today: Temporal.PlainDate): Promise<readonly Offer[]> {
  return find(store, [
    { field: 'state', in: ['live', 'paused', 'used'] },
    { field: 'to', from: today.toString() },
  ]);
}

/** Whatever its state. */
export function everyOffer(store: Store): Promise<readonly Offer[]> {
  return find(store, []);
}

/** Newest first. */
export function offersOf(store: Store, schools: readonly SchoolId[]): Promise<readonly Offer[]> {
  return find(store, [{ field: 'school', in: schools }]);
}

async function find(store: Store, where: readonly Condition[]): Promise<readonly Offer[]> {
  const found: Offer[] = [];
  let continuation: string | undefined;
  do {
    const page = await store.query({
      type: OFFER_TYPE,
      where,
      orderBy: { field: 'offeredAt', direction: 'descending' },
      limit: 500,
      ...(continuation ? { continuation } : {}),
    });
    found.push(...page.items.map((item) => Offer.parse(item.body)));
    continuation = page.continuation;
  } while (continuation);
  return found;
}

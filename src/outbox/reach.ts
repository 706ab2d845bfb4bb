import { Temporal } from 'temporal-polyfill';
import { sortableInstant } from '../core/clock.ts';
import type { PersonId } from '../core/ids.ts';
import { Reach, reachRef } from '../core/outbox.ts';
import type { Parts, Platform } from './parts.ts';

export type Contact = Reach['addresses'][number];

/** How a person can be written to now, the platform they used last first. Throws when the record cannot be read. */
export async function contactsOf(
  parts: Pick<Parts, 'store' | 'senders'>,
  person: PersonId,
): Promise<readonly Contact[]> {
  const stored = await parts.store.get(reachRef(person));
  if (stored === undefined) return [];
  return Reach.parse(stored.body)
    .addresses.filter((each) => each.unreachableSince === undefined && parts.senders[each.platform] !== undefined)
    .sort((a, b) => Temporal.Instant.compare(b.at, a.at));
}

/**
 * Writes down that this address no longer works, unless the person has written from that platform since. Repeats when
 * somebody else changes the record meanwhile; throws as `Store.commit` does.
 */
export async function markUnreachable(
  parts: Pick<Parts, 'store'>,
  person: PersonId,
  used: { readonly platform: Platform; readonly at: string },
  now: Temporal.Instant,
): Promise<void> {
  for (;;) {
    const stored = await parts.store.get(reachRef(person));
    if (stored === undefined) return;
    const reach = Reach.parse(stored.body);
    const same = (each: Contact): boolean =>
      each.platform === used.platform && each.at === used.at && each.unreachableSince === undefined;
    if (!reach.addresses.some(same)) return;
    const addresses = reach.addresses.map((each) =>
      same(each) ? { ...each, unreachableSince: sortableInstant(now) } : each,
    );
    const ref = { partition: stored.partition, id: stored.id };
    const body = { ...reach, addresses };
    const result = await parts.store.commit([
      { kind: 'put', ref, type: stored.type, body, guard: { etag: stored.etag } },
    ]);
    if (result.outcome === 'committed') return;
  }
}

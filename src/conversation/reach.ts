import { sortableInstant } from '../core/clock.ts';
import type { PersonId } from '../core/ids.ts';
import { Reach, reachRef } from '../core/outbox.ts';
import { readOnce } from '../core/read-once.ts';
import type { Store } from '../core/store.ts';
import type { Turn } from '../core/turn.ts';

const readReach = readOnce(Reach);

/**
 * Notes where this person can be written to, from a turn in their own conversation with the bot. True when that is news:
 * the first time, a new conversation, or after they had blocked the bot.
 */
export async function rememberReach(store: Store, person: PersonId, turn: Turn): Promise<boolean> {
  if (turn.place.kind !== 'personal') return false;
  const { platform } = turn.from.identity;
  const found = await store.get(reachRef(person));
  const reach: Reach = found ? readReach(found.body) : { v: 1, addresses: [] };
  const known = reach.addresses.find((entry) => entry.platform === platform);
  const address = turn.place.address;
  const isSame = known && !known.unreachableSince && JSON.stringify(known.address) === JSON.stringify(address);
  // Written again only when they have come back from another platform: the last one used is where notices go.
  if (isSame && reach.addresses.every((entry) => entry.at <= known.at)) return false;
  const addresses = [
    ...reach.addresses.filter((entry) => entry.platform !== platform),
    { platform, address, at: sortableInstant(turn.at) },
  ];
  const result = await store.commit([
    {
      kind: 'put',
      ref: reachRef(person),
      type: 'reach',
      body: { v: 1, addresses },
      guard: found ? { etag: found.etag } : 'must-not-exist',
    },
  ]);
  return result.outcome === 'committed' && !isSame;
}

import { z } from 'zod';
import { type Clock, sortableInstant } from '../../core/clock.ts';
import { JsonRecord } from '../../core/json.ts';
import type { JsonObject, Ref, Store, Stored } from '../../core/store.ts';

/** Something Slack delivered, written down before Slack is told that it arrived. Holds people's words. */
const Delivery = z.strictObject({
  v: z.literal(1),
  id: z.string(),
  /** When somebody last took it on. */
  since: z.iso.datetime({ offset: true }),
  tries: z.int().positive(),
  payload: JsonRecord,
  retention: z.literal('turn'),
});
type Delivery = z.infer<typeof Delivery>;

export const DELIVERY_TYPE = 'slack-delivery';

/** An hour less than a turn is known for, so that nothing is ever answered twice. */
const KEPT_SECONDS = 23 * 60 * 60;

/** Longer than a turn's own claim, and than most answers take: whoever took it on is then thought to be gone. */
const OVERDUE_SECONDS = 20;

/** What ends the bot every time is let go of in the end. */
const MOST_TRIES = 5;

/** What has been delivered and not yet answered. Each in a partition of its own, gone as soon as it is answered. */
export interface Inbox {
  /** `known`: it is written down already, so somebody is at it. Throws when it could not be written down. */
  keep(id: string, payload: JsonObject): Promise<'kept' | 'known'>;
  /** It has been answered: its words go. */
  done(id: string): Promise<void>;
  /** Takes over what others left lying. Never what this process is at. */
  takeOverdue(busy: (id: string) => boolean): Promise<readonly { readonly id: string; readonly payload: JsonObject }[]>;
}

/** `clock` is the real one: a demonstration that moves its clock does not make anybody late. */
export function createInbox(store: Store, clock: Clock): Inbox {
  const put = (delivery: Delivery, guard: { readonly etag: string } | 'must-not-exist') =>
    store.commit([
      { kind: 'put', ref: refOf(delivery.id), type: DELIVERY_TYPE, body: delivery, guard, ttlSeconds: KEPT_SECONDS },
    ]);

  async function takeOver(found: Stored): Promise<Delivery | undefined> {
    const delivery = Delivery.parse(found.body);
    if (delivery.tries >= MOST_TRIES) {
      await store.commit([{ kind: 'delete', ref: found, guard: { etag: found.etag } }]);
      return undefined;
    }
    const mine: Delivery = { ...delivery, since: sortableInstant(clock.now()), tries: delivery.tries + 1 };
    const result = await put(mine, { etag: found.etag });
    return result.outcome === 'committed' ? mine : undefined;
  }

  return {
    async keep(id, payload) {
      const since = sortableInstant(clock.now());
      const result = await put({ v: 1, id, since, tries: 1, payload, retention: 'turn' }, 'must-not-exist');
      return result.outcome === 'committed' ? 'kept' : 'known';
    },
    async done(id) {
      await store.commit([{ kind: 'delete', ref: refOf(id), guard: 'any' }]);
    },
    async takeOverdue(busy) {
      const before = sortableInstant(clock.now().subtract({ seconds: OVERDUE_SECONDS }));
      const page = await store.query({ type: DELIVERY_TYPE, where: [{ field: 'since', to: before }], limit: 100 });
      const taken: Delivery[] = [];
      for (const found of page.items) {
        if (busy(String(found.body.id))) continue;
        const mine = await takeOver(found);
        if (mine) taken.push(mine);
      }
      return taken.map(({ id, payload }) => ({ id, payload }));
    },
  };
}

function refOf(id: string): Ref {
  return { partition: `slack-delivery:${id}`, id: 'delivery' };
}

import { Temporal } from 'temporal-polyfill';
import { fingerprint } from '../../core/fingerprint.ts';
import type { NotAnswered } from '../../core/phrases.ts';
import type { Ref, Store } from '../../core/store.ts';
import { Unanswered } from './schema.ts';

const PARTITION = 'unanswered';
export const UNANSWERED_TYPE = 'unanswered';
const A_DAY = 24 * 60 * 60;

/** How often to look again when the same words were kept at the same moment. */
const TRIES = 3;

/** By the words alone, so that nothing kept leads back to a turn or to whoever wrote it. */
function refOf(text: string): Ref {
  return { partition: PARTITION, id: fingerprint(text) };
}

/** Keeps a masked message, or counts it once more. The store forgets it by itself, so many days after it was first kept. */
export async function keepUnanswered(
  store: Store,
  masked: string,
  { offered, on }: Pick<NotAnswered, 'offered' | 'on'>,
  keepDays: number,
): Promise<void> {
  const ref = refOf(masked);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const found = await store.get(ref);
    const before = found ? Unanswered.parse(found.body) : undefined;
    const today = on.toString();
    const first = before?.first ?? today;
    const until = before?.until ?? on.add({ days: keepDays }).toString();
    const daysLeft = on.until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days;
    if (daysLeft <= 0) return;
    const body = Unanswered.parse({
      v: 1,
      text: masked,
      offered,
      times: (before?.times ?? 0) + 1,
      first,
      latest: today,
      until,
    });
    const result = await store.commit([
      {
        kind: 'put',
        ref,
        type: UNANSWERED_TYPE,
        body,
        guard: found ? { etag: found.etag } : 'must-not-exist',
        ttlSeconds: daysLeft * A_DAY,
      },
    ]);
    if (result.outcome === 'committed') return;
  }
}

export interface KeptUnanswered extends Unanswered {
  readonly id: string;
}

/** The latest first. One more than asked for tells that there are others. */
export async function readUnanswered(store: Store, most: number): Promise<readonly KeptUnanswered[]> {
  const page = await store.query({
    type: UNANSWERED_TYPE,
    partition: PARTITION,
    orderBy: { field: 'latest', direction: 'descending' },
    limit: most,
  });
  return page.items.map(({ id, body }) => ({ id, ...Unanswered.parse(body) }));
}

/** Deleting what is gone already is no matter. */
export async function forgetUnanswered(store: Store, id: string): Promise<void> {
  await store.commit([{ kind: 'delete', ref: { partition: PARTITION, id }, guard: 'any' }]);
}

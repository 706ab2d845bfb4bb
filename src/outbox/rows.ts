import { OUTBOX_TYPE, OutboxRow } from '../core/outbox.ts';
import type { Etag, QuerySpec, Ref, Store, Stored, Write } from '../core/store.ts';

/** A row as it was read, to be changed only if it still is what was read. */
export interface HeldRow {
  readonly ref: Ref;
  readonly row: OutboxRow;
  readonly etag: Etag;
}

const FINISHED: ReadonlySet<OutboxRow['state']> = new Set(['sent', 'no_longer_true']);

/** `undefined` when the stored body is not a row this version can read. */
export function readRow(stored: Stored): HeldRow | undefined {
  const parsed = OutboxRow.safeParse(stored.body);
  if (!parsed.success) return undefined;
  return { ref: { partition: stored.partition, id: stored.id }, row: parsed.data, etag: stored.etag };
}

export async function fetchRow(store: Store, ref: Ref): Promise<HeldRow | undefined> {
  const stored = await store.get(ref);
  return stored && readRow(stored);
}

/** Every page of a query, in order. A row changed meanwhile is met as it was when its page was read. */
export async function* eachPage(store: Store, spec: QuerySpec): AsyncGenerator<readonly Stored[]> {
  let continuation: string | undefined;
  do {
    const page = await store.query(continuation === undefined ? spec : { ...spec, continuation });
    if (page.items.length > 0) yield page.items;
    continuation = page.continuation;
  } while (continuation !== undefined);
}

/**
 * Replaces a row nobody has changed since it was read; `undefined` when somebody had. Finished rows are kept
 * `keepDays`, so that what they are about cannot be queued again, and what they say is not kept for ever. Throws as
 * `Store.commit` does.
 */
export async function changeRow(
  store: Store,
  held: HeldRow,
  row: OutboxRow,
  policy: { readonly keepDays: number },
): Promise<HeldRow | undefined> {
  return (await changeRows(store, [{ held, row }], policy))?.[0];
}

/** The same for several rows of one partition: all or none. */
export async function changeRows(
  store: Store,
  changes: readonly { readonly held: HeldRow; readonly row: OutboxRow }[],
  policy: { readonly keepDays: number },
): Promise<readonly HeldRow[] | undefined> {
  const writes = changes.map(({ held, row }): Write => {
    const kept = FINISHED.has(row.state) ? { ttlSeconds: policy.keepDays * 24 * 60 * 60 } : {};
    const body = OutboxRow.parse(row);
    return { kind: 'put', ref: held.ref, type: OUTBOX_TYPE, body, guard: { etag: held.etag }, ...kept };
  });
  const result = await store.commit(writes);
  if (result.outcome !== 'committed') return undefined;
  const rows = changes.map(({ held, row }, index) => ({ ref: held.ref, row, etag: result.etags[index] }));
  return rows.flatMap(({ etag, ...rest }) => (etag ? [{ ...rest, etag }] : []));
}

/** The row in another state, with nothing left over from a sending that is past. */
export function inState<Row extends OutboxRow>(row: Row, state: OutboxRow['state'], trouble?: string): Row {
  const { leaseUntil: _, lastTrouble: __, ...rest } = row;
  return { ...rest, state, ...(trouble === undefined ? {} : { lastTrouble: trouble.slice(0, 300) }) } as Row;
}

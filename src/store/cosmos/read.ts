import type { Container, JSONObject, SqlQuerySpec } from '@azure/cosmos';
import type { Ref } from '../../core/store.ts';
import { ReadDocument } from './document.ts';
import { itemIdOf } from './item-id.ts';
import type { Pause } from './patience.ts';
import { readPatiently } from './patience.ts';

/** A point read; undefined when Cosmos has no such document. Expiry by our clock is the caller's to look at. */
export async function readDocument(container: Container, ref: Ref, pause: Pause): Promise<ReadDocument | undefined> {
  const item = container.item(itemIdOf(ref.id), ref.partition);
  const answer = await readPatiently(() => item.read<JSONObject>(), pause);
  return answer.statusCode === 404 || answer.resource === undefined ? undefined : ReadDocument.parse(answer.resource);
}

/** Runs one query to its end; `TOP` in its text keeps that short. */
export async function runQuery(
  container: Container,
  query: SqlQuerySpec,
  partition: string | undefined,
  pause: Pause,
): Promise<readonly ReadDocument[]> {
  // The SDK would fetch ten at a time across partitions.
  const scope = { maxItemCount: 1000, ...(partition === undefined ? {} : { partitionKey: partition }) };
  const answer = await readPatiently(() => container.items.query<JSONObject>(query, scope).fetchAll(), pause);
  return answer.resources.map((resource) => ReadDocument.parse(resource));
}

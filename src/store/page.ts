import type { Page, Stored } from '../core/store.ts';
import type { CheckedQuery } from './checked-query.ts';
import { writeContinuation } from './continuation.ts';
import { sortMarkOf } from './sort-kind.ts';

/** Makes a page of what was found when one document more than the limit was asked for. */
export function toPage(query: CheckedQuery, found: readonly Stored[]): Page {
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  if (last === undefined || found.length <= query.limit) return { items };
  const mark = sortMarkOf(last.body, query.orderBy?.path ?? []);
  const continuation = writeContinuation(query.fingerprint, { ...mark, partition: last.partition, id: last.id });
  return { items, continuation };
}

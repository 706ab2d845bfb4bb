import type { QuerySpec } from '../core/store.ts';
import { describeFault } from './fault.ts';
import type { Parts } from './parts.ts';
import { eachPage, type HeldRow, readRow } from './rows.ts';
import { buryUnreadable } from './unreadable.ts';

/**
 * Does something to every row a query finds and counts how often it was done (`work` says). One row's fault is logged
 * and stops no other. Throws only when the query itself does.
 */
export async function eachRow(
  parts: Pick<Parts, 'store' | 'log' | 'policy'>,
  spec: QuerySpec,
  work: (held: HeldRow) => Promise<boolean>,
): Promise<number> {
  let done = 0;
  for await (const page of eachPage(parts.store, { ...spec, limit: parts.policy.pageSize })) {
    for (const stored of page) {
      const held = readRow(stored);
      if (held === undefined) {
        await buryUnreadable(parts, stored);
        continue;
      }
      try {
        if (await work(held)) done += 1;
      } catch (error) {
        parts.log.error({ row: held.ref, ...describeFault(error) }, 'An outbox row could not be moved on');
      }
    }
  }
  return done;
}

import type { Condition, Store } from '../../core/store.ts';
import { AuditRow, type From } from './schema.ts';

/** As many rows as a phone shows without tiring anybody. */
const ROWS_A_PAGE = 8;

export interface TrailPage {
  readonly rows: readonly AuditRow[];
  /** Present when older rows follow. */
  readonly next?: From;
}

/** One page of the trail, newest first. Rows written while somebody reads move no page. */
export async function readTrail(store: Store, of: Condition, from: From | undefined): Promise<TrailPage> {
  const skip = from?.skip ?? 0;
  const page = await store.query({
    type: 'audit',
    where: [of, ...(from ? [{ field: 'at', to: from.until }] : [])],
    orderBy: { field: 'at', direction: 'descending' },
    limit: skip + ROWS_A_PAGE + 1,
  });
  const all = page.items.map((item) => AuditRow.parse(item.body));
  const rows = all.slice(skip, skip + ROWS_A_PAGE);
  const last = rows.at(-1);
  if (!last || all.length <= skip + ROWS_A_PAGE) return { rows };
  const sameMoment = all.slice(0, skip + ROWS_A_PAGE).filter((row) => row.at === last.at).length;
  return { rows, next: { until: last.at, skip: sameMoment } };
}

import type { RowsFile } from './categories/read-categories.ts';
import type { Reject } from './reading/reject.ts';
import type { RowsTakenIn } from './report.ts';
import type { Change, Plan } from './writing/plan.ts';
import type { RowSink } from './writing/row-sink.ts';

/** Hands checked rows to the feature they belong to and plans what it answers. What it refuses joins the rejected rows. */
export async function takeInRows<Row>(
  read: RowsFile<Row>,
  sink: RowSink<Row>,
  plan: Plan,
): Promise<{ readonly taken: RowsTakenIn; readonly rejects: readonly Reject[] }> {
  const { commits, unchanged, refused } = await sink(read.rows);
  const changes: Record<Change, number> = { new: 0, changed: 0, unchanged };
  for (const { change, writes } of commits) {
    changes[change] += 1;
    plan.add(writes);
  }
  const { file, rowsRead, unused } = read;
  const rejects = refused.map(({ line, reason }) => ({ file, line, column: '', value: '', reason }));
  return {
    taken: { file, rowsRead, unused, rows: read.rows.length - refused.length, changes },
    rejects: [...read.rejects, ...rejects],
  };
}

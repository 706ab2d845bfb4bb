import { openTable } from '../reading/open-table.ts';
import type { Reject } from '../reading/reject.ts';
import type { CategoryRow } from './category-row.ts';
import { CATEGORIES, type CategoryColumn } from './columns.ts';
import { type CategoryContext, parseCategory } from './parse-category.ts';

export interface RowsFile<Row> {
  readonly file: string;
  readonly rowsRead: number;
  readonly rows: readonly Row[];
  readonly rejects: readonly Reject[];
  readonly unused: readonly string[];
}

/** Reads the categories file. Throws `BrokenFile` when it is none. */
export async function readCategories(
  file: string,
  context: CategoryContext,
  rowRead: (rows: number) => void,
): Promise<RowsFile<CategoryRow>> {
  const table = await openTable<CategoryColumn>(file, [CATEGORIES]);
  const rejects: Reject[] = [];
  const seen = new Map<string, CategoryRow>();
  let rowsRead = 0;
  for await (const row of table.rows((reject) => rejects.push(reject))) {
    rowsRead += 1;
    rowRead(rowsRead);
    const category = parseCategory(row, context);
    const key = category && keyOf(category);
    const twin = key === undefined ? undefined : seen.get(key);
    if (twin) row.refuse('school', `${ONE_EACH} The other is on line ${twin.line}.`);
    rejects.push(...row.refusals);
    if (category && key !== undefined && !twin) seen.set(key, category);
  }
  return { file, rowsRead, rows: [...seen.values()], rejects, unused: table.unused };
}

const ONE_EACH = 'A school has one communicated level a year, and at most one proposed or ratified one.';

function keyOf({ school, academicYear, state }: CategoryRow): string {
  return state === 'communicated' ? `${school} ${academicYear}` : `${school} on its way`;
}

import type { Column, TableKind } from '../reading/columns.ts';
import { openTable } from '../reading/open-table.ts';
import type { Reject } from '../reading/reject.ts';
import type { SchoolFinder } from '../schools/find-school.ts';
import type { SchoolBook } from '../schools/school-book.ts';
import { findWord, type PartnershipWords } from '../words/partnership-words.ts';
import { withoutBlanks } from '../writing/canonical.ts';
import type { Change } from '../writing/plan.ts';

const columns = {
  school: { names: ['school', 'urn'], required: true },
  area: { names: ['area'], required: true },
  otherNames: { names: ['other_names', 'other names'] },
} satisfies Record<string, Column>;
type LocalColumn = keyof typeof columns;

export const LOCAL: TableKind<LocalColumn> = { name: 'the partnership’s own details of its schools', columns };

export interface LocalTakenIn {
  readonly file: string;
  readonly rowsRead: number;
  readonly changes: Readonly<Record<Change, number>>;
  readonly rejects: readonly Reject[];
  readonly unused: readonly string[];
}

/**
 * Takes in what only the partnership knows of its schools: the area each belongs to and the names people use. A blank cell
 * says nothing, and what is held stays. Throws `BrokenFile` when the file is none.
 */
export async function takeInLocal(
  file: string,
  given: { readonly book: SchoolBook; readonly schools: SchoolFinder; readonly words: PartnershipWords },
  rowRead: (rows: number) => void,
): Promise<LocalTakenIn> {
  const table = await openTable<LocalColumn>(file, [LOCAL]);
  const rejects: Reject[] = [];
  const changes: Record<Change, number> = { new: 0, changed: 0, unchanged: 0 };
  let rowsRead = 0;
  for await (const row of table.rows((reject) => rejects.push(reject))) {
    rowsRead += 1;
    rowRead(rowsRead);
    const written = row.required('school');
    const found = written === undefined ? undefined : given.schools.find(written);
    if (found && 'reason' in found) row.refuse('school', found.reason);
    const area = row.text('area');
    const word = area === undefined ? undefined : findWord('an area', area, given.words.areas);
    if (word && 'reason' in word) row.refuse('area', word.reason);
    rejects.push(...row.refusals);
    if (!row.good || !found || !('school' in found)) continue;
    const { school } = found;
    const aliases = row
      .text('otherNames')
      ?.split(';')
      .map((name) => name.trim());
    const next = {
      ...school,
      area: word && 'id' in word ? word.id : school.area,
      aliases: aliases === undefined ? school.aliases : [...new Set(aliases.filter((name) => name !== ''))],
    };
    changes[given.book.put(withoutBlanks(next))] += 1;
  }
  return { file, rowsRead, changes, rejects, unused: table.unused };
}

import type { Fact } from '../../core/disclosure.ts';
import type { Asking } from '../../core/feature.ts';
import type { SchoolId } from '../../core/ids.ts';
import type { Parts } from './parts.ts';
import { readSchool } from './records.ts';

/**
 * Those of a page's rows that the viewer may know of by the schools' own records. A list is chosen from the directory in
 * memory, which may be seconds behind an import; what is shown never rests on it.
 */
export async function onlyTellable<Row extends { readonly school: { readonly id: SchoolId } }>(
  parts: Parts,
  rows: readonly Row[],
  asking: Asking,
  facts: readonly Fact[],
): Promise<readonly Row[]> {
  const checked = await Promise.all(
    rows.map(async (row) => {
      const school = await readSchool(parts.store, row.school.id);
      const may = school && facts.every((fact) => parts.needToKnow.may(asking.viewer, fact, school, asking.today));
      return may ? [row] : [];
    }),
  );
  return checked.flat();
}

import type { AcademicYear } from '../../core/academic-year.ts';
import type { SchoolId } from '../../core/ids.ts';
import type { JsonObject, Store } from '../../core/store.ts';

/** Below this many schools the ids are named in the query; above it, the year is read whole. */
const NAMED_AT_MOST = 100;

/** One kind of record for many schools in one year, by school. For lists only: a question about one school is point reads. */
export async function readYear<T extends { readonly school: SchoolId }>(
  store: Store,
  wanted: {
    readonly type: string;
    readonly year: AcademicYear;
    readonly schools: readonly SchoolId[];
    readonly parse: (body: JsonObject) => T;
  },
): Promise<ReadonlyMap<SchoolId, T>> {
  const inScope = new Set(wanted.schools);
  const found = new Map<SchoolId, T>();
  let continuation: string | undefined;
  do {
    const page = await store.query({
      type: wanted.type,
      where: [
        { field: 'academicYear', eq: wanted.year },
        ...(wanted.schools.length <= NAMED_AT_MOST ? [{ field: 'school', in: wanted.schools }] : []),
      ],
      limit: 1000,
      ...(continuation ? { continuation } : {}),
    });
    for (const item of page.items) {
      const record = wanted.parse(item.body);
      if (inScope.has(record.school)) found.set(record.school, record);
    }
    continuation = page.continuation;
  } while (continuation);
  return found;
}

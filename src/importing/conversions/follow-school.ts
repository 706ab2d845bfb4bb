import type { SchoolId } from '../../core/ids.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Json, JsonObject, Store } from '../../core/store.ts';
import { readAll } from '../writing/read-all.ts';

/**
 * Makes every record of these kinds that names an entry that is gone name the school it went into. They lie in partitions of
 * their own, under `school` or in `schools`, however deep. Each by its etag, and none twice, so a stop is mended by running
 * again. Returns how many records it concerned. Throws `Refusal` when somebody changed one at the same moment.
 */
export async function followSchool(
  store: Store,
  types: readonly string[],
  gone: readonly SchoolId[],
  to: SchoolId,
): Promise<number> {
  let followed = 0;
  for (const type of types) {
    for await (const { partition, id, body, etag } of readAll(store, { type })) {
      const renamed = rename(body, gone, to);
      if (renamed === body) continue;
      const ref = { partition, id };
      const result = await store.commit([{ kind: 'put', ref, type, body: renamed as JsonObject, guard: { etag } }]);
      if (result.outcome === 'conflict') {
        throw new Refusal('out_of_date', 'Somebody changed a record of the school at the same moment. Run it again.');
      }
      followed += 1;
    }
  }
  return followed;
}

/** The same value, and the very same object, where nothing in it names the school. */
function rename(value: Json | undefined, gone: readonly string[], to: string, key?: string): Json | undefined {
  if (typeof value === 'string') return key === 'school' && gone.includes(value) ? to : value;
  if (Array.isArray(value)) {
    const renamed = value.map((each: Json) => rename(each, gone, to, key === 'schools' ? 'school' : undefined) ?? null);
    if (renamed.every((each, index) => each === value[index])) return value;
    // A list of schools that was kept in order is kept in order.
    return key === 'schools' && isSorted(value) ? renamed.toSorted() : renamed;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, rename(each, gone, to, name)] as const);
  return entries.every(([name, each]) => each === Reflect.get(value, name)) ? value : Object.fromEntries(entries);
}

function isSorted(list: readonly Json[]): boolean {
  return list.every((each, index) => index === 0 || String(list[index - 1]) <= String(each));
}

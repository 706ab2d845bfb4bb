import type { Json, JsonObject } from '../core/store.ts';

/** The kinds of value a query can be ordered by. Everything else (missing, null, lists, objects) is `unsorted` and ties. */
export type SortKind = 'unsorted' | 'boolean' | 'number' | 'string';
export type SortValue = boolean | number | string | null;

export interface SortMark {
  readonly kind: SortKind;
  /** Null exactly when unsorted. */
  readonly value: SortValue;
}

export type Direction = 'ascending' | 'descending';

const unsorted: SortMark = { kind: 'unsorted', value: null };

/** The order in which kinds follow each other. Unsorted documents come first whichever the direction. */
export function kindsInOrder(direction: Direction): readonly SortKind[] {
  return direction === 'ascending'
    ? ['unsorted', 'boolean', 'number', 'string']
    : ['unsorted', 'string', 'number', 'boolean'];
}

/** What a body is ordered by, for a query ordered by that field. */
export function sortMarkOf(body: JsonObject, path: readonly string[]): SortMark {
  let value: Json | undefined = body;
  for (const level of path) {
    if (!isObject(value) || !Object.hasOwn(value, level)) return unsorted;
    value = value[level];
  }
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return unsorted;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Field } from '../core/store.ts';
import { StoreQueryError } from '../core/store.ts';

const fieldPattern = /^[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*$/;

/**
 * The levels of a field path: `level.key` is `['level', 'key']`. Adapters write these into query text, so nothing but
 * letters, digits and `_` may pass; anything else throws `StoreQueryError`.
 */
export function fieldPath(field: Field): readonly string[] {
  if (!fieldPattern.test(field)) throw new StoreQueryError(`Not a field path: ${JSON.stringify(field)}.`);
  return field.split('.');
}

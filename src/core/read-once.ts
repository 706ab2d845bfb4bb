import type { ZodType } from 'zod';
import type { JsonObject } from './store.ts';

/**
 * A schema as the reader of stored bodies that parses each body once. A store that keeps what it read gives the same frozen
 * body again while the document stands; what was made of it then is still right, whoever asks, and as frozen. Any other body
 * is parsed as ever. Throws as `schema.parse` does.
 */
export function readOnce<T>(schema: ZodType<T>): (body: JsonObject) => T {
  const read = new WeakMap<JsonObject, { readonly record: T }>();
  return (body) => {
    const known = read.get(body);
    if (known) return known.record;
    const record = schema.parse(body);
    if (Object.isFrozen(body)) {
      freeze(record);
      read.set(body, { record });
    }
    return record;
  };
}

/** Whatever a record holds, but for what a schema put in place of JSON. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.values(value).forEach(freeze);
  Object.freeze(value);
}

import type { Json, JsonObject } from '../../core/store.ts';

/** One text for one meaning: keys in order, absent ones left out. Two records are the same when their texts are. */
export function canonical(value: Json | undefined): string {
  return JSON.stringify(ordered(value));
}

export function same(one: JsonObject, other: JsonObject): boolean {
  return canonical(one) === canonical(other);
}

function ordered(value: Json | undefined): Json | undefined {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => ordered(item) ?? null);
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.filter((key) => value[key] !== undefined).map((key) => [key, ordered(value[key])]));
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/** The record without keys that hold nothing, as it will be read back from the store. */
export function withoutBlanks<T extends object>(record: T): T {
  if (!Object.values(record).includes(undefined)) return record;
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

import type { CommitResult, Condition, JsonObject, QuerySpec, Ref, Scalar, Write } from '../../../src/core/store.ts';

interface Kept {
  readonly ref: Ref;
  readonly body: JsonObject;
  /** Counts up; stands for the etag. */
  readonly version: number;
  readonly expiresAt: number;
}

/** A write whose etag guard, if any, is the number of a version of the model. */
export type ModelWrite = { readonly write: Write; readonly expectedVersion: number | undefined };

/** The port's promises, as plainly as they can be put. */
export interface StoreModel {
  commit(writes: readonly ModelWrite[]): CommitResult;
  find(spec: Omit<QuerySpec, 'type' | 'limit' | 'continuation'>): readonly JsonObject[];
  versionAt(ref: Ref): number | undefined;
  advance(seconds: number): void;
}

export function emptyModel(): StoreModel {
  let kept = new Map<string, Kept>();
  let now = 0;
  let versions = 0;
  const nameOf = ({ partition, id }: Ref) => JSON.stringify([partition, id]);
  const at = (ref: Ref) => {
    const found = kept.get(nameOf(ref));
    return found !== undefined && found.expiresAt > now ? found : undefined;
  };

  return {
    versionAt: (ref) => at(ref)?.version,
    advance: (seconds) => {
      now += seconds;
    },
    commit(writes) {
      const next = new Map(kept);
      for (const [index, { write, expectedVersion }] of writes.entries()) {
        const there = at(write.ref);
        if (write.guard === 'must-not-exist' && there !== undefined) return { outcome: 'conflict', index };
        if (typeof write.guard === 'object' && (there === undefined || there.version !== expectedVersion)) {
          return { outcome: 'conflict', index };
        }
        if (write.kind === 'delete') next.delete(nameOf(write.ref));
        else {
          const expiresAt = now + (write.ttlSeconds ?? Number.POSITIVE_INFINITY);
          next.set(nameOf(write.ref), { ref: write.ref, body: write.body, version: ++versions, expiresAt });
        }
      }
      kept = next;
      return { outcome: 'committed', etags: [] };
    },
    find({ partition, where = [], orderBy }) {
      const found = [...kept.values()]
        .filter(({ ref, expiresAt }) => expiresAt > now && (partition === undefined || ref.partition === partition))
        .filter(({ body }) => where.every((condition) => meets(body, condition)));
      return found
        .toSorted((a, b) => {
          const sign = orderBy?.direction === 'descending' ? -1 : 1;
          const [one, other] = [a, b].map(({ body }) => (orderBy ? sortable(valueAt(body, orderBy.field)) : null));
          const ranks =
            rank(one) === 0 || rank(other) === 0 ? rank(one) - rank(other) : sign * (rank(one) - rank(other));
          return (
            ranks ||
            sign * compare(one ?? 0, other ?? 0) ||
            compare(a.ref.partition, b.ref.partition) ||
            compare(a.ref.id, b.ref.id)
          );
        })
        .map(({ ref, body }) => ({ ...ref, body }));
    },
  };
}

function valueAt(body: JsonObject, field: string): unknown {
  let value: unknown = body;
  for (const level of field.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = Object.entries(value).find(([name]) => name === level)?.[1];
  }
  return value;
}

function meets(body: JsonObject, condition: Condition): boolean {
  const value = valueAt(body, condition.field);
  if ('eq' in condition) return value === condition.eq;
  if ('in' in condition) return condition.in.includes(value as Scalar);
  if ('contains' in condition) return Array.isArray(value) && value.includes(condition.contains);
  const { from, to } = condition;
  if (typeof value !== typeof (from ?? to)) return false;
  const bounded = value as string;
  return (from === undefined || bounded >= from) && (to === undefined || bounded <= to);
}

function sortable(value: unknown): boolean | number | string | null {
  return typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string' ? value : null;
}

function rank(value: boolean | number | string | null | undefined): number {
  return ['object', 'boolean', 'number', 'string'].indexOf(typeof value);
}

function compare<Value extends boolean | number | string>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

import type {
  CommitResult,
  Condition,
  Json,
  JsonObject,
  Page,
  QuerySpec,
  Ref,
  Store,
  Stored,
  Write,
} from '../../../src/core/store.ts';

/**
 * As much of a store as the outbox needs, in memory: atomic commits, guards, ordered pages. What it holds is open to
 * tests.
 */
export interface FakeStore extends Store {
  readonly documents: ReadonlyMap<string, Stored>;
  /** The writes committed, in order. */
  readonly writes: readonly Write[];
}

export function createFakeStore(): FakeStore {
  const documents = new Map<string, Stored>();
  const writes: Write[] = [];
  let version = 0;

  function holds(write: Write): boolean {
    const found = documents.get(keyOf(write.ref));
    if (write.guard === 'any') return true;
    if (write.guard === 'must-not-exist') return found === undefined;
    return found?.etag === write.guard.etag;
  }

  return {
    documents,
    writes,
    async get(ref) {
      return documents.get(keyOf(ref));
    },
    async query(spec): Promise<Page> {
      const found = [...documents.values()]
        .filter((each) => each.type === spec.type && (!spec.partition || each.partition === spec.partition))
        .filter((each) => (spec.where ?? []).every((condition) => matches(each.body, condition)))
        .sort((a, b) => compare(sortKey(a, spec), sortKey(b, spec)))
        .filter((each) => spec.continuation === undefined || compare(sortKey(each, spec), spec.continuation) > 0);
      const items = found.slice(0, spec.limit ?? 100);
      const last = items.at(-1);
      return last && items.length < found.length ? { items, continuation: sortKey(last, spec) } : { items };
    },
    async commit(batch): Promise<CommitResult> {
      const index = batch.findIndex((write) => !holds(write));
      if (index >= 0) return { outcome: 'conflict', index };
      writes.push(...batch);
      const etags = batch.map((write) => {
        const key = keyOf(write.ref);
        if (write.kind === 'delete') {
          documents.delete(key);
          return null;
        }
        version += 1;
        const etag = `"${version}"`;
        documents.set(key, { ...write.ref, type: write.type, body: plain(write.body), etag });
        return etag;
      });
      return { outcome: 'committed', etags };
    },
    async ready() {},
    async close() {},
  };
}

export function keyOf(ref: Ref): string {
  return `${ref.partition} ${ref.id}`;
}

function plain(body: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(body)) as JsonObject;
}

function sortKey(stored: Stored, spec: QuerySpec): string {
  const value = spec.orderBy && fieldOf(stored.body, spec.orderBy.field);
  // Numbers are padded, so that they compare as numbers.
  const first = typeof value === 'number' ? String(value).padStart(16, '0') : String(value ?? '');
  return `${first} ${keyOf(stored)}`;
}

function fieldOf(body: JsonObject, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((held, name) => (isObject(held) ? held[name] : undefined), body);
}

function isObject(held: Json | undefined): held is JsonObject {
  return typeof held === 'object' && held !== null && !Array.isArray(held);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function matches(body: JsonObject, condition: Condition): boolean {
  const value = fieldOf(body, condition.field);
  if ('eq' in condition) return value === condition.eq;
  if ('in' in condition) return condition.in.some((each) => each === value);
  if ('contains' in condition) return Array.isArray(value) && value.includes(condition.contains);
  if (typeof value !== 'string') return false;
  return (condition.from ?? '') <= value && (condition.to === undefined || value <= condition.to);
}

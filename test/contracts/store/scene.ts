import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../src/core/clock.ts';
import type { Etag, Guard, JsonObject, QuerySpec, Ref, Store, Stored, Write } from '../../../src/core/store.ts';

/** A clock that stands still until told to move. */
export interface TestClock extends Clock {
  advance(seconds: number): void;
}

export function stoppedClock(): TestClock {
  let now = Temporal.Instant.from('2026-03-02T09:00:00Z');
  return {
    now: () => now,
    advance: (seconds) => {
      now = now.add({ seconds });
    },
  };
}

/** One test's own corner of a store that all tests share: its document type and its partitions are nobody else's. */
export interface Scene {
  readonly store: Store;
  readonly clock: TestClock;
  readonly type: string;
  ref(id: string, partition?: string): Ref;
  put(id: string, body: JsonObject, options?: PutOptions): Write;
  /** Commits these writes and expects it to succeed. */
  save(...writes: readonly Write[]): Promise<readonly (Etag | null)[]>;
  /** Every document a query finds, page after page. */
  findAll(spec?: Partial<QuerySpec>): Promise<readonly Stored[]>;
}

export interface PutOptions {
  readonly partition?: string;
  readonly guard?: Guard;
  readonly ttlSeconds?: number;
}

export function newScene(store: Store, clock: TestClock): Scene {
  const name = randomUUID();
  const type = `visit-${name}`;
  const ref = (id: string, partition = 'northcliffe') => ({ partition: `school:${partition}:${name}`, id });
  const findAll = async (spec: Partial<QuerySpec> = {}) => {
    const found: Stored[] = [];
    let continuation: string | undefined;
    do {
      const page = await store.query({ type, ...spec, ...(continuation === undefined ? {} : { continuation }) });
      found.push(...page.items);
      continuation = page.continuation;
    } while (continuation !== undefined);
    return found;
  };
  return {
    store,
    clock,
    type,
    ref,
    findAll,
    put: (id, body, { partition, guard = 'must-not-exist', ...rest } = {}) => ({
      kind: 'put',
      ref: ref(id, partition),
      type,
      body,
      guard,
      ...rest,
    }),
    save: async (...writes) => {
      const result = await store.commit(writes);
      if (result.outcome === 'conflict') throw new Error(`Write ${result.index} was a conflict.`);
      return result.etags;
    },
  };
}

/** The etag of a write that was not a delete. */
export function etagAt(etags: readonly (Etag | null)[], index = 0): Etag {
  const etag = etags[index];
  if (typeof etag !== 'string') throw new Error(`There is no etag at ${index}.`);
  return etag;
}

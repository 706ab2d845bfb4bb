import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store, Write } from '../../src/core/store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';

const put = (partition: string, id: string, guard: Write['guard'] = 'must-not-exist'): Write =>
  ({
    kind: 'put',
    ref: { partition, id },
    type: 'note',
    body: { id },
    guard,
  }) as Write;

describe('Commits that arrive together on disk', () => {
  let store: Store;
  beforeEach(() => {
    const file = join(mkdtempSync(join(tmpdir(), 'together-')), 'store.sqlite');
    store = openSqliteStore({ file, clock: { now: () => Temporal.Instant.from('2026-11-18T10:00:00Z') } });
  });
  afterEach(() => store.close());

  it('are each all or nothing by themselves: one that conflicts takes nothing else with it', async () => {
    const results = await Promise.all([
      store.commit([put('a', '1'), put('a', '2')]),
      store.commit([put('a', '3'), put('a', '1')]),
      store.commit([put('b', '1')]),
    ]);
    expect(results.map((result) => result.outcome)).toEqual(['committed', 'conflict', 'committed']);
    expect(await store.get({ partition: 'a', id: '2' })).toBeDefined();
    expect(await store.get({ partition: 'a', id: '3' })).toBeUndefined();
    expect(await store.get({ partition: 'b', id: '1' })).toBeDefined();
  });

  it('give one etag to one winner, the first that came', async () => {
    const first = await store.commit([put('a', '1')]);
    const etag = first.outcome === 'committed' ? (first.etags[0] ?? '') : '';
    const results = await Promise.all(Array.from({ length: 20 }, () => store.commit([put('a', '1', { etag })])));
    expect(results.map((result) => result.outcome)).toEqual(['committed', ...Array(19).fill('conflict')]);
  });

  it('are on disk before any is acknowledged, and none is lost when the store is closed at once', async () => {
    const waiting = store.commit([put('a', '1')]);
    await store.close();
    expect((await waiting).outcome).toBe('committed');
  });
});

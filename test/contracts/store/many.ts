import { describe, expect, it } from 'vitest';
import type { Store, Write } from '../../../src/core/store.ts';
import { StoreLimitError } from '../../../src/core/store.ts';
import type { Scene } from './scene.ts';

/** What many commits handed over together promise. */
export function describeMany(newScene: () => Scene): void {
  describe('many commits together', () => {
    it('write each batch in its own partition, with results in order', async () => {
      const { store, ref, put } = newScene();
      const schools = Array.from({ length: 30 }, (_, n) => `school-${n}`);
      const results = await commitMany(
        store,
        schools.map((partition, n) => [put('school', { n }, { partition }), put('inspection', { n }, { partition })]),
      );
      expect(results.map((result) => result.outcome)).toEqual(schools.map(() => 'committed'));
      for (const [n, partition] of schools.entries()) {
        const stored = await store.get(ref('inspection', partition));
        expect(stored?.body).toEqual({ n });
        expect(results[n]).toEqual({
          outcome: 'committed',
          etags: [(await store.get(ref('school', partition)))?.etag, stored?.etag],
        });
      }
    });

    it('keep a conflict to its own batch, of which nothing is written', async () => {
      const { store, ref, put, save } = newScene();
      await save(put('taken', { by: 'somebody else' }, { partition: 'hollin-lane' }));
      const results = await commitMany(store, [
        [put('school', {}, { partition: 'northcliffe' })],
        [put('school', {}, { partition: 'hollin-lane' }), put('taken', {}, { partition: 'hollin-lane' })],
        [put('school', {}, { partition: 'stonepit' })],
      ]);
      expect(results).toEqual([
        { outcome: 'committed', etags: [expect.any(String)] },
        { outcome: 'conflict', index: 1 },
        { outcome: 'committed', etags: [expect.any(String)] },
      ]);
      expect(await store.get(ref('school', 'hollin-lane'))).toBeUndefined();
      expect((await store.get(ref('taken', 'hollin-lane')))?.body).toEqual({ by: 'somebody else' });
      expect(await store.get(ref('school', 'stonepit'))).toBeDefined();
    });

    it('may be none at all', async () => {
      expect(await commitMany(newScene().store, [])).toEqual([]);
    });

    it('are all checked before one is written', async () => {
      const { store, ref, put } = newScene();
      await expect(commitMany(store, [[put('1', {})], []])).rejects.toThrow(StoreLimitError);
      const tooMany = Array.from({ length: 1001 }, (_, n) => [put(`${n}`, {})]);
      await expect(commitMany(store, tooMany)).rejects.toThrow(StoreLimitError);
      expect(await store.get(ref('1'))).toBeUndefined();
    });
  });
}

function commitMany(store: Store, batches: readonly (readonly Write[])[]) {
  if (!store.commitMany) throw new Error('This store has no commitMany.');
  return store.commitMany(batches);
}

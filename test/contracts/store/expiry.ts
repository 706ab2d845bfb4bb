import { describe, expect, it } from 'vitest';
import type { Scene } from './scene.ts';
import { etagAt } from './scene.ts';

/** What a document with a time to live promises. */
export function describeExpiry(newScene: () => Scene): void {
  describe('a document with a time to live', () => {
    it('is there until its last second and never after, for reads and queries alike', async () => {
      const { store, clock, ref, put, save, findAll } = newScene();
      await save(put('code', { n: 1 }, { ttlSeconds: 60 }), put('kept', { n: 2 }));
      clock.advance(59);
      expect((await store.get(ref('code')))?.body).toEqual({ n: 1 });
      expect(await findAll()).toHaveLength(2);
      clock.advance(1);
      expect(await store.get(ref('code'))).toBeUndefined();
      expect((await findAll()).map(({ id }) => id)).toEqual(['kept']);
      expect((await findAll({ orderBy: { field: 'n', direction: 'descending' } })).map(({ id }) => id)).toEqual([
        'kept',
      ]);
    });

    it('leaves its address free once forgotten', async () => {
      const { store, clock, ref, put, save } = newScene();
      await save(put('code', { n: 1 }, { ttlSeconds: 60 }));
      expect(await store.commit([put('code', { n: 2 })])).toEqual({ outcome: 'conflict', index: 0 });
      clock.advance(60);
      const etag = etagAt(await save(put('other', { n: 0 }), put('code', { n: 2 }, { ttlSeconds: 60 })), 1);
      expect(await store.get(ref('code'))).toMatchObject({ body: { n: 2 }, etag });
      await save(put('code', { n: 3 }, { guard: { etag } }));
      clock.advance(3600);
      expect((await store.get(ref('code')))?.body).toEqual({ n: 3 });
    });

    it('counts as gone for every guard once forgotten', async () => {
      const { store, clock, ref, put, save } = newScene();
      const etags = await save(put('1', { n: 1 }, { ttlSeconds: 60 }), put('2', { n: 2 }, { ttlSeconds: 90 }));
      const read = await store.get(ref('1'));
      expect(read?.etag).toBe(etagAt(etags));
      clock.advance(60);
      const guard = { etag: etagAt(etags) };
      expect(await store.commit([put('0', {}), put('1', { n: 9 }, { guard })])).toEqual({
        outcome: 'conflict',
        index: 1,
      });
      expect(await store.commit([{ kind: 'delete', ref: ref('1'), guard }])).toEqual({ outcome: 'conflict', index: 0 });
      expect(await store.get(ref('0'))).toBeUndefined();
      await save(put('2', { n: 3 }, { guard: { etag: etagAt(etags, 1) } }));
      await save({ kind: 'delete', ref: ref('1'), guard: 'any' });
    });

    it('is put off by every later put that says so', async () => {
      const { store, clock, ref, put, save } = newScene();
      await save(put('1', { n: 1 }, { ttlSeconds: 60 }));
      clock.advance(50);
      await save(put('1', { n: 2 }, { guard: 'any', ttlSeconds: 60 }));
      clock.advance(50);
      expect((await store.get(ref('1')))?.body).toEqual({ n: 2 });
      clock.advance(10);
      expect(await store.get(ref('1'))).toBeUndefined();
    });
  });
}

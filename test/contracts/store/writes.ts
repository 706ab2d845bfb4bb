import { describe, expect, it } from 'vitest';
import type { Scene } from './scene.ts';
import { etagAt } from './scene.ts';

/** What a commit and a point read promise. */
export function describeWrites(newScene: () => Scene): void {
  describe('a point read', () => {
    it('finds nothing where nothing was put', async () => {
      const { store, ref } = newScene();
      expect(await store.get(ref('absent'))).toBeUndefined();
    });

    it('gives back the address, type, body and version mark that were put', async () => {
      const { store, ref, put, save, type } = newScene();
      const etags = await save(put('1', { v: 1, title: 'Visit', days: 0.5, open: true, note: null, tags: ['a', {}] }));
      expect(await store.get(ref('1'))).toEqual({
        ...ref('1'),
        type,
        body: { v: 1, title: 'Visit', days: 0.5, open: true, note: null, tags: ['a', {}] },
        etag: etagAt(etags),
      });
    });

    it('gives no reader what the writer or another reader has changed', async () => {
      const { store, ref, put, save } = newScene();
      const body = { list: ['one'] };
      await save(put('1', body));
      body.list.push('changed by the writer afterwards');
      const first = await store.get(ref('1'));
      // A body of the reader's own, or one that nobody can change.
      Reflect.set(first?.body ?? {}, 'list', 'changed by a reader');
      expect((await store.get(ref('1')))?.body).toEqual({ list: ['one'] });
    });

    it('keeps the same id in two partitions apart', async () => {
      const { store, ref, put, save } = newScene();
      await save(put('record', { school: 'N' }, { partition: 'northcliffe' }));
      await save(put('record', { school: 'H' }, { partition: 'hollin-lane' }));
      expect((await store.get(ref('record', 'northcliffe')))?.body).toEqual({ school: 'N' });
      expect((await store.get(ref('record', 'hollin-lane')))?.body).toEqual({ school: 'H' });
    });
  });

  describe('a put that must not exist', () => {
    it('conflicts with a document that does', async () => {
      const { store, ref, put, save } = newScene();
      await save(put('1', { n: 1 }));
      expect(await store.commit([put('1', { n: 2 })])).toEqual({ outcome: 'conflict', index: 0 });
      expect((await store.get(ref('1')))?.body).toEqual({ n: 1 });
    });

    it('may take an address that was deleted', async () => {
      const { store, ref, put, save } = newScene();
      await save(put('1', { n: 1 }));
      await save({ kind: 'delete', ref: ref('1'), guard: 'any' });
      await save(put('1', { n: 2 }));
      expect((await store.get(ref('1')))?.body).toEqual({ n: 2 });
    });
  });

  describe('a put guarded by an etag', () => {
    it('replaces that version and gives it a new mark', async () => {
      const { store, ref, put, save } = newScene();
      const first = etagAt(await save(put('1', { n: 1, old: true })));
      const second = etagAt(await save(put('1', { n: 2 }, { guard: { etag: first } })));
      expect(second).not.toBe(first);
      expect(await store.get(ref('1'))).toMatchObject({ body: { n: 2 }, etag: second });
      expect((await store.get(ref('1')))?.body).toEqual({ n: 2 });
    });

    it('conflicts once the document has changed', async () => {
      const { store, ref, put, save } = newScene();
      const first = etagAt(await save(put('1', { n: 1 })));
      await save(put('1', { n: 2 }, { guard: 'any' }));
      expect(await store.commit([put('1', { n: 3 }, { guard: { etag: first } })])).toEqual({
        outcome: 'conflict',
        index: 0,
      });
      expect((await store.get(ref('1')))?.body).toEqual({ n: 2 });
    });

    it('conflicts once the document is gone, and after it was made anew with the same body', async () => {
      const { store, ref, put, save } = newScene();
      const first = etagAt(await save(put('1', { n: 1 })));
      const late = put('1', { n: 2 }, { guard: { etag: first } });
      await save({ kind: 'delete', ref: ref('1'), guard: 'any' });
      expect(await store.commit([late])).toEqual({ outcome: 'conflict', index: 0 });
      await save(put('1', { n: 1 }));
      expect(await store.commit([late])).toEqual({ outcome: 'conflict', index: 0 });
    });

    it.each(['', '*', '"*"', 'nonsense'])('conflicts for %j, which no version has', async (etag) => {
      const { store, ref, put, save } = newScene();
      await save(put('1', { n: 1 }));
      expect(await store.commit([put('1', { n: 2 }, { guard: { etag } })])).toEqual({ outcome: 'conflict', index: 0 });
      expect((await store.get(ref('1')))?.body).toEqual({ n: 1 });
    });
  });

  describe('a put with any guard', () => {
    it('makes a document or replaces it, whole', async () => {
      const { store, ref, put, save } = newScene();
      await save(put('1', { n: 1, old: true }, { guard: 'any' }));
      await save(put('1', { n: 2 }, { guard: 'any' }));
      expect((await store.get(ref('1')))?.body).toEqual({ n: 2 });
    });
  });

  describe('a delete', () => {
    it('removes the version its etag names, and answers null for it', async () => {
      const { store, ref, put, save } = newScene();
      const etag = etagAt(await save(put('1', { n: 1 })));
      expect(await save({ kind: 'delete', ref: ref('1'), guard: { etag } })).toEqual([null]);
      expect(await store.get(ref('1'))).toBeUndefined();
    });

    it('conflicts when its etag names an older version, or the document is gone', async () => {
      const { store, ref, put, save } = newScene();
      const etag = etagAt(await save(put('1', { n: 1 })));
      await save(put('1', { n: 2 }, { guard: 'any' }));
      const late = { kind: 'delete', ref: ref('1'), guard: { etag } } as const;
      expect(await store.commit([late])).toEqual({ outcome: 'conflict', index: 0 });
      expect((await store.get(ref('1')))?.body).toEqual({ n: 2 });
      await save({ kind: 'delete', ref: ref('1'), guard: 'any' });
      expect(await store.commit([late])).toEqual({ outcome: 'conflict', index: 0 });
    });

    it('with any guard is content when there is nothing to delete', async () => {
      const { store, ref, put, save } = newScene();
      const remove = (id: string) => ({ kind: 'delete', ref: ref(id), guard: 'any' }) as const;
      expect(await save(remove('1'))).toEqual([null]);
      const etags = await save(remove('1'), put('2', { n: 2 }), remove('3'), put('4', { n: 4 }));
      expect(etags.map((etag) => typeof etag)).toEqual(['object', 'string', 'object', 'string']);
      expect(await store.get(ref('4'))).toMatchObject({ body: { n: 4 }, etag: etagAt(etags, 3) });
    });
  });

  describe('a commit of several writes', () => {
    it('gives an etag for each, in order, that a later guard accepts', async () => {
      const { put, save } = newScene();
      const etags = await save(put('1', { n: 1 }), put('2', { n: 2 }), put('3', { n: 3 }));
      expect(new Set(etags).size).toBe(3);
      const next = [1, 2, 3].map((n) => put(`${n}`, { n: 10 * n }, { guard: { etag: etagAt(etags, n - 1) } }));
      await save(...next);
    });

    it('writes nothing when one guard does not hold, and says which', async () => {
      const { store, ref, put, save } = newScene();
      const etag = etagAt(await save(put('1', { n: 1 }), put('3', { n: 3 })));
      const result = await store.commit([
        put('1', { n: 100 }, { guard: { etag } }),
        put('2', { n: 200 }),
        { kind: 'delete', ref: ref('3'), guard: 'any' },
        put('4', { n: 400 }, { guard: { etag } }),
      ]);
      expect(result).toEqual({ outcome: 'conflict', index: 3 });
      expect(await store.get(ref('1'))).toMatchObject({ body: { n: 1 }, etag });
      expect(await store.get(ref('2'))).toBeUndefined();
      expect((await store.get(ref('3')))?.body).toEqual({ n: 3 });
    });
  });

  describe('writers who hold the same etag', () => {
    it.each([2, 50])('%i at once: exactly one wins', async (writers) => {
      const { store, ref, put, save } = newScene();
      const etag = etagAt(await save(put('1', { by: 'nobody' })));
      const attempts = Array.from({ length: writers }, (_, by) =>
        store.commit([put('1', { by }, { guard: { etag } })]),
      );
      const results = await Promise.all(attempts);
      const winners = results.flatMap(({ outcome }, by) => (outcome === 'committed' ? [by] : []));
      expect(winners).toHaveLength(1);
      expect((await store.get(ref('1')))?.body).toEqual({ by: winners[0] });
    });

    it('20 making one document at once: exactly one wins', async () => {
      const { store, ref, put } = newScene();
      const attempts = Array.from({ length: 20 }, (_, by) =>
        store.commit([put('1', { by }), put(`log-${by}`, { by })]),
      );
      const winners = (await Promise.all(attempts)).flatMap(({ outcome }, by) => (outcome === 'committed' ? [by] : []));
      expect(winners).toHaveLength(1);
      expect((await store.get(ref(`log-${winners[0]}`)))?.body).toEqual({ by: winners[0] });
      expect((await store.get(ref('1')))?.body).toEqual({ by: winners[0] });
    });
  });
}

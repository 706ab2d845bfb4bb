import { describe, expect, it } from 'vitest';
import type { JsonObject, QuerySpec } from '../../../src/core/store.ts';
import { StoreQueryError } from '../../../src/core/store.ts';
import type { Scene } from './scene.ts';

/** In the order the port promises, ascending; the unsorted ones tie. */
const unsorted: Record<string, JsonObject> = {
  a: { f: null },
  b: {},
  c: { f: ['z'] },
  d: { f: { g: 1 } },
};
const sorted: Record<string, JsonObject> = {
  z: { f: false },
  y: { f: true },
  x: { f: -3 },
  w: { f: 0.5 },
  v: { f: 2 },
  u: { f: 10 },
  t: { f: '' },
  s: { f: '10' },
  r: { f: '9' },
  q: { f: 'A' },
  p: { f: 'a' },
  o: { f: 'a\u0000' },
  n: { f: 'a0' },
  m: { f: 'é' },
  l: { f: '😀' },
  // Above the surrogates in JavaScript, though a lower code point than the emoji.
  k: { f: '\uff5e' },
};

const pages = [1, 3, 100];

/** What order and continuation promise. */
export function describePaging(newScene: () => Scene): void {
  describe('the order of a query', () => {
    async function mixedScene() {
      const scene = newScene();
      await scene.save(...Object.entries({ ...unsorted, ...sorted }).map(([id, body]) => scene.put(id, body)));
      return scene;
    }

    it.each(pages)('is by kind, then value, ascending (pages of %i)', async (limit) => {
      const { findAll } = await mixedScene();
      const found = await findAll({ orderBy: { field: 'f', direction: 'ascending' }, limit });
      expect(found.map(({ id }) => id).join('')).toBe([...Object.keys(unsorted), ...Object.keys(sorted)].join(''));
    });

    it.each(pages)('is the reverse descending, with the unsorted still first (pages of %i)', async (limit) => {
      const { findAll } = await mixedScene();
      const found = await findAll({ orderBy: { field: 'f', direction: 'descending' }, limit });
      const expected = [...Object.keys(unsorted), ...Object.keys(sorted).toReversed()];
      expect(found.map(({ id }) => id).join('')).toBe(expected.join(''));
    });

    it('is by partition then id without anything else, by code unit', async () => {
      const { put, ref, save, findAll } = newScene();
      const names = ['A', 'a', 'a!', 'aa', 'b', 'é', '😀', '\uff5e'];
      for (const partition of names.toReversed()) {
        await save(...names.toReversed().map((id) => put(id, {}, { partition })));
      }
      const expected = names.flatMap((partition) => names.map((id) => ref(id, partition)));
      // The scene writes more after the name, so `a!` comes before `a`.
      expected.sort((one, other) => compare(one.partition, other.partition) || compare(one.id, other.id));
      for (const limit of [3, 8, 100]) {
        expect((await findAll({ limit })).map(({ partition, id }) => ({ partition, id }))).toEqual(expected);
      }
    });

    it.each<[string, Partial<QuerySpec>]>([
      ['within a range of the same field', { where: [{ field: 'f', from: 0, to: 100 }] }],
      ['among values of the same field', { where: [{ field: 'f', in: ['a', 10, true, null] }] }],
      ['of lists holding a value', { where: [{ field: 'f', contains: 'z' }] }],
    ])('holds %s', async (_, spec) => {
      const { findAll } = await mixedScene();
      const ids = new Set((await findAll(spec)).map(({ id }) => id));
      expect(ids.size).toBeGreaterThan(0);
      const found = await findAll({ ...spec, orderBy: { field: 'f', direction: 'ascending' }, limit: 2 });
      const expected = [...Object.keys(unsorted), ...Object.keys(sorted)].filter((id) => ids.has(id));
      expect(found.map(({ id }) => id)).toEqual(expected);
    });
  });

  describe('paging', () => {
    async function tiedScene() {
      const scene = newScene();
      for (const partition of ['one', 'two', 'three']) {
        const writes = Array.from({ length: 12 }, (_, n) =>
          scene.put(`doc-${String(n).padStart(2, '0')}`, { group: `group-${n % 2}`, n }, { partition }),
        );
        await scene.save(...writes);
      }
      return scene;
    }

    it.each([1, 5, 6, 12, 35, 37])('loses and repeats nothing among ties (pages of %i)', async (limit) => {
      const { findAll } = await tiedScene();
      for (const direction of ['ascending', 'descending'] as const) {
        const found = await findAll({ orderBy: { field: 'group', direction }, limit });
        const expected = found.toSorted(
          (a, b) =>
            compare(String(a.body.group), String(b.body.group)) * (direction === 'ascending' ? 1 : -1) ||
            compare(a.partition, b.partition) ||
            compare(a.id, b.id),
        );
        expect(found).toEqual(expected);
        expect(new Set(found.map(({ partition, id }) => `${partition} ${id}`)).size).toBe(36);
      }
    });

    it('works within one partition', async () => {
      const { findAll, ref } = await tiedScene();
      const { partition } = ref('', 'two');
      const orderBy = { field: 'group', direction: 'descending' } as const;
      const found = await findAll({ partition, orderBy, limit: 5 });
      expect(found.map(({ body }) => body.n)).toEqual([1, 3, 5, 7, 9, 11, 0, 2, 4, 6, 8, 10]);
      expect((await findAll({ partition, limit: 5 })).map(({ body }) => body.n)).toEqual([...Array(12).keys()]);
    });

    it('says there is more exactly when there is', async () => {
      const { store, type } = await tiedScene();
      expect((await store.query({ type, limit: 36 })).continuation).toBeUndefined();
      expect((await store.query({ type, limit: 35 })).continuation).toBeTypeOf('string');
      expect((await store.query({ type })).items).toHaveLength(36);
    });

    it('carries on after the last document shown, though it was deleted and others were written', async () => {
      const { store, type, ref, put, save } = newScene();
      await save(...['b', 'd', 'f'].map((id) => put(id, {})));
      const first = await store.query({ type, limit: 2 });
      await save(put('a', {}), put('e', {}), { kind: 'delete', ref: ref('d'), guard: 'any' });
      const second = await store.query({ type, limit: 2, continuation: first.continuation ?? '' });
      expect(second.items.map(({ id }) => id)).toEqual(['e', 'f']);
      expect(second.continuation).toBeUndefined();
    });

    it('may change the size of the page, and nothing else', async () => {
      const { store, type } = await tiedScene();
      const where = [{ field: 'n', from: 0 }];
      const spec = { type, where, orderBy: { field: 'n', direction: 'ascending' } } as const;
      const continuation = (await store.query({ ...spec, limit: 2 })).continuation ?? '';
      expect((await store.query({ ...spec, limit: 34, continuation })).items).toHaveLength(34);
      const others: QuerySpec[] = [
        { ...spec, type: `${type}2` },
        { ...spec, where: [{ field: 'n', from: 1 }] },
        { ...spec, orderBy: { field: 'n', direction: 'descending' } },
        { ...spec, orderBy: { field: 'group', direction: 'ascending' } },
        { ...spec, partition: 'school:one' },
        { type, where },
      ];
      for (const other of others) {
        await expect(store.query({ ...other, continuation })).rejects.toThrow(StoreQueryError);
      }
    });

    it.each(['', 'nonsense', 'WyJ4Il0', '%%%'])('refuses a continuation that nobody gave: %j', async (continuation) => {
      const { store, type } = newScene();
      await expect(store.query({ type, continuation })).rejects.toThrow(StoreQueryError);
    });
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

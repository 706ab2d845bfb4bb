import { describe, expect, it } from 'vitest';
import type { Condition, JsonObject, QuerySpec } from '../../../src/core/store.ts';
import { StoreQueryError } from '../../../src/core/store.ts';
import type { Scene } from './scene.ts';

/** What conditions and scopes promise. Order and paging have a file of their own. */
export function describeQueries(newScene: () => Scene): void {
  describe('a query', () => {
    it('finds documents of its type only', async () => {
      const { put, ref, save, findAll, type } = newScene();
      await save(put('1', { n: 1 }), {
        kind: 'put',
        ref: ref('2'),
        type: `${type}-note`,
        body: { n: 1 },
        guard: 'any',
      });
      expect((await findAll()).map(({ id }) => id)).toEqual(['1']);
      expect((await findAll({ type: `${type}-note` })).map(({ id }) => id)).toEqual(['2']);
      expect(await findAll({ type: `${type}-none` })).toEqual([]);
    });

    it('gives back what a point read gives back', async () => {
      const { store, ref, put, save, findAll } = newScene();
      await save(put('1', { deep: { list: [1, 'é', null, { a: false }] }, empty: {}, text: '"\\\u2028😀' }));
      expect(await findAll()).toEqual([await store.get(ref('1'))]);
    });

    it('runs over every partition, or one', async () => {
      const { ref, put, save, findAll } = newScene();
      for (const partition of ['northcliffe', 'hollin-lane', 'quarrydale']) {
        await save(put('a', { partition }, { partition }), put('b', { partition }, { partition }));
      }
      expect(await findAll()).toHaveLength(6);
      const here = await findAll({ partition: ref('a', 'hollin-lane').partition });
      expect(here.map(({ id, body }) => [id, body.partition])).toEqual([
        ['a', 'hollin-lane'],
        ['b', 'hollin-lane'],
      ]);
      expect(await findAll({ partition: ref('a', 'nowhere').partition })).toEqual([]);
    });
  });

  describe('a condition', () => {
    const bodies: Record<string, JsonObject> = {
      text: { f: '1' },
      number: { f: 1 },
      fraction: { f: 1.5 },
      big: { f: 4611686018427388000 },
      yes: { f: true },
      no: { f: false },
      null: { f: null },
      missing: { g: 1 },
      list: { f: ['1', 1, true, null, 'x"y', ['1']] },
      empty: { f: [] },
      object: { f: { 1: '1', 0: 1 } },
      jsonText: { f: '["1",1]' },
      sameAsList: { f: ['1', 1] },
      inner: { f: { g: { h_1: 'deep' } } },
      date: { f: '2026-03-02' },
      emoji: { f: '😀' },
      accent: { f: 'Élan' },
      nul: { f: 'a\u0000b' },
    };

    it.each<[string, Condition, string[]]>([
      ['equal to a text', { field: 'f', eq: '1' }, ['text']],
      ['equal to text that looks like a list', { field: 'f', eq: '["1",1]' }, ['jsonText']],
      ['equal to a number', { field: 'f', eq: 1 }, ['number']],
      ['equal to a fraction', { field: 'f', eq: 1.5 }, ['fraction']],
      ['equal to a number past 2^53', { field: 'f', eq: 4611686018427388000 }, ['big']],
      ['equal to zero', { field: 'f', eq: 0 }, []],
      ['equal to true', { field: 'f', eq: true }, ['yes']],
      ['equal to false', { field: 'f', eq: false }, ['no']],
      ['equal to null, which a missing field is not', { field: 'f', eq: null }, ['null']],
      ['equal to text beyond ASCII', { field: 'f', eq: '😀' }, ['emoji']],
      ['equal to text with a null character', { field: 'f', eq: 'a\u0000b' }, ['nul']],
      ['different in case or accent', { field: 'f', in: ['élan', 'Elan', 'ÉLAN'] }, []],
      ['on an inner field', { field: 'f.g.h_1', eq: 'deep' }, ['inner']],
      ['on a field inside a text or a number', { field: 'g.h', eq: 'deep' }, []],
      ['among several kinds', { field: 'f', in: ['1', 1.5, true, null, 7] }, ['fraction', 'null', 'text', 'yes']],
      ['among several texts', { field: 'f', in: ['Élan', '2026-03-02', 'x"y'] }, ['accent', 'date']],
      ['among several numbers', { field: 'f', in: [1, 2, 4611686018427388000] }, ['big', 'number']],
      ['among null alone', { field: 'f', in: [null] }, ['null']],
      ['among nothing', { field: 'f', in: [] }, []],
      ['from a number', { field: 'f', from: 1.5 }, ['big', 'fraction']],
      ['up to a number', { field: 'f', to: 1 }, ['number']],
      ['between numbers, both included', { field: 'f', from: 1, to: 1.5 }, ['fraction', 'number']],
      ['from a text', { field: 'f', from: '2026-03-02' }, ['accent', 'date', 'emoji', 'jsonText', 'nul']],
      ['up to a text', { field: 'f', to: '2026-03-02' }, ['date', 'text']],
      ['between texts, both included', { field: 'f', from: '2026-03-02', to: '2026-03-02' }, ['date']],
      ['between bounds the wrong way round', { field: 'f', from: '9', to: '1' }, []],
      ['holding a text', { field: 'f', contains: '1' }, ['list', 'sameAsList']],
      ['holding text that looks like a list', { field: 'f', contains: '["1"]' }, []],
      ['holding a text with a quote', { field: 'f', contains: 'x"y' }, ['list']],
      ['holding a number', { field: 'f', contains: 1 }, ['list', 'sameAsList']],
      ['holding true', { field: 'f', contains: true }, ['list']],
      ['holding null', { field: 'f', contains: null }, ['list']],
      ['holding what is not in the list', { field: 'f', contains: false }, []],
      ['on a field nobody has', { field: 'nobody.has.it', in: [null, '', 0, false] }, []],
    ])('%s', async (_, condition, expected) => {
      const { put, save, findAll } = newScene();
      await save(...Object.entries(bodies).map(([id, body]) => put(id, body)));
      const found = await findAll({ where: [condition] });
      expect(found.map(({ id }) => id)).toEqual(expected);
    });

    it('counts with all the others', async () => {
      const { put, save, findAll } = newScene();
      await save(
        put('1', { a: 1, b: 'x' }),
        put('2', { a: 2, b: 'x' }),
        put('3', { a: 2, b: 'y' }),
        put('4', { a: 2 }),
      );
      const found = await findAll({
        where: [
          { field: 'a', from: 2 },
          { field: 'b', in: ['x', 'z'] },
        ],
      });
      expect(found.map(({ id }) => id)).toEqual(['2']);
    });

    it('is data, whatever is in it', async () => {
      const { put, save, findAll } = newScene();
      const nasty = ["' OR 1=1 --", '" OR "" = "', '@p0', '?', '\\', '%', '$."f"'];
      await save(...nasty.map((f, n) => put(`${n}`, { f })));
      for (const [n, f] of nasty.entries()) {
        expect((await findAll({ where: [{ field: 'f', eq: f }] })).map(({ id }) => id)).toEqual([`${n}`]);
      }
    });
  });

  describe('a malformed query', () => {
    it.each(['', '.', 'a.', '.a', 'a..b', 'a b', "a'b", 'a"b', 'a[0]', 'a-b', '$', 'a;b', 'é'])(
      'with the field path %j is refused, wherever it stands',
      async (field) => {
        const { store, type } = newScene();
        const specs: Partial<QuerySpec>[] = [
          { where: [{ field, eq: 1 }] },
          { where: [{ field, in: [1] }] },
          { where: [{ field, from: 1 }] },
          { where: [{ field, contains: 1 }] },
          { orderBy: { field, direction: 'ascending' } },
        ];
        for (const spec of specs) await expect(store.query({ type, ...spec })).rejects.toThrow(StoreQueryError);
      },
    );

    it.each([0, -1, 1.5, 1001, Number.NaN])('with the limit %d is refused', async (limit) => {
      const { store, type } = newScene();
      await expect(store.query({ type, limit })).rejects.toThrow(StoreQueryError);
    });

    it('with a range of no bounds, or of two kinds, is refused', async () => {
      const { store, type } = newScene();
      const ranges: Condition[] = [{ field: 'f' }, { field: 'f', from: 1, to: '2' }, { field: 'f', from: Number.NaN }];
      for (const range of ranges) await expect(store.query({ type, where: [range] })).rejects.toThrow(StoreQueryError);
    });

    it('with more than 1,000 values to choose among is refused', async () => {
      const { store, type } = newScene();
      const many = Array.from({ length: 1001 }, (_, n) => n);
      await expect(store.query({ type, where: [{ field: 'f', in: many }] })).rejects.toThrow(StoreQueryError);
      expect(await store.query({ type, where: [{ field: 'f', in: many.slice(0, 100) }] })).toEqual({ items: [] });
    });
  });
}

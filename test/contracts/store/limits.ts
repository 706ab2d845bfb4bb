import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/store.ts';
import { StoreLimitError } from '../../../src/core/store.ts';
import type { Scene } from './scene.ts';

const megabyte = 1024 * 1024;

/** What the store refuses, and the odd things it must not. */
export function describeLimits(newScene: () => Scene): void {
  describe('the limits of a commit', () => {
    it('are 1 to 100 writes', async () => {
      const { store, put, save, findAll } = newScene();
      const writes = Array.from({ length: 101 }, (_, n) => put(`${n}`, { n }));
      await expect(store.commit([])).rejects.toThrow(StoreLimitError);
      await expect(store.commit(writes)).rejects.toThrow(StoreLimitError);
      expect(await save(...writes.slice(0, 100))).toHaveLength(100);
      expect(await findAll({ limit: 1000 })).toHaveLength(100);
    });

    it('are 2 MB, for one body and for all together', async () => {
      const { store, ref, put, save } = newScene();
      const text = 'x'.repeat(1.9 * megabyte);
      await save(put('1', { text }));
      expect((await store.get(ref('1')))?.body).toEqual({ text });
      await expect(store.commit([put('2', { text: 'x'.repeat(2 * megabyte) })])).rejects.toThrow(StoreLimitError);
      const half = { text: 'x'.repeat(1.05 * megabyte) };
      await expect(store.commit([put('2', half), put('3', half)])).rejects.toThrow(StoreLimitError);
      expect(await store.get(ref('2'))).toBeUndefined();
    });

    it('count bytes, not characters', async () => {
      const { store, put } = newScene();
      await expect(store.commit([put('1', { text: '€'.repeat(0.8 * megabyte) })])).rejects.toThrow(StoreLimitError);
    });

    it('are one write for each document', async () => {
      const { store, ref, put } = newScene();
      await expect(store.commit([put('1', { n: 1 }), put('1', { n: 2 })])).rejects.toThrow(StoreLimitError);
      const remove = { kind: 'delete', ref: ref('1'), guard: 'any' } as const;
      await expect(store.commit([put('1', { n: 1 }), remove])).rejects.toThrow(StoreLimitError);
    });

    it('are one partition', async () => {
      const { store, put } = newScene();
      const writes = [put('1', {}), put('2', {}, { partition: 'hollin-lane' })];
      await expect(store.commit(writes)).rejects.toThrow(StoreLimitError);
    });

    it.each([0, -1, 0.5, Number.NaN, 2 ** 31])('are a time to live of whole seconds, so not %d', async (ttlSeconds) => {
      const { store, put } = newScene();
      await expect(store.commit([put('1', {}, { ttlSeconds })])).rejects.toThrow(StoreLimitError);
    });

    it('are lists and objects 100 deep', async () => {
      const { store, ref, put, save } = newScene();
      const nested = (levels: number): JsonObject => (levels === 1 ? {} : { in: nested(levels - 1) });
      await save(put('1', nested(100)));
      expect((await store.get(ref('1')))?.body).toEqual(nested(100));
      await expect(store.commit([put('2', nested(101))])).rejects.toThrow(StoreLimitError);
    });

    it('are text that Unicode can carry', async () => {
      const { store, put } = newScene();
      await expect(store.commit([put('1', { text: 'half an emoji: \ud83d' })])).rejects.toThrow(StoreLimitError);
      await expect(store.commit([put('1', { 'key \udc00': 1 })])).rejects.toThrow(StoreLimitError);
    });
  });

  describe('the limits of an address', () => {
    it('are ids of 255 bytes and partitions of 2 KB, for reads as for writes', async () => {
      const { store, put, save, ref } = newScene();
      const longest = [`${'é'.repeat(127)}x`, '/'.repeat(255)];
      for (const id of longest) {
        await save(put(id, { id }));
        expect((await store.get(ref(id)))?.body).toEqual({ id });
      }
      const wide = { partition: 'p'.repeat(2048), id: ref('1').partition };
      await save({ kind: 'put', ref: wide, type: 'visit', body: {}, guard: 'any' });
      await save({ kind: 'delete', ref: wide, guard: 'any' });
      const tooLong = [ref('é'.repeat(128)), ref('x'.repeat(256)), { partition: 'p'.repeat(2049), id: '1' }];
      for (const bad of tooLong) {
        await expect(store.get(bad)).rejects.toThrow(StoreLimitError);
        const write = { kind: 'put', ref: bad, type: 'visit', body: {}, guard: 'any' } as const;
        await expect(store.commit([write])).rejects.toThrow(StoreLimitError);
      }
    });

    it.each(['', 'line\nbreak', 'null \u0000', 'half \ud83d'])('leave out %j', async (id) => {
      const { store, ref } = newScene();
      await expect(store.get(ref(id))).rejects.toThrow(StoreLimitError);
      await expect(store.get({ partition: id, id: '1' })).rejects.toThrow(StoreLimitError);
    });
  });

  describe('unusual but proper ids', () => {
    const ids = [
      'a/b',
      'a\\b',
      'a?b',
      'a#b',
      'a%2Fb',
      'a b',
      ' a',
      'a ',
      '.',
      '..',
      '~2f',
      "it's (1)*!",
      'ü/ñ',
      '日本',
      '😀',
      '"q"',
      'a:b@c',
    ];

    it('are all different addresses, read back as they were', async () => {
      const { store, ref, put, save, findAll } = newScene();
      await save(...ids.map((id) => put(id, { id })));
      for (const id of ids) expect(await store.get(ref(id))).toMatchObject({ id, body: { id } });
      expect((await findAll()).map(({ id }) => id)).toEqual(ids.toSorted());
      await save(...ids.map((id) => ({ kind: 'delete', ref: ref(id), guard: 'any' }) as const));
      expect(await findAll()).toEqual([]);
    });

    it('work in partitions of any name too', async () => {
      const { store, ref, put, save } = newScene();
      for (const partition of ids) await save(put('1', { partition }, { partition }));
      for (const partition of ids) expect((await store.get(ref('1', partition)))?.body).toEqual({ partition });
    });
  });
}

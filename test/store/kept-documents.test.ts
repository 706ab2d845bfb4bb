import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Store, Write } from '../../src/core/store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';

const ref = { partition: 'school:alder', id: 'school' };
const put = (name: string, over: Partial<Write> = {}): Write =>
  ({ kind: 'put', ref, type: 'school', body: { name, reasons: ['one'] }, guard: 'any', ...over }) as Write;
const nameIn = async (store: Store) => (await store.get(ref))?.body.name;

let now: Temporal.Instant;
let file: string;
beforeEach(() => {
  now = Temporal.Instant.from('2026-11-18T10:00:00Z');
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  file = join(folder, 'store.sqlite');
});

/** Another connection to the same file, as another process has one. */
function open(): Store {
  const store = openSqliteStore({ file, clock: { now: () => now } });
  onTestFinished(() => store.close());
  return store;
}

describe('A document that was read before', () => {
  it('is the very same one while it stands, so that it is parsed once', async () => {
    const store = open();
    await store.commit([put('Alder')]);
    const first = await store.get(ref);
    expect((await store.get(ref))?.body).toBe(first?.body);
  });

  it('cannot be changed by whoever read it', async () => {
    const store = open();
    await store.commit([put('Alder')]);
    const body = (await store.get(ref))?.body ?? {};
    expect(Reflect.set(body, 'name', 'Birch')).toBe(false);
    expect(() => (body.reasons as string[]).push('two')).toThrow(TypeError);
  });

  it('is read anew once this process has written it, or deleted it', async () => {
    const store = open();
    await store.commit([put('Alder')]);
    await nameIn(store);
    await store.commit([put('Birch')]);
    expect(await nameIn(store)).toBe('Birch');
    await store.commit([{ kind: 'delete', ref, guard: 'any' }]);
    expect(await nameIn(store)).toBeUndefined();
    await store.commitMany?.([[put('Cedar')]]);
    expect(await nameIn(store)).toBe('Cedar');
  });

  it('is read anew once another process has', async () => {
    const [store, another] = [open(), open()];
    await store.commit([put('Alder')]);
    await nameIn(store);
    await another.commit([put('Birch')]);
    expect(await nameIn(store)).toBe('Birch');
    await another.commit([{ kind: 'delete', ref, guard: 'any' }]);
    expect(await nameIn(store)).toBeUndefined();
  });

  it('is there when it was not there before', async () => {
    const [store, another] = [open(), open()];
    expect(await nameIn(store)).toBeUndefined();
    await another.commit([put('Alder')]);
    expect(await nameIn(store)).toBe('Alder');
  });

  it('is still what it was when a commit did not go through', async () => {
    const store = open();
    await store.commit([put('Alder')]);
    await nameIn(store);
    expect((await store.commit([put('Birch', { guard: 'must-not-exist' })])).outcome).toBe('conflict');
    expect(await nameIn(store)).toBe('Alder');
  });

  it('is forgotten when its time is up, and not before', async () => {
    const store = open();
    await store.commit([put('Alder', { ttlSeconds: 60 })]);
    expect(await nameIn(store)).toBe('Alder');
    now = now.add({ seconds: 59 });
    expect(await nameIn(store)).toBe('Alder');
    now = now.add({ seconds: 1 });
    expect(await nameIn(store)).toBeUndefined();
  });

  it('makes room for others', async () => {
    const store = open();
    await store.commit([put('Alder')]);
    const first = await store.get(ref);
    for (let at = 0; at < 10_000; at += 1) await store.get({ partition: 'school:birch', id: `visits/${at}` });
    const again = await store.get(ref);
    expect(again?.body).not.toBe(first?.body);
    expect(again).toEqual(first);
  });
});

import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../src/core/store.ts';
import { asUnavailable } from '../../src/store/sqlite/failure.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { etagAt, newScene, stoppedClock } from '../contracts/store/scene.ts';

const root = mkdtempSync(join(tmpdir(), 'store-file-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder = root;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'test-'));
});

const clock = stoppedClock();
const open = (file: string, options = {}) => openSqliteStore({ file, clock, ...options });

/** Looks at the file behind the store's back. */
function raw<Result>(file: string, look: (db: DatabaseSync) => Result): Result {
  const db = new DatabaseSync(file);
  try {
    return look(db);
  } finally {
    db.close();
  }
}

describe('the data file', () => {
  it('is made, with its folders, which nobody else may look into', async () => {
    const file = join(folder, 'deep', 'down', 'data.db');
    await open(file).close();
    expect(statSync(file).isFile()).toBe(true);
    expect(statSync(join(folder, 'deep')).mode & 0o077).toBe(0);
  });

  it('keeps everything from one opening to the next, etags too', async () => {
    const file = join(folder, 'data.db');
    const first = newScene(open(file), clock);
    const etag = etagAt(await first.save(first.put('1', { n: 1 })));
    expect(etag).toMatch(/^"[^"]+"$/);
    await first.store.close();
    const store = open(file);
    expect(await store.get(first.ref('1'))).toMatchObject({ body: { n: 1 }, etag });
    const next = first.put('1', { n: 2 }, { guard: { etag } });
    expect(await store.commit([next])).toMatchObject({ outcome: 'committed' });
    await store.close();
  });

  it('is kept in write-ahead mode, so that readers and a writer do not wait for each other', async () => {
    const file = join(folder, 'data.db');
    await open(file).close();
    const journal = raw(file, (db) => db.prepare('PRAGMA journal_mode').get());
    expect(Object.values(journal ?? {})).toEqual(['wal']);
  });

  it('in memory is nobody else’s', async () => {
    const one = newScene(open(':memory:'), clock);
    await one.save(one.put('1', {}));
    await one.store.ready();
    expect(await open(':memory:').get(one.ref('1'))).toBeUndefined();
  });

  it('loses what has expired in the course of later commits', async () => {
    const file = join(folder, 'data.db');
    const { put, save, store } = newScene(open(file), clock);
    await save(...[1, 2, 3].map((n) => put(`code-${n}`, {}, { ttlSeconds: 60 })));
    clock.advance(60);
    for (let n = 0; n < 64; n++) await save(put(`${n}`, {}));
    await store.close();
    const ids = raw(file, (db) => db.prepare("SELECT id FROM documents WHERE id LIKE 'code%'").all());
    expect(ids).toEqual([]);
  });
});

describe('a file that cannot be used is refused with what to do about it', () => {
  it('when a newer version of the bot wrote it, and the file stays as it was', async () => {
    const file = join(folder, 'data.db');
    await open(file).close();
    raw(file, (db) => db.exec('PRAGMA user_version = 2'));
    expect(() => open(file)).toThrow(/newer version of the bot .*layout is 2.*knows 1.*start the newer version/);
    expect(raw(file, (db) => Object.values(db.prepare('PRAGMA user_version').get() ?? {}))).toEqual([2]);
  });

  it('when it belongs to some other program', () => {
    const file = join(folder, 'other.db');
    raw(file, (db) => db.exec('CREATE TABLE documents (x)'));
    expect(() => open(file)).toThrow(/some other program/);
  });

  it('when it is no database', () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear headteacher, '.repeat(100));
    expect(() => open(file)).toThrow(/not a database/);
  });

  it('when its folder cannot be made', () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(() => open(join(folder, 'taken', 'data.db'))).toThrow(/cannot be made: choose another place/);
  });

  it('when it is a folder itself', () => {
    mkdirSync(join(folder, 'data.db'));
    expect(() => open(join(folder, 'data.db'))).toThrow(/cannot be opened/);
  });

  it.skipIf(process.getuid?.() === 0)('when its folder may not be written to (skipped for root, who may)', () => {
    chmodSync(folder, 0o500);
    expect(() => open(join(folder, 'data.db'))).toThrow(StoreUnavailableError);
  });

  it.each([
    [10, /disk .* error/],
    [13, /disk .* full/],
    [8, /may only be read/],
    [11, /damaged/],
    [99, /SQLite result 99/],
  ])('or SQLite says %i', (errcode, message) => {
    const error = asUnavailable(Object.assign(new Error('sqlite'), { errcode: errcode | (3 << 8) }), false);
    expect(error).toBeInstanceOf(StoreUnavailableError);
    expect(error).toMatchObject({ message: expect.stringMatching(message), mayHaveCommitted: false });
    const fault = new TypeError('ours');
    expect(asUnavailable(fault, true)).toBe(fault);
  });
});

describe('a file in use', () => {
  it('that somebody keeps locked can be read, and says it cannot be written', async () => {
    const file = join(folder, 'data.db');
    const { put, save, store, ref } = newScene(open(file, { busyMilliseconds: 10 }), clock);
    await save(put('1', { n: 1 }));
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.commit([put('2', {})])).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      message: expect.stringContaining('locked'),
      mayHaveCommitted: false,
    });
    expect((await store.get(ref('1')))?.body).toEqual({ n: 1 });
    other.exec('ROLLBACK');
    other.close();
    await save(put('2', {}));
    await store.close();
  });

  it('that somebody takes away makes the store unready', async () => {
    const file = join(folder, 'data.db');
    const store = open(file);
    await store.ready();
    renameSync(file, `${file}.moved`);
    await expect(store.ready()).rejects.toThrow(/moved or deleted/);
    await store.close();
  });
});

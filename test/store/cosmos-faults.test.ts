import { describe, expect, it } from 'vitest';
import type { Write } from '../../src/core/store.ts';
import { StoreLimitError, StoreUnavailableError } from '../../src/core/store.ts';
import { networkError } from './support/fake-network.ts';
import {
  answer,
  create,
  markIn,
  overwrite,
  ref,
  remove,
  replace,
  scripted,
  stored,
  throttled,
  turnedDown,
  written,
} from './support/scripted-cosmos.ts';

const timeOut = Object.assign(new Error('aborted'), { name: 'AbortError' });

describe('a read', () => {
  it.each([408, 410, 449, 500, 503])('is tried again after %i', async (status) => {
    const { store, waits } = scripted(answer(status), answer(status), stored('x'));
    expect((await store.get(ref))?.body).toEqual({ n: 0 });
    expect(waits).toEqual([50, 250]);
  });

  it('gives up after four tries, and says the store is unavailable', async () => {
    const { store, seen } = scripted(answer(503));
    await expect(store.get(ref)).rejects.toMatchObject({ name: 'StoreUnavailableError', mayHaveCommitted: false });
    expect(seen).toHaveLength(4);
  });

  it('is not tried again when the SDK has waited out a 429 ten times', async () => {
    const { store, seen } = scripted(throttled);
    await expect(store.get(ref)).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      message: 'The database has more work than it is sized for.',
    });
    expect(seen).toHaveLength(10);
  });

  it.each([
    [answer(401), 'The database refused our sign-in.'],
    [answer(403), 'The database refused our sign-in, or is not open to this network.'],
    [networkError('ENOTFOUND'), 'The database could not be reached or did not answer (ENOTFOUND).'],
    [networkError('ECONNREFUSED'), 'The database could not be reached or did not answer (ECONNREFUSED).'],
    [timeOut, 'The database could not be reached or did not answer (TimeoutError).'],
  ])('is not tried again when that is hopeless, or has taken too long already (%#)', async (line, message) => {
    const { store, seen } = scripted(line);
    await expect(store.get(ref)).rejects.toMatchObject({ name: 'StoreUnavailableError', message });
    expect(seen).toHaveLength(1);
  });

  it('is a query too', async () => {
    const found = { status: 200, body: { Documents: [], _count: 0 } };
    const { store, waits } = scripted(answer(503), answer(503), found);
    expect(await store.query({ type: 'visit', partition: ref.partition })).toEqual({ items: [] });
    expect(waits.length).toBeGreaterThan(0);
    const refused = scripted(answer(400)).store.query({ type: 'visit', partition: ref.partition });
    await expect(refused).rejects.not.toThrow(StoreUnavailableError);
  });

  it('of nothing is no error', async () => {
    expect(await scripted(answer(404)).store.get(ref)).toBeUndefined();
  });
});

describe('a commit', () => {
  it.each([
    ['409', create, turnedDown(409)],
    ['412', replace, turnedDown(412)],
    ['404', replace, turnedDown(404)],
    ['412', remove, turnedDown(412)],
    ['404', remove, turnedDown(404)],
  ])('that meets a %s is a conflict (%#)', async (_, write, line) => {
    const { store } = scripted(line, stored('somebody else'));
    expect(await store.commit([write])).toEqual({ outcome: 'conflict', index: 0 });
  });

  it('blames the operation that has a status of its own', async () => {
    const { store } = scripted(turnedDown(424, 424, 412, 424), stored('somebody else'));
    const writes = ['a', 'b', 'c', 'd'].map((id) => ({ ...replace, ref: { ...ref, id } }));
    expect(await store.commit(writes)).toEqual({ outcome: 'conflict', index: 2 });
  });

  it('names the right write when others before it had nothing to delete', async () => {
    const { store } = scripted(turnedDown(404, 424, 424), turnedDown(424, 412), stored('somebody else'));
    const gone: Write = { kind: 'delete', ref: { ...ref, id: 'gone' }, guard: 'any' };
    const writes = [gone, { ...create, ref: { ...ref, id: 'new' } }, replace];
    expect(await store.commit(writes)).toEqual({ outcome: 'conflict', index: 2 });
  });

  it.each([
    ['the SDK waited out a 429', throttled, 10],
    ['the sign-in was refused', answer(401), 1],
    ['there is no container', answer(404), 1],
    ['nobody listens', networkError('ECONNREFUSED'), 1],
    ['the database stays busy', answer(449), 4],
    ['the database stays busy inside the batch', turnedDown(429), 4],
  ])('was certainly not made when %s', async (_, line, requests) => {
    const { store, seen } = scripted(line);
    await expect(store.commit([overwrite])).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      mayHaveCommitted: false,
    });
    expect(seen).toHaveLength(requests);
  });

  it.each([[answer(449)], [turnedDown(449)], [turnedDown(429)]])(
    'is sent again when turned away (%#)',
    async (line) => {
      const { store } = scripted(line, line, written);
      expect(await store.commit([overwrite])).toEqual({ outcome: 'committed', etags: ['"2"'] });
    },
  );

  it('too large for Cosmos is a limit', async () => {
    await expect(scripted(answer(413)).store.commit([create])).rejects.toThrow(StoreLimitError);
    await expect(scripted(turnedDown(413)).store.commit([create])).rejects.toThrow(StoreLimitError);
  });

  it('that Cosmos cannot read is a fault, not an outage', async () => {
    await expect(scripted(answer(400)).store.commit([create])).rejects.not.toThrow(StoreUnavailableError);
  });
});

const lost = [
  ['408', answer(408)],
  ['410', answer(410)],
  ['500', answer(500)],
  ['503', answer(503)],
  ['a broken connection', networkError('ECONNRESET')],
  ['a time-out', timeOut],
  ['half an answer', { status: 200, body: [] }],
] as const;

describe.each(lost)('a commit answered by %s', (_, line) => {
  it('that was not made is sent again when a guard protects it', async () => {
    for (const write of [create, replace]) {
      const { store, seen } = scripted(line, answer(404), written);
      expect(await store.commit([write])).toEqual({ outcome: 'committed', etags: ['"2"'] });
      expect(seen.map(({ isBatch }) => isBatch)).toEqual([true, false, true]);
    }
  });

  it('that was made after all is a success', async () => {
    for (const write of [create, replace, overwrite]) {
      const { store, seen } = scripted(line, () => stored(markIn(seen)));
      expect(await store.commit([write])).toEqual({ outcome: 'committed', etags: ['"9"'] });
      expect(seen).toHaveLength(2);
    }
  });

  it('that lands late is not a conflict with itself', async () => {
    for (const [write, status] of [
      [create, 409],
      [replace, 412],
    ] as const) {
      const { store, seen } = scripted(line, answer(404), turnedDown(status), () => stored(markIn(seen)));
      expect(await store.commit([write])).toEqual({ outcome: 'committed', etags: ['"9"'] });
    }
  });

  it('is in doubt when somebody else has written since', async () => {
    const { store } = scripted(line, answer(404), turnedDown(409), stored('somebody else'));
    await expect(store.commit([create])).rejects.toMatchObject({ mayHaveCommitted: true });
  });

  it('is in doubt when nothing guards it, or it only deletes', async () => {
    for (const write of [overwrite, remove]) {
      const { store, seen } = scripted(line, answer(404));
      await expect(store.commit([write])).rejects.toMatchObject({
        name: 'StoreUnavailableError',
        mayHaveCommitted: true,
      });
      expect(seen.filter(({ isBatch }) => isBatch)).toHaveLength(1);
    }
  });

  it('is in doubt when the silence goes on', async () => {
    const { store } = scripted(line, answer(503));
    await expect(store.commit([create])).rejects.toMatchObject({ mayHaveCommitted: true });
  });

  it('stays in doubt when the next try is turned away', async () => {
    const { store } = scripted(line, answer(404), throttled);
    await expect(store.commit([create])).rejects.toMatchObject({ mayHaveCommitted: true });
  });
});

describe('a client with retries of its own', () => {
  it('may have sent the commit twice: a conflict with ourselves is a success', async () => {
    const { store, seen } = scripted(turnedDown(409), () => stored(markIn(seen)));
    expect(await store.commit([create])).toEqual({ outcome: 'committed', etags: ['"9"'] });
  });
});

describe('what stands in the way of a new document', () => {
  it('is replaced, that very version, when it is forgotten by our clock and Cosmos still has it', async () => {
    const { store, seen } = scripted(turnedDown(409), stored('long ago', 1_772_442_000_000), written);
    expect(await store.commit([create])).toEqual({ outcome: 'committed', etags: ['"2"'] });
    expect(seen.at(-1)?.body).toMatchObject([{ operationType: 'Replace', ifMatch: '"9"' }]);
  });

  it('is a conflict when it is not forgotten', async () => {
    const { store } = scripted(turnedDown(409), stored('just now', 1_772_442_000_001));
    expect(await store.commit([create])).toEqual({ outcome: 'conflict', index: 0 });
  });

  it('may be gone by the time we look, and then the document is made', async () => {
    const { store } = scripted(turnedDown(409), answer(404), written);
    expect(await store.commit([create])).toEqual({ outcome: 'committed', etags: ['"2"'] });
  });

  it('may come and go for ever, but we do not', async () => {
    const script = Array.from({ length: 20 }, () => [turnedDown(409), answer(404)]).flat();
    const { store } = scripted(...script);
    await expect(store.commit([create])).rejects.toMatchObject({ mayHaveCommitted: false });
  });
});

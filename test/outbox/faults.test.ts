import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../src/core/store.ts';
import { createWorld, HEAD, SECRET } from './support/world.ts';

describe('a fault in one row', () => {
  it('of the template stops no other row, is logged once with its id, and is tried again later', async () => {
    const world = createWorld({
      render: ({ summary }) => {
        if (summary.includes('(bad/1)')) throw new Error(`cannot expand ${summary}`);
        return { summary };
      },
    });
    await world.knows(HEAD, 'teams');
    for (const id of ['a/1', 'bad/1', 'c/1']) await world.notice(id);
    expect(await world.tick()).toMatchObject({ sent: 2, faults: 1 });
    expect(world.logged).toHaveLength(1);
    expect(world.logged[0]?.[0]).toMatchObject({
      row: { partition: 'request:r1', id: 'outbox/bad/1' },
      fault: 'Error',
    });
    expect(world.row('bad/1')).toMatchObject({ state: 'due', attempts: 1 });
  });

  it('that lasts makes the row dead, for an officer to see', async () => {
    const world = createWorld({
      policy: { maxAttempts: 4 },
      render: () => {
        throw new TypeError('always');
      },
    });
    await world.knows(HEAD, 'teams');
    await world.notice();
    for (let pass = 0; pass < 8; pass += 1) {
      await world.tick();
      await world.time.pass(3_600_000);
    }
    expect(world.row()).toMatchObject({ state: 'dead', attempts: 4 });
    expect(world.logged).toHaveLength(4);
  });

  it('of the sender leaves it unknown, for it may have arrived', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice('a/1');
    await world.notice('b/1');
    world.answers.teams.push(() => {
      throw new Error('socket hang up');
    });
    expect(await world.tick()).toMatchObject({ sent: 1, unknown: 1 });
    expect(world.row('a/1')).toMatchObject({ state: 'unknown', lastTrouble: 'teams: the send broke off' });
    expect(world.logged).toHaveLength(1);
  });

  it('of the store, in reading where a person is, puts only that row off', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice('a/1');
    await world.notice('b/1');
    const get = world.store.get;
    world.store.get = async () => {
      world.store.get = get;
      throw new StoreUnavailableError('429', { mayHaveCommitted: false });
    };
    expect(await world.tick()).toMatchObject({ sent: 1, faults: 1 });
    expect(world.row('a/1')).toMatchObject({ state: 'due', attempts: 1 });
  });

  it('of the store, in taking it, leaves it unsent and the limits untouched', async () => {
    const world = createWorld({
      policy: {
        limits: {
          teams: { conversation: [{ count: 1, perMs: 60_000 }], platform: [] },
          slack: { conversation: [], platform: [] },
        },
      },
    });
    await world.knows(HEAD, 'teams');
    await world.notice('a/1');
    await world.notice('b/1');
    const commit = world.store.commit;
    world.store.commit = async () => {
      world.store.commit = commit;
      throw new StoreUnavailableError('503', { mayHaveCommitted: false });
    };
    expect(await world.tick()).toMatchObject({ sent: 1, faults: 1 });
    expect(world.row('a/1').state).toBe('due');
    expect(world.row('b/1').state).toBe('sent');
  });

  it('of a row nobody can read sets it aside, and the others go', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    const ref = await world.notice('a/1');
    await world.notice('b/1');
    await world.alter(ref, { kind: 'telegram' });
    expect(await world.tick()).toMatchObject({ sent: 1, dead: 1 });
    expect(await world.tick()).toMatchObject({ sent: 0, dead: 0 });
    expect(await world.outbox.dead()).toEqual({ rows: [{ ref, state: 'dead', trouble: 'it could not be read' }] });
  });

  it('leaves a row of a newer bot to that bot', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    const ref = await world.notice();
    await world.alter(ref, { v: 2 });
    expect(await world.tick()).toMatchObject({ waiting: 1, dead: 0 });
    expect(world.store.documents.get(`${ref.partition} ${ref.id}`)?.body).toMatchObject({ v: 2, state: 'due' });
    expect(world.logged).toEqual([]);
  });

  it('of an address record nobody can read keeps no one else waiting', async () => {
    const world = createWorld();
    await world.notice();
    await world.tick();
    await world.store.commit([
      { kind: 'put', ref: { partition: `person:${HEAD}`, id: 'reach' }, type: 'reach', body: { v: 9 }, guard: 'any' },
    ]);
    await world.time.pass(600_000);
    expect(await world.tick()).toMatchObject({ faults: 0 });
    expect(world.logged).toHaveLength(1);
    expect(world.row().state).toBe('waiting_for_address');
  });
});

describe('a store that is away', () => {
  it('fails no tick, is logged once a look, and loses nothing', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice();
    const query = world.store.query;
    world.store.query = async () => {
      throw new StoreUnavailableError('away', { mayHaveCommitted: false });
    };
    expect(await world.tick()).toMatchObject({ sent: 0, faults: 1 });
    expect(world.logged).toHaveLength(1);
    world.store.query = query;
    expect(await world.tick()).toMatchObject({ sent: 1 });
  });
});

describe('the log', () => {
  it('never holds what a row says, whatever goes wrong', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const secretly = (): never => {
      throw new TypeError(`cannot read ${SECRET}\n    at ${SECRET}`, { cause: new Error(SECRET) });
    };
    const world = createWorld({
      log,
      render: ({ summary }) => (summary.includes('(bad/1)') ? secretly() : { summary }),
    });
    await world.knows(HEAD, 'teams');
    const ref = await world.notice('unreadable/1');
    await world.alter(ref, { kind: 'telegram' });
    for (const id of ['bad/1', 'thrown/1', 'fine/1']) await world.notice(id);
    world.answers.teams.push(secretly);
    await world.tick();
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(lines.join('')).toContain('outbox/bad/1');
    expect(lines.join('')).not.toContain(SECRET);
  });
});

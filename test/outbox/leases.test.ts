import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/core/channel.ts';
import { StoreUnavailableError } from '../../src/core/store.ts';
import { createOutbox } from '../../src/outbox/create-outbox.ts';
import { createWorld, HEAD, NOW, type World } from './support/world.ts';

const REF = { partition: 'request:r1', id: 'outbox/accepted/1' };

async function ready(options: Parameters<typeof createWorld>[0] = {}): Promise<World> {
  const world = createWorld(options);
  await world.knows(HEAD, 'teams');
  await world.notice();
  return world;
}

const beside = (world: World, instance = 'bot-2') => createOutbox({ ...world.options, instance, random: () => 0.25 });

describe('several bots on one store', () => {
  it('send a row once', async () => {
    const world = await ready();
    const passes = [world.outbox, beside(world), beside(world, 'bot-3')].map((outbox) => outbox.tick());
    const results = await world.time.until(Promise.all(passes));
    expect(world.sent).toHaveLength(1);
    expect(results.map((pass) => pass.sent).sort()).toEqual([0, 0, 1]);
  });

  it('leave a row alone while another is sending it', async () => {
    const world = await ready({ policy: { leaseMs: 180_000 } });
    await world.alter(REF, {
      state: 'sending',
      attempts: 1,
      takenBy: 'bot-2/x',
      leaseUntil: '2026-11-24T10:03:00.000Z',
    });
    await world.time.pass(179_999);
    await world.tick();
    expect(world.row().state).toBe('sending');
    expect(world.sent).toEqual([]);
  });

  it('do not repeat a row whose sender fell silent: it is recorded as unknown', async () => {
    const world = await ready();
    await world.alter(REF, {
      state: 'sending',
      attempts: 1,
      takenBy: 'bot-2/x',
      leaseUntil: NOW,
    });
    expect(await world.tick()).toMatchObject({ unknown: 1, sent: 0 });
    expect(world.row()).toMatchObject({ state: 'unknown', attempts: 1, takenBy: 'bot-2/x' });
    expect(world.sent).toEqual([]);
  });

  it('mark the row as theirs before the platform hears of it', async () => {
    const world = await ready();
    world.answers.teams.push(({ to }) => {
      expect(world.row()).toMatchObject({
        state: 'sending',
        attempts: 1,
        takenBy: 'bot-1/i',
        leaseUntil: '2026-11-24T10:03:00.000Z',
      });
      return { outcome: 'sent', address: { who: to } };
    });
    expect(await world.tick()).toMatchObject({ sent: 1, unknown: 0 });
  });
});

describe('a platform that says nothing', () => {
  it('leaves the row unknown, and no other row waiting', async () => {
    const world = await ready();
    await world.notice('later/1', { sendAt: NOW });
    world.answers.teams.push(() => new Promise(() => {}));
    expect(await world.tick()).toMatchObject({ unknown: 1, sent: 1 });
  });

  it.each([
    [{ outcome: 'sent', messageId: 'm-9', address: {} }, 'sent'],
    [{ outcome: 'later', detail: '503' }, 'due'],
    [{ outcome: 'refused', reason: 'rejected', detail: 'no' }, 'dead'],
    [{ outcome: 'unknown', detail: 'cut' }, 'unknown'],
  ] as const)('and then answers %o after all, puts the row right: %s', async (outcome, state) => {
    const world = await ready();
    let answer: (value: typeof outcome) => void = () => {};
    world.answers.teams.push(() => new Promise((resolve) => (answer = resolve)));
    await world.tick();
    expect(world.row().state).toBe('unknown');
    answer(outcome);
    await world.time.pass(0);
    expect(world.row().state).toBe(state);
  });

  it('and answers while the row is being sent again by decision of an officer, changes nothing', async () => {
    const world = await ready();
    const answers: ((value: SendOutcome) => void)[] = [];
    const wait = () => new Promise<SendOutcome>((resolve) => answers.push(resolve));
    world.answers.teams.push(wait, wait);
    await world.tick();
    await world.outbox.settle(REF, 'send_again');
    const again = world.outbox.tick();
    await world.time.pass(10);
    answers[0]?.({ outcome: 'later', detail: '503' });
    await world.time.pass(10);
    expect(world.row()).toMatchObject({ state: 'sending', attempts: 2 });
    answers[1]?.({ outcome: 'sent', address: {} });
    await again;
    expect(world.row()).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('and answers after an officer decided, changes nothing', async () => {
    const world = await ready();
    let answer: (value: { outcome: 'later'; detail: string }) => void = () => {};
    world.answers.teams.push(() => new Promise((resolve) => (answer = resolve)));
    await world.tick();
    await world.outbox.settle(REF, 'arrived');
    answer({ outcome: 'later', detail: '503' });
    await world.time.pass(0);
    expect(world.row().state).toBe('sent');
  });
});

describe('a store that cannot say', () => {
  const unsure = () => new StoreUnavailableError('timed out', { mayHaveCommitted: true });

  it('whether the row was taken, when it was: the row is read again and sent', async () => {
    const world = await ready();
    const commit = world.store.commit;
    world.store.commit = async (writes) => {
      const result = await commit(writes);
      world.store.commit = commit;
      if (result.outcome === 'committed') throw unsure();
      return result;
    };
    expect(await world.tick()).toMatchObject({ sent: 1, faults: 0 });
    expect(world.sent).toHaveLength(1);
  });

  it('whether the row was taken, when it was not: the row is not sent now, and still due', async () => {
    const world = await ready();
    const commit = world.store.commit;
    world.store.commit = async () => {
      world.store.commit = commit;
      throw unsure();
    };
    expect(await world.tick()).toMatchObject({ sent: 0, taken: 1 });
    expect(world.row().state).toBe('due');
    expect(await world.tick()).toMatchObject({ sent: 1 });
  });

  it('whether the row was taken, when another of the same name took it: it is not sent twice', async () => {
    const world = await ready();
    const twin = createOutbox({ ...world.options, random: () => 0.75 });
    world.answers.teams.push(() => new Promise(() => {}));
    const commit = world.store.commit;
    world.store.commit = async () => {
      world.store.commit = commit;
      void twin.tick();
      while (world.sent.length === 0) await Promise.resolve();
      throw unsure();
    };
    expect(await world.tick()).toMatchObject({ sent: 0, taken: 1 });
    expect(world.row()).toMatchObject({ state: 'sending', takenBy: 'bot-1/r' });
    expect(world.sent).toHaveLength(1);
  });

  it.each([1, 5])('how a sending ended, %i times over: it is written down in the end', async (times) => {
    const world = await ready();
    const commit = world.store.commit;
    let failures = 0;
    world.store.commit = async (writes) => {
      const [write] = writes;
      if (write?.kind === 'put' && write.body.state === 'sent' && failures < times) {
        failures += 1;
        throw unsure();
      }
      return commit(writes);
    };
    expect(await world.tick()).toMatchObject({ sent: 1, faults: 0 });
    expect(world.row().state).toBe('sent');
    expect(world.sent).toHaveLength(1);
  });

  it('how a sending ended, until the lease is over: the row becomes unknown and is not sent again', async () => {
    const world = await ready();
    const commit = world.store.commit;
    world.store.commit = async (writes) => {
      const [write] = writes;
      if (write?.kind === 'put' && write.body.state === 'sent') throw unsure();
      return commit(writes);
    };
    expect(await world.tick()).toMatchObject({ faults: 1 });
    expect(world.row().state).toBe('sending');
    await world.time.pass(180_000);
    expect(await world.tick()).toMatchObject({ unknown: 1 });
    expect(world.sent).toHaveLength(1);
  });
});

describe('a lease', () => {
  it('too short for the slowest send and its recording is refused', () => {
    expect(() => createWorld({ policy: { leaseMs: 60_000 } })).toThrow(RangeError);
  });
});

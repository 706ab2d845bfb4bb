import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { OutboxRow, StillDue } from '../../src/core/outbox.ts';
import { createWorld, HEAD, NOW } from './support/world.ts';

const REPLY = { card: 'support/nudge', data: {}, summary: 'Still open today' };

describe('a reminder', () => {
  it('says what the feature says at the moment of sending, asked about the row and the time', async () => {
    const asked: unknown[] = [];
    const support: StillDue = async (row, now) => {
      asked.push([row.reason, row.about, row.to, now.toString({ smallestUnit: 'millisecond' })]);
      return REPLY;
    };
    const world = createWorld({ stillDue: { support } });
    await world.knows(HEAD, 'teams');
    await world.reminder();
    expect(await world.tick()).toMatchObject({ sent: 1 });
    expect(asked).toEqual([['not_picked_up', { partition: 'request:r1', id: 'request' }, HEAD, NOW]]);
    expect(world.sent[0]?.message.summary).toBe('Still open today');
  });

  it('is not sent when the feature says it no longer holds', async () => {
    const world = createWorld({ stillDue: { support: async () => undefined } });
    await world.knows(HEAD, 'teams');
    await world.reminder();
    expect(await world.tick()).toMatchObject({ noLongerTrue: 1, sent: 0 });
    expect(world.row().state).toBe('no_longer_true');
    expect(world.sent).toEqual([]);
  });

  it('is asked about anew when the platform had said later, and dropped if the task is done by then', async () => {
    let open = true;
    const world = createWorld({ stillDue: { support: async () => (open ? REPLY : undefined) } });
    await world.knows(HEAD, 'teams');
    await world.reminder();
    world.answers.teams.push({ outcome: 'later', afterMs: 1_000, detail: '429' });
    await world.tick();
    open = false;
    await world.time.pass(1_000);
    await world.tick();
    expect(world.row().state).toBe('no_longer_true');
    expect(world.sent).toHaveLength(1);
  });

  it.each(['gone', 'constructor', '__proto__'])(
    'of a feature this bot lacks (%s) is put off, not lost',
    async (feature) => {
      const world = createWorld();
      await world.knows(HEAD, 'teams');
      await world.reminder('a/1', { feature });
      expect(await world.tick()).toMatchObject({ faults: 1 });
      expect(world.row('a/1')).toMatchObject({ state: 'due', attempts: 1, lastTrouble: 'it could not be prepared' });
      expect(world.logged[0]?.[0]).toMatchObject({ fault: 'UnknownFeatureError' });
    },
  );
});

describe('a notice', () => {
  it('is not sent to somebody who may no longer be told', async () => {
    const world = createWorld({ mayStillBeTold: async (row: OutboxRow) => row.to !== HEAD });
    await world.knows(HEAD, 'teams');
    await world.notice();
    expect(await world.tick()).toMatchObject({ noLongerTrue: 1 });
    expect(world.sent).toEqual([]);
  });
});

describe('what can wait', () => {
  const MONDAY = Temporal.Instant.from('2026-11-30T08:00:00Z');
  const workingTime = {
    next: (at: Temporal.Instant) => (Temporal.Instant.compare(at, MONDAY) < 0 ? MONDAY : at),
  };

  it('waits for working time and goes then', async () => {
    const world = createWorld({ workingTime });
    await world.knows(HEAD, 'teams');
    await world.notice('a/1', { patient: true });
    expect(await world.tick()).toMatchObject({ sent: 0, waiting: 1, postponed: 1 });
    expect(world.row('a/1')).toMatchObject({ state: 'due', sendAt: '2026-11-30T08:00:00.000Z', attempts: 0 });
    await world.time.pass(6 * 86_400_000);
    expect(await world.tick()).toMatchObject({ sent: 1 });
  });

  it('does not hold up what somebody is waiting for', async () => {
    const world = createWorld({ workingTime });
    await world.knows(HEAD, 'teams');
    await world.notice('a/1', { patient: true });
    await world.notice('b/1', { patient: false });
    expect(await world.tick()).toMatchObject({ sent: 1, waiting: 1 });
    expect(world.row('b/1').state).toBe('sent');
  });

  it('goes after what somebody is waiting for, though it was due before', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice('a/1', { patient: true, sendAt: '2026-11-24T09:00:00Z' });
    await world.notice('b/1', { patient: false });
    await world.tick();
    expect(world.sent.map((one) => one.message.summary.slice(-6))).toEqual(
      ['(b/1)', '(a/1)'].map((s) => s.padStart(6)),
    );
  });

  it('is put off, and an officer sees it at last, when the calendar is wrong', async () => {
    const world = createWorld({
      policy: { maxAttempts: 2 },
      workingTime: {
        next: () => {
          throw new RangeError('No working time');
        },
      },
    });
    await world.knows(HEAD, 'teams');
    await world.notice('a/1', { patient: true });
    await world.tick();
    expect(world.row('a/1').state).toBe('due');
    await world.time.pass(60_000);
    await world.tick();
    expect(world.row('a/1').state).toBe('dead');
  });
});

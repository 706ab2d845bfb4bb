import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/core/channel.ts';
import { createWorld, HEAD, NOW } from './support/world.ts';

const later = (ms: number): string => new Date(Date.parse(NOW) + ms).toISOString();

interface Case {
  readonly when: string;
  readonly outcome: SendOutcome;
  readonly row: Record<string, unknown>;
  readonly pass: Record<string, unknown>;
}

const CASES: readonly Case[] = [
  {
    when: 'the platform took it',
    outcome: { outcome: 'sent', messageId: 'm-77', address: { who: 'new thread' } },
    row: {
      state: 'sent',
      sentAt: NOW,
      messageId: 'm-77',
      sentTo: { platform: 'teams', address: { who: 'new thread' } },
      attempts: 1,
    },
    pass: { sent: 1 },
  },
  {
    when: 'it may have arrived',
    outcome: { outcome: 'unknown', detail: 'connection cut' },
    row: { state: 'unknown', lastTrouble: 'teams: connection cut', attempts: 1 },
    pass: { unknown: 1 },
  },
  {
    when: 'the platform says when to come back',
    outcome: { outcome: 'later', afterMs: 42_000, detail: '429' },
    row: { state: 'due', sendAt: later(42_000), lastTrouble: 'teams: 429', attempts: 1 },
    pass: { waiting: 1, postponed: 1 },
  },
  {
    when: 'the platform says later and not when',
    outcome: { outcome: 'later', detail: '503' },
    row: { state: 'due', sendAt: later(3_750), lastTrouble: 'teams: 503', attempts: 1 },
    pass: { waiting: 1, postponed: 1 },
  },
  {
    when: 'the platform asks for a wait beyond belief',
    outcome: { outcome: 'later', afterMs: 9e15, detail: '429' },
    row: { state: 'due', sendAt: later(3_600_000) },
    pass: { waiting: 1 },
  },
  {
    when: 'the platform asks for a wait that is no number',
    outcome: { outcome: 'later', afterMs: Number.NaN, detail: '429' },
    row: { state: 'due', sendAt: later(3_750) },
    pass: { waiting: 1 },
  },
  {
    when: 'the platform will not have the message',
    outcome: { outcome: 'refused', reason: 'rejected', detail: 'card too large' },
    row: { state: 'dead', lastTrouble: 'teams rejected: card too large' },
    pass: { dead: 1 },
  },
  {
    when: 'the conversation is gone',
    outcome: { outcome: 'refused', reason: 'gone', detail: '404' },
    row: { state: 'dead', lastTrouble: 'teams gone: 404' },
    pass: { dead: 1 },
  },
  {
    when: 'the person blocked the bot',
    outcome: { outcome: 'refused', reason: 'blocked', detail: '403' },
    row: { state: 'waiting_for_address', lastTrouble: 'teams blocked: 403', attempts: 1 },
    pass: { unaddressed: 1 },
  },
  {
    when: 'the person took the bot out',
    outcome: { outcome: 'refused', reason: 'not_installed', detail: '403' },
    row: { state: 'waiting_for_address', lastTrouble: 'teams not_installed: 403' },
    pass: { unaddressed: 1 },
  },
];

describe('a due row, sent to somebody on Teams alone', () => {
  it.each(CASES)('when $when, is $row.state', async ({ outcome, row, pass }) => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice();
    world.answers.teams.push(outcome);

    expect(await world.tick()).toMatchObject(pass);
    expect(world.row()).toMatchObject(row);
    expect(world.row()).not.toHaveProperty('leaseUntil');
    expect(world.sent).toHaveLength(1);
  });

  it.each(CASES.filter(({ row }) => row.state !== 'due'))(
    'when $when, is not sent again by itself',
    async ({ outcome }) => {
      const world = createWorld();
      await world.knows(HEAD, 'teams');
      await world.notice();
      world.answers.teams.push(outcome);
      for (let pass = 0; pass < 5; pass += 1) {
        await world.tick();
        await world.time.pass(24 * 3_600_000);
      }
      expect(world.sent).toHaveLength(1);
    },
  );

  it('is sent when what the platform asked for has passed, and not before', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice();
    world.answers.teams.push({ outcome: 'later', afterMs: 42_000, detail: '429' });
    await world.tick();
    await world.time.pass(41_999);
    await world.tick();
    expect(world.sent).toHaveLength(1);
    await world.time.pass(1);
    await world.tick();
    expect(world.row()).toMatchObject({ state: 'sent', attempts: 2 });
    expect(world.row()).not.toHaveProperty('lastTrouble');
  });

  it('is dead after as many tries as the policy allows', async () => {
    const world = createWorld({ policy: { maxAttempts: 3 } });
    await world.knows(HEAD, 'teams');
    await world.notice();
    world.answers.teams.push(...Array(9).fill({ outcome: 'later', detail: '503' }));
    for (let pass = 0; pass < 9; pass += 1) {
      await world.tick();
      await world.time.pass(3_600_000);
    }
    expect(world.sent).toHaveLength(3);
    expect(world.row()).toMatchObject({ state: 'dead', attempts: 3, lastTrouble: 'teams: 503' });
  });

  it('is not sent before its time', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice('soon/1', { sendAt: later(1) });
    await world.tick();
    expect(world.sent).toEqual([]);
    await world.time.pass(1);
    await world.tick();
    expect(world.sent).toHaveLength(1);
  });

  it('is kept for 400 days once sent, and says nothing after that', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice();
    await world.tick();
    expect(world.store.writes.at(-1)).toMatchObject({ body: { state: 'sent' }, ttlSeconds: 400 * 86_400 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersonId } from '../../src/core/ids.ts';
import { createOutbox } from '../../src/outbox/create-outbox.ts';
import { createPace, type Limit, type PlatformLimits } from '../../src/outbox/pace.ts';
import { STANDARD_POLICY } from '../../src/outbox/policy.ts';
import { sleep } from '../../src/outbox/timer.ts';
import { createFakeTime } from './support/fake-time.ts';
import { ADVISER, createWorld, HEAD, NOW } from './support/world.ts';

const NONE: PlatformLimits = { conversation: [], platform: [] };

/** The most sends within any stretch of that length. */
function busiest(moments: readonly number[], perMs: number): number {
  return Math.max(0, ...moments.map((from) => moments.filter((at) => at >= from && at < from + perMs).length));
}

describe('the pace', () => {
  it('keeps every limit in every stretch of time, and never waits for nothing', async () => {
    const limits = fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 9 }), perMs: fc.integer({ min: 1, max: 5000 }) }),
      {
        maxLength: 3,
      },
    );
    await fc.assert(
      fc.asyncProperty(
        limits,
        limits,
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 900 })), { maxLength: 120 }),
        async (conversation, platform, asks) => {
          const time = createFakeTime(NOW);
          const pace = createPace({ teams: { conversation, platform } }, time.clock);
          const all: number[] = [];
          const each: Record<string, number[]> = { a: [], b: [], c: [] };
          for (const [person, gapMs] of asks) {
            await time.pass(gapMs);
            let turn = pace.take('teams', person);
            if (!turn.go) {
              await time.pass(turn.waitMs - 1);
              expect(pace.take('teams', person).go).toBe(false);
              await time.pass(1);
              turn = pace.take('teams', person);
              for (let more = 0; !turn.go && more < 20; more += 1) {
                await time.pass(turn.waitMs);
                turn = pace.take('teams', person);
              }
            }
            expect(turn.go).toBe(true);
            all.push(time.clock.now().epochMilliseconds);
            each[person]?.push(time.clock.now().epochMilliseconds);
          }
          for (const { count, perMs } of platform) expect(busiest(all, perMs)).toBeLessThanOrEqual(count);
          for (const { count, perMs } of conversation) {
            for (const one of Object.values(each)) expect(busiest(one, perMs)).toBeLessThanOrEqual(count);
          }
        },
      ),
      { seed: 20261124, numRuns: 60 },
    );
  });

  it("lets one person's limit hold up nobody else", () => {
    const pace = createPace(
      { teams: { conversation: [{ count: 1, perMs: 1000 }], platform: [] } },
      createFakeTime(NOW).clock,
    );
    expect(pace.take('teams', 'a').go).toBe(true);
    expect(pace.take('teams', 'a')).toEqual({ go: false, waitMs: 1000, because: 'person' });
    expect(pace.take('teams', 'b').go).toBe(true);
  });

  it('counts a send no longer once it is given back', () => {
    const pace = createPace(
      { teams: { conversation: [{ count: 1, perMs: 1000 }], platform: [] } },
      createFakeTime(NOW).clock,
    );
    const turn = pace.take('teams', 'a');
    if (turn.go) pace.giveBack('teams', 'a', turn.at);
    expect(pace.take('teams', 'a').go).toBe(true);
  });

  it('keeps quiet on a platform that asked for it, and on no other', async () => {
    const time = createFakeTime(NOW);
    const pace = createPace({ teams: NONE, slack: NONE }, time.clock);
    pace.pause('teams', 5000);
    pace.pause('teams', 10);
    expect(pace.look('teams', 'a')).toEqual({ go: false, waitMs: 5000, because: 'paused' });
    expect(pace.look('slack', 'a').go).toBe(true);
    await time.pass(5000);
    expect(pace.look('teams', 'a').go).toBe(true);
  });

  it('is not held up by what it remembers when the clock is put back', () => {
    let at = NOW;
    const pace = createPace(
      { teams: { conversation: [{ count: 1, perMs: 1000 }], platform: [{ count: 1, perMs: 1000 }] } },
      { now: () => createFakeTime(at).clock.now() },
    );
    pace.take('teams', 'a');
    pace.pause('teams', 1000);
    at = '2026-11-20T10:00:00Z';
    expect(pace.take('teams', 'a').go).toBe(true);
    expect(pace.take('teams', 'a').go).toBe(false);
  });

  it('forgets what no limit depends on, and nothing that one does', async () => {
    const time = createFakeTime(NOW);
    const pace = createPace({ teams: { conversation: [{ count: 1, perMs: 1000 }], platform: [] } }, time.clock);
    pace.take('teams', 'a');
    await time.pass(999);
    pace.forget();
    expect(pace.look('teams', 'a').go).toBe(false);
  });
});

describe('the limits the outbox works by', () => {
  it('are those Microsoft publishes for one thread and one tenant', () => {
    const says = (limit: Limit): string => `${limit.count} per ${limit.perMs / 1000} s`;
    expect(STANDARD_POLICY.limits.teams.conversation.map(says)).toEqual([
      '7 per 1 s',
      '8 per 2 s',
      '60 per 30 s',
      '1800 per 3600 s',
    ]);
    expect(STANDARD_POLICY.limits.teams.platform.map(says)).toEqual(['30 per 1 s']);
  });

  it('hold up the rest of one person’s messages, in order, and nobody else’s', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    const ids = Array.from({ length: 12 }, (_, n) => `m${String(n).padStart(2, '0')}/1`);
    for (const id of ids) await world.notice(id);
    expect(await world.tick()).toMatchObject({ sent: 7, waiting: 5, againInMs: 1000 });
    await world.time.pass(1000);
    expect(await world.tick()).toMatchObject({ sent: 1, waiting: 4, againInMs: 1000 });
    await world.time.pass(60_000);
    expect(await world.tick()).toMatchObject({ sent: 4 });
    expect(world.sent.map((one) => one.message.summary.match(/\((.*)\)/)?.[1])).toEqual(ids);
  });

  it('let no later message overtake one that was held up, though its time comes in the middle of a look', async () => {
    const limits = { teams: { conversation: [{ count: 1, perMs: 1000 }], platform: [] }, slack: NONE };
    const world = createWorld({ policy: { limits, pageSize: 3, lanes: 1 } });
    await world.knows(HEAD, 'teams');
    await world.knows(ADVISER, 'slack');
    for (const id of ['a/1', 'b/1', 'd/1']) await world.notice(id);
    await world.notice('c/1', { to: ADVISER });
    world.answers.slack.push(async ({ to }) => {
      await sleep(world.time.timer, 2000);
      return { outcome: 'sent', address: { who: to } };
    });
    expect(await world.tick()).toMatchObject({ sent: 2, waiting: 2 });
    await world.tick();
    expect(world.sent.map((one) => one.message.summary.match(/\((.*)\)/)?.[1])).toEqual(['a/1', 'c/1', 'b/1']);
  });

  it('make a look wait when the whole platform is at its limit', async () => {
    const limits = { teams: { conversation: [], platform: [{ count: 2, perMs: 1000 }] }, slack: NONE };
    const world = createWorld({ policy: { limits } });
    await world.knows(HEAD, 'teams');
    for (const id of ['a/1', 'b/1', 'c/1', 'd/1', 'e/1']) await world.notice(id);
    expect(await world.tick()).toMatchObject({ sent: 5 });
    expect(world.sent.map((one) => one.at.slice(17))).toEqual(['00Z', '00Z', '01Z', '01Z', '02Z']);
  });

  it('hold when messages leave, not only when their turn was given out, however slow the store is in between', async () => {
    const limits = { teams: { conversation: [], platform: [{ count: 2, perMs: 1000 }] }, slack: NONE };
    const world = createWorld({ policy: { limits } });
    const commit = world.store.commit;
    let slow = 0;
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const to = PersonId.parse(`head-${name}`);
      await world.knows(to, 'teams');
      await world.notice(`${name}/1`, { to });
    }
    world.store.commit = async (writes) => {
      slow += 1;
      if (slow <= 2) await sleep(world.time.timer, 950);
      return commit(writes);
    };
    expect(await world.tick()).toMatchObject({ sent: 6 });
    const moments = world.sent.map((one) => Date.parse(one.at));
    expect(busiest(moments, 1000)).toBe(2);
  });

  it('leave everybody on a platform that said when to come back until then, and nobody else', async () => {
    const world = createWorld({ policy: { pageSize: 2, lanes: 1 } });
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const to = PersonId.parse(`head-${name}`);
      await world.knows(to, name === 'f' ? 'slack' : 'teams');
      await world.notice(`${name}/1`, { to });
    }
    world.answers.teams.push({ outcome: 'later', afterMs: 30_000, detail: '429' });
    await world.tick();
    expect(world.sent.map((one) => one.platform).sort()).toEqual(['slack', 'teams']);
    await world.time.pass(29_999);
    expect(await world.tick()).toMatchObject({ sent: 0, againInMs: 1 });
    await world.time.pass(1);
    expect(await world.tick()).toMatchObject({ sent: 5 });
  });

  it('end the look early when every platform asked for quiet', async () => {
    const world = createWorld({ policy: { pageSize: 2, lanes: 1 }, senders: {} });
    const asked: string[] = [];
    const teams = {
      send: async () => ({ outcome: 'later', afterMs: 30_000, detail: '429' }) as const,
      update: async () => ({ outcome: 'later', detail: '429' }) as const,
    };
    const outbox = createOutbox({ ...world.options, senders: { teams } });
    const get = world.store.get;
    world.store.get = async (ref) => {
      asked.push(ref.partition);
      return get(ref);
    };
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const to = PersonId.parse(`head-${name}`);
      await world.knows(to, 'teams');
      await world.notice(`${name}/1`, { to });
    }
    await world.tick(outbox);
    expect(new Set(asked).size).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/core/channel.ts';
import { createLoop } from '../../src/outbox/loop.ts';
import { createFakeTime } from './support/fake-time.ts';
import { ADVISER, createWorld, HEAD, NOW } from './support/world.ts';

function counting(answers: (number | undefined)[] = []) {
  const time = createFakeTime(NOW);
  const looks: number[] = [];
  const began = time.clock.now().epochMilliseconds;
  const loop = createLoop(
    async () => {
      looks.push(time.clock.now().epochMilliseconds - began);
      return answers.shift();
    },
    { pollMs: 5000, timer: time.timer },
  );
  return { time, looks, loop };
}

describe('the loop', () => {
  it('looks at once, then at the latest every so often, and sooner when told there is reason to', async () => {
    const { time, looks, loop } = counting([undefined, 700, 60_000, undefined]);
    loop.start();
    await time.pass(12_000);
    expect(looks).toEqual([0, 5000, 5700, 10_700]);
  });

  it('looks at once when nudged, and begins its waiting anew', async () => {
    const { time, looks, loop } = counting();
    loop.start();
    await time.pass(1000);
    loop.nudge();
    loop.nudge();
    await time.pass(6000);
    expect(looks).toEqual([0, 1000, 6000]);
    expect(time.pending()).toBe(1);
  });

  it('looks again right after a look in whose midst it was nudged', async () => {
    const time = createFakeTime(NOW);
    const looks: string[] = [];
    const loop = createLoop(
      async () => {
        looks.push(time.clock.now().toString());
        if (looks.length === 1) loop.nudge();
        return undefined;
      },
      { pollMs: 5000, timer: time.timer },
    );
    loop.start();
    await time.pass(100);
    expect(looks).toHaveLength(2);
  });

  it('does nothing before it is started and after it is stopped', async () => {
    const { time, looks, loop } = counting();
    loop.nudge();
    await time.pass(20_000);
    loop.start();
    loop.start();
    await time.pass(0);
    await loop.stop();
    loop.nudge();
    await time.pass(20_000);
    expect(looks).toEqual([20_000]);
    expect(time.pending()).toBe(0);
  });

  it('can be started again', async () => {
    const { time, looks, loop } = counting();
    loop.start();
    await time.pass(0);
    await loop.stop();
    loop.start();
    await time.pass(0);
    expect(looks).toEqual([0, 0]);
  });
});

describe('an outbox that looks by itself', () => {
  it('sends what is queued at the nudge, and what falls due without one', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    world.outbox.start();
    await world.time.pass(1234);
    await world.notice('a/1');
    world.outbox.nudge();
    await world.notice('b/1', { sendAt: '2026-11-24T10:00:07Z' });
    await world.time.pass(20_000);
    expect(world.sent.map((one) => one.at.slice(17))).toEqual(['01.234Z', '11.234Z']);
    await world.outbox.stop();
  });

  it('looks again right away when nudged in the middle of a look, with what is urgent first', async () => {
    const world = createWorld({ policy: { pageSize: 1, lanes: 1 } });
    await world.knows(HEAD, 'teams');
    for (const id of ['p1/1', 'p2/1', 'p3/1']) await world.notice(id, { patient: true });
    world.answers.teams.push(async (one) => {
      await world.notice('urgent/1');
      world.outbox.nudge();
      return { outcome: 'sent', address: { who: one.to } };
    });
    world.outbox.start();
    await world.time.pass(0);
    expect(world.sent.map((one) => one.message.summary.match(/\((.*)\)/)?.[1])).toEqual([
      'p1/1',
      'urgent/1',
      'p2/1',
      'p3/1',
    ]);
    await world.outbox.stop();
  });

  it('lets a send under way end and writes it down before it stops, and begins no other', async () => {
    const world = createWorld({ policy: { lanes: 1 } });
    await world.knows(HEAD, 'teams');
    await world.notice('a/1');
    await world.notice('b/1');
    let answer: (outcome: SendOutcome) => void = () => {};
    world.answers.teams.push(() => new Promise((resolve) => (answer = resolve)));
    world.outbox.start();
    await world.time.pass(0);
    let stopped = false;
    const stopping = world.outbox.stop().then(() => (stopped = true));
    await world.time.pass(1000);
    expect(stopped).toBe(false);
    answer({ outcome: 'sent', address: {} });
    await stopping;
    expect(world.row('a/1').state).toBe('sent');
    expect(world.row('b/1').state).toBe('due');
    expect(world.time.pending()).toBe(0);
  });

  it('begins no send that was only waiting for its turn when it was stopped', async () => {
    const none = { conversation: [], platform: [] };
    const limits = { teams: { conversation: [], platform: [{ count: 1, perMs: 1000 }] }, slack: none };
    const world = createWorld({ policy: { limits } });
    for (const to of [HEAD, ADVISER]) {
      await world.knows(to, 'teams');
      await world.notice(`${to}/1`, { to });
    }
    world.outbox.start();
    await world.time.pass(500);
    expect(world.sent).toHaveLength(1);
    await world.time.until(world.outbox.stop());
    expect(world.sent).toHaveLength(1);
  });

  it('sends nothing at a tick after it was stopped, until it is started again', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice();
    await world.outbox.stop();
    await world.tick();
    expect(world.sent).toEqual([]);
    world.outbox.start();
    await world.time.pass(0);
    expect(world.sent).toHaveLength(1);
  });

  it('runs one look at a time', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice();
    const passes = await world.time.until(Promise.all([world.outbox.tick(), world.outbox.tick(), world.outbox.tick()]));
    expect(passes.map((pass) => [pass.sent, pass.taken])).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('wakes when an address comes to be known', async () => {
    const world = createWorld();
    await world.notice();
    world.outbox.start();
    await world.time.pass(1000);
    await world.knows(HEAD, 'slack');
    await world.outbox.addressKnown(HEAD);
    await world.time.pass(0);
    expect(world.sent.map((one) => one.at.slice(17))).toEqual(['01Z']);
    await world.outbox.stop();
  });
});

import { describe, expect, it } from 'vitest';
import { createWorld, HEAD, NOW, SECRET, type World } from './support/world.ts';

const REF = { partition: 'request:r1', id: 'outbox/accepted/1' };

async function ending(outcome: 'unknown' | 'rejected' | 'sent'): Promise<World> {
  const world = createWorld();
  await world.knows(HEAD, 'teams');
  await world.notice();
  if (outcome === 'unknown') world.answers.teams.push({ outcome: 'unknown', detail: 'cut' });
  if (outcome === 'rejected') world.answers.teams.push({ outcome: 'refused', reason: 'rejected', detail: 'too large' });
  await world.tick();
  return world;
}

describe('what an officer sees', () => {
  it('is dead and unknown rows: to whom, what card, what went wrong, and not what it says', async () => {
    const world = await ending('unknown');
    await world.notice('b/1');
    await world.tick();
    const page = await world.outbox.dead();
    expect(page).toEqual({
      rows: [
        {
          ref: REF,
          state: 'unknown',
          to: HEAD,
          kind: 'notice',
          what: 'support/accepted',
          sendAt: NOW,
          attempts: 1,
          trouble: 'teams: cut',
        },
      ],
    });
    expect(JSON.stringify(page)).not.toContain(SECRET);
  });

  it('is, when asked for, those who wait for an address', async () => {
    const world = createWorld();
    await world.reminder();
    await world.tick();
    expect((await world.outbox.dead()).rows).toEqual([]);
    expect((await world.outbox.dead({ states: ['waiting_for_address'] })).rows).toMatchObject([
      { state: 'waiting_for_address', to: HEAD, kind: 'reminder', what: 'support: not_picked_up' },
    ]);
  });

  it('comes in pages', async () => {
    const world = createWorld({ policy: { maxAttempts: 1 } });
    await world.knows(HEAD, 'teams');
    for (let n = 0; n < 130; n += 1) await world.notice(`n/${n}`);
    world.answers.teams.push(...Array(130).fill({ outcome: 'refused', reason: 'rejected', detail: 'no' }));
    for (let pass = 0; pass < 130; pass += 1) {
      await world.tick();
      await world.time.pass(30_000);
    }
    const first = await world.outbox.dead();
    const second = await world.outbox.dead({ continuation: first.continuation ?? '' });
    expect(first.rows).toHaveLength(100);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.ref.id)).size).toBe(130);
    expect(second).not.toHaveProperty('continuation');
  });
});

describe('what an officer decides', () => {
  it.each(['unknown', 'rejected'] as const)('can send a row that is %s again', async (outcome) => {
    const world = await ending(outcome);
    expect(await world.outbox.settle(REF, 'send_again')).toBe(true);
    await world.tick();
    expect(world.row()).toMatchObject({ state: 'sent', attempts: 2 });
    expect(world.sent).toHaveLength(2);
  });

  it('can say that it arrived, or let it go', async () => {
    const arrived = await ending('unknown');
    await arrived.outbox.settle(REF, 'arrived');
    expect(arrived.row().state).toBe('sent');
    const gone = await ending('rejected');
    await gone.outbox.settle(REF, 'let_go');
    expect(gone.row().state).toBe('no_longer_true');
    for (const world of [arrived, gone]) {
      await world.tick();
      expect(world.sent).toHaveLength(1);
      expect((await world.outbox.dead()).rows).toEqual([]);
    }
  });

  it('cannot send again what was sent, nor what was never queued', async () => {
    const world = await ending('sent');
    expect(await world.outbox.settle(REF, 'send_again')).toBe(false);
    expect(await world.outbox.settle({ partition: 'request:r1', id: 'outbox/none/1' }, 'send_again')).toBe(false);
    await world.tick();
    expect(world.sent).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { ADVISER, createWorld, HEAD, NOW, type World } from './support/world.ts';

const BLOCKED = { outcome: 'refused', reason: 'blocked', detail: '403' } as const;
const MORNING = '2026-11-24T08:00:00.000Z';

async function onBoth(world: World): Promise<void> {
  await world.knows(HEAD, { platform: 'slack', at: MORNING }, { platform: 'teams', at: NOW });
}

describe('where a message goes', () => {
  it('is the platform the person used last', async () => {
    const world = createWorld();
    await onBoth(world);
    await world.knows(ADVISER, { platform: 'teams', at: MORNING }, { platform: 'slack', at: NOW });
    await world.notice('a/1');
    await world.notice('b/1', { to: ADVISER });
    await world.tick();
    expect(world.sent.map((one) => one.to).sort()).toEqual(['adviser-north on slack', 'head-northcliffe on teams']);
  });

  it('compares moments, not how they are written', async () => {
    const world = createWorld();
    const [earlier, later] = ['2026-11-24T10:30:00+01:00', '2026-11-24T10:00:00Z'];
    await world.knows(HEAD, { platform: 'slack', at: earlier }, { platform: 'teams', at: later });
    await world.notice();
    await world.tick();
    expect(world.sent[0]?.platform).toBe('teams');
  });

  it.each(['blocked', 'not_installed', 'gone'] as const)(
    'is at once the other platform when the first is %s',
    async (reason) => {
      const world = createWorld();
      await onBoth(world);
      await world.notice();
      world.answers.teams.push({ outcome: 'refused', reason, detail: '40x' });
      expect(await world.tick()).toMatchObject({ sent: 1 });
      expect(world.sent.map((one) => one.platform)).toEqual(['teams', 'slack']);
      expect(world.row()).toMatchObject({ state: 'sent', sentTo: { platform: 'slack' }, attempts: 2 });
    },
  );

  it('is never again an address that was refused, until the person writes from it', async () => {
    const world = createWorld();
    await onBoth(world);
    await world.notice('a/1');
    world.answers.teams.push(BLOCKED);
    await world.tick();
    expect(world.reach(HEAD).addresses).toEqual([
      { platform: 'slack', at: MORNING, address: { who: 'head-northcliffe on slack' } },
      { platform: 'teams', at: NOW, address: { who: 'head-northcliffe on teams' }, unreachableSince: NOW },
    ]);
    await world.notice('b/1');
    await world.time.pass(1_000);
    await world.tick();
    expect(world.sent.map((one) => one.platform)).toEqual(['teams', 'slack', 'slack']);
  });

  it('is not the other platform when the first merely says later', async () => {
    const world = createWorld();
    await onBoth(world);
    await world.notice();
    world.answers.teams.push({ outcome: 'later', detail: '503' });
    await world.tick();
    expect(world.sent.map((one) => one.platform)).toEqual(['teams']);
  });

  it('leaves alone an address the person wrote from while it was being refused', async () => {
    const world = createWorld();
    await world.knows(HEAD, 'teams');
    await world.notice();
    world.answers.teams.push(async () => {
      await world.knows(HEAD, { platform: 'teams', at: '2026-11-24T10:00:01.000Z' });
      return BLOCKED;
    });
    expect(await world.tick()).toMatchObject({ sent: 1 });
    expect(world.reach(HEAD).addresses[0]).not.toHaveProperty('unreachableSince');
  });
});

describe('a message for somebody who cannot be reached', () => {
  it('waits for an address, and goes when one is known', async () => {
    const world = createWorld();
    await world.notice('a/1');
    await world.notice('b/1', { to: ADVISER });
    expect(await world.tick()).toMatchObject({ unaddressed: 2, sent: 0 });
    expect(world.row('a/1').state).toBe('waiting_for_address');

    await world.knows(HEAD, 'slack');
    await world.outbox.addressKnown(HEAD);
    expect(world.row('a/1').state).toBe('due');
    expect(world.row('b/1').state).toBe('waiting_for_address');
    expect(await world.tick()).toMatchObject({ sent: 1 });
  });

  it('waits when this bot is not on the platform the person uses', async () => {
    const world = createWorld({ senders: {} });
    await world.knows(HEAD, 'slack');
    await world.notice();
    expect(await world.tick()).toMatchObject({ unaddressed: 1, faults: 0 });
    await world.outbox.addressKnown(HEAD);
    expect(world.row().state).toBe('waiting_for_address');
  });

  it('goes at a later look when the call that an address is known was lost', async () => {
    const world = createWorld({ policy: { lookAgainMs: 600_000 } });
    await world.notice();
    await world.tick();
    await world.knows(HEAD, 'teams');
    await world.time.pass(599_999);
    await world.tick();
    expect(world.sent).toEqual([]);
    await world.time.pass(1);
    await world.tick();
    expect(world.row().state).toBe('sent');
  });

  it('goes although the address came to be known between looking for it and setting the row to wait', async () => {
    const world = createWorld();
    await world.notice();
    const get = world.store.get;
    let looked = 0;
    world.store.get = async (ref) => {
      const found = await get(ref);
      if (ref.id === 'reach') {
        looked += 1;
        if (looked === 1) {
          await world.knows(HEAD, 'teams');
          await world.outbox.addressKnown(HEAD);
        }
      }
      return found;
    };
    expect(await world.tick()).toMatchObject({ sent: 1 });
  });

  it('stays as it is when the store is away as an address becomes known, and the call does not fail', async () => {
    const world = createWorld();
    await world.notice();
    await world.tick();
    await world.knows(HEAD, 'teams');
    world.store.query = async () => {
      throw new Error('away');
    };
    await world.outbox.addressKnown(HEAD);
    expect(world.row().state).toBe('waiting_for_address');
    expect(world.logged).toHaveLength(1);
  });
});

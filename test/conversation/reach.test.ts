import { describe, expect, it } from 'vitest';
import { rememberReach } from '../../src/conversation/reach.ts';
import { PersonId } from '../../src/core/ids.ts';
import { Reach, reachRef } from '../../src/core/outbox.ts';
import { NOW, openMovingStore, turnOf } from './turn.ts';

const RUTH = PersonId.parse('ruth');

async function reachOf(store: ReturnType<typeof openMovingStore>['store']) {
  const found = await store.get(reachRef(RUTH));
  return found ? Reach.parse(found.body).addresses : [];
}

describe('Where a person can be written to', () => {
  it('is their own chat, and news only the first time', async () => {
    const { store } = openMovingStore();
    expect(await rememberReach(store, RUTH, turnOf(['1']))).toBe(true);
    expect(await rememberReach(store, RUTH, turnOf(['2']))).toBe(false);
    expect(await reachOf(store)).toMatchObject([{ platform: 'teams', address: { in: 'personal' } }]);
  });

  it.each(['group', 'channel'] as const)('is never a %s', async (place) => {
    const { store } = openMovingStore();
    expect(await rememberReach(store, RUTH, turnOf(['1'], { place }))).toBe(false);
    expect(await reachOf(store)).toEqual([]);
  });

  it('is news again when the chat has moved, and when they come back after blocking the bot', async () => {
    const { store } = openMovingStore();
    await rememberReach(store, RUTH, turnOf(['1']));
    const moved = turnOf(['2']);
    expect(await rememberReach(store, RUTH, { ...moved, place: { ...moved.place, address: { in: 'new' } } })).toBe(
      true,
    );
    const [address] = await reachOf(store);
    const blocked = { v: 1, addresses: [{ ...address, unreachableSince: NOW.toString() }] };
    await store.commit([{ kind: 'put', ref: reachRef(RUTH), type: 'reach', body: blocked, guard: 'any' }]);
    expect(await rememberReach(store, RUTH, { ...moved, place: { ...moved.place, address: { in: 'new' } } })).toBe(
      true,
    );
    expect((await reachOf(store))[0]).not.toHaveProperty('unreachableSince');
  });

  it('is kept for each platform', async () => {
    const { store } = openMovingStore();
    await rememberReach(store, RUTH, turnOf(['1']));
    const slack = turnOf(['2']);
    const from = { identity: { platform: 'slack', tenant: 'T', user: 'U' } } as const;
    expect(await rememberReach(store, RUTH, { ...slack, from })).toBe(true);
    expect((await reachOf(store)).map((entry) => entry.platform)).toEqual(['teams', 'slack']);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { claimTurn, isKnown, unclaimedTurn } from '../../src/conversation/claim.ts';
import { TURN_LEASE_SECONDS } from '../../src/conversation/turn-record.ts';
import { type Moving, NOW, openMovingStore, turnOf } from './turn.ts';

let moving: Moving;
beforeEach(() => {
  moving = openMovingStore();
});

const claim = (ids: readonly string[], seconds = 0) => {
  const at = NOW.add({ seconds });
  moving.setTime(at);
  return claimTurn(moving.store, turnOf(ids, { at }));
};
const answered = async (claimed: Awaited<ReturnType<typeof claim>>) =>
  claimed && (await moving.store.commit(claimed.done(NOW))).outcome;

describe('A turn is answered once', () => {
  it('by whoever claims it first', async () => {
    const claims = await Promise.all([claim(['a']), claim(['a']), claim(['a'])]);
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('whichever of its names it comes back under', async () => {
    await claim(['platform-id', 'said-id']);
    expect(await claim(['platform-id'])).toBeUndefined();
    expect(await claim(['said-id'])).toBeUndefined();
    expect(await claim(['another-id', 'said-id'])).toBeUndefined();
    expect(await claim(['said-id', 'platform-id'])).toBeUndefined();
  });

  it('even when the platform gives one name twice', async () => {
    expect(await claim(['a', 'a'])).toBeDefined();
    expect(await claim(['a'])).toBeUndefined();
  });

  it('and not again once answered, however much later within the day', async () => {
    await answered(await claim(['a']));
    expect(await claim(['a'], TURN_LEASE_SECONDS + 1)).toBeUndefined();
    expect(await claim(['a'], 23 * 60 * 60)).toBeUndefined();
  });

  it('another conversation’s turn of the same name is another turn', async () => {
    await claim(['a']);
    expect(await claimTurn(moving.store, turnOf(['a'], { user: 'user-2' }))).toBeDefined();
  });

  it.each([
    ['longer than a document’s name may be', 'x'.repeat(300)],
    ['of letters no document’s name may have', `ä\u0001${'ü'.repeat(140)}`],
  ])('whose name is %s', async (_, id) => {
    expect(await answered(await claim([id]))).toBe('committed');
    expect(await claim([id])).toBeUndefined();
    expect(await claim([`${id.slice(0, -1)}y`])).toBeDefined();
  });
});

describe('A turn answered without a claim before', () => {
  const answerAtOnce = async (ids: readonly string[]) =>
    (await moving.store.commit(unclaimedTurn(turnOf(ids)).done(NOW))).outcome;

  it('is answered once, whichever of its names it comes back under', async () => {
    expect(await answerAtOnce(['a', 'said-a'])).toBe('committed');
    expect(await answerAtOnce(['a'])).toBe('conflict');
    expect(await answerAtOnce(['b', 'said-a'])).toBe('conflict');
    expect(await claim(['said-a'])).toBeUndefined();
    expect(await claim(['a'], TURN_LEASE_SECONDS)).toBeUndefined();
  });

  it('is not answered while another has it', async () => {
    await claim(['a', 'said-a']);
    expect(await answerAtOnce(['a', 'said-a'])).toBe('conflict');
    expect(await answerAtOnce(['b', 'said-a'])).toBe('conflict');
  });

  it('is known under all its names from then on, and before is known under none', async () => {
    const known = (ids: readonly string[]) => isKnown(moving.store, turnOf(ids));
    expect(await known(['a', 'said-a'])).toBe(false);
    await answerAtOnce(['a', 'said-a']);
    expect(await Promise.all([known(['a']), known(['said-a']), known(['b', 'said-a']), known(['b'])])).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('has the name it would have been claimed under', async () => {
    const ids = ['x'.repeat(300), 'said-a'];
    expect(unclaimedTurn(turnOf(ids)).turn).toBe((await claim(ids))?.turn);
  });
});

describe('After a crash between claim and answer', () => {
  it('the platform’s repeat takes over once the lease is out, and not before', async () => {
    await claim(['a', 'b']);
    expect(await claim(['a'], TURN_LEASE_SECONDS - 1)).toBeUndefined();
    expect(await claim(['b'], TURN_LEASE_SECONDS)).toBeDefined();
  });

  it('it is the same turn under its first name, so that what it wrote is not written twice', async () => {
    const first = await claim(['a', 'b']);
    const again = await claim(['c', 'b'], TURN_LEASE_SECONDS);
    expect(again?.turn).toBe(first?.turn);
    expect(again?.turn).toBe('a');
  });

  it('only one of two repeats takes over', async () => {
    await claim(['a']);
    const claims = await Promise.all([claim(['a'], TURN_LEASE_SECONDS), claim(['a'], TURN_LEASE_SECONDS)]);
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('the one that was only slow cannot finish what another has taken over', async () => {
    const slow = await claim(['a']);
    const taken = await claim(['a'], TURN_LEASE_SECONDS);
    expect(await answered(slow)).toBe('conflict');
    expect(await answered(taken)).toBe('committed');
  });
});

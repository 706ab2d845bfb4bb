import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/core/store.ts';
import { leftOf } from '../../../src/features/support/holds/ledger.ts';
import { holdMoney, holdsOf } from '../../../src/features/support/holds/pots.ts';
import { reconcilePots, settlePot, settleWork, takenBy } from '../../../src/features/support/holds/settle-pots.ts';
import { newRequestWrites } from '../../../src/features/support/records.ts';
import { type State, SupportRequest } from '../../../src/features/support/schema.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { NOW, requestIn } from './examples.ts';

const POT = { key: 'support', pence: 200_000 };
const open = () => openSqliteStore({ file: ':memory:', clock: { now: () => NOW } });
const later = (minutes: number) => NOW.add({ minutes });

function numbered(n: number, state: State, changes: object = {}): SupportRequest {
  return SupportRequest.parse({ ...requestIn(state), ref: `SR-2026-${String(n).padStart(4, '0')}`, ...changes });
}

async function store(of: Store, request: SupportRequest): Promise<SupportRequest> {
  await of.commit(newRequestWrites(request).map((write) => ({ ...write, guard: 'any' as const })));
  return request;
}

const wanted = (n: number, number: number, amount: number) => ({
  request: numbered(n, 'accepted').ref,
  number,
  amount,
});

describe('A pot', () => {
  it('is never promised beyond what is in it, however many commit to it at once', async () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(amounts, async (pence) => {
        const of = open();
        const results = await Promise.all(pence.map((amount, n) => holdMoney(of, POT, wanted(n + 1, 4, amount), NOW)));
        const holds = await holdsOf(of, POT.key);
        const promised = holds.reduce((sum, { amount }) => sum + amount, 0);
        expect(promised).toBeLessThanOrEqual(POT.pence);
        expect(holds).toHaveLength(results.filter(({ outcome }) => outcome === 'held').length);
        for (const [n, result] of results.entries()) {
          if (result.outcome === 'not_enough') expect(result.left).toBeLessThan(pence[n] ?? 0);
        }
        await of.close();
      }),
      { numRuns: 30 },
    );
  });

  it('holds for one request the most of what it had and what it asks, until its terms are written', async () => {
    const of = open();
    await holdMoney(of, POT, wanted(1, 4, 80_000), NOW);
    await holdMoney(of, POT, wanted(1, 6, 20_000), NOW);
    expect(await holdsOf(of, POT.key)).toMatchObject([{ number: 6, amount: 80_000 }]);
    await holdMoney(of, POT, wanted(1, 8, 150_000), NOW);
    expect(await holdsOf(of, POT.key)).toMatchObject([{ number: 8, amount: 150_000 }]);
  });

  it('says what is left when that is not enough, its own hold counted as its own', async () => {
    const of = open();
    await holdMoney(of, POT, wanted(1, 4, 150_000), NOW);
    expect(await holdMoney(of, POT, wanted(2, 4, 50_001), NOW)).toEqual({ outcome: 'not_enough', left: 50_000 });
    expect(await holdMoney(of, POT, wanted(1, 6, 200_000), NOW)).toEqual({ outcome: 'held' });
  });
});

describe('What a request takes', () => {
  it.each([
    ['submitted', undefined],
    ['matching', undefined],
    ['withdrawn', undefined],
    ['accepted', { amount: 80_000, state: 'held' }],
    ['terms_agreed', { amount: 80_000, state: 'held' }],
    ['active', { amount: 80_000, state: 'held' }],
    ['evaluated', { amount: 80_000, state: 'held' }],
    ['closed', { amount: 80_000, state: 'spent' }],
  ] as const)('%s: %j', (state, taken) => {
    const found = takenBy(requestIn(state));
    if (taken) expect(found).toMatchObject({ pot: 'support', ...taken });
    else expect(found).toBeUndefined();
  });
});

describe('After a change, or a crash before it', () => {
  const heldNow = async (of: Store) => (await holdsOf(of, POT.key)).map(({ amount, state }) => ({ amount, state }));

  it('what is no longer needed goes back', async () => {
    const of = open();
    await holdMoney(of, POT, wanted(1, 3, 80_000), NOW);
    const before = numbered(1, 'terms_agreed');
    const after = await store(of, numbered(1, 'withdrawn', { entries: 5 }));
    await settleWork(of, before, after, NOW);
    expect(await heldNow(of)).toEqual([]);
  });

  it('what was really paid is spent, and the rest goes back; doing it twice changes nothing', async () => {
    const of = open();
    await holdMoney(of, POT, wanted(1, 3, 80_000), NOW);
    const after = await store(of, numbered(1, 'closed', { spent: 30_000 }));
    for (const _twice of [1, 2]) await settleWork(of, numbered(1, 'evaluated'), after, NOW);
    expect(await heldNow(of)).toEqual([{ amount: 30_000, state: 'spent' }]);
    expect(leftOf(POT.pence, await holdsOf(of, POT.key))).toBe(170_000);
  });

  it('a hold for terms that may be on their way is left alone, and one left behind by a crash goes back', async () => {
    const of = open();
    const request = await store(of, numbered(1, 'accepted', { draft: undefined, entries: 3 }));
    await holdMoney(of, POT, wanted(1, 4, 80_000), NOW);
    await settlePot(of, POT.key, request.ref, later(9));
    expect(await heldNow(of)).toHaveLength(1);
    await reconcilePots(of, [POT], later(11));
    expect(await heldNow(of)).toEqual([]);
  });

  it('a crash after the terms were written leaves what they say, and no more', async () => {
    const of = open();
    await store(of, numbered(1, 'accepted', { entries: 3 }));
    await holdMoney(of, POT, wanted(1, 2, 150_000), NOW);
    await holdMoney(of, POT, wanted(1, 3, 80_000), NOW);
    await reconcilePots(of, [POT], NOW);
    expect(await heldNow(of)).toEqual([{ amount: 80_000, state: 'held' }]);
  });

  it('a hold whose terms were never written goes back at once when the request has moved on since', async () => {
    const of = open();
    await holdMoney(of, POT, wanted(1, 4, 80_000), NOW);
    await store(of, numbered(1, 'accepted', { draft: undefined, entries: 4 }));
    await reconcilePots(of, [POT], NOW);
    expect(await heldNow(of)).toEqual([]);
  });

  it('what is held for a request that is not there goes back', async () => {
    const of = open();
    await holdMoney(of, POT, wanted(7, 4, 80_000), NOW);
    await reconcilePots(of, [POT], NOW);
    expect(await heldNow(of)).toEqual([]);
  });

  it('is not given back while a bot that slept over its terms sets it aside again', async () => {
    const of = open();
    const request = await store(of, numbered(1, 'accepted'));
    const terms = wanted(1, request.entries + 1, 150_000);
    await holdMoney(of, POT, terms, NOW);
    // The sleeper wakes in the last moment before the money would be given back.
    let woken = false;
    const waking: Store = {
      get: (ref) => of.get(ref),
      query: (spec) => of.query(spec),
      commit: async (writes) => {
        if (!woken && writes[0]?.ref.partition === `pot:${POT.key}`) {
          woken = true;
          await holdMoney(of, POT, terms, later(60));
        }
        return of.commit(writes);
      },
      ready: () => of.ready(),
      close: () => of.close(),
    };
    await settlePot(waking, POT.key, request.ref, later(60));
    expect(await holdsOf(of, POT.key)).toMatchObject([{ amount: 150_000 }]);
  });

  it('is given back only after the request was touched, so that a bot still asleep must read it anew', async () => {
    const of = open();
    const request = await store(of, numbered(1, 'accepted'));
    const before = await of.get({ partition: `request:${request.ref}`, id: 'request' });
    await holdMoney(of, POT, wanted(1, request.entries + 1, 150_000), NOW);
    await settlePot(of, POT.key, request.ref, later(60));
    expect(await holdsOf(of, POT.key)).toMatchObject([{ number: takenBy(request)?.number, amount: 80_000 }]);
    const after = await of.get({ partition: `request:${request.ref}`, id: 'request' });
    expect(after?.body).toEqual(before?.body);
    expect(after?.etag).not.toBe(before?.etag);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Ref, Store, Write } from '../../../../src/core/store.ts';
import { reconcileHolds } from '../../../../src/features/support/index.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/open.ts';
import { bot, look, NOW, nothingPromisedTwice, scene } from './two-offers.ts';

const [FIRST, SECOND] = ['SR-2026-0001', 'SR-2026-0003'];
const MUCH_LATER = NOW.add({ hours: 1 });

let store: Store;
beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock: { now: () => NOW } });
  await scene(store);
});

/** The same store, asleep at one point until it is woken: as a bot is whose machine was suspended. */
function asleepAt(point: { readonly get?: string; readonly commit?: string }) {
  let wake: () => void = () => {};
  let fell: () => void = () => {};
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const asleep = new Promise<void>((resolve) => {
    fell = resolve;
  });
  let once = true;
  const perhaps = async (partition: string | undefined, wanted: string | undefined) => {
    if (!once || wanted === undefined || partition !== wanted) return;
    once = false;
    fell();
    await awake;
  };
  const sleepy: Store = {
    get: async (ref: Ref) => {
      await perhaps(ref.partition, point.get);
      return store.get(ref);
    },
    query: (spec) => store.query(spec),
    commit: async (writes: readonly Write[]) => {
      await perhaps(writes[0]?.ref.partition, point.commit);
      return store.commit(writes);
    },
    ready: () => store.ready(),
    close: () => store.close(),
  };
  return { sleepy, asleep, wake };
}

const ask = (over: Store, request: string, halfDays: number, offer = 'offer-dale') =>
  bot(over)({
    who: 'adviser-1',
    verb: 'brokerage.propose',
    data: { request, offer, halfDays, text: 'Some help, please.' },
  });
const answer = (verb: string, who: string, request: string, proposal: number) =>
  bot(store)({ who, verb, data: { request, proposal, ...(verb === 'brokerage.refuse' ? { why: 'no' } : {}) } });

describe('A bot that slept between setting half-days aside and saying what they are for', () => {
  it('does not promise them once they were given back and promised to another', async () => {
    const { sleepy, asleep, wake } = asleepAt({ commit: `request:${FIRST}` });
    const late = ask(sleepy, FIRST, 4).catch((error: unknown) => error);
    await asleep;
    expect(await reconcileHolds(store, NOW)).toBe(0);
    expect(await reconcileHolds(store, MUCH_LATER)).toBe(1);
    await ask(store, SECOND, 4);
    wake();
    expect(await late).toMatchObject({ code: 'invalid_input', sentence: expect.stringContaining('1 half-day left') });
    await nothingPromisedTwice(store);
    expect((await look(store)).promised).toMatchObject([{ request: SECOND, amount: 4 }]);
  });

  it('sets them aside again when nobody else took them', async () => {
    const { sleepy, asleep, wake } = asleepAt({ commit: `request:${FIRST}` });
    const late = ask(sleepy, FIRST, 4);
    await asleep;
    expect(await reconcileHolds(store, MUCH_LATER)).toBe(1);
    wake();
    await late;
    expect((await look(store)).promised).toMatchObject([{ request: FIRST, amount: 4 }]);
    await nothingPromisedTwice(store);
  });

  it('leaves a later proposal’s half-days alone', async () => {
    // It had read the request, and sleeps just before it reads the offer.
    const { sleepy, asleep, wake } = asleepAt({ get: 'offer:offer-dale' });
    const late = ask(sleepy, FIRST, 5).catch((error: unknown) => error);
    await asleep;
    await ask(store, FIRST, 1, 'offer-moor');
    await answer('brokerage.refuse', 'head-moor', FIRST, 1);
    await ask(store, FIRST, 3);
    wake();
    expect(await late).toMatchObject({ code: 'already_done' });
    expect((await look(store)).held).toMatchObject([{ request: FIRST, number: 2, amount: 3 }]);
    await nothingPromisedTwice(store);
  });
});

describe('Whoever gives forgotten half-days back', () => {
  it('does not when somebody took them up again in between', async () => {
    const died = asleepAt({ commit: `request:${FIRST}` });
    void ask(died.sleepy, FIRST, 4);
    await died.asleep;
    const giver = asleepAt({ commit: 'offer:offer-dale' });
    const given = reconcileHolds(giver.sleepy, MUCH_LATER);
    await giver.asleep;
    await ask(store, FIRST, 4);
    giver.wake();
    expect(await given).toBe(0);
    expect((await look(store)).held).toMatchObject([{ request: FIRST, amount: 4 }]);
    await nothingPromisedTwice(store);
  });

  it('leaves alone what a request bears out, however old, and what is for nobody goes back', async () => {
    await ask(store, FIRST, 4);
    await answer('brokerage.consent', 'head-dale', FIRST, 1);
    expect(await reconcileHolds(store, NOW.add({ hours: 24 * 200 }))).toBe(0);
    expect((await look(store)).held).toHaveLength(1);
  });
});

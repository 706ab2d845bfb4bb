import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcileHolds } from '../../../../src/features/support/index.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/open.ts';
import { type Trouble, unreliable } from '../../../simulation/unreliable-store.ts';
import {
  ADVISERS,
  bot,
  look,
  NOW,
  nothingPromisedTwice,
  OFFERS,
  PROVIDERS,
  type Press,
  REQUESTS,
  scene,
  untilKnown,
} from './two-offers.ts';

const request = fc.constantFrom(...REQUESTS);
const adviser = fc.constantFrom(...ADVISERS.map(({ id }) => id as string));
const provider = fc.constantFrom(...PROVIDERS.map(({ id }) => id as string));
const proposal = fc.integer({ min: 1, max: 3 });
const press: fc.Arbitrary<Press> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({ who: adviser, request, offer: fc.constantFrom(...OFFERS), halfDays: fc.integer({ min: 1, max: 5 }) })
      .map(({ who, ...data }) => ({ who, verb: 'brokerage.propose', data: { ...data, text: 'Some help, please.' } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ who: provider, request, proposal })
      .map(({ who, ...data }) => ({ who, verb: 'brokerage.consent', data })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ who: provider, request, proposal })
      .map(({ who, ...data }) => ({ who, verb: 'brokerage.refuse', data: { ...data, why: 'no', text: '' } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ who: adviser, request, proposal })
      .map(({ who, ...data }) => ({ who, verb: 'brokerage.take-back', data: { ...data, why: 'no_answer', text: '' } })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ request }).map((data) => ({ who: 'head', verb: 'support.withdraw', data })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ who: adviser, request, to: adviser })
      .map(({ who, ...data }) => ({ who, verb: 'brokerage.reassign', data: { ...data, text: '' } })),
  },
  {
    // Forgotten half-days are given back while everything else goes on.
    weight: 2,
    arbitrary: fc.constant({ who: '', verb: 'reconcile', data: {} }),
  },
);

const troubles = fc.array(
  fc.constantFrom<Trouble>('none', 'none', 'none', 'slow', 'slow', 'lost_before', 'lost_after'),
  { minLength: 1, maxLength: 60 },
);

describe('Half-days promised by many people at once, on a store with bad days', { timeout: 120_000 }, () => {
  it('are never promised twice, and none is lost for good', async () => {
    let proposed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(press, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 6 }),
        troubles,
        async (rounds, list) => {
          const store = openSqliteStore({ file: ':memory:', clock: { now: () => NOW } });
          await scene(store);
          let at = 0;
          const run = bot(unreliable(store, () => list[at++ % list.length] ?? 'none'));
          for (const round of rounds) {
            await Promise.all(round.flatMap((one) => [untilKnown(() => run(one)), untilKnown(() => run(one))]));
            await nothingPromisedTwice(store);
          }
          // With everybody quiet, whatever was forgotten on the way comes back.
          await reconcileHolds(store, NOW.add({ hours: 1 }));
          const { promised, held } = await look(store);
          const named = (all: typeof held) =>
            all.map(({ offer, request: ref, number }) => [offer, ref, number]).toSorted();
          expect(named(held)).toEqual(named(promised));
          proposed += promised.length;
          await store.close();
        },
      ),
      { numRuns: Number(process.env.SIMULATION_RUNS ?? 60), seed: 20_261_118 },
    );
    // Otherwise it would have shown nothing.
    expect(proposed).toBeGreaterThan(30);
  });
});

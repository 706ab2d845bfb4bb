import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutboxRow, reachRef } from '../../src/core/outbox.ts';
import type { Store } from '../../src/core/store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { createFakeStore } from './support/fake-store.ts';
import { createChance } from './support/random.ts';
import { createSimulation, type Trouble } from './support/simulation.ts';
import { createStage, type Stage } from './support/stage.ts';
import { NOW } from './support/world.ts';

/** More runs: OUTBOX_RUNS=5000. One run again: the seed and path that fast-check prints. */
const RUNS = Number(process.env.OUTBOX_RUNS ?? 120);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CALM: Trouble = { storeFails: 0, crashes: 0, sendFails: 0 };

interface Scenario extends Trouble {
  readonly seed: number;
  readonly rows: number;
  readonly people: number;
  readonly bots: number;
  readonly sleepiness: number;
}
const scenario: fc.Arbitrary<Scenario> = fc.record({
  seed: fc.integer({ min: 0, max: 0x7fffffff }),
  rows: fc.integer({ min: 1, max: 14 }),
  people: fc.integer({ min: 1, max: 5 }),
  bots: fc.integer({ min: 1, max: 4 }),
  sleepiness: fc.constantFrom(0, 0, 0.005, 0.02),
  storeFails: fc.constantFrom(0, 0.01, 0.05, 0.2),
  crashes: fc.constantFrom(0, 0.005, 0.03),
  sendFails: fc.constantFrom(0, 0.2, 0.6),
});

const seen = new Map<string, number>();

async function simulate(scene: Scenario, open: (stage: Stage) => Store): Promise<void> {
  const chance = createChance(scene.seed);
  let sleepiness = scene.sleepiness;
  const stage = createStage(chance, NOW, () => sleepiness);
  const store = open(stage);
  const simulation = createSimulation(store, stage, chance, scene.people);
  const { truth, bots } = simulation;

  simulation.setTrouble(scene);
  for (let bot = 0; bot < scene.bots; bot += 1) simulation.startBot();
  for (let n = 0; n < scene.rows; n += 1) {
    await simulation.queue(n);
    if (chance.happens(0.5)) await simulation.hearFrom(chance.upTo(scene.people));
    if (chance.happens(0.2)) truth.done.add(`row-${chance.upTo(n + 1)}`);
    if (chance.happens(0.2)) await simulation.officer();
    for (let times = chance.upTo(8); times > 0; times -= 1) {
      await simulation.change(chance.upTo(n + 1));
      if (chance.happens(0.5)) await stage.play(chance.upTo(MINUTE / 2));
    }
    await stage.play(chance.upTo(2 * MINUTE));
    while (bots.filter((bot) => bot.alive).length < scene.bots) simulation.startBot();
  }
  await stage.play(10 * MINUTE);

  simulation.setTrouble(CALM);
  sleepiness = 0;
  if (!bots.some((bot) => bot.alive)) simulation.startBot();
  await stage.play(3 * HOUR);

  expect(truth.wrongs).toEqual([]);
  for (const id of truth.queued.keys()) await check(simulation, id, store);
  const changes = [...truth.version.values()].reduce((sum, times) => sum + times, 0);
  expect(await simulation.allRows()).toHaveLength(scene.rows + changes);
  for (const [what, times] of truth.happened) seen.set(what, (seen.get(what) ?? 0) + times);
}

/** What must hold of a row once all is quiet. */
async function check(simulation: ReturnType<typeof createSimulation>, id: string, store: Store): Promise<void> {
  const { truth } = simulation;
  const row = await simulation.readRow(id);
  const delivered = truth.delivered.get(id) ?? 0;
  const resent = truth.resent.get(id) ?? 0;
  const told = `${id} is ${row.state}, delivered ${delivered} times, sent again ${resent} times by an officer`;
  seen.set(`a row ended ${row.state}`, (seen.get(`a row ended ${row.state}`) ?? 0) + 1);

  // Never twice, but for an officer who had it sent again.
  expect(delivered, told).toBeLessThanOrEqual(1 + resent);
  // Never lost: all have come to an end, but for those whose person has no address.
  expect(['sent', 'unknown', 'dead', 'no_longer_true', 'waiting_for_address'], told).toContain(row.state);
  if (row.state === 'waiting_for_address') {
    const reach = await store.get(reachRef(row.to));
    const addresses = (reach?.body.addresses ?? []) as readonly { readonly unreachableSince?: string }[];
    expect(
      addresses.filter((each) => each.unreachableSince === undefined),
      told,
    ).toEqual([]);
  }
  await checkShown(simulation, id, row, told);
  // What is written down is true, wherever no officer had to guess.
  if (row.lastTrouble?.startsWith('an officer') || resent > 0) return;
  if (row.state === 'sent') expect(delivered, told).toBe(1);
  else if (row.state !== 'unknown') expect(delivered, told).toBe(0);
}

/** A card that could be changed says what is so now, wherever the last change of it did not end in a platform's no. */
async function checkShown(
  simulation: ReturnType<typeof createSimulation>,
  id: string,
  row: OutboxRow,
  told: string,
): Promise<void> {
  const { truth } = simulation;
  const last = await simulation.lastChange(id);
  if (!last) return;
  seen.set(`a change ended ${last.state}`, (seen.get(`a change ended ${last.state}`) ?? 0) + 1);
  expect(['sent', 'no_longer_true', 'dead'], `${told}; its change ${last.state}`).toContain(last.state);
  if ((truth.resent.get(id) ?? 0) > 0 || row.kind !== 'reminder') return;
  if (row.state !== 'sent' || row.messageId === undefined) return;
  if (last.state === 'dead' || last.lastTrouble !== undefined) return;
  expect(truth.shown.get(id), `${told}; its change ${last.state}`).toBe(truth.version.get(id));
  seen.set('a card was seen to be right', (seen.get('a card was seen to be right') ?? 0) + 1);
}

describe('the outbox, with several bots, failing stores and platforms, deaths at any step and events in any order', () => {
  it('sends nothing twice, loses nothing, and writes down what is true', { timeout: 20 * MINUTE }, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, (scene) => simulate(scene, () => createFakeStore())),
      { seed: 20261124, numRuns: RUNS },
    );
    for (const what of [
      'a bot died before a commit',
      'a bot died after a commit',
      'a bot died before a send',
      'a bot died after a send',
      'the store failed before a commit',
      'the store failed after a commit',
      'a send ended: later',
      'a send ended: blocked',
      'a send ended: throws, arrived',
      'a send ended: silent, arrived',
      'a send ended: slow, lost',
      'a row ended sent',
      'a row ended unknown',
      'a row ended dead',
      'a row ended no_longer_true',
      'a row ended waiting_for_address',
      'an officer said send_again',
      'a bot died before a change',
      'a bot died after a change',
      'a change ended: unknown',
      'a change ended: silent',
      'a change ended: gone',
      'a change ended sent',
      'a change ended no_longer_true',
      'a card was seen to be right',
    ]) {
      expect(seen.get(what) ?? 0, `how often ${what}`).toBeGreaterThan(0);
    }
  });

  it('does so on the embedded store too', { timeout: 20 * MINUTE }, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, (scene) =>
        simulate(scene, ({ clock }) => openSqliteStore({ file: ':memory:', clock })),
      ),
      { seed: 42, numRuns: Math.ceil(RUNS / 12) },
    );
  });
});

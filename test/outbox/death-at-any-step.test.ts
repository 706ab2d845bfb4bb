import { describe, expect, it } from 'vitest';
import type { Sender } from '../../src/core/channel.ts';
import type { Store } from '../../src/core/store.ts';
import { createOutbox, type Outbox } from '../../src/outbox/create-outbox.ts';
import { createWorld, HEAD, type World } from './support/world.ts';

/**
 * A bot that dies for good just before or just after the step of that number: every call to the store or to a platform
 * is one.
 */
function mortal(world: World, diesAt: number, when: 'before' | 'after'): { outbox: Outbox; died: Promise<void> } {
  let step = 0;
  let die: () => void = () => {};
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  async function through<T>(run: () => Promise<T>): Promise<T> {
    step += 1;
    if (step > diesAt) return new Promise(() => {});
    if (step === diesAt && when === 'before') return end();
    const result = await run();
    return step === diesAt ? end() : result;
  }
  function end(): Promise<never> {
    die();
    return new Promise(() => {});
  }
  const store: Store = {
    ...world.store,
    get: (ref) => through(() => world.store.get(ref)),
    query: (spec) => through(() => world.store.query(spec)),
    commit: (writes) => through(() => world.store.commit(writes)),
  };
  const wrap = (sender: Sender | undefined): Sender | undefined =>
    sender && {
      send: (address, message) => through(() => sender.send(address, message)),
      update: (address, id, message) => through(() => sender.update(address, id, message)),
    };
  const { teams, slack } = world.options.senders;
  const senders = Object.fromEntries([
    ['teams', wrap(teams)],
    ['slack', wrap(slack)],
  ]);
  return { outbox: createOutbox({ ...world.options, instance: 'mortal', store, senders }), died };
}

interface Tale {
  readonly steps: string[];
  readonly ends: Set<string>;
}

/** Has a first bot die at one step after another, until it lives to the end, and a second take over each time. */
async function tellAll(prepare: (world: World) => Promise<void>): Promise<Tale> {
  const tale: Tale = { steps: [], ends: new Set() };
  for (const when of ['before', 'after'] as const) {
    for (let step = 1; step < 60; step += 1) {
      const world = createWorld();
      await prepare(world);
      const { outbox, died } = mortal(world, step, when);
      const lived = await Promise.race([outbox.tick().then(() => true), died.then(() => false)]);
      const before = deliveries(world);
      for (let pass = 0; pass < 3; pass += 1) {
        await world.tick();
        await world.time.pass(600_000);
      }
      const row = world.row();
      const told = `died ${when} step ${step}: ${row.state}, delivered ${deliveries(world)} times`;
      tale.steps.push(told);
      tale.ends.add(row.state);
      expect(deliveries(world), told).toBeLessThanOrEqual(1);
      if (row.state === 'sent') expect(deliveries(world), told).toBe(1);
      else expect([row.state, before], told).toEqual(['unknown', deliveries(world)]);
      if (lived) break;
    }
  }
  return tale;
}

function deliveries(world: World): number {
  return world.sent.filter((one) => one.to !== 'refuses').length;
}

describe('a bot that dies at any step of changing a card', () => {
  it.each(['before', 'after'] as const)('just %s it: another changes it, to what is so by then', async (when) => {
    const steps: string[] = [];
    for (let step = 1; step < 60; step += 1) {
      let owner = '';
      const says = async () => ({ card: 'c', data: {}, summary: owner === '' ? 'Who takes it?' : `${owner} has it` });
      const world = createWorld({
        stillDue: { support: says },
        saysNow: { support: says },
        errands: {
          support: async () => {
            await world.change('wanted/1');
          },
        },
      });
      await world.knows(HEAD, 'slack');
      await world.reminder('wanted/1');
      await world.tick();
      owner = 'Priya';
      await world.errand();
      const { outbox, died } = mortal(world, step, when);
      const work = async () => {
        while ((await outbox.tick()).againInMs === 0);
        return true;
      };
      const lived = await Promise.race([work(), died.then(() => false)]);
      owner = lived ? owner : 'Tom';
      for (let pass = 0; pass < 3; pass += 1) {
        await world.tick();
        await world.time.pass(600_000);
      }
      const told = `died ${when} step ${step}`;
      steps.push(told);
      const before = world.changed.filter(({ message }) => message.summary === 'Priya has it').length;
      expect(before, told).toBeLessThanOrEqual(1);
      expect(world.row('change/1/wanted/1').state, told).toBe('sent');
      if (lived || before === 0) expect(world.changed.at(-1)?.message.summary, told).toBe(`${owner} has it`);
      expect(world.sent, told).toHaveLength(1);
      if (lived) break;
    }
    expect(steps.length).toBeGreaterThan(12);
  });
});

describe('a bot that dies at any step of sending', () => {
  it('leaves a message sent once, or recorded as unknown, and never sent twice', async () => {
    const { steps, ends } = await tellAll(async (world) => {
      await world.knows(HEAD, 'teams');
      await world.notice();
    });
    expect(steps.length).toBeGreaterThan(14);
    expect(steps.filter((told) => told.includes('unknown'))).toEqual([
      'died before step 6: unknown, delivered 0 times',
      'died before step 7: unknown, delivered 1 times',
      'died after step 5: unknown, delivered 0 times',
      'died after step 6: unknown, delivered 1 times',
    ]);
    expect([...ends].sort()).toEqual(['sent', 'unknown']);
  });

  it('does so too where the first platform refuses and the second delivers', async () => {
    const { steps } = await tellAll(async (world) => {
      await world.knows(HEAD, { platform: 'slack', at: '2026-11-24T08:00:00Z' }, 'teams');
      await world.notice();
      const refuse = (one: { to: string }) => {
        Object.assign(one, { to: 'refuses' });
        return { outcome: 'refused', reason: 'blocked', detail: '403' } as const;
      };
      world.answers.teams.push(refuse, refuse, refuse);
    });
    expect(steps.length).toBeGreaterThan(28);
    expect(steps.filter((told) => told.includes('unknown')).length).toBeLessThan(10);
  });
});

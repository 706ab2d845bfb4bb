import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import FOCUSES from '../../partnerships/focuses.json' with { type: 'json' };
import { londonDate } from '../../src/core/clock.ts';
import type { Asking } from '../../src/core/feature.ts';
import { OUTBOX_TYPE } from '../../src/core/outbox.ts';
import { Person } from '../../src/core/people.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { School } from '../../src/core/school.ts';
import { type JsonObject, type Store, StoreUnavailableError } from '../../src/core/store.ts';
import { brokerage } from '../../src/features/brokerage/index.ts';
import { support } from '../../src/features/support/index.ts';
import { Entry, SupportRequest } from '../../src/features/support/schema.ts';
import { loadPartnership } from '../../src/partnership/load.ts';
import { createColleagues } from '../../src/register/colleague-directory.ts';
import { createDirectory } from '../../src/register/school-directory.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { PHONICS } from '../features/brokerage/desk.ts';
import { type Trouble, unreliable } from './unreliable-store.ts';

const NOW = Temporal.Instant.from('2026-11-18T10:00:00Z');
const LOADED = loadPartnership({ name: 'demo', root: fileURLToPath(new URL('../../partnerships', import.meta.url)) });

const person = (id: string, role: string, scope: object) =>
  Person.parse({ v: 1, id, displayName: `Person ${id}`, grants: [{ role, scope, from: '2020-09-01' }] });
const HEAD = person('head', 'headteacher', { type: 'school', id: 'northcliffe' });
const ADVISERS = Array.from({ length: 5 }, (_, n) => person(`adviser-${n}`, 'adviser', { type: 'area', id: 'north' }));
const TOP = person('top', 'head_of_service', { type: 'authority' });
const PEOPLE = [HEAD, ...ADVISERS, TOP];
const SCHOOL = School.parse({
  v: 1,
  id: 'northcliffe',
  urn: '990001',
  formerUrns: [],
  name: 'Northcliffe Primary School',
  aliases: [],
  phase: 'primary',
  governance: 'community',
  status: 'open',
  area: 'north',
});

/** One thing somebody presses: sent again as long as nobody knows what became of it, as platforms and people do. */
interface Press {
  readonly who: number;
  readonly verb: string;
  readonly request: number;
  readonly to: number;
  readonly copies: number;
}

const VERBS = [
  'support.submit',
  'support.withdraw',
  'support.answer',
  'brokerage.accept',
  'brokerage.accept',
  'brokerage.decline',
  'brokerage.escalate',
  'brokerage.reassign',
  'brokerage.ask',
];

const presses = fc.array(
  fc.record({
    who: fc.nat(PEOPLE.length - 1),
    verb: fc.constantFrom(...VERBS),
    request: fc.integer({ min: 1, max: 3 }),
    to: fc.nat(PEOPLE.length - 1),
    copies: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 12 },
);
const troubles = fc.array(
  fc.constantFrom<Trouble>('none', 'none', 'none', 'slow', 'slow', 'lost_before', 'lost_after'),
  {
    minLength: 1,
    maxLength: 60,
  },
);

function bot(store: Store, people: readonly Person[] = PEOPLE) {
  const parts = {
    store,
    framework: LOADED.framework,
    partnership: LOADED.partnership,
    calendar: LOADED.calendar,
    directory: createDirectory([SCHOOL]),
    colleagues: createColleagues(people),
    focuses: FOCUSES,
    spotConcern: () => undefined,
  };
  const commands = [...support(parts).commands, ...brokerage(parts).commands];
  return async ({ who, verb, request, to }: Press): Promise<void> => {
    const viewer = people[verb === 'support.submit' ? 0 : who];
    const command = commands.find((one) => one.verb === verb);
    if (!viewer || !command) throw new Error(`No ${verb}`);
    const asking: Asking = {
      viewer,
      identity: { platform: 'teams', tenant: 't', user: viewer.id },
      place: 'personal',
      now: NOW,
      today: londonDate(NOW),
      turnId: 'turn',
      topic: {},
    };
    await command.run(command.schema.parse(dataOf(verb, request, to)) as never, asking);
  };
}

function dataOf(verb: string, request: number, to: number): JsonObject {
  const ref = `SR-2026-${String(request).padStart(4, '0')}`;
  switch (verb) {
    case 'support.submit':
      return { ...PHONICS, form: `form-${request}`, asWell: true };
    case 'brokerage.accept':
      return { request: ref };
    case 'brokerage.reassign':
      return { request: ref, to: PEOPLE[to]?.id ?? '', text: '' };
    default:
      return { request: ref, text: 'Said.' };
  }
}

async function untilKnown(press: () => Promise<void>): Promise<'done' | 'refused' | 'given_up'> {
  for (let tried = 0; tried < 6; tried += 1) {
    try {
      await press();
      return 'done';
    } catch (error) {
      if (error instanceof Refusal) return 'refused';
      if (!(error instanceof StoreUnavailableError)) throw error;
    }
  }
  return 'given_up';
}

async function checkEverything(store: Store): Promise<void> {
  const requests = (await store.query({ type: 'support-request', limit: 100 })).items;
  expect(new Set(requests.map(({ partition }) => partition)).size).toBe(requests.length);
  for (const { body, partition } of requests) {
    const request = SupportRequest.parse(body);
    const entries = (await store.query({ type: 'support-entry', partition, limit: 500 })).items
      .map((item) => Entry.parse(item.body))
      .toSorted((a, b) => a.n - b.n);
    expect(entries.map(({ n }) => n)).toEqual(Array.from({ length: request.entries }, (_, n) => n + 1));
    for (const [index, entry] of entries.entries()) {
      expect(entry.from).toBe(index === 0 ? 'draft' : entries[index - 1]?.to);
    }
    expect(entries.at(-1)?.to).toBe(request.state);

    const outbox = (await store.query({ type: OUTBOX_TYPE, partition, limit: 1000 })).items;
    const told = new Set(outbox.map(({ body: { reason, to, about } }) => JSON.stringify([reason, to, about])));
    const tell = (reason: string, to: string, id: string) => told.has(JSON.stringify([reason, to, { partition, id }]));
    for (const { did, n, by } of entries) {
      if (!['submit', 'withdraw', 'answer'].includes(did))
        expect(tell('news', HEAD.id, `history/${n}`), did).toBe(true);
      if (did === 'accept') expect(tell('news', by.person, `history/${n}`)).toBe(false);
    }
    if (!request.open) continue;
    if ('routed' in request) {
      expect('owner' in request).toBe(false);
      expect(request.routed.line.length).toBeGreaterThan(0);
      for (const waiting of request.routed.line) expect(tell('wanted', waiting, 'request')).toBe(true);
    } else {
      expect(PEOPLE.some(({ id }) => id === request.owner.person)).toBe(true);
      expect(request.waitingFor).toContain(request.owner.person);
    }
  }
}

describe('Many people pressing at once, on a store with bad days', { timeout: 120_000 }, () => {
  it('leave every request with one owner or a line of people who were asked, a whole history, and nobody untold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(presses, { maxLength: 6 }), troubles, async (rounds, list) => {
        const store = openSqliteStore({ file: ':memory:', clock: { now: () => NOW } });
        let at = 0;
        const troubled = unreliable(store, () => list[at++ % list.length] ?? 'none');
        const press = bot(troubled);
        const sent = new Set<number>();
        for (const round of [SUBMITS, ...rounds]) {
          const all = round.flatMap((one) => Array.from({ length: one.copies }, () => one));
          const outcomes = await Promise.all(all.map((one) => untilKnown(() => press(one))));
          for (const [index, one] of all.entries()) {
            if (one.verb === 'support.submit' && outcomes[index] === 'done') sent.add(one.request);
          }
        }
        const kept = (await store.query({ type: 'support-request' })).items.length;
        expect(kept).toBeGreaterThanOrEqual(sent.size);
        expect(kept).toBeLessThanOrEqual(3);
        await checkEverything(store);
        await store.close();
      }),
      { numRuns: Number(process.env.SIMULATION_RUNS ?? 60), seed: 20_261_118 },
    );
  });
});

describe('A thousand accepts of twenty requests by fifty advisers, over two stores on one file', {
  timeout: 120_000,
}, () => {
  it('give each request one owner, told of once, and everybody else the name of who has it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'accepts-'));
    const clock = { now: () => NOW };
    const stores = [1, 2].map(() => openSqliteStore({ file: join(folder, 'one.db'), clock }));
    // Twenty are asked, and thirty stand above them: all may take it.
    const fifty = Array.from({ length: 50 }, (_, n) =>
      n < 20
        ? person(`many-${n}`, 'adviser', { type: 'area', id: 'north' })
        : person(`many-${n}`, 'senior_adviser', { type: 'authority' }),
    );
    const people = [HEAD, ...fifty];
    const bots = stores.map((store) => bot(store, people));
    const press = (index: number, one: Press) => bots[index % 2]?.(one) ?? Promise.reject(new Error('No such bot'));
    const requests = Array.from({ length: 20 }, (_, n) => n + 1);
    for (const request of requests) await press(0, { who: 0, verb: 'support.submit', request, to: 0, copies: 1 });

    const accepts = fifty.flatMap((_, n) =>
      requests.map((request) => ({ who: n + 1, verb: 'brokerage.accept', request, to: 0, copies: 1 })),
    );
    const outcomes = await Promise.allSettled(accepts.map((one, index) => press(index, one)));
    const [store] = stores;
    if (!store) throw new Error('No store');
    const owners = new Map<number, string>();
    for (const request of requests) {
      const partition = `request:SR-2026-${String(request).padStart(4, '0')}`;
      const found = await store.get({ partition, id: 'request' });
      const record = SupportRequest.parse(found?.body);
      if (record.state !== 'assigned') throw new Error(`It is ${record.state}`);
      owners.set(request, record.owner.name);
      expect((await store.query({ type: 'support-entry', partition })).items).toHaveLength(2);
      const rows = (await store.query({ type: OUTBOX_TYPE, partition, limit: 500 })).items;
      const news = rows.filter(({ body }) => body.reason === 'news' && body.to === HEAD.id);
      expect(news).toHaveLength(1);
    }
    const won = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(requests.length);
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === 'fulfilled') continue;
      const owner = owners.get(accepts[index]?.request ?? 0);
      expect(outcome.reason).toBeInstanceOf(Refusal);
      expect((outcome.reason as Refusal).sentence).toContain(`${owner} has SR-2026-`);
    }
    for (const one of stores) await one.close();
    rmSync(folder, { recursive: true });
  });
});

/** Three forms, each sent two times over. */
const SUBMITS: readonly Press[] = [1, 2, 3].map((request) => ({
  who: 0,
  verb: 'support.submit',
  request,
  to: 0,
  copies: 2,
}));

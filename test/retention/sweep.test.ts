import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject, Store } from '../../src/core/store.ts';
import { sweptInWords } from '../../src/retention/in-words.ts';
import { sweep } from '../../src/retention/sweep.ts';
import { createDailySweep } from '../../src/retention/sweep-daily.ts';
import { connectCosmos } from '../../src/store/cosmos/connect.ts';
import { createContainerIfMissing } from '../../src/store/cosmos/container-setup.ts';
import { openCosmosStore } from '../../src/store/cosmos/open.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { type Emulator, startEmulator } from '../contracts/repaired-cosmos-emulator.ts';
import { openBot } from '../harness/bot.ts';
import { put } from '../harness/records.ts';

const NOON = Temporal.Instant.from('2026-11-18T12:00:00Z');
let now = NOON;
const clock = { now: () => now };
const day = (iso: string) => Temporal.PlainDate.from(iso);

const challenge = (state: string): JsonObject => ({ state, raised: { at: '2026-11-18' } });
/** Six school years for a school's records, six years for the audit trail, one for messages. */
const RECORDS: readonly (readonly [partition: string, id: string, type: string, body: JsonObject])[] = [
  ['school:alder', 'school', 'school', { name: 'Alder' }],
  ['school:alder', 'visits/2026-27', 'visits', { academicYear: '2026-27' }],
  ['school:alder', 'visits/2027-28', 'visits', { academicYear: '2027-28' }],
  ['school:alder', 'challenge/settled', 'challenge', challenge('answered')],
  ['school:alder', 'challenge/open', 'challenge', challenge('open')],
  ['person:head', 'person', 'person', { name: 'Ruth' }],
  ['conversation:1', 'audit/1/0', 'audit', { at: '2026-11-18T10:00:00Z' }],
  ['school:alder', 'outbox/sent', 'outbox', { sendAt: '2026-11-18T10:00:00.000Z', state: 'sent' }],
  ['school:alder', 'outbox/due', 'outbox', { sendAt: '2026-11-18T10:00:00.000Z', state: 'due' }],
  ['request:SR-2026-0001', 'request', 'elsewhere', { open: true }],
  ['request:SR-2026-0001', 'outbox/news', 'outbox', { sendAt: '2026-11-18T10:00:00.000Z', state: 'sent' }],
  ['request:SR-2026-0002', 'request', 'elsewhere', { open: false }],
  ['request:SR-2026-0002', 'outbox/news', 'outbox', { sendAt: '2026-11-18T10:00:00.000Z', state: 'sent' }],
];

async function fill(store: Store): Promise<void> {
  for (const [partition, id, type, body] of RECORDS) await store.commit([put(partition, id, type, body)]);
}

async function left(store: Store): Promise<readonly string[]> {
  const found = await Promise.all(
    RECORDS.map(async ([partition, id]) => ((await store.get({ partition, id })) ? [`${partition} ${id}`] : [])),
  );
  return found.flat();
}
const gone = async (store: Store) => {
  const there = await left(store);
  return RECORDS.map(([partition, id]) => `${partition} ${id}`).filter((each) => !there.includes(each));
};

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator();
  const client = connectCosmos(emulator);
  await createContainerIfMissing(client, 'retention', 'documents');
  client.dispose();
});
afterAll(() => emulator.close());
beforeEach(() => {
  now = NOON;
});

const STORES: readonly (readonly [string, () => Promise<Store>])[] = [
  ['sqlite', async () => openSqliteStore({ file: ':memory:', clock })],
  ['cosmos', async () => openCosmosStore({ ...emulator, database: 'retention', container: 'documents', clock })],
];

describe.each(STORES)('A sweep, on %s', (_, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await fill(store);
    return () => store.close();
  });

  it('takes nothing on the last day something is kept, and takes it on the next', async () => {
    await sweep({ store, today: day('2027-11-18') });
    expect(await gone(store)).toEqual([]);
    await sweep({ store, today: day('2027-11-19') });
    expect(await gone(store)).toEqual(['school:alder outbox/sent', 'request:SR-2026-0002 outbox/news']);
  });

  it('takes each class when its own time is up, and never what is in use or has no end', async () => {
    const swept = await sweep({ store, today: day('2033-09-01') });
    expect(await left(store)).toEqual([
      'school:alder school',
      'school:alder visits/2027-28',
      'school:alder challenge/open',
      'person:head person',
      'school:alder outbox/due',
      'request:SR-2026-0001 request',
      'request:SR-2026-0001 outbox/news',
      'request:SR-2026-0002 request',
    ]);
    expect(Object.fromEntries(swept.removed)).toEqual({ school_record: 2, audit: 1, message: 2 });
    expect(swept).toMatchObject({ inUse: 3, leftAlone: 0, undecided: [], complete: true });
    expect(sweptInWords(swept)).toMatch(
      /^Retention: 5 records had been kept as long as decided and are gone \(.*1 of the audit trail.*\)\. 3 past their time are still in use and kept\.$/,
    );
  });

  it('finds nothing more to do the second time', async () => {
    await sweep({ store, today: day('2033-09-01') });
    expect((await sweep({ store, today: day('2033-09-01') })).removed.size).toBe(0);
  });

  it('takes all of many, across pages', async () => {
    for (let n = 0; n < 130; n += 1) {
      await store.commit([put(`conversation:many-${n % 3}`, `audit/${n}/0`, 'audit', { at: '2020-01-01T10:00:00Z' })]);
    }
    const swept = await sweep({ store, today: day('2026-11-18') });
    expect(swept.removed.get('audit')).toBe(130);
    expect((await store.query({ type: 'audit' })).items.map(({ body }) => body.at)).toEqual(['2026-11-18T10:00:00Z']);
  });

  it('leaves alone what somebody changes while it runs', async () => {
    const { commit } = store;
    store.commit = async (writes) => {
      store.commit = commit;
      await commit.call(store, [put('school:alder', 'outbox/sent', 'outbox', { sendAt: '2026-11-18', state: 'sent' })]);
      return commit.call(store, writes);
    };
    const swept = await sweep({ store, today: day('2027-11-19'), types: ['outbox'] });
    expect(await left(store)).toContain('school:alder outbox/sent');
    expect(swept.leftAlone).toBeGreaterThan(0);
  });
});

describe('What nobody has decided about', () => {
  it('is kept, whatever its age: a kind without a rule, and a record whose date cannot be read', async () => {
    const store = openSqliteStore({ file: ':memory:', clock });
    await store.commit([put('x:1', 'a', 'no-such-kind', { at: '1999-01-01' })]);
    await store.commit([put('x:1', 'b', 'audit', { at: 7 })]);
    const swept = await sweep({ store, today: day('2099-01-01'), types: ['no-such-kind', 'audit'] });
    expect(swept).toMatchObject({ undecided: ['no-such-kind', 'audit'], complete: true });
    expect(await store.get({ partition: 'x:1', id: 'a' })).toBeDefined();
    expect(await store.get({ partition: 'x:1', id: 'b' })).toBeDefined();
  });
});

describe('In a running bot', () => {
  const lines: string[] = [];
  const log = {
    info: (_: object, line: string) => void lines.push(line),
    warn: (about: object, line: string) => void lines.push(`${line}: ${JSON.stringify(about)}`),
  };
  beforeEach(() => {
    lines.length = 0;
  });

  it('is done once a day by the clock, and again when the clock is moved on', async () => {
    const store = openSqliteStore({ file: ':memory:', clock });
    await fill(store);
    const daily = createDailySweep({ store, clock, log });
    await daily.sweepIfDue();
    await daily.sweepIfDue();
    expect(lines).toEqual(['Retention: nothing had reached the end of its time.']);
    now = NOON.add({ hours: 24 * 400 });
    await daily.sweepIfDue();
    expect(lines.at(-1)).toBe(
      'Retention: 2 records had been kept as long as decided and are gone (2 messages). 2 past their time are still in use and kept.',
    );
  });

  it('says of a kind nobody decided about so once, and goes on', async () => {
    const store = openSqliteStore({ file: ':memory:', clock });
    await store.commit([put('x:1', 'a', 'no-such-kind', {})]);
    const daily = createDailySweep({ store, clock, log, types: ['no-such-kind', 'outbox'] });
    await daily.sweepIfDue();
    now = NOON.add({ hours: 48 });
    await daily.sweepIfDue();
    expect(lines.filter((line) => line.includes('nobody has decided'))).toEqual([
      'Retention: nobody has decided how long records of this kind are kept, so they are all kept: {"type":"no-such-kind"}',
    ]);
  });

  it('tries again after the store was away, and never throws', async () => {
    const store = openSqliteStore({ file: ':memory:', clock });
    const { query } = store;
    store.query = async () => {
      throw new Error('away');
    };
    const daily = createDailySweep({ store, clock, log });
    await daily.sweepIfDue();
    store.query = query;
    await daily.sweepIfDue();
    expect(lines.map((line) => line.slice(0, 60))).toEqual([
      'Retention: the records could not be looked through; it is tr',
      'Retention: nothing had reached the end of its time.',
    ]);
  });

  it('begins nothing once it is stopped', async () => {
    const store = openSqliteStore({ file: ':memory:', clock });
    const daily = createDailySweep({ store, clock, log });
    daily.start();
    await daily.stop();
    await daily.sweepIfDue();
    expect(lines).toEqual([]);
  });
});

describe('The demo, years later', () => {
  it('has lost its records of schools and kept its schools and people', async () => {
    const bot = await openBot();
    await bot.say('01', 'what category are we?');
    await sweep({ store: bot.store, today: day('2040-01-01') });
    const count = async (type: string) => (await bot.store.query({ type })).items.length;
    expect(await Promise.all(['category', 'visits', 'plan', 'audit'].map(count))).toEqual([0, 0, 0, 0]);
    expect(await count('school')).toBeGreaterThan(9);
    expect(await count('person')).toBeGreaterThan(9);
  });
});

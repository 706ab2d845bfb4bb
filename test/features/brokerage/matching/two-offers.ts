import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import FOCUSES from '../../../../partnerships/focuses.json' with { type: 'json' };
import { londonDate } from '../../../../src/core/clock.ts';
import { Person } from '../../../../src/core/people.ts';
import { Refusal } from '../../../../src/core/refusal.ts';
import { School } from '../../../../src/core/school.ts';
import { type JsonObject, type Store, StoreUnavailableError } from '../../../../src/core/store.ts';
import { brokerage } from '../../../../src/features/brokerage/index.ts';
import { Offer, offerWrite, reconcileHolds, support } from '../../../../src/features/support/index.ts';
import { SupportRequest } from '../../../../src/features/support/schema.ts';
import { loadPartnership } from '../../../../src/partnership/load.ts';
import { createColleagues } from '../../../../src/register/colleague-directory.ts';
import { createDirectory } from '../../../../src/register/school-directory.ts';
import { PHONICS } from '../desk.ts';

export const NOW = Temporal.Instant.from('2026-11-18T10:00:00Z');
const ROOT = fileURLToPath(new URL('../../../../partnerships', import.meta.url));
const LOADED = loadPartnership({ name: 'demo', root: ROOT });

const person = (id: string, role: string, scope: object) =>
  Person.parse({ v: 1, id, displayName: `Person ${id}`, grants: [{ role, scope, from: '2020-09-01' }] });
const school = (id: string, n: number) =>
  School.parse({
    v: 1,
    id,
    urn: `99100${n}`,
    formerUrns: [],
    name: `${id} School`,
    aliases: [],
    phase: 'primary',
    governance: 'community',
    status: 'open',
    area: 'north',
  });

const HEAD = person('head', 'headteacher', { type: 'school', id: 'asking' });
export const ADVISERS = [1, 2].map((n) => person(`adviser-${n}`, 'adviser', { type: 'area', id: 'north' }));
export const PROVIDERS = ['dale', 'moor'].map((id) => person(`head-${id}`, 'headteacher', { type: 'school', id }));
const PEOPLE = [HEAD, ...ADVISERS, ...PROVIDERS];
const SCHOOLS = ['asking', 'dale', 'moor'].map(school);
export const REQUESTS = [1, 2, 3].map((n) => `SR-2026-000${n}`);
export const OFFERS = ['offer-dale', 'offer-moor'];
export const TOTAL = 5;

export interface Press {
  readonly who: string;
  readonly verb: string;
  readonly data: JsonObject;
}

/** The features alone, over two offers of five half-days and three requests, each with an adviser. */
export function bot(store: Store) {
  const parts = {
    store,
    framework: LOADED.framework,
    partnership: LOADED.partnership,
    calendar: LOADED.calendar,
    directory: createDirectory(SCHOOLS),
    colleagues: createColleagues(PEOPLE),
    focuses: FOCUSES,
    spotConcern: () => undefined,
  };
  const commands = [...support(parts).commands, ...brokerage(parts).commands];
  return async ({ who, verb, data }: Press): Promise<void> => {
    // As if everybody's presses of now had been asleep for an hour.
    if (verb === 'reconcile') return void (await reconcileHolds(store, NOW.add({ hours: 1 })));
    const command = commands.find((one) => one.verb === verb);
    const viewer = PEOPLE.find(({ id }) => id === who);
    if (!command || !viewer) throw new Error(`No ${verb}`);
    const asking = {
      viewer,
      identity: { platform: 'teams' as const, tenant: 't', user: who },
      place: 'personal' as const,
      now: NOW,
      today: londonDate(NOW),
      turnId: 'turn',
      topic: {},
    };
    await command.run(command.schema.parse(data) as never, asking);
  };
}

export async function scene(store: Store): Promise<void> {
  const run = bot(store);
  for (const [index, name] of ['dale', 'moor'].entries()) {
    const offer = Offer.parse({
      v: 1,
      id: OFFERS[index],
      state: 'live',
      school: name,
      schoolName: `${name} School`,
      focuses: ['phonics'],
      phases: ['primary'],
      who: '',
      halfDays: TOTAL,
      from: '2026-09-01',
      to: '2027-08-31',
      conditions: '',
      offeredBy: { person: `head-${name}`, name: 'A head' },
      offeredAt: '2026-09-01T08:00:00.000Z',
    });
    await store.commit([offerWrite(offer, 'any')]);
  }
  for (const [index, ref] of REQUESTS.entries()) {
    const form = { ...PHONICS, form: `form-${index}`, school: 'asking', asWell: true };
    await run({ who: 'head', verb: 'support.submit', data: form });
    await run({ who: `adviser-${(index % 2) + 1}`, verb: 'brokerage.accept', data: { request: ref } });
  }
}

export async function untilKnown(run: () => Promise<void>): Promise<void> {
  for (let tried = 0; tried < 3; tried += 1) {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Refusal) return;
      if (!(error instanceof StoreUnavailableError)) throw error;
    }
  }
}

export async function look(store: Store) {
  const requests = (await store.query({ type: 'support-request' })).items.map(({ body }) => SupportRequest.parse(body));
  const offers = (await store.query({ type: 'support-offer' })).items.map(({ body }) => Offer.parse(body));
  const promised = requests.flatMap((one) => {
    const put = 'proposal' in one ? one.proposal : 'partner' in one ? one.partner : undefined;
    return put ? [{ offer: put.offer, request: one.ref, number: put.number, amount: put.halfDays }] : [];
  });
  const held = offers.flatMap(({ id, holds }) =>
    holds.map(({ request: ref, number, amount }) => ({ offer: id as string, request: ref, number, amount })),
  );
  return { offers, promised, held };
}

/** No offer has promised more than it has, and every promise has its half-days set aside. */
export async function nothingPromisedTwice(store: Store): Promise<void> {
  const { offers, promised, held } = await look(store);
  for (const offer of offers) {
    const sum = (all: readonly { readonly offer: string; readonly amount: number }[]) =>
      all.filter((one) => one.offer === offer.id).reduce((total, { amount }) => total + amount, 0);
    expect(sum(held)).toBeLessThanOrEqual(TOTAL);
    expect(sum(promised)).toBeLessThanOrEqual(TOTAL);
  }
  for (const one of promised) {
    const hold = held.find((each) => each.offer === one.offer && each.request === one.request);
    expect(hold, `${one.request} is promised ${one.offer}`).toMatchObject({ number: one.number });
    expect(hold?.amount).toBeGreaterThanOrEqual(one.amount);
  }
}

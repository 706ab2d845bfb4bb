import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { academicYearOf, endOf, startOf } from '../../src/core/academic-year.ts';
import { londonDate } from '../../src/core/clock.ts';
import { SchoolId } from '../../src/core/ids.ts';
import { EmailLink, emailRef, IdentityLink, identityRef, personRef } from '../../src/core/linking.ts';
import { Person } from '../../src/core/people.ts';
import { School } from '../../src/core/school.ts';
import type { Store } from '../../src/core/store.ts';
import { daysAround } from '../../src/demo/days.ts';
import { fillDemo, readDemoPeople } from '../../src/demo/fill-demo.ts';
import { teamsUser } from '../../src/demo/teams-user.ts';
import { Communicated, Pending } from '../../src/features/categories/index.ts';
import { nextVisit, readLedger, recordedIn, VisitLedger } from '../../src/features/visits/index.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { londonMorning } from '../harness/world.ts';

const DIRECTORY = 'partnerships/demo';

async function filled(day = '2026-11-18', at = londonMorning(day)): Promise<Store> {
  const store = openSqliteStore({ file: ':memory:', clock: { now: () => at } });
  await fillDemo({ store, clock: { now: () => at }, directory: DIRECTORY, framework: 'leeds-2013' });
  return store;
}

async function bodyOf(store: Store, partition: string, id: string) {
  return (await store.get({ partition, id }))?.body;
}

/** The table of the demo partnership: level, half-days this year, next visit in the diary or not. */
const SCHOOLS: readonly (readonly [id: string, level: string | undefined, halfDays: number])[] = [
  ['northcliffe', '3', 2],
  ['hollin-lane', '1', 1],
  ['stonepit', '1', 0],
  ['thornbeck', '5', 5],
  ['beckwith', '2', 0],
  ['quarrydale', '4', 3],
  ['elmfield', '2', 1],
  ['moorbank', '2', 1],
  ['st-josephs-otterley', '1', 0],
  ['st-josephs-wethermoor', undefined, 0],
];

const PEOPLE: readonly (readonly [nn: string, id: string])[] = [
  ['01', 'head-northcliffe'],
  ['02', 'head-hollin-lane'],
  ['03', 'head-quarrydale'],
  ['04', 'adviser-north'],
  ['05', 'adviser-south'],
  ['06', 'head-of-service'],
  ['07', 'alliance-lead'],
  ['08', 'chair-northcliffe'],
  ['09', 'officer'],
  ['10', 'head-beckwith'],
  ['11', 'head-moorbank'],
];

/** First days that have caught calendars out: the year's ends, weekends there, Christmas, half term, August, May Day. */
const FIRST_DAYS = [
  '2026-09-01',
  '2024-09-01',
  '2025-09-01',
  '2026-09-02',
  '2026-08-31',
  '2025-08-31',
  '2026-12-25',
  '2026-12-16',
  '2027-01-01',
  '2026-10-28',
  '2026-07-25',
  '2027-05-03',
  '2027-03-29',
  '2028-02-29',
  '2026-11-18',
];

describe.each(FIRST_DAYS)('The demo first started on %s', (day) => {
  const today = Temporal.PlainDate.from(day);
  const year = academicYearOf(today);

  it('has every level and exactly the half-days of its table', async () => {
    const store = await filled(day);
    for (const [id, level, halfDays] of SCHOOLS) {
      const school = SchoolId.parse(id);
      const category = await bodyOf(store, `school:${id}`, `category/${year}`);
      expect(category && Communicated.parse(category).level, id).toBe(level);
      const ledger = await readLedger(store, school, year);
      expect(recordedIn('half_day', ledger, today), id).toBe(halfDays);
    }
  });

  it('has every visit in the year whose ledger it stands in: held ones past, planned ones to come', async () => {
    const store = await filled(day);
    const ledgers = (await store.query({ type: 'visits', limit: 100 })).items.map((item) =>
      VisitLedger.parse(item.body),
    );
    for (const { academicYear, school, visits } of ledgers) {
      for (const { date, status } of visits) {
        const where = `${school} ${status} ${date}`;
        expect(date >= startOf(academicYear).toString() && date <= endOf(academicYear).toString(), where).toBe(true);
        expect(status === 'held' ? date <= day : date >= day, where).toBe(true);
      }
    }
  });

  it('has somebody waiting to be visited, this year or early in the next', async () => {
    const store = await filled(day);
    const next = academicYearOf(endOf(year).add({ days: 1 }));
    const school = SchoolId.parse('northcliffe');
    const ledgers = [await readLedger(store, school, year), await readLedger(store, school, next)];
    expect(ledgers.some((ledger) => nextVisit(ledger, today) !== undefined)).toBe(true);
  });
});

describe('The days of the demo', () => {
  it.each(FIRST_DAYS)('are days on which schools are visited, first started on %s', (day) => {
    const first = Temporal.PlainDate.from(day);
    const days = daysAround(first, academicYearOf(first));
    for (const ahead of [0, 1, 4, 9, 13, 18]) {
      const planned = Temporal.PlainDate.from(days.planned(ahead));
      expect(planned.dayOfWeek, `${day} + ${ahead}`).toBeLessThan(6);
      expect(['12-25', '12-26', '01-01']).not.toContain(planned.toString().slice(5));
    }
    for (const ago of [0, -6, -20, -47]) {
      expect(days.held(ago) <= day).toBe(true);
      expect(academicYearOf(Temporal.PlainDate.from(days.held(ago)))).toBe(academicYearOf(first));
    }
  });

  it('are decided on working days', () => {
    const days = daysAround(
      Temporal.PlainDate.from('2026-11-18'),
      academicYearOf(Temporal.PlainDate.from('2026-11-18')),
    );
    // 53 days before is a Saturday, 4 days after a Sunday.
    expect(days.on(-53)).toBe('2026-09-25');
    expect(days.on(4)).toBe('2026-11-23');
  });
});

describe('The demo partnership', () => {
  it('has a Moorbank level that is ratified and not communicated', async () => {
    const store = await filled();
    expect(Pending.parse(await bodyOf(store, 'school:moorbank', 'category-pending'))).toMatchObject({
      level: '4',
      state: 'ratified',
    });
    expect((await store.query({ type: 'category-pending' })).items).toHaveLength(1);
  });

  it.each(PEOPLE)('person %s is %s, on Teams, on Slack and by e-mail', async (nn, id) => {
    const store = await filled();
    const people = await readDemoPeople(DIRECTORY);
    const teams = { platform: 'teams', tenant: '00000000-0000-4000-8000-0000000000aa', user: teamsUser(nn) } as const;
    const slack = { platform: 'slack', tenant: 'T0DEMO', user: `U0DEMO${nn}` } as const;
    for (const identity of [teams, slack]) {
      expect(IdentityLink.parse((await store.get(identityRef(identity)))?.body).person).toBe(id);
    }
    const entry = people.people.find((person) => person.id === id);
    expect(EmailLink.parse((await store.get(emailRef(entry?.email ?? '')))?.body).person).toBe(id);
    expect(Person.parse((await store.get(personRef(Person.shape.id.parse(id))))?.body).displayName).toBe(
      entry?.displayName,
    );
  });

  it('names schools that are not in any register', async () => {
    const store = await filled();
    const schools = (await store.query({ type: 'school', limit: 100 })).items.map((item) => School.parse(item.body));
    expect(schools.map((school) => school.id).toSorted()).toEqual(SCHOOLS.map(([id]) => id).toSorted());
    expect(schools.every((school) => school.urn.startsWith('99'))).toBe(true);
  });

  it('uses telephone numbers kept for fiction', () => {
    const numbers = readFileSync(`${DIRECTORY}/people.json`, 'utf8').match(/"phone": "[^"]+"/g) ?? [];
    expect(numbers).toHaveLength(PEOPLE.length);
    expect(numbers.every((number) => number.includes('01632 960'))).toBe(true);
  });
});

describe('Filling', () => {
  it('happens once: what people did since is found again', async () => {
    const store = await filled();
    await store.commit([
      { kind: 'delete', ref: { partition: 'school:northcliffe', id: 'category/2026-27' }, guard: 'any' },
    ]);
    const later = londonMorning('2027-02-10');
    await fillDemo({ store, clock: { now: () => later }, directory: DIRECTORY, framework: 'leeds-2013' });
    expect(await bodyOf(store, 'school:northcliffe', 'category/2026-27')).toBeUndefined();
    expect(await bodyOf(store, 'demo', 'filled')).toMatchObject({ on: '2026-11-18' });
  });

  it('that was interrupted is begun again', async () => {
    const whole = await filled();
    const at = londonMorning('2026-11-18');
    const store = openSqliteStore({ file: ':memory:', clock: { now: () => at } });
    const commit = store.commit.bind(store);
    let left = 5;
    store.commit = async (writes) => {
      if (left-- === 0) throw new Error('The process died');
      return commit(writes);
    };
    const fill = () => fillDemo({ store, clock: { now: () => at }, directory: DIRECTORY, framework: 'leeds-2013' });
    await expect(fill()).rejects.toThrow('The process died');
    store.commit = commit;
    await fill();
    for (const type of ['school', 'category', 'visits', 'person', 'identity']) {
      const count = async (from: Store) => (await from.query({ type, limit: 100 })).items.length;
      expect(await count(store), type).toBe(await count(whole));
    }
  });

  it('is laid out around the day in London', async () => {
    const lateEvening = Temporal.Instant.from('2026-08-31T23:30:00Z');
    expect(londonDate(lateEvening).toString()).toBe('2026-09-01');
    const store = await filled('2026-09-01', lateEvening);
    expect(await bodyOf(store, 'school:northcliffe', 'category/2026-27')).toBeDefined();
  });
});

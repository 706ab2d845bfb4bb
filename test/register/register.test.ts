import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { SchoolId, Urn } from '../../src/core/ids.ts';
import type { Store } from '../../src/core/store.ts';
import { createColleagues } from '../../src/register/colleague-directory.ts';
import { openRegister, REGISTER_VERSION } from '../../src/register/live-register.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { A_SCHOOL_DAY } from '../harness/bot.ts';
import { personOf, personWrite, put, schoolWrite } from '../harness/records.ts';

const TODAY = Temporal.PlainDate.from('2026-11-18');
const ALDER = SchoolId.parse('alder');

describe('Whose school it is', () => {
  const people = createColleagues([
    personOf('moved', [
      ['adviser', 'area:north', '2020-09-01', '2026-08-31'],
      ['adviser', 'area:south', '2026-09-01'],
    ]),
    personOf('north', [['adviser', 'area:north', '2026-09-01']]),
    personOf('by-school', [['adviser', 'school:birch']]),
    personOf('senior', [['senior_adviser', 'area:west']]),
    personOf('left', [['adviser', 'area:north', '2020-09-01', '2026-07-31']]),
    personOf('head', [['headteacher', 'school:alder']]),
  ]);
  const adviserOf = (school: { id?: string; area?: string; adviser?: string }) =>
    people.adviserOf({ id: ALDER, ...school } as never, TODAY)?.id;

  it.each([
    ['the one allocated to it', { area: 'north', adviser: 'by-school' }, 'by-school'],
    ['one by school, before one by area', { id: 'birch', area: 'north' }, 'by-school'],
    ['the area’s of today, not one who moved to another area', { area: 'north' }, 'north'],
    ['the one who moved, where they moved to', { area: 'south' }, 'moved'],
    ['the area’s when the one allocated has left', { area: 'north', adviser: 'left' }, 'north'],
    ['the area’s when the one allocated is no adviser', { area: 'north', adviser: 'head' }, 'north'],
    ['a senior adviser where there is no other', { area: 'west' }, 'senior'],
    ['nobody where nobody is', { area: 'east' }, undefined],
    ['nobody without an area', {}, undefined],
  ])('%s', (_, school, id) => {
    expect(adviserOf(school)).toBe(id);
  });

  it('knows who holds a role on a day', () => {
    expect(people.holding('adviser', TODAY).map((person) => person.id)).toEqual(['moved', 'north', 'by-school']);
    expect(people.holding('adviser', Temporal.PlainDate.from('2019-01-01'))).toEqual([]);
  });
});

describe('Finding a colleague by name', () => {
  const people = createColleagues([
    personOf('a', [], { displayName: 'Siân O’Connor', title: 'Headteacher, Alder' }),
    personOf('b', [], { displayName: 'Tom Okafor' }),
    personOf('c', [], { displayName: 'Tom Akande' }),
  ]);

  it.each([
    ['Tom', ['b', 'c']],
    ['tom ok', ['b']],
    ['sian', ['a']],
    ['oconnor', []],
    ['o’connor', ['a']],
    ['alder sian', ['a']],
    ['tim', []],
    ['', []],
    ['  ', []],
  ])('“%s”', (words, ids) => {
    expect(people.named(words).map((person) => person.id)).toEqual(ids);
  });
});

describe('The register in memory', () => {
  let store: Store;
  beforeEach(async () => {
    store = openSqliteStore({ file: ':memory:', clock: { now: () => A_SCHOOL_DAY } });
    await store.commit([
      schoolWrite('alder', { urn: '990201', formerUrns: ['990101'], area: 'north', aliases: ['The Alders'] }),
    ]);
    await store.commit([personWrite(personOf('head', [['headteacher', 'school:alder']]))]);
  });
  const imported = (n: number) =>
    store.commit([put(REGISTER_VERSION.partition, REGISTER_VERSION.id, 'register-version', { v: 1, n })]);

  it('finds a school by id, by today’s number, by an earlier one, and by area', async () => {
    const { directory } = await openRegister(store);
    expect(directory.get(ALDER)?.name).toBe('Alder School');
    expect(directory.byUrn(Urn.parse('990201'))?.id).toBe('alder');
    expect(directory.byUrn(Urn.parse('990101'))?.id).toBe('alder');
    expect(directory.inArea('north').map((school) => school.id)).toEqual(['alder']);
    expect(directory.inArea('south')).toEqual([]);
    expect(directory.byUrn(Urn.parse('990999'))).toBeUndefined();
  });

  it('holds nothing restricted, and nothing that names, areas and the search for a partner do not need', async () => {
    const { directory } = await openRegister(store);
    expect(Object.keys(directory.get(ALDER) ?? {}).toSorted()).toEqual(
      ['aliases', 'area', 'formerUrns', 'governance', 'id', 'name', 'phase', 'status', 'urn'].toSorted(),
    );
  });

  it('reads again after an import, and only then', async () => {
    const register = await openRegister(store);
    let told = 0;
    register.onChange(() => {
      told += 1;
    });
    await store.commit([schoolWrite('birch')]);
    expect(await register.refresh()).toBe(false);
    expect(register.directory.all()).toHaveLength(1);
    await imported(1);
    expect(await register.refresh()).toBe(true);
    expect(register.directory.all()).toHaveLength(2);
    expect(await register.refresh()).toBe(false);
    await imported(2);
    await register.refresh();
    expect(told).toBe(2);
  });

  it('reads every page of a large register', async () => {
    const batches = Array.from({ length: 1100 }, (_, index) => [schoolWrite(`school-${index}`, { area: 'large' })]);
    for (const batch of batches) await store.commit(batch);
    const { directory } = await openRegister(store);
    expect(directory.all()).toHaveLength(1101);
    expect(directory.inArea('large')).toHaveLength(1100);
  });
});

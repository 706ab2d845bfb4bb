import { beforeAll, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import type { Reply } from '../../../src/core/feature.ts';
import {
  actionPlanWrite,
  heldVisits,
  LAST_YEAR,
  levelWrite,
  personOf,
  put,
  schoolWrite,
  visitsWrite,
} from '../../harness/records.ts';
import { openWorld, refusalOf, type World } from '../../harness/world.ts';

const NAMES = ['alder', 'birch', 'cedar', 'damson', 'elder', 'fir', 'gorse', 'hazel', 'ivy', 'juniper'];
const PEOPLE = [
  personOf('adviser', [['adviser', 'area:north']]),
  personOf('one-school-adviser', [['adviser', 'school:alder']]),
  personOf('no-school-adviser', [['adviser', 'area:west']]),
  personOf('service', [['head_of_service', 'authority']]),
  personOf('head', [['headteacher', 'school:alder']]),
  personOf('two-schools-head', [
    ['headteacher', 'school:alder'],
    ['headteacher', 'school:birch'],
  ]),
  personOf('chair', [['chair_of_governors', 'school:alder']]),
  personOf('officer', [['officer', 'authority']]),
  personOf('lead', [['alliance_lead', 'alliance:beckside']]),
];

/** Levels 1 to 5 round and round; none for the last. Visits: as many as the letter is far into the alphabet. */
const RECORDS = NAMES.flatMap((name, index) => [
  schoolWrite(name, { area: index < 4 ? 'north' : 'south' }),
  ...(index < 9 ? [levelWrite(name, String((index % 5) + 1))] : []),
  ...(index === 3 ? [] : [heldVisits(name, index)]),
]);

let world: World;
beforeAll(async () => {
  world = await openWorld({
    people: PEOPLE,
    records: [
      ...RECORDS,
      actionPlanWrite('elder', { statedHalfDays: 12 }),
      visitsWrite('damson', ['2026-07-06 held'], LAST_YEAR),
      schoolWrite('closed', { area: 'north', status: 'closed' }),
      schoolWrite('closing', { area: 'north', status: 'proposed_to_close' }),
      schoolWrite('not-yet', { area: 'north', status: 'proposed_to_open' }),
    ],
  });
});

const list = (viewer: string | undefined, by: string, levels: readonly string[] = [], page = 0) =>
  world.run(viewer, 'categories.caseload', { by, levels, page });

type Row = { name: string; level: string; detail: string; last: string };
const rowsOf = (reply: Reply) => reply.data.rows as unknown as Row[];
const namesOf = (reply: Reply) => rowsOf(reply).map((row) => row.name.replace(' School', ''));

describe('A caseload', () => {
  it('by level: of most concern first, then by name, none recorded last', async () => {
    const reply = await list('service', 'level');
    const rest = await list('service', 'level', [], 1);
    expect([...namesOf(reply), ...namesOf(rest)]).toEqual([
      'Elder',
      'Damson',
      'Ivy',
      'Cedar',
      'Hazel',
      'Birch',
      'Gorse',
      'Alder',
      'Fir',
      'Closing',
      'Juniper',
    ]);
    expect(rowsOf(reply)[0]).toMatchObject({
      level: 'Category 5',
      detail: '4 half-days recorded · 8 left in the plan',
    });
    expect(rowsOf(rest).at(-1)).toMatchObject({ level: 'None recorded', detail: 'Nothing promised' });
  });

  it('by visits owed: the most first, and only where something is owed for certain', async () => {
    const reply = await list('service', 'owed');
    expect(namesOf(reply)).toEqual(['Elder', 'Birch', 'Cedar', 'Alder']);
    expect(reply.summary).toBe(
      'Visits still owed: 4 schools. Elder School (8), Birch School (2), Cedar School (2) and Alder School (1).',
    );
  });

  it('by last visit: none on record first, then the longest ago, last year’s included', async () => {
    const reply = await list('adviser', 'last_visit');
    expect(namesOf(reply)).toEqual(['Alder', 'Closing', 'Damson', 'Birch', 'Cedar']);
    expect(rowsOf(reply)[2]?.last).toBe('Last visit 6 July 2026');
    expect(rowsOf(reply)[0]?.last).toBe('No visit on record');
  });

  it('of some levels only', async () => {
    const reply = await list('service', 'level', ['4', '5']);
    expect(namesOf(reply)).toEqual(['Elder', 'Damson', 'Ivy']);
    expect(reply.data.title).toBe('Your schools in category 4 or category 5');
  });

  it('of a level there is not, is empty and says so', async () => {
    const reply = await list('service', 'level', ['9']);
    expect(reply).toMatchObject({ summary: 'None of your schools fits that.', data: { isEmpty: true, rows: [] } });
  });

  it('does not take another framework’s level of the same name for one of these', async () => {
    const other = await openWorld({
      people: PEOPLE,
      records: [
        schoolWrite('alder', { area: 'north' }),
        levelWrite('alder', '4', { framework: 'an-older-one' }),
        schoolWrite('birch', { area: 'north' }),
        levelWrite('birch', '4'),
      ],
    });
    const four = await other.run('adviser', 'categories.caseload', { by: 'level', levels: ['4'], page: 0 });
    expect(namesOf(four)).toEqual(['Birch']);
    const all = await other.run('adviser', 'categories.caseload', { by: 'level', levels: [], page: 0 });
    expect(rowsOf(all).at(-1)).toMatchObject({ level: '“4”', detail: 'Nothing promised' });
  });

  it('holds open schools and those about to close, and no others', async () => {
    const names = namesOf(await list('adviser', 'level'));
    expect(names).toContain('Closing');
    expect(names).not.toContain('Closed');
    expect(names).not.toContain('Not yet');
  });
});

describe('Paging', () => {
  it('loses no school and shows none twice', async () => {
    for (const by of ['level', 'last_visit']) {
      const seen: string[] = [];
      for (let page = 0, more = true; more; page += 1) {
        const reply = await list('service', by, [], page);
        seen.push(...namesOf(reply));
        more = reply.data.hasMore === true;
        if (more) expect(reply.data.moreData).toEqual({ by, levels: [], page: page + 1 });
      }
      expect(seen).toHaveLength(11);
      expect(new Set(seen).size).toBe(11);
    }
  });

  it('says how many more there are', async () => {
    expect((await list('service', 'level')).data).toMatchObject({ hasMore: true, moreLabel: 'Show 3 more of 11' });
    expect((await list('service', 'level')).summary).toContain('Your schools by category: 11 schools.');
  });

  it('shows the last page where a list has grown shorter than the page asked for', async () => {
    expect(namesOf(await list('service', 'level', [], 99))).toEqual(namesOf(await list('service', 'level', [], 1)));
  });
});

describe('Who has a caseload', () => {
  it.each(['head', 'chair', 'officer', 'lead', 'no-school-adviser', undefined])('%s has none', async (viewer) => {
    expect((await refusalOf(list(viewer, 'level'))).sentence).toBe(NOT_YOURS_TO_KNOW);
  });

  it('somebody who leads two schools sees those two', async () => {
    expect(namesOf(await list('two-schools-head', 'level'))).toEqual(['Birch', 'Alder']);
  });

  it('an adviser of one school has a list of one', async () => {
    expect(namesOf(await list('one-school-adviser', 'level'))).toEqual(['Alder']);
  });

  it('what is shown rests on the school’s own record, not on the list in memory', async () => {
    const stale = await openWorld({ people: PEOPLE, records: RECORDS });
    await stale.store.commit([schoolWrite('damson', { area: 'south' })]);
    const reply = await stale.run('adviser', 'categories.caseload', { by: 'level', levels: [], page: 0 });
    expect(namesOf(reply)).toEqual(['Cedar', 'Birch', 'Alder']);
    expect(reply.summary).not.toContain('Damson');
    expect(reply.disclosures?.map((each) => each.school)).toEqual(['cedar', 'birch', 'alder']);
  });

  it('every school shown is written to the audit trail, and none that is not', async () => {
    const { disclosures = [] } = await list('adviser', 'level');
    expect(disclosures.map((each) => each.school)).toEqual(['damson', 'cedar', 'birch', 'alder', 'closing']);
  });

  it('the rows are choices: “the second one” opens it', async () => {
    const { options = [] } = await list('adviser', 'owed');
    expect(options[1]).toEqual({
      label: 'Cedar School',
      verb: 'categories.show',
      data: { school: 'cedar', about: 'visits' },
    });
  });
});

describe('A large authority', () => {
  it('is read in a few queries, however many schools there are', async () => {
    const many = await openWorld({ people: PEOPLE });
    for (let index = 0; index < 300; index += 1) {
      const id = `school-${String(index).padStart(3, '0')}`;
      await many.store.commit([schoolWrite(id, { area: 'north' }), levelWrite(id, '1')]);
    }
    await many.store.commit([put('register', 'version', 'register-version', { v: 1 })]);
    await many.register.refresh();
    let queries = 0;
    const { query } = many.store;
    many.store.query = (spec) => {
      queries += 1;
      return query.call(many.store, spec);
    };
    const reply = await many.run('adviser', 'categories.caseload', { by: 'level', levels: [], page: 12 });
    expect(rowsOf(reply)).toHaveLength(8);
    expect(reply.data.moreLabel).toBe('Show 8 more of 300');
    expect(queries).toBeLessThanOrEqual(4);
  });
});

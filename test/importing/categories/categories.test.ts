import { describe, expect, it } from 'vitest';
import { personRef } from '../../../src/core/linking.ts';
import { Person } from '../../../src/core/people.ts';
import type { CategoryRow } from '../../../src/importing/categories/category-row.ts';
import { readAcademicYear } from '../../../src/importing/categories/read-year.ts';
import { fileOf, importInto, takesNothing, withSampleSchools } from '../support/importing.ts';

const HEADER =
  'school,academic_year,level,state,proposed_by,proposed_at,ratified_by,ratified_at,communicated_by,communicated_at,reason_1,note_1,reason_2,note_2,plan_half_days';
const WORDS = {
  levels: [
    { id: '1', names: ['Category 1'] },
    { id: '3', names: ['Category 3', 'at risk'] },
  ],
  criteria: [
    { id: 'xii', names: [] },
    { id: '3.4', names: [] },
  ],
};

async function take(...rows: readonly string[]) {
  const store = await withSampleSchools();
  const pat = Person.parse({ v: 1, id: 'pat', displayName: 'Pat Lane', email: 'pat@c.example', grants: [] });
  await store.commit([{ kind: 'put', ref: personRef(pat.id), type: 'person', body: pat, guard: 'any' }]);
  const taken: CategoryRow[] = [];
  const categories = fileOf([HEADER, ...rows, ''].join('\n'), 'categories.csv');
  const changes = {
    words: WORDS,
    categorySink: async (given: readonly CategoryRow[]) => {
      taken.push(...given);
      return takesNothing();
    },
  };
  const { rejects } = await importInto(store, { categories }, {}, changes);
  return { taken, rejects };
}

const PROPOSED = '990106,2026-27,Category 3,proposed,pat@c.example,18/09/2026,,,,,xii,,,Term 1 visit,';
const COMMUNICATED =
  'Old Mill Primary School,2025/26,3,Communicated,Pat Lane,18/09/2025,Kim West,02/10/2025,PAT@c.example,06/10/2025,3.4,New head,,,12';

describe('a row of the categories file', () => {
  it('carries the level as a person decided it, with who and when', async () => {
    expect(await take(COMMUNICATED)).toEqual({
      rejects: [],
      taken: [
        {
          line: 2,
          school: 'school-990106',
          academicYear: '2025-26',
          level: '3',
          state: 'communicated',
          reasons: [{ criterion: '3.4', note: 'New head' }],
          planHalfDays: 12,
          proposed: { by: 'Pat Lane', person: 'pat', at: '2025-09-18' },
          ratified: { by: 'Kim West', at: '2025-10-02' },
          communicated: { by: 'Pat Lane', person: 'pat', at: '2025-10-06' },
        },
      ],
    });
  });

  it('needs no more than its state does, and knows a level by its label', async () => {
    const { taken } = await take(PROPOSED);
    expect(taken).toMatchObject([
      { level: '3', state: 'proposed', reasons: [{ criterion: 'xii' }, { note: 'Term 1 visit' }] },
    ]);
    expect(taken[0]).not.toHaveProperty('communicated');
  });

  it.each([
    ['nobody who told the school', COMMUNICATED.replace('PAT@c.example', ''), 'communicated_by', 'must not be'],
    ['no day on which the school was told', COMMUNICATED.replace('06/10/2025', ''), 'communicated_at', 'must not be'],
    ['nobody who ratified it', COMMUNICATED.replace('Kim West', ''), 'ratified_by', 'must not be'],
    ['nobody who proposed it', PROPOSED.replace('pat@c.example', ''), 'proposed_by', 'must not be'],
    [
      'a day the school was told, but a state that says it was not',
      COMMUNICATED.replace('Communicated', 'ratified'),
      'communicated_by',
      'only “ratified”',
    ],
    [
      'days out of order',
      COMMUNICATED.replace('06/10/2025', '01/10/2025'),
      'communicated_at',
      'before the day it was ratified',
    ],
    ['a day still to come', PROPOSED.replace('18/09/2026', '18/12/2026'), 'proposed_at', 'still to come'],
    [
      'a state that is none',
      PROPOSED.replace('proposed', 'agreed'),
      'state',
      '“proposed”, “ratified” or “communicated”',
    ],
    ['a level that is none', PROPOSED.replace('Category 3', 'Category 9'), 'level', 'Did you mean “Category 1”?'],
    ['a criterion that is none', PROPOSED.replace('xii', 'xxii'), 'reason_1', 'Did you mean “xii”?'],
    ['a year that is none', PROPOSED.replace('2026-27', '2026-28'), 'academic_year', 'like 2026-27'],
    ['a school that is none', PROPOSED.replace('990106', '999999'), 'school', 'No school here has URN 999999'],
    ['an address nobody has', PROPOSED.replace('pat@c', 'pet@c'), 'proposed_by', 'Did you mean pat@c.example?'],
    ['half-days that are none', COMMUNICATED.replace(',12', ',lots'), 'plan_half_days', 'whole number from 1'],
  ])('is left out with the reason when it has %s', async (_, row, column, reason) => {
    const { taken, rejects } = await take(row);
    expect(taken).toEqual([]);
    expect(rejects[0]).toMatchObject({ line: 2, column, reason: expect.stringContaining(reason) });
  });

  it('is left out when the school has one of that kind already', async () => {
    const { taken, rejects } = await take(COMMUNICATED, COMMUNICATED, PROPOSED, PROPOSED.replace('2026-27', '2025-26'));
    expect(taken.map(({ line }) => line)).toEqual([2, 4]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [3, expect.stringContaining('The other is on line 2.')],
      [5, expect.stringContaining('The other is on line 4.')],
    ]);
  });
});

describe('what the feature refuses', () => {
  it('joins the rejected rows', async () => {
    const store = await withSampleSchools();
    const categories = fileOf([HEADER, PROPOSED.replace('pat@c.example', 'Pat'), ''].join('\n'), 'categories.csv');
    const categorySink = async () => ({
      commits: [],
      unchanged: 0,
      refused: [{ line: 2, reason: 'Not under this framework.' }],
    });
    const { rejects, parts } = await importInto(store, { categories }, {}, { words: WORDS, categorySink });
    expect(rejects).toMatchObject([{ line: 2, reason: 'Not under this framework.' }]);
    expect(parts.categories?.rows).toBe(0);
  });
});

describe('an academic year', () => {
  it.each([
    ['2026-27', '2026-27'],
    ['2026/27', '2026-27'],
    ['2026 - 2027', '2026-27'],
    ['1999-00', '1999-00'],
    ['2026', undefined],
    ['2026-26', undefined],
    ['26-27', undefined],
  ])('written %s is %s', (written, year) => {
    expect(readAcademicYear(written)).toBe(year);
  });
});

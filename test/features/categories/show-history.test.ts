import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import { wordsOf } from '../../harness/bot.ts';
import { levelWrite, personOf, put, schoolWrite, THIS_YEAR, waitingWrite } from '../../harness/records.ts';
import { heard, openWorld, refusalOf, type World } from '../../harness/world.ts';
import { copyOfPartnerships, spoilAt } from '../../partnership/changed-copy.ts';

const PEOPLE = [
  personOf('head', [['headteacher', 'school:alder']]),
  personOf('chair', [['chair_of_governors', 'school:alder']]),
  personOf('new-head', [['headteacher', 'school:birch']]),
  personOf('deputy', [['deputy_headteacher', 'school:alder']]),
  personOf('other-head', [['headteacher', 'school:cedar']]),
  personOf('adviser', [['adviser', 'area:north']]),
  personOf('service', [['head_of_service', 'authority']]),
  personOf('group', [['review_group_member', 'review_group:primary-north']]),
  personOf('officer', [['officer', 'authority']]),
];
const told = (at: string) => ({ communicated: { by: 'Priya Nair', at } });
const past = (n: number, level: string, at: string, more: JsonObject = {}) =>
  put('school:alder', `category-history/${THIS_YEAR}/00${n}`, 'category-history', {
    v: 1,
    school: 'alder',
    framework: 'leeds-2013',
    level,
    academicYear: THIS_YEAR,
    reasons: [],
    proposed: { by: 'Priya Nair', at },
    ratified: { by: 'Helen Marsh', at },
    communicated: { by: 'Priya Nair', at },
    state: 'superseded',
    supersededOn: '2026-11-09',
    because: 'changed',
    ...more,
  });
/** 2024/25: 2. 2025/26: 3, under another framework. This year: 2, then 3, with a 5 written down wrongly in between; 4 waits. */
const RECORDS = [
  schoolWrite('alder', { area: 'north' }),
  schoolWrite('birch', { area: 'north' }),
  schoolWrite('cedar'),
  levelWrite('alder', '2', { academicYear: '2024-25', ...told('2024-10-10') }),
  levelWrite('alder', 'targeted', {
    academicYear: '2025-26',
    framework: 'leicestershire-2015',
    label: 'Targeted support',
    ...told('2025-10-09'),
  }),
  past(1, '2', '2026-09-21'),
  past(2, '5', '2026-11-02', { because: 'corrected', supersededOn: '2026-11-03' }),
  levelWrite('alder', '3', { label: 'Category 3', ...told('2026-11-09') }),
  waitingWrite('alder', '4'),
];

let world: World;
beforeEach(async () => {
  world = await openWorld({ people: PEOPLE, records: RECORDS });
});

const ask = (viewer: string | undefined, data: JsonObject = {}) =>
  world.run(viewer, 'categories.history', { school: 'alder', ...data });
const rowsOf = async (data: JsonObject = {}) =>
  (await ask('head', data)).data.rows as { title: string; detail: string }[];

describe('A school’s level over time', () => {
  it('says when it last changed', async () => {
    expect((await ask('head')).summary).toBe(
      'Alder School. It last changed on 9 November 2026, from category 2 to category 3.',
    );
  });

  it('is listed newest first, each as it was called then, with who told the school and when', async () => {
    expect(await rowsOf()).toEqual([
      {
        title: 'Category 3',
        detail: '2026/27 · From 9 November 2026 · shared with the school 9 November 2026 by Priya Nair',
      },
      {
        title: 'Category 5',
        detail:
          '2026/27 · Written down wrongly, and put right on 3 November 2026 · shared with the school 2 November 2026 by Priya Nair',
      },
      {
        title: 'Category 2',
        detail:
          '2026/27 · From 21 September 2026 to 8 November 2026 · shared with the school 21 September 2026 by Priya Nair',
      },
      {
        title: 'Targeted support (leicestershire-2015)',
        detail: '2025/26 · From 9 October 2025 to 31 August 2026 · shared with the school 9 October 2025 by Priya Nair',
      },
      {
        title: 'Category 2',
        detail:
          '2024/25 · From 10 October 2024 to 31 August 2025 · shared with the school 10 October 2024 by Priya Nair',
      },
    ]);
  });

  it.each([
    [
      'a calendar year',
      '2025-01-01',
      '2025-12-31',
      'it was category 2 (from 10 October 2024) and “Targeted support” of an earlier framework (from 9 October 2025).',
    ],
    [
      'a school year',
      '2024-09-01',
      '2025-08-31',
      'Between 1 September 2024 and 31 August 2025 it was category 2 (from 10 October 2024).',
    ],
    ['one day', '2026-11-02', '2026-11-02', 'On 2 November 2026 it was category 2 (from 21 September 2026).'],
    ['before there was anything', '2019-01-01', '2019-12-31', 'no category is on record for this school.'],
  ])('in %s', async (_, from, to, sentence) => {
    expect((await ask('head', { from, to })).summary).toContain(sentence);
  });

  it('lists only the time asked about', async () => {
    expect((await rowsOf({ from: '2024-09-01', to: '2025-08-31' })).map((row) => row.title)).toEqual(['Category 2']);
  });

  it.each([
    ['2', 'It was category 2 until 9 November 2026, when it became category 3.'],
    ['3', 'It is category 3 on the latest record, and has been since 9 November 2026.'],
    ['1', 'Category 1 is not on the record I hold for this school.'],
    ['5', 'Category 5 is not on the record I hold for this school.'],
  ])('“we used to be category %s”', async (level, sentence) => {
    expect((await ask('head', { level })).summary).toContain(sentence);
  });

  it('reads what was recorded before there was a history', async () => {
    await world.store.commit([
      { ...levelWrite('birch', '2', { academicYear: '2025-26', ...told('2025-10-10') }) },
      { ...levelWrite('birch', '2', told('2026-10-09')) },
    ]);
    expect((await world.run('new-head', 'categories.history', { school: 'birch' })).summary).toContain(
      'No change is on record: it has been category 2 since 10 October 2025, which is as far back as what I hold goes.',
    );
  });

  it('says so where nothing is on record', async () => {
    const reply = await world.run('new-head', 'categories.history', { school: 'birch' });
    expect(reply.summary).toBe('Birch School. No category is on record for this school.');
  });
});

describe('Who may know it', () => {
  it.each(['head', 'chair', 'adviser', 'service', 'group'])('%s may', async (viewer) => {
    const reply = await ask(viewer);
    expect(reply.sensitivity).toBe('restricted');
    expect(reply.disclosures).toEqual([{ school: 'alder', outcome: 'disclosed', what: 'level over time' }]);
  });

  it.each(['deputy', 'other-head', 'new-head', 'officer', undefined])('%s may not', async (viewer) => {
    expect((await refusalOf(ask(viewer))).sentence).toBe(NOT_YOURS_TO_KNOW);
    expect((await refusalOf(world.run(viewer, 'categories.history', { school: 'no-such-school' }))).sentence).toBe(
      NOT_YOURS_TO_KNOW,
    );
  });

  it('heads who may know each other’s level of today learn nothing of the past', async () => {
    const root = copyOfPartnerships();
    spoilAt(root, 'frameworks/leeds-2013.json', 'disclosure.headsSeeLevelsOf', 'same_phase');
    world = await openWorld({ root, people: PEOPLE, records: RECORDS });
    expect((await world.run('other-head', 'categories.show', { school: 'alder', about: 'level' })).summary).toContain(
      'Category 3',
    );
    expect((await refusalOf(ask('other-head'))).sentence).toBe(NOT_YOURS_TO_KNOW);
  });

  it('the level that waits to be shared is nowhere in it, for anybody', async () => {
    for (const viewer of ['head', 'adviser', 'service']) {
      const reply = await ask(viewer);
      expect(JSON.stringify(reply) + wordsOf([world.renderer.render(reply)])).not.toContain('ategory 4');
    }
  });
});

describe('The question', () => {
  const dates = [{ text: 'in 2024', from: '2024-01-01', to: '2024-12-31' }];
  it.each([
    ['when did our category change?', {}, {}],
    ['has our category changed?', {}, {}],
    ['category history please', {}, {}],
    ['what category were we in 2024?', { dates }, { from: '2024-01-01', to: '2024-12-31' }],
    ['category history since 2024', { dates }, { from: '2024-01-01', to: '2026-11-18' }],
    ['we used to be category 2, when did that change?', { levels: ['2'] }, { level: '2' }],
  ])('“%s” is about the past', async (text, entities, data) => {
    for (const intent of ['ask_category', 'explain_category'] as const) {
      expect(await world.meaning('head', intent, heard(text, { own: true, ...entities }))).toEqual({
        verb: 'categories.history',
        data: { school: 'alder', ...data },
      });
    }
  });

  it.each(['what category are we?', 'since when are we category 3?', 'what were we told?', 'is our category 3?'])(
    '“%s” is about today',
    async (text) => {
      expect(await world.meaning('head', 'ask_category', heard(text, { own: true }))).toMatchObject({
        verb: 'categories.show',
      });
    },
  );

  it('“why did our category change?” is about the reasons', async () => {
    expect(
      await world.meaning('head', 'explain_category', heard('why did our category change?', { own: true })),
    ).toEqual({ verb: 'categories.show', data: { school: 'alder', about: 'reasons' } });
  });

  it('“has our Ofsted category changed?” is Ofsted’s', async () => {
    expect(
      await world.meaning('head', 'ask_category', heard('has our ofsted grade changed?', { own: true })),
    ).toMatchObject({ data: { about: 'ofsted' } });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { AcademicYear } from '../../../src/core/academic-year.ts';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import type { Reply } from '../../../src/core/feature.ts';
import {
  heldVisits,
  inspectionWrite,
  LAST_YEAR,
  levelWrite,
  personOf,
  schoolWrite,
  THIS_YEAR,
  visitsWrite,
  waitingWrite,
} from '../../harness/records.ts';
import { londonMorning, openWorld, refusalOf, type World } from '../../harness/world.ts';

const PEOPLE = [
  personOf('head', [['headteacher', 'school:alder']]),
  personOf('chair', [['chair_of_governors', 'school:alder']]),
  personOf('deputy', [['deputy_headteacher', 'school:alder']]),
  personOf('other-head', [['headteacher', 'school:birch']]),
  personOf('adviser', [['adviser', 'area:north']]),
  personOf('adviser-elsewhere', [['adviser', 'area:south']]),
  personOf('adviser-beside', [['adviser', 'area:north']]),
  personOf('senior', [['senior_adviser', 'authority']]),
  personOf('service', [['head_of_service', 'authority']]),
  personOf('officer', [['officer', 'authority']]),
  personOf('lead', [['alliance_lead', 'alliance:beckside']]),
  personOf('group', [['review_group_member', 'review_group:primary-north']]),
  personOf('group-elsewhere', [['review_group_member', 'review_group:secondary']]),
  personOf('past-head', [['headteacher', 'school:alder', '2020-09-01', '2026-08-31']]),
];

const RECORDS = [
  schoolWrite('alder', { area: 'north', adviser: 'adviser' }),
  levelWrite('alder', '4', { reasons: [{ note: 'Progress has moved up and down.' }] }),
  visitsWrite('alder', [
    '2026-10-06 held',
    '2026-10-20 held joint_review_group uncounted',
    '2026-11-24 planned joint_review_group',
  ]),
  waitingWrite('alder', '5'),
  schoolWrite('birch', { area: 'south' }),
];

const ALL = ['Category', 'Why', 'Visits', 'What to expect', 'Adviser', 'Ofsted'];

let world: World;
beforeAll(async () => {
  world = await openWorld({ people: PEOPLE, records: RECORDS });
});

const show = (viewer: string | undefined, about = 'level', school = 'alder') =>
  world.run(viewer, 'categories.show', { school, about });
const sectionsOf = (reply: Reply) =>
  (reply.data.sections as unknown as { title: string; open: boolean }[]).map((each) => each.title);
const actionsOf = (reply: Reply) => (reply.data.actions as unknown as { label: string }[]).map((each) => each.label);

describe('What each kind of viewer finds on a school’s card', () => {
  it.each(['head', 'chair', 'adviser', 'senior', 'service', 'group'])('%s: every section', async (viewer) => {
    expect(sectionsOf(await show(viewer))).toEqual(ALL);
  });

  it.each(['deputy', 'officer'])('%s: the adviser and Ofsted, and no way to ask for more', async (viewer) => {
    const reply = await show(viewer, 'adviser');
    expect(sectionsOf(reply)).toEqual(['Adviser', 'Ofsted']);
    expect(actionsOf(reply)).toEqual(viewer === 'deputy' ? ['Ask for a call'] : []);
    expect(JSON.stringify(reply)).not.toMatch(/category|half-day/i);
  });

  it.each(['other-head', 'adviser-elsewhere', 'adviser-beside', 'lead', 'group-elsewhere', 'past-head', undefined])(
    '%s: the one refusal, whatever is asked',
    async (viewer) => {
      for (const about of ['level', 'reasons', 'visits', 'expect', 'adviser', 'ofsted']) {
        expect((await refusalOf(show(viewer, about))).sentence).toBe(NOT_YOURS_TO_KNOW);
      }
    },
  );

  it.each(['deputy', 'officer'])('%s is refused the level in the same words as a stranger', async (viewer) => {
    expect((await refusalOf(show(viewer, 'level'))).sentence).toBe(NOT_YOURS_TO_KNOW);
  });

  it('a school that does not exist is refused in the same words', async () => {
    expect((await refusalOf(show('service', 'level', 'no-such-school'))).sentence).toBe(NOT_YOURS_TO_KNOW);
  });

  it('a member of the review group is not told that there is a joint review group', async () => {
    const told = JSON.stringify(await show('head', 'visits'));
    const untold = JSON.stringify(await show('group', 'visits'));
    expect(told).toContain('24 November 2026');
    expect(untold).not.toContain('24 November 2026');
    expect(untold).not.toContain('Also had, not counted');
  });

  it('nobody finds what has not been shared with the school', async () => {
    for (const viewer of ['head', 'chair', 'adviser', 'service', 'group']) {
      expect(JSON.stringify(await show(viewer))).not.toMatch(/category 5|"5"/i);
    }
  });
});

describe('The card', () => {
  it.each([
    ['level', 'Category'],
    ['reasons', 'Why'],
    ['visits', 'Visits'],
    ['expect', 'What to expect'],
    ['adviser', 'Adviser'],
    ['ofsted', 'Ofsted'],
  ])('puts what was asked for first and open, and folds its neighbours: %s', async (about, title) => {
    const reply = await show('head', about);
    const sections = reply.data.sections as unknown as { title: string; open: boolean }[];
    expect(sections[0]).toMatchObject({ title, open: true });
    expect(sections.slice(1).every((section) => !section.open)).toBe(true);
    expect(new Set(sections.map((section) => section.title)).size).toBe(ALL.length);
  });

  it('is answered in words alone too, without saying a thing twice', async () => {
    expect((await show('head')).summary).toBe('Alder School. Category 4: Schools causing concern');
    expect((await show('head', 'reasons')).summary).toBe(
      'Alder School. Why: One reason is recorded. Progress has moved up and down.',
    );
    expect((await show('head', 'adviser')).summary).toBe('Alder School. Adviser, School Improvement Adviser.');
  });

  it('offers a head the criteria, to say that it is wrong, and a call; an adviser no call from themselves', async () => {
    expect(actionsOf(await show('head'))).toEqual(['See the criteria', 'Something here is wrong', 'Ask for a call']);
    expect(actionsOf(await show('adviser'))).toEqual(['See the criteria', 'Something here is wrong']);
    expect(actionsOf(await show('group'))).toEqual(['See the criteria']);
  });

  it('is for the reader alone, is written to the audit trail, and is what a follow-up means', async () => {
    expect(await show('deputy', 'adviser')).toMatchObject({
      sensitivity: 'restricted',
      topic: { school: 'alder' },
      disclosures: [{ school: 'alder', outcome: 'disclosed', what: 'adviser, ofsted' }],
    });
  });
});

describe('A card reads no more than it shows', () => {
  it.each([
    ['deputy', 'adviser', ['school', 'inspection']],
    [
      'head',
      'level',
      ['school', 'category/2026-27', 'category/2025-26', 'visits/2026-27', 'plan/2026-27', 'inspection'],
    ],
  ])('for the %s', async (viewer, about, documents) => {
    const read: string[] = [];
    const { get } = world.store;
    world.store.get = (ref) => {
      if (ref.partition.startsWith('school:')) read.push(ref.id);
      return get.call(world.store, ref);
    };
    await show(viewer, about).finally(() => {
      world.store.get = get;
    });
    expect(read.toSorted()).toEqual(documents.toSorted());
  });
});

describe('The academic year turns on 1 September', () => {
  const YEARS = {
    people: PEOPLE,
    records: [
      schoolWrite('alder'),
      levelWrite('alder', '1', { academicYear: LAST_YEAR }),
      levelWrite('alder', '2', { academicYear: THIS_YEAR }),
      heldVisits('alder', 2, LAST_YEAR),
      visitsWrite('alder', ['2026-09-09 planned'], THIS_YEAR),
    ],
  };

  it.each([
    ['2026-08-31', 'Category 1', '2 recorded this year; none left'],
    ['2026-09-01', 'Category 2', '0 recorded this year; 3 left'],
  ])('on %s', async (day, level, visits) => {
    const years = await openWorld({ ...YEARS, at: londonMorning(day) });
    expect((await years.run('head', 'categories.show', { school: 'alder', about: 'level' })).summary).toContain(level);
    expect((await years.run('head', 'categories.show', { school: 'alder', about: 'visits' })).summary).toContain(
      visits,
    );
  });

  it('and the last and the next visit are looked for beyond it', async () => {
    const facts = async (day: string) => {
      const years = await openWorld({ ...YEARS, at: londonMorning(day) });
      return JSON.stringify(await years.run('head', 'categories.show', { school: 'alder', about: 'visits' }));
    };
    expect(await facts('2026-08-31')).toContain('"title":"Next visit","value":"Wednesday 9 September 2026"');
    expect(await facts('2026-09-01')).toContain('"title":"Last visit","value":"Tuesday 9 September 2025"');
  });

  it('at midnight in London, not in Greenwich', async () => {
    const years = await openWorld({ ...YEARS, at: londonMorning('2026-08-31').add({ hours: 14 }) });
    expect(AcademicYear.parse('2026-27')).toBe(THIS_YEAR);
    expect((await years.run('head', 'categories.show', { school: 'alder', about: 'level' })).summary).toContain(
      'Category 2',
    );
  });
});

describe('What is not on record', () => {
  it('is said to be none this year, with what it was last year', async () => {
    const none = await openWorld({
      people: PEOPLE,
      records: [
        schoolWrite('alder'),
        levelWrite('alder', '2', { academicYear: LAST_YEAR }),
        inspectionWrite('alder', []),
      ],
    });
    const reply = await none.run('chair', 'categories.show', { school: 'alder', about: 'level' });
    expect(reply.summary).toBe('Alder School. Category: No category has been recorded for 2026/27.');
    expect(JSON.stringify(reply.data)).toContain('For 2025/26 it was category 2.');
    expect(actionsOf(reply)[0]).toBe('What the categories are');
  });

  it('under another framework is never explained by this one', async () => {
    const other = await openWorld({
      people: PEOPLE,
      records: [
        schoolWrite('alder'),
        levelWrite('alder', '3', { framework: 'an-older-one', reasons: [{ criterion: '3.4' }] }),
        heldVisits('alder', 1),
      ],
    });
    const reply = await other.run('head', 'categories.show', { school: 'alder', about: 'level' });
    const said = JSON.stringify(reply.data);
    expect(reply.summary).toContain('from an earlier framework');
    expect(said).not.toMatch(/at least 4|limited capacity|improving/);
    expect(said).toContain('no number of visits is promised; 1 half-day recorded this year');
  });
});

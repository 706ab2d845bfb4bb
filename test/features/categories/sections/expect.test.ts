import { describe, expect, it } from 'vitest';
import { levelByKey } from '../../../../src/core/framework-lookups.ts';
import { applyOverrides } from '../../../../src/core/partnership-overrides.ts';
import { Plan } from '../../../../src/features/categories/index.ts';
import { expectSection } from '../../../../src/features/categories/sections/expect.ts';
import { loadFramework } from '../../../../src/partnership/load-framework.ts';

const LEEDS = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const TIERS = loadFramework({ id: 'leicestershire-2015', root: 'partnerships' });
const BANDS = loadFramework({ id: 'support-bands-2026', root: 'partnerships' });

const made = (framework: typeof LEEDS, key: string, plan?: Plan) =>
  expectSection(framework, levelByKey(framework, key), plan);
const headings = (section: ReturnType<typeof made>) => section.lists?.map((list) => list.heading);

describe('What to expect', () => {
  it.each([
    [LEEDS, '1', 'In category 1 a school receives 3 kinds of support, and 1 thing is asked of it.'],
    [LEEDS, '5', 'In category 5 a school receives 9 kinds of support, and 1 thing is asked of it.'],
    [TIERS, 'collaborative', 'In the collaborative tier a school receives 1 kind of support'],
    [BANDS, 'light-touch', 'In the Light Touch band a school receives 2 kinds of support.'],
  ])('says how much in one sentence: $id, %s', (framework, key, sentence) => {
    expect(made(framework, key).lead).toContain(sentence);
  });

  it('gives every item in the document’s words, and folds away what visits are for', () => {
    const section = made(LEEDS, '4');
    expect(headings(section)).toEqual(['The school receives', 'Asked of the school', 'Visits are for']);
    expect(section.lists?.[0]?.items).toContain('LA review of Teaching and Learning');
    expect(section.lists?.at(-1)?.folded).toBe(true);
  });

  it('keeps what the authority does apart from what the school is asked to do', () => {
    const section = made(BANDS, 'support-and-challenge');
    expect(headings(section)).toContain('The authority');
    expect(section.lists?.find((list) => list.heading === 'Asked of the school')?.items).toEqual([
      'works to the support plan and shares its progress with governors',
    ]);
  });

  it('has no empty lists', () => {
    for (const framework of [LEEDS, TIERS, BANDS]) {
      for (const level of framework.levels) {
        expect(made(framework, level.key).lists?.every((list) => list.items.length > 0)).toBe(true);
      }
    }
  });

  it('begins with the school’s own milestones, the next due first', () => {
    const plan = Plan.parse({
      v: 1,
      school: 'alder',
      academicYear: '2026-27',
      title: 'Raising Attainment Plan',
      milestones: [
        { text: 'Reading', due: '2026-12-18', status: 'on_track' },
        { text: 'Governors trained', due: '2026-11-13', status: 'met' },
      ],
    });
    expect(made(LEEDS, '3', plan).lists?.[0]).toEqual({
      heading: 'Raising Attainment Plan: milestones',
      items: ['Governors trained (due 13 November 2026, met)', 'Reading (due 18 December 2026, on track)'],
    });
  });

  it('depends on the level, and says so where there is none', () => {
    expect(expectSection(LEEDS, undefined, undefined).lead).toBe(
      'That depends on the category, and none is on record.',
    );
  });
});

describe('Whether the adviser attends a meeting of the governing body', () => {
  it.each(['2', '3', '4'])('is certain where the strategy says so: category %s', (key) => {
    const section = made(LEEDS, key);
    expect(section.footnotes).toEqual([
      'The adviser attends a meeting of the governing body at an agreed point in the year.',
    ]);
    expect(section.source).toContain('A7');
  });

  it('is not mentioned where nothing is promised: category 1', () => {
    expect(made(LEEDS, '1').footnotes).toEqual([]);
  });

  it('never reads as certain where it is only assumed: category 5', () => {
    const [note] = made(LEEDS, '5').footnotes ?? [];
    expect(note).toContain('is not settled');
    expect(note).toContain('does not mention category 5 (A7)');
    expect(note).not.toContain('at an agreed point in the year');
  });

  it.each([
    [true, 'The adviser attends a meeting of the governing body: ruled by the Director on 1 September 2026.'],
    [false, 'The adviser does not attend a meeting of the governing body: ruled by the Director on 1 September 2026.'],
  ])('is settled by a ruling (%s), with who and when', (attends, note) => {
    const framework = applyOverrides(LEEDS, [
      { settles: 'governing_body_attendance', level: '5', attends, ruledBy: 'Director', ruledOn: '2026-09-01' },
    ]);
    expect(made(framework, '5').footnotes).toEqual([note]);
  });
});

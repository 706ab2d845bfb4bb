import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { Framework } from '../../src/core/framework.ts';
import * as lookups from '../../src/core/framework-lookups.ts';
import { citation } from '../../src/core/framework-source.ts';
import { loadFramework } from '../../src/partnership/load-framework.ts';

const leeds = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const leicestershire = loadFramework({ id: 'leicestershire-2015', root: 'partnerships' });
const bands = loadFramework({ id: 'support-bands-2026', root: 'partnerships' });
const day = (iso: string) => Temporal.PlainDate.from(iso);
const primary = { governance: 'community', phase: 'primary' } as const;
const academy = { governance: 'academy', phase: 'secondary' } as const;

describe('finding a level or a criterion', () => {
  it('a level by its key, which is text', () => {
    expect(lookups.levelByKey(leeds, '5')?.title.text).toContain('special measures');
    expect(lookups.levelByKey(leeds, '6')).toBeUndefined();
  });

  it.each([
    ['xii', 'attendance rate', undefined],
    ['XV', 'over-represented', undefined],
    ['1.6', '80% or above', '1'],
    ['4.gate', 'consistently below floor standards', '4'],
  ])('criterion %s', (id, words, level) => {
    const found = lookups.criterionById(leeds, id);
    expect(found?.criterion.text).toContain(words);
    expect(found?.level?.key).toBe(level);
  });

  it('a lettered part, with the criterion it belongs to', () => {
    const found = lookups.criterionById(leeds, 'viii.d');
    expect(found?.part?.text).toBe('safeguarding issues');
    expect(found?.criterion.id).toBe('viii');
  });

  it('no criterion that is not there', () => {
    expect(lookups.criterionById(leeds, 'xvi')).toBeUndefined();
  });

  it('what is looked at for governance', () => {
    const ids = lookups.criteriaAbout(leeds, 'governance').map(({ criterion }) => criterion.id);
    expect(ids).toEqual(['iv', 'ix', '2.2', '3.4']);
  });

  it('the unnumbered second limb of ii stays with ii', () => {
    expect(lookups.criterionById(leeds, 'ii')?.criterion.continues?.[0]?.text).toContain('satisfactory');
  });
});

describe('which schools a framework covers', () => {
  it.each([
    ['Leeds', leeds, primary, 'included'],
    ['Leeds', leeds, academy, 'included'],
    ['Leicestershire', leicestershire, primary, 'included'],
    ['Leicestershire', leicestershire, academy, 'monitor_only'],
    ['the bands', bands, academy, 'by_agreement'],
    ['the bands', bands, { governance: 'independent', phase: 'primary' } as const, 'excluded'],
  ])('%s: %#', (_, framework, school, rule) => {
    expect(lookups.applicabilityOf(framework, school)?.rule).toBe(rule);
  });

  it('a framework may keep a second scale for some schools', () => {
    const [first, ...rest] = leeds.levels;
    if (!first) throw new Error('No levels');
    const ownScale = { ...first, key: 'no-concern', appliesTo: { governance: ['academy'] } };
    const two = Framework.parse({ ...leeds, levels: [ownScale, ...rest] });
    expect(lookups.levelsFor(two, academy).map((level) => level.key)).toContain('no-concern');
    expect(lookups.levelsFor(two, primary).map((level) => level.key)).not.toContain('no-concern');
  });
});

describe('law and practice by their dates', () => {
  it('today’s warning notice states its own date and knows no appeal', () => {
    const [notice, ...others] = lookups.interventionsOn(leeds, 'warning_notice', day('2026-11-22'));
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ compliance: { mode: 'stated_in_notice' }, appeal: null, currentLaw: true });
  });

  it('the notice of 2013 is kept as history and never among what applies', () => {
    const history = lookups.interventionsOf(leeds, 'warning_notice');
    expect(history.map((step) => [step.key, step.currentLaw])).toEqual([
      ['warning-notice-2013', false],
      ['warning-notice-2016', true],
    ]);
    expect(history[0]).toMatchObject({
      validTo: '2016-04-17',
      compliance: { mode: 'fixed', workingDays: 15 },
      appeal: { to: 'Ofsted', workingDays: 15 },
    });
    expect(lookups.interventionsOn(leeds, 'warning_notice', day('2015-01-01'))).toEqual([]);
  });

  it.each([leeds, leicestershire, bands])('no framework serves an appeal to Ofsted as current: $id', (framework) => {
    for (const notice of lookups.interventionsOn(framework, 'warning_notice', day('2026-11-22'))) {
      expect(notice.appeal).toBeNull();
      expect(notice.compliance.mode).toBe('stated_in_notice');
    }
  });

  it('a call-in comes with head and chair invited', () => {
    const [callIn] = lookups.interventionsOn(leeds, 'call_in', day('2026-11-22'));
    expect(callIn?.attendees).toEqual([
      'Headteacher',
      'Chair of Governors',
      'Senior School Improvement Adviser',
      'Head of Learning Improvement',
    ]);
    expect(callIn?.factors).toHaveLength(8);
  });

  it.each([
    ['2010-05-01', 'legacy_2005'],
    ['2012-08-31', 'legacy_2005'],
    ['2012-09-01', 'legacy_2012'],
    ['2018-03-01', 'legacy'],
    ['2024-10-01', 'oeif'],
    ['2025-11-09', 'oeif'],
    ['2025-11-10', 'report_card'],
  ])('a school inspected on %s was judged under %s', (date, key) => {
    expect(lookups.inspectionSchemeOn(leeds, day(date))?.key).toBe(key);
  });

  it('a report card has no overall grade and keeps its own five words', () => {
    const scheme = lookups.inspectionSchemeOn(leeds, day('2026-11-22'));
    expect(scheme?.overallGrade).toBeNull();
    expect(scheme?.grades.map((grade) => grade.label)).toEqual([
      'Exceptional',
      'Strong standard',
      'Expected standard',
      'Needs attention',
      'Urgent improvement',
    ]);
  });

  it('inspection schemes follow one another without gap or overlap', () => {
    const schemes = leeds.inspectionSchemes;
    for (const [i, scheme] of schemes.slice(1).entries()) {
      expect(schemes[i]?.validTo).toBe(day(scheme.validFrom).subtract({ days: 1 }).toString());
    }
  });

  it('no national designation of the old kind is served as current', () => {
    const current = leeds.designations.filter((title) => title.status === 'current').map((title) => title.key);
    expect(current).toEqual(['nle-2022', 'teaching-school-hub']);
  });
});

describe('what else an answer needs', () => {
  it('the focus of a primary school’s autumn visit', () => {
    const focus = lookups.termlyFocusFor(leeds, { school: primary, term: 'autumn', level: '1' });
    expect(focus.map((each) => each.text)).toEqual(['Attainment and achievement']);
  });

  it('and of a secondary school’s', () => {
    const [focus] = lookups.termlyFocusFor(leeds, { school: academy, term: 'autumn' });
    expect(focus?.text).toBe('Achievement');
  });

  it('later visits have a focus of their own, for levels that have later visits', () => {
    expect(lookups.termlyFocusFor(leeds, { school: primary, term: 'spring', level: '3' })).toHaveLength(2);
    expect(lookups.termlyFocusFor(leeds, { school: primary, term: 'spring', level: '1' })).toHaveLength(1);
  });

  it('secondary and special schools are reviewed together, primary schools alone', () => {
    expect(lookups.isInSharedReview(leeds, academy)).toBe(true);
    expect(lookups.isInSharedReview(leeds, { governance: 'community', phase: 'special' })).toBe(true);
    expect(lookups.isInSharedReview(leeds, primary)).toBe(false);
    expect(lookups.isInSharedReview(leicestershire, academy)).toBe(false);
  });

  it('an answer about category 5 visits must mention that the documents disagree', () => {
    const [first] = lookups.conflictsAbout(leeds, '5');
    expect(first?.answer).toContain('“up to 12”');
    expect(first?.answer).toContain('“at least 12”');
  });

  it('a source is cited by its document, date and section', () => {
    expect(citation(leeds, { document: 'leeds-2013', section: 'B5' })).toBe(
      'Strategy for Learning Improvement (June 2013), B5',
    );
    expect(citation(leeds, { document: 'lost', section: '1' })).toBe('lost, 1');
  });
});

import { describe, expect, it } from 'vitest';
import { applicabilityNote } from '../../../../src/features/categories/applicability.ts';
import { Communicated } from '../../../../src/features/categories/index.ts';
import { levelSection } from '../../../../src/features/categories/sections/level.ts';
import type { Voice } from '../../../../src/features/categories/voice.ts';
import { loadFramework } from '../../../../src/partnership/load-framework.ts';

const LEEDS = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const TIERS = loadFramework({ id: 'leicestershire-2015', root: 'partnerships' });
const BANDS = loadFramework({ id: 'support-bands-2026', root: 'partnerships' });
const HEAD: Voice = { reader: 'own_school', adviser: 'your adviser' };
const ADVISER: Voice = { reader: 'adviser', adviser: 'you' };
const SERVICE: Voice = { reader: 'service', adviser: 'the school’s adviser' };
const PRIMARY = { governance: 'community', phase: 'primary' } as const;

function assigned(level: string, more: object = {}): Communicated {
  return Communicated.parse({
    v: 1,
    school: 'alder',
    framework: 'leeds-2013',
    level,
    academicYear: '2026-27',
    reasons: [],
    proposed: { by: 'Priya Nair', at: '2026-09-22' },
    ratified: { by: 'Helen Marsh', at: '2026-09-30' },
    communicated: { by: 'Priya Nair', at: '2026-10-05' },
    state: 'communicated',
    ...more,
  });
}

describe('A level on record', () => {
  it('is given in the strategy’s words and plain ones, with who decided, when, and where it is written', () => {
    const section = levelSection(LEEDS, { year: '2026-27', current: assigned('3') }, HEAD);
    expect(section.lead).toBe('Category 3: Schools that are improving and/or at risk');
    expect(section.notes).toEqual([expect.stringContaining('You and your adviser work to a short plan together')]);
    expect(section.facts).toEqual([
      { title: 'Academic year', value: '2026/27' },
      { title: 'Proposed', value: '22 September 2026, by Priya Nair' },
      { title: 'Ratified', value: '30 September 2026, by Helen Marsh' },
      { title: 'Shared with the school', value: '5 October 2026, by Priya Nair' },
    ]);
    expect(section.source).toBe('Strategy for Learning Improvement (June 2013), B1');
  });

  it('says what it was the year before, so that “since when” has an answer', () => {
    const previous = assigned('2', { academicYear: '2025-26' });
    const { facts } = levelSection(LEEDS, { year: '2026-27', current: assigned('3'), previous }, HEAD);
    expect(facts?.at(-1)).toEqual({ title: 'The year before (2025/26)', value: 'Category 2' });
  });

  it.each([
    ['the adviser', ADVISER],
    ['the head of service', SERVICE],
  ])('is put to %s as what the school reads, not as if it were said to them', (_, voice) => {
    const { notes } = levelSection(LEEDS, { year: '2026-27', current: assigned('3') }, voice);
    expect(notes?.[0]).toMatch(/^As the school reads it: “.*”$/);
  });

  it.each([
    [TIERS, 'intensive', 'Tier', 'Intensive support for schools causing concern and requiring intervention'],
    [TIERS, 'targeted', 'Tier', 'Targeted support: Targeted local authority support and monitoring'],
    [BANDS, 'light-touch-plus', 'Support band', 'Light Touch +'],
  ])('reads well in another framework’s words: $id, %s', (framework, key, title, lead) => {
    const current = assigned(key, { framework: framework.id });
    expect(levelSection(framework, { year: '2026-27', current }, HEAD)).toMatchObject({ title, lead });
  });
});

describe('A level of an earlier framework', () => {
  it('is told as it was recorded and never read as one of today’s, even where the two share a name', () => {
    const current = assigned('3', { framework: 'an-older-one' });
    const section = levelSection(LEEDS, { year: '2026-27', current }, HEAD);
    expect(section.lead).toBe('The category on record is “3”, from an earlier framework (an-older-one).');
    expect(JSON.stringify(section)).not.toContain('improving');
  });

  it('is told so of the year before too', () => {
    const previous = assigned('3', { framework: 'an-older-one', academicYear: '2025-26' });
    const { notes } = levelSection(LEEDS, { year: '2026-27', previous }, HEAD);
    expect(notes).toContain('For 2025/26 it was “3” of an earlier framework.');
  });

  it('is told so where the framework has since lost the level', () => {
    expect(levelSection(LEEDS, { year: '2026-27', current: assigned('9') }, HEAD).lead).toContain('“9”');
  });
});

describe('With no level on record this year', () => {
  it('says so, and what it was last year', () => {
    const previous = assigned('2', { academicYear: '2025-26' });
    const section = levelSection(LEEDS, { year: '2026-27', previous }, HEAD);
    expect(section.lead).toBe('No category has been recorded for 2026/27.');
    expect(section.notes).toEqual([
      'For 2025/26 it was category 2.',
      'Your adviser can say when it will be discussed.',
    ]);
  });

  it.each([
    [ADVISER, 'Nothing shows here until somebody records that the school has been told.'],
    [SERVICE, 'The school’s adviser can say when it will be discussed.'],
  ])('points each reader to somebody else: $reader', (voice, note) => {
    expect(levelSection(LEEDS, { year: '2026-27' }, voice).notes).toEqual([note]);
  });
});

describe('A school the framework does not simply cover', () => {
  const rule = (framework: typeof LEEDS, governance: 'academy' | 'independent') => {
    const applicability = applicabilityNote(framework, { governance, phase: 'primary' });
    if (!applicability) throw new Error('It is covered');
    return applicability;
  };

  it.each([
    ['left out', TIERS, 'independent', 'The strategy does not place a school of this kind in a tier.'],
    [
      'only watched',
      TIERS,
      'academy',
      'The authority keeps watch on a school of this kind but does not place it in a tier',
    ],
    ['by agreement', BANDS, 'academy', 'A school of this kind takes part by agreement'],
  ] as const)('is told so: %s', (_, framework, governance, sentence) => {
    const applicability = rule(framework, governance);
    const section = levelSection(framework, { year: '2026-27', applicability }, HEAD);
    expect(section.notes?.join(' ')).toContain(sentence);
    expect(section.source).not.toBe('');
  });

  it('is not told to expect a conversation it will not have', () => {
    for (const governance of ['independent', 'academy'] as const) {
      const { notes } = levelSection(TIERS, { year: '2026-27', applicability: rule(TIERS, governance) }, HEAD);
      expect(notes?.join(' ')).not.toContain('when it will be discussed');
    }
  });

  it('is told so beside a level that is recorded all the same', () => {
    const current = assigned('light-touch', { framework: BANDS.id });
    const applicability = rule(BANDS, 'academy');
    const section = levelSection(BANDS, { year: '2026-27', current, applicability }, HEAD);
    expect(section.lead).toBe('Light Touch');
    expect(section.notes?.at(-1)).toContain('by agreement');
    expect(section.source).toBe('Support bands (composed 2026), 1 and 5');
  });

  it('quotes the document where the words are the document’s', () => {
    expect(rule(TIERS, 'academy').note).toContain('“Seek to work constructively with academies');
    expect(rule(TIERS, 'independent').note).not.toContain('“');
  });

  it('is nothing to mention where the framework covers it like any other', () => {
    expect(applicabilityNote(LEEDS, PRIMARY)).toBeUndefined();
    expect(applicabilityNote(LEEDS, { governance: 'academy', phase: 'secondary' })).toBeUndefined();
  });
});

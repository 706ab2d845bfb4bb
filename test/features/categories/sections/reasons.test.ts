import { describe, expect, it } from 'vitest';
import { Communicated } from '../../../../src/features/categories/index.ts';
import { reasonsSection } from '../../../../src/features/categories/sections/reasons.ts';
import type { Voice } from '../../../../src/features/categories/voice.ts';
import { loadFramework } from '../../../../src/partnership/load-framework.ts';

const LEEDS = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const HEAD: Voice = { reader: 'own_school', adviser: 'your adviser' };

function because(reasons: readonly object[], framework = 'leeds-2013'): Communicated {
  const act = { by: 'Priya Nair', at: '2026-09-22' };
  return Communicated.parse({
    v: 1,
    school: 'alder',
    framework,
    level: '3',
    academicYear: '2026-27',
    reasons,
    proposed: act,
    ratified: act,
    communicated: act,
    state: 'communicated',
  });
}

describe('Why', () => {
  it('gives the adviser’s words, then the criterion in the strategy’s', () => {
    const section = reasonsSection(LEEDS, because([{ criterion: '3.7', note: 'Less secure in Year 3.' }]), HEAD);
    expect(section.lead).toBe('One reason is recorded.');
    expect(section.lists?.[0]?.items).toEqual([
      'Less secure in Year 3. The criterion: “Teaching quality is inconsistent however there is no inadequate teaching”',
    ]);
    expect(section.source).toBe('Strategy for Learning Improvement (June 2013), B1');
  });

  it('reads a lettered part of a criterion', () => {
    const section = reasonsSection(LEEDS, because([{ criterion: 'vii.b' }]), HEAD);
    expect(section.lists?.[0]?.items).toEqual(['“KS1 to KS2, or”']);
  });

  it('says the reasons themselves where only words are shown', () => {
    const section = reasonsSection(LEEDS, because([{ note: 'A new head.' }, { note: 'Falling rolls.' }]), HEAD);
    expect(section.lead).toBe('2 reasons are recorded.');
    expect(section.aloud).toBe('2 reasons are recorded. A new head. Falling rolls.');
  });

  it('says that no figure decides, whatever the reasons', () => {
    for (const reasons of [[], [{ criterion: '3.8' }]]) {
      expect(reasonsSection(LEEDS, because(reasons), HEAD).footnotes?.[0]).toContain('No figure decides it on its own');
    }
  });

  it('makes none up where none is written', () => {
    const section = reasonsSection(LEEDS, because([]), HEAD);
    expect(section.lead).toBe('No reasons are written on the record. Your adviser can tell you what was discussed.');
    expect(section.lists).toBeUndefined();
  });

  it('does not send an adviser to their adviser', () => {
    expect(reasonsSection(LEEDS, because([]), { reader: 'adviser', adviser: 'you' }).lead).toBe(
      'No reasons are written on the record. What was discussed is for you to add.',
    );
  });

  it('never reads another framework’s numbers as its own', () => {
    const section = reasonsSection(LEEDS, because([{ criterion: '3.7', note: 'As agreed.' }], 'an-older-one'), HEAD);
    expect(section.lists?.[0]?.items).toEqual(['Criterion 3.7 of an earlier framework. As agreed.']);
    expect(section.source).toBe('');
  });

  it('has nothing to explain without a level', () => {
    expect(reasonsSection(LEEDS, undefined, HEAD).lead).toBe('There is no category on record to explain.');
  });
});

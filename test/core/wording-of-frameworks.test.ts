import { describe, expect, it } from 'vitest';
import { citations } from '../../src/core/citations.ts';
import { governorsInWords } from '../../src/core/governors-in-words.ts';
import { levelHeading } from '../../src/core/level-heading.ts';
import { visitConflicts } from '../../src/core/visit-conflicts.ts';
import { loadFramework } from '../../src/partnership/load-framework.ts';

const LEEDS = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const TIERS = loadFramework({ id: 'leicestershire-2015', root: 'partnerships' });
const level = (key: string, framework = LEEDS) => {
  const found = framework.levels.find((each) => each.key === key);
  if (!found) throw new Error(`No level ${key}`);
  return found;
};

describe('Sources in one line', () => {
  const at = (document: string, section: string) => ({ document, section });

  it('names each document once, each place in it once', () => {
    expect(
      citations(LEEDS, [
        at('leeds-2013', 'B1'),
        at('leeds-2017', '3.9'),
        at('leeds-2013', 'B5'),
        at('leeds-2013', 'B1'),
      ]),
    ).toBe(
      'Strategy for Learning Improvement (June 2013), B1 and B5; The role of Learning Improvement (September 2017), 3.9',
    );
  });

  it('is empty for none', () => {
    expect(citations(LEEDS, [])).toBe('');
  });
});

describe('A level’s heading', () => {
  it.each([
    [level('5'), 'Category 5: Schools in OFSTED categories of serious weaknesses or special measures'],
    [level('intensive', TIERS), 'Intensive support for schools causing concern and requiring intervention'],
    [level('targeted', TIERS), 'Targeted support: Targeted local authority support and monitoring'],
  ])('says its label and its title, and nothing twice', (each, heading) => {
    expect(levelHeading(each)).toBe(heading);
  });
});

describe('Where documents disagree about visits', () => {
  it.each([
    ['1', []],
    ['3', ['category-3-and-4-visits']],
    ['4', ['category-3-and-4-visits']],
    ['5', ['category-5-visits']],
  ])('category %s', (key, ids) => {
    expect(visitConflicts(LEEDS, level(key)).map((conflict) => conflict.id)).toEqual(ids);
  });
});

describe('Whether the adviser attends governors', () => {
  it('is said where it is promised, left out where it is not, and never made certain', () => {
    expect(governorsInWords(level('3'))).toContain('attends a meeting');
    expect(governorsInWords(level('1'))).toBe('');
    expect(governorsInWords(level('5'))).toContain('is not settled');
  });
});

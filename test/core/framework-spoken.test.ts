import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as spoken from '../../src/core/framework-spoken.ts';
import { loadFramework } from '../../src/partnership/load-framework.ts';

const leeds = loadFramework({ id: 'leeds-2013', root: 'partnerships' });
const leicestershire = loadFramework({ id: 'leicestershire-2015', root: 'partnerships' });
const bands = loadFramework({ id: 'support-bands-2026', root: 'partnerships' });

describe('a level by the words people use for it', () => {
  it.each([
    ['3', '3'],
    ['three', '3'],
    ['cat 3', '3'],
    ['Cat. 3', '3'],
    ['c3', '3'],
    ['CAT3', '3'],
    ['category three', '3'],
    ['Category 3', '3'],
    ['the category 3', '3'],
    ['at risk', '3'],
    ['schools causing concern', '4'],
    ['Good or Outstanding schools that are vulnerable', '2'],
  ])('Leeds: %s', (words, key) => {
    expect(spoken.levelByWords(leeds, words)?.key).toBe(key);
  });

  it.each(['in category', 'schools in category', 'in a category', 'category', '6', 'cat 6', '', '33'])(
    'names no level: “%s”',
    (words) => {
      expect(spoken.levelByWords(leeds, words)).toBeUndefined();
    },
  );

  it.each([
    ['targeted', 'targeted'],
    ['the intensive tier', 'intensive'],
    ['Targeted support', 'targeted'],
    ['tier collaborative', 'collaborative'],
  ])('Leicestershire: %s', (words, key) => {
    expect(spoken.levelByWords(leicestershire, words)?.key).toBe(key);
  });

  it.each([
    ['light touch', 'light-touch'],
    ['Light Touch +', 'light-touch-plus'],
    ['light touch plus', 'light-touch-plus'],
    ['S&C+', 'support-and-challenge-plus'],
    ['support & challenge', 'support-and-challenge'],
  ])('the bands: %s', (words, key) => {
    expect(spoken.levelByWords(bands, words)?.key).toBe(key);
  });

  it('every level answers to all it is called, and no two answer to the same words', () => {
    for (const framework of [leeds, leicestershire, bands]) {
      for (const level of framework.levels) {
        for (const words of [level.key, level.label, level.inSentence, level.title.text, ...level.aliases]) {
          expect(spoken.levelByWords(framework, words)?.key).toBe(level.key);
        }
      }
    }
  });
});

describe('levels named in a longer message', () => {
  it.each([
    ['what does a cat 3 school get?', ['3']],
    ['difference between category 3 and 4', ['3', '4']],
    ['cat 2, cat 3 or 4?', ['2', '3', '4']],
    ['are we still c2', ['2']],
    ['we had 3 visits and 2 are left', []],
    ['are we in category?', []],
    ['is it 15 working days', []],
    ['year 3 phonics', []],
  ])('%s', (message, keys) => {
    expect(spoken.levelsInWords(leeds, message).map((level) => level.key)).toEqual(keys);
  });

  it('the longer name wins', () => {
    expect(spoken.levelsInWords(bands, 'what does Light Touch + mean').map((level) => level.key)).toEqual([
      'light-touch-plus',
    ]);
  });

  it('nothing anybody types makes it fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => Array.isArray(spoken.levelsInWords(leeds, text))));
  });
});

describe('“in category” means Ofsted', () => {
  it.each([
    'are we in category',
    'the school came out of category',
    'are we in an Ofsted category?',
    'went into category',
  ])('said: %s', (message) => {
    expect(spoken.speaksOfOfstedCategory(message)).toBe(true);
  });

  it.each(['are we in category 3', 'in category three', 'what category are we', 'which schools are in cat 4'])(
    'not said: %s',
    (message) => {
      expect(spoken.speaksOfOfstedCategory(message)).toBe(false);
    },
  );
});

describe('words explained', () => {
  it.each([
    ['JRG', 'jrg'],
    ['a JRB', 'jrg'],
    ['RAP', 'rap'],
    ['shared review', 'shared-review'],
    ['triad', 'shared-review'],
    ['PRG', 'prg'],
    ['in category', 'ofsted-category'],
    ['notice of concern', 'notice-of-concern'],
    ['RSC', 'regional-director'],
  ])('what is %s?', (words, id) => {
    expect(spoken.glossaryEntryByWords(leeds, words)?.id).toBe(id);
  });

  it('EQA is explained where there are EQAs', () => {
    expect(spoken.glossaryEntryByWords(leicestershire, 'EQA')?.id).toBe('eqa');
    expect(spoken.glossaryEntryByWords(leeds, 'EQA')).toBeUndefined();
  });

  it('an authority’s own explanation comes before the national one', () => {
    expect(spoken.glossaryEntryByWords(leicestershire, 'notice of concern')?.source.document).toBe(
      'leicestershire-2015',
    );
  });

  it.each([
    ['B2', 'B2'],
    ['appendix B4', 'B4'],
    ['B3 special', 'B3-special'],
  ])('the list %s', (words, key) => {
    expect(spoken.referenceListByWords(leeds, words)?.key).toBe(key);
  });

  it('the joint review group answers to its misprint, and is unknown where there is none', () => {
    expect(spoken.namesJointReviewGroup(leeds, 'JRB')).toBe(true);
    expect(spoken.namesJointReviewGroup(leeds, 'the Joint Review Group')).toBe(true);
    expect(spoken.namesJointReviewGroup(leeds, 'PRG')).toBe(false);
    expect(spoken.namesJointReviewGroup(leicestershire, 'JRG')).toBe(false);
  });

  it('no word is explained twice in one framework', () => {
    for (const framework of [leeds, leicestershire, bands]) {
      const said = framework.glossary.flatMap((entry) =>
        [...new Set([entry.term, ...entry.aliases].map(spoken.plainWords))].map((word) => `${word}`),
      );
      const twice = said.filter((word, i) => said.indexOf(word) !== i);
      expect(twice).toEqual([]);
    }
  });
});

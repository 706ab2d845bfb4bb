import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leedsParts } from '../../../scripts/understanding/leeds-parts.ts';
import { demoSchools } from '../../../scripts/understanding/registers.ts';
import { buildSchoolIndex } from '../../../src/conversation/schools/build-school-index.ts';
import { noticedIn } from '../../../src/conversation/understand/classify/features.ts';
import { createUnderstanding, shippedModels } from '../../../src/conversation/understand/create-understanding.ts';
import { waysToSplit } from '../../../src/conversation/understand/hear/split-asks.ts';
import { AT, understood } from './understander.ts';

const WORDS = [
  'we',
  'category',
  '3',
  'and',
  'also',
  'please',
  ',',
  'St Joseph’s',
  '£',
  '12/11',
  'half',
  'why?',
  '\n',
  '💥',
  'ﬁ',
];

/** Whatever a keyboard, a paste or an attacker can send. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(' ')),
);

describe('Any text at all', () => {
  it('is understood: one to three asks, shares that sum to at most one, at most three intents each', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { asks } = understood(text);
        expect(asks.length).toBeGreaterThanOrEqual(1);
        expect(asks.length).toBeLessThanOrEqual(3);
        for (const { intents } of asks) {
          expect(intents.length).toBeLessThanOrEqual(3);
          expect(intents.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    '',
    ' ',
    '\u0000',
    '?'.repeat(50),
    '👩‍👩‍👧‍👦'.repeat(50),
    '\ud800',
    'مرحبا',
    'ａｂｃ',
    'constructor toString __proto__ valueOf hasOwnProperty',
    '1/1/1/1',
    '----',
  ])('%j too', (text) => {
    expect(understood(text).asks).toHaveLength(1);
  });
});

describe('The work one message can make', () => {
  /** Counts how often and how much text is looked through for schools: once for each stretch that is read. */
  function counted(text: string) {
    const index = buildSchoolIndex(demoSchools());
    const lengths: number[] = [];
    const parts = {
      ...leedsParts([]),
      schools: () => ({
        ...index,
        spot: (...given: Parameters<typeof index.spot>) => {
          lengths.push(given[0].length);
          return index.spot(...given);
        },
      }),
    };
    createUnderstanding(parts, MODELS).understand(text, { roles: [], at: AT });
    return lengths;
  }
  const MODELS = shippedModels();

  it('is one reading for a plain ask', () => {
    expect(counted('what category are we')).toHaveLength(1);
  });

  it('stays within two dozen readings, however many joints it has', () => {
    expect(counted('and what is it, also please tell me '.repeat(110)).length).toBeLessThanOrEqual(26);
  });

  it('ends with the first 4,000 characters', () => {
    for (const length of counted('category of the school please '.repeat(5_000)))
      expect(length).toBeLessThanOrEqual(4_000);
  });

  it('grows no faster than the message: features a word, and ways to cut a word', () => {
    const sizeOf = (text: string) => noticedIn(text, []).reduce((sum, { hashes }) => sum + hashes.length, 0);
    const once = 'can we also have a visit about phonics and then accept 41 and what category are we ';
    expect(sizeOf(once.repeat(40))).toBeLessThanOrEqual(40 * sizeOf(once));
    expect(sizeOf('zebra quite new '.repeat(10_000))).toBeLessThanOrEqual(400 * 60);
    expect(waysToSplit(once.repeat(40)).length).toBeLessThanOrEqual(40 * 8);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../scripts/understanding/expand-line.ts';
import { REWORDINGS } from '../../../scripts/understanding/rewordings.ts';
import { readConcerns } from '../../../scripts/understanding/score-concerns.ts';
import { answerTo, understood } from './understander.ts';

/** Ordinary messages of no training file. */
const MESSAGES = readConcerns(new URL('../../fixtures/concerns/held-out.txt', import.meta.url))
  .filter(({ wanted }) => wanted === 'none')
  .map(({ text }) => text);

/** The first intent alone: whether it is answered or offered first. */
const meant = (text: string) => answerTo(text).replaceAll('?', '');

describe('The same message', () => {
  // Measured shares in docs/understanding.md; the floors leave room for one message in twenty.
  it.each(Object.entries(REWORDINGS))('%s means the same nine times in ten and more', (name, turn) => {
    const random = randomFrom(name);
    const changed = MESSAGES.filter((text) => meant(turn(text, random)) !== meant(text));
    const same = 1 - changed.length / MESSAGES.length;
    expect({ same, changed }).toSatisfy(({ same: share }) => share >= (FLOORS[name] ?? 0.95));
  });

  it('is understood the same each time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MESSAGES), (text) => {
        expect(understood(text)).toEqual(understood(text));
      }),
      { numRuns: 40 },
    );
  });
});

const FLOORS: Readonly<Record<string, number>> = { 'with one slip of the thumb': 0.9 };

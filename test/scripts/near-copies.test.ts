import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConcernLines } from '../../scripts/understanding/concern-lines.ts';
import { nearCopies } from '../../scripts/understanding/near-copies.ts';
import { readMessages, readPhrases } from '../../scripts/understanding/read-training.ts';
import { sharedData } from '../../scripts/understanding/registers.ts';
import { readConcerns } from '../../scripts/understanding/score-concerns.ts';

const TEST_SET = join(sharedData(), 'utterances.jsonl');

function learntFrom(): readonly string[] {
  return [...readMessages(), ...readPhrases(4), ...readConcernLines()].map(({ text }) => text);
}

describe('A test set', () => {
  it.skipIf(!existsSync(TEST_SET))(
    'of labelled messages shares no line with the training material (skipped without the shared data)',
    { timeout: 60_000 },
    () => {
      const tested = readFileSync(TEST_SET, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { text: string }).text);
      const trained = learntFrom();
      expect(trained.length).toBeGreaterThan(10_000);
      expect(nearCopies(tested, trained)).toEqual([]);
    },
  );

  it('of concerns held out shares no line with it either', { timeout: 60_000 }, () => {
    const heldOut = readConcerns(new URL('../fixtures/concerns/held-out.txt', import.meta.url)).map(({ text }) => text);
    expect(nearCopies(heldOut, learntFrom())).toEqual([]);
  });

  it('is told of a copy, whatever its case and stops', () => {
    expect(nearCopies(['Visits left??'], ['visits left?'])).toEqual([
      { tested: 'Visits left??', trained: 'visits left?' },
    ]);
  });

  it('is told of a near copy from five words on, and of no mere likeness', () => {
    const long = 'could you tell me which category our school has been placed in this autumn';
    expect(nearCopies([`${long} please`], [long])).toHaveLength(1);
    expect(nearCopies(['could you tell me which adviser our school has got this autumn'], [long])).toEqual([]);
    expect(nearCopies(['who is our adviser'], ['who is our new adviser'])).toEqual([]);
  });
});

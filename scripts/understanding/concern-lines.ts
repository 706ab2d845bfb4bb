import { readdirSync } from 'node:fs';
import type { ConcernOrNone } from '../../src/conversation/understand/concerns/concern-in.ts';
import { spotConcern } from '../../src/conversation/understand/concerns/spot-concern.ts';
import { isHeldBack } from './held-back.ts';
import type { Noticed } from './learn.ts';
import { notice } from './notice.ts';
import { readMessages } from './read-training.ts';
import { type ConcernLine, readConcerns } from './score-concerns.ts';

export const CONCERNS: readonly ConcernOrNone[] = [
  'none',
  'safeguarding',
  'distress',
  'pupil_detail',
  'staff_capability',
  'complaint',
  'wants_a_person',
];

/** How many kinds of reader the concern model uses: words and spelling. */
export const CONCERN_READERS = 2;

type Line = Noticed<ConcernOrNone>['example'];

const FOLDER = new URL('../../training/concerns/', import.meta.url);

/** The lines written for it, as they stand. */
export function readConcernLines(): readonly ConcernLine[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => readConcerns(new URL(file, FOLDER)))
    .filter(({ text }) => !isHeldBack(text));
}

/**
 * What the concern reader learns from: lines written for it, and every training message. A message that asks for a person has the
 * concern the rules find in it; one in which rules find a concern though it is labelled otherwise is left out, being neither.
 */
export function readConcernTraining(): readonly Noticed<ConcernOrNone>[] {
  const own = readConcernLines().map(
    ({ text, role, wanted }): Line => ({ text, role, intent: wanted, weight: 2, writer: 'concerns' }),
  );
  const others = readMessages().flatMap(({ text, role, intent, writer }): readonly Line[] => {
    const ruled = spotConcern(text);
    if (intent === 'handoff_to_human') return [{ text, role, intent: ruled ?? 'wants_a_person', weight: 1, writer }];
    return ruled ? [] : [{ text, role, intent: 'none', weight: 0.5, writer }];
  });
  return [...own, ...others].map((example) => notice(example));
}

import { plainly } from './held-back.ts';

/** A line of a test set that the training material holds, or nearly. */
export interface NearCopy {
  readonly tested: string;
  readonly trained: string;
}

/** From this many words on, two lines are compared by the words they share. */
const ENOUGH_WORDS = 5;
const NEARLY = 0.9;

/**
 * Lines of a test set that are no test, because the training material has them: the same but for case and punctuation, or, from
 * five words on, sharing more than nine words in ten.
 */
export function nearCopies(tested: readonly string[], trained: readonly string[]): readonly NearCopy[] {
  const plain = new Map(trained.map((text) => [plainly(text), text]));
  const long = trained
    .map((text) => ({ text, words: new Set(plainly(text).split(' ')) }))
    .filter(({ words }) => words.size >= ENOUGH_WORDS);
  return tested.flatMap((text) => {
    const said = plainly(text);
    const same = plain.get(said);
    if (same !== undefined) return [{ tested: text, trained: same }];
    const words = new Set(said.split(' '));
    if (words.size < ENOUGH_WORDS) return [];
    const near = long.find((other) => overlap(words, other.words) > NEARLY);
    return near ? [{ tested: text, trained: near.text }] : [];
  });
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const larger = Math.max(a.size, b.size);
  if (Math.min(a.size, b.size) / larger <= NEARLY) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / larger;
}

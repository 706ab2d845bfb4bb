import CONCEPTS from './concepts.json' with { type: 'json' };
import { stem } from './stem.ts';

/** The notions a word may stand for, by its stem: "slipped" and "upgraded" are both movement. */
const BY_STEM = new Map<string, string[]>();
for (const [notion, words] of Object.entries(CONCEPTS)) {
  for (const word of words.split(' ')) {
    const known = BY_STEM.get(stem(word));
    if (!known) BY_STEM.set(stem(word), [notion]);
    else if (!known.includes(notion)) known.push(notion);
  }
}

/** The first dozen notions a message touches, in alphabetical order: what they are in company with matters more than how often. */
export function conceptsOf(stems: readonly string[]): readonly string[] {
  return [...new Set(stems.flatMap((word) => BY_STEM.get(word) ?? []))].sort().slice(0, 12);
}

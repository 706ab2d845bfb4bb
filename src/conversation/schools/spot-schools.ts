import type { Names } from './find-by-name.ts';
import { growName } from './grow-name.ts';
import { JOINING_WORDS, nameWords, SORT_WORDS } from './name-words.ts';
import type { Preference, SpottedSchool } from './school-index.ts';
import { spotNumbers } from './spot-numbers.ts';
import { spotUnknown } from './spot-unknown.ts';

/** Every stretch of a message that names a school, in the order said; names the register lacks too, with fit `none`. */
export function spotSchools(names: Names, text: string, preference: Preference = {}): readonly SpottedSchool[] {
  const words = nameWords(text);
  const found: SpottedSchool[] = [...spotNumbers(names, text)];
  const taken = (start: number, end: number) => found.some((other) => start < other.end && other.start < end);
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    if (!word) break;
    if (SORT_WORDS.has(word.form) || JOINING_WORDS.has(word.form) || taken(word.start, word.end)) {
      at += 1;
      continue;
    }
    const grown = growName(names, text, words, at, preference);
    if (grown) found.push(grown.mention);
    at = grown ? grown.next : at + 1;
  }
  for (const unknown of spotUnknown(text, words, names.lookup.isPlace))
    if (!taken(unknown.start, unknown.end)) found.push(unknown);
  return found.sort((a, b) => a.start - b.start);
}

import type { Concern } from '../../../core/intent.ts';
import { mendSlip } from '../classify/mend-slips.ts';
import { stem } from '../classify/stem.ts';
import { wordsOf } from '../classify/words.ts';
import SIGNS from './signs.json' with { type: 'json' };

/** Words of one sign stand within this many words of each other. */
const WITHIN = 16;

interface Sign {
  readonly together: readonly string[];
  readonly without: readonly string[];
}

/** Every phrase of every list, by its first word: the lists it is on and the words that follow. */
const STARTS = new Map<string, { readonly list: string; readonly rest: readonly string[] }[]>();
for (const [list, phrases] of Object.entries(SIGNS.words)) {
  for (const phrase of phrases.split(',')) {
    const [first, ...rest] = plainWords(phrase);
    if (first === undefined) continue;
    const known = STARTS.get(first);
    if (known) known.push({ list, rest });
    else STARTS.set(first, [{ list, rest }]);
  }
}

const CONCERNS = (Object.entries(SIGNS.signs) as [Concern, readonly string[]][]).map(([concern, lines]) => ({
  concern,
  signs: lines.map(signOf),
}));

/**
 * Concerns told by words that mean little alone and much together: a child and a bruise, "I" and "can't sleep". Lists of words and
 * which of them belong together are data; a word of a list after "-" takes the sign back. For what no written-out phrase foresaw.
 */
export function readSigns(text: string): readonly Concern[] {
  const found = placesOf(plainWords(text, mendSlip));
  return CONCERNS.filter(({ signs }) => signs.some((sign) => shows(sign, found))).map(({ concern }) => concern);
}

function shows({ together, without }: Sign, found: ReadonlyMap<string, readonly number[]>): boolean {
  if (without.some((list) => found.has(list))) return false;
  const [first, ...others] = together.map((list) => found.get(list) ?? []);
  return (first ?? []).some((at) => others.every((places) => places.some((other) => Math.abs(other - at) <= WITHIN)));
}

function placesOf(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const { list, rest } of STARTS.get(word) ?? []) {
      if (!rest.every((next, i) => words[at + 1 + i] === next)) continue;
      const known = found.get(list);
      if (known) known.push(at);
      else found.set(list, [at]);
    }
  });
  return found;
}

function plainWords(text: string, mend = (word: string) => word): readonly string[] {
  return wordsOf(text.replace(/-/g, ' ')).map((word) => stem(mend(word)));
}

function signOf(line: string): Sign {
  const [together = '', ...without] = line.split(' - ');
  return { together: together.split(' + '), without };
}

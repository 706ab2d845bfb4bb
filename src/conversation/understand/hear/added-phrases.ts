import type { AddedPhrase } from '../../../core/phrases.ts';
import { PERSON_WORD, SCHOOL_WORD } from '../classify/mask.ts';
import { stem } from '../classify/stem.ts';
import { wordsOf } from '../classify/words.ts';

/** How alike a message and a phrase must be, from 0 to 1: of three telling words, one may be added or left out. */
const ALIKE = 0.8;

/** The added phrase a message is, but for small words. Finds it among hundreds without comparing with each. */
export function addedPhrases(phrases: readonly AddedPhrase[]): (text: string) => AddedPhrase | undefined {
  const known = phrases.map((phrase) => ({ phrase, words: tellingWords(phrase.text) }));
  const holding = new Map<string, number[]>();
  known.forEach(({ words }, at) => {
    for (const word of words) holding.set(word, [...(holding.get(word) ?? []), at]);
  });
  return (text) => {
    if (known.length === 0) return undefined;
    const said = tellingWords(text);
    const near = new Set([...said].flatMap((word) => holding.get(word) ?? []));
    let best: { phrase: AddedPhrase; likeness: number } | undefined;
    for (const at of [...near].sort((a, b) => a - b)) {
      const one = known[at];
      const likeness = one ? likenessOf(said, one.words) : 0;
      if (one && likeness >= ALIKE && (!best || likeness > best.likeness)) best = { phrase: one.phrase, likeness };
    }
    return best?.phrase;
  };
}

/** Whether two phrases could never be told apart. */
export function isSamePhrase(one: string, other: string): boolean {
  return likenessOf(tellingWords(one), tellingWords(other)) === 1;
}

const SMALL: ReadonlySet<string> = new Set([
  ..."a an the to of in on at for from about as is are be am was do does did have has had can could would will please thank thanks i we me my our us you your it this that there here and so then ok just now hello what 's which tell know want need".split(
    ' ',
  ),
  SCHOOL_WORD,
  PERSON_WORD,
]);

/** What turns a question into another one: never added or left out. */
const TURNING: readonly string[] = ['when', 'who', 'why', 'how', 'where', 'not', 'no', 'never', 'mani', 'much', 'if'];

/** What a message says apart from small words; all of it, where it is nothing but small words. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = wordsOf(text).filter((word) => /[a-z#]/.test(word));
  const telling = words.filter((word) => !SMALL.has(word));
  return new Set((telling.length > 0 ? telling : words).map(stem));
}

function likenessOf(said: ReadonlySet<string>, phrase: ReadonlySet<string>): number {
  if (said.size === 0 || phrase.size === 0) return 0;
  if (TURNING.some((word) => said.has(word) !== phrase.has(word))) return 0;
  const shared = [...said].filter((word) => phrase.has(word)).length;
  return (2 * shared) / (said.size + phrase.size);
}

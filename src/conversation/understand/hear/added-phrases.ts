import type { IntentName } from '../../../core/intent.ts';
import { stem } from '../classify/stem.ts';
import { wordsOf } from '../classify/words.ts';
import type { AddedPhrase } from '../parts.ts';

/** The meaning an authority gave to a message that is, but for small words, one of its added phrases. */
export function addedPhrases(
  phrases: readonly AddedPhrase[],
): (text: string) => { readonly intent: IntentName; readonly likeness: number } | undefined {
  const known = phrases.map(({ intent, text }) => ({ intent, words: tellingWords(text) }));
  return (text) => {
    const said = tellingWords(text);
    let best: { intent: IntentName; likeness: number } | undefined;
    for (const { intent, words } of known) {
      const likeness = overlap(said, words);
      if (likeness >= 0.8 && (!best || likeness > best.likeness)) best = { intent, likeness };
    }
    return best;
  };
}

const SMALL = new Set(
  'a an the to of in on at is are be please can you could i we me my our us it this that do and for thank'.split(' '),
);

function tellingWords(text: string): ReadonlySet<string> {
  const stems = wordsOf(text).map(stem);
  const telling = stems.filter((word) => !SMALL.has(word) && /[a-z#]/.test(word));
  return new Set(telling.length > 0 ? telling : stems);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return (2 * shared) / (a.size + b.size);
}

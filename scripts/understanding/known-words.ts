import { buildSchoolIndex } from '../../src/conversation/schools/build-school-index.ts';
import { isOrdinary } from '../../src/conversation/schools/ordinary-words.ts';
import { withoutNames } from '../../src/conversation/understand/classify/mask.ts';
import { wordsOf } from '../../src/conversation/understand/classify/words.ts';

const NO_REGISTER = buildSchoolIndex([]);

/** Ordinary words that several messages hold: what a slip of the thumb was probably meant to be. */
export function knownWords(texts: readonly string[], atLeast = 3): readonly string[] {
  const met = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(wordsOf(withoutNames(text, NO_REGISTER.spot(text))))) {
      if (/^[a-z]{5,}$/.test(word)) met.set(word, (met.get(word) ?? 0) + 1);
    }
  }
  return [...met]
    .filter(([word, times]) => times >= atLeast && isOrdinary(word))
    .map(([word]) => word)
    .sort();
}

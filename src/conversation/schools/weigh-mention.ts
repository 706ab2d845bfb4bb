import { saidName } from './find-by-name.ts';
import { isWholeName } from './match-name.ts';
import type { NameForm } from './name-forms.ts';
import { type NameWord, SORT_WORDS } from './name-words.ts';
import { isOrdinary } from './ordinary-words.ts';
import type { Evidence } from './settle.ts';

/**
 * How much speaks for a stretch of words being a school and not everyday talk: 1 is enough. A word found nowhere but in names
 * is enough alone; "park" or "fountain" need a capital inside a sentence, company, or a word like "primary" behind them.
 */
export function weigh(
  text: string,
  words: readonly NameWord[],
  from: number,
  next: number,
  held: { readonly forms: readonly NameForm[]; readonly evidence: Evidence },
): number {
  const said = words.slice(from, next);
  const capitals = capitalsMeanSomething(words);
  let weight = 0;
  for (const word of said) {
    if (SORT_WORDS.has(word.form)) continue;
    const opens = word.start === 0 || /[.!?\n]\s*$/.test(text.slice(0, word.start));
    const capital = capitals && !opens && /^[A-Z]/.test(word.raw);
    if (HALLOWED.has(word.form)) weight += 0.7;
    else if (word.form.length === 1) weight += 0.2;
    else if (isOrdinary(word.raw)) weight += capital ? 0.75 : 0.35;
    else weight += 1;
  }
  const core = said.filter((word) => !SORT_WORDS.has(word.form));
  const plain =
    core.length === 1 && core.every((word) => isOrdinary(word.raw)) && held.forms.every((form) => form.core.length > 1);
  if (said.some((word) => PHASES.has(word.form))) weight += plain ? 0.2 : 0.7;
  else if (said.length > 1 && said.some((word) => /^School$/.test(word.raw))) weight += 0.4;
  if (held.forms.some((form) => isWholeName(saidName(said), form) || sameCore(said, form))) weight += 0.3;
  return weight;
}

const PHASES = new Set('primary infant junior nursery high academy secondary grammar ce rc silc'.split(' '));
const HALLOWED = new Set(['st', 'saints', 'holy', 'sacred', 'trinity', 'bishop', 'lady']);

function sameCore(said: readonly NameWord[], form: NameForm): boolean {
  const core = said.map((word) => word.form).filter((word) => !SORT_WORDS.has(word));
  return form.alias ? core.join(' ') === form.core.join(' ') : core.length > 1 && core.join('') === form.core.join('');
}

/** In a message all in capitals, or With Every Word So, a capital proves nothing. */
function capitalsMeanSomething(words: readonly NameWord[]): boolean {
  const upper = words.filter((word) => /^[A-Z]/.test(word.raw)).length;
  return upper <= Math.max(3, words.length * 0.6);
}

import { readFileSync } from 'node:fs';
import { near } from '../../schools/near-words.ts';
import { isOrdinary } from '../../schools/ordinary-words.ts';

/** Words of the messages learnt from, five letters and longer, one a line. Written by scripts/train-understanding.ts. */
const KNOWN: readonly string[] = readFileSync(new URL('./known-words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);
const IS_KNOWN: ReadonlySet<string> = new Set(KNOWN);
const nearby = near(KNOWN);

/** "Categroy" is "category", "atendance" "attendance": a word nobody uses, one slip from the only one people do use. */
export function mendSlip(word: string): string {
  if (word.length < 5 || IS_KNOWN.has(word) || !/^[a-z]+$/.test(word)) return word;
  const { words, apart } = nearby(word);
  const [only] = words;
  if (only === undefined || words.length > 1 || apart !== 1 || only[0] !== word[0]) return word;
  return isOrdinary(word) ? word : only;
}

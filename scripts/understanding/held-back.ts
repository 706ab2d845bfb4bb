import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Fingerprints of the lines of test sets, one a line: nothing with such a fingerprint is learnt from. Made by scripts/hold-back.ts. */
export const HELD_BACK = new URL('../../training/held-back.txt', import.meta.url);

let known: ReadonlySet<string> | undefined;

/** Whether a line is one of a test set, which the mini-grammar can hit on by chance ("hiya"). */
export function isHeldBack(text: string): boolean {
  known ??= new Set(existsSync(HELD_BACK) ? readFileSync(HELD_BACK, 'utf8').split('\n').filter(Boolean) : []);
  return known.has(fingerprintOf(text));
}

/** The same for two lines that differ in case, stops and spaces alone. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(plainly(text)).digest('hex').slice(0, 16);
}

/** A line as it is compared: lower case, words and numbers, single spaces. */
export function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

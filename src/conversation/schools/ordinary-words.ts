import { readFileSync } from 'node:fs';
import { stem } from '../understand/classify/stem.ts';

const STEMS: ReadonlySet<string> = new Set(
  readFileSync(new URL('./ordinary-stems.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean),
);

/**
 * Whether a word is everyday English or everyday school talk, and so proves little about a name: "park", "fountain", "SENCO".
 * Anything else ("harehills", "thoresby") is likely a name or a slip of the keyboard.
 */
export function isOrdinary(word: string): boolean {
  const plain = word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '');
  return /\d/.test(plain) || STEMS.has(stem(plain)) || STEMS.has(plain);
}

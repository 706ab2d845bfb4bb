import { FIRST_NAMES } from './first-names.ts';
import { PHASE_WORDS, PLACE_ENDINGS } from './grow-name.ts';
import { JOINING_WORDS, type NameWord } from './name-words.ts';
import { isOrdinary } from './ordinary-words.ts';
import type { SpottedSchool } from './school-index.ts';

/**
 * Stretches that look like a school's name though the register holds none such: "Blahblah Primary", "St Oswin's", "Mill View",
 * "cat for swanlea". A town the register knows is no such name. What is asked of such a school must never be answered about the speaker's own.
 */
export function spotUnknown(
  text: string,
  words: readonly NameWord[],
  isTown: (form: string) => boolean,
): readonly SpottedSchool[] {
  const found: SpottedSchool[] = [];
  let at = 0;
  while (at < words.length) {
    const end =
      saintName(text, words, at) ??
      sortedName(text, words, at) ??
      properName(text, words, at, isTown) ??
      askedOf(text, words, at);
    const first = words[at];
    const last = end === undefined ? undefined : words[end - 1];
    if (first && last && end !== undefined) {
      found.push({
        text: text.slice(first.start, last.end),
        candidates: [],
        fit: 'none',
        start: first.start,
        end: last.end,
      });
      at = end;
    } else at += 1;
  }
  return found;
}

/** "St Oswin's", "St Anne's RC Primary". Not "1st St", not "St" before an ordinary word. */
function saintName(text: string, words: readonly NameWord[], at: number): number | undefined {
  const next = words[at + 1];
  if (words[at]?.form !== 'st' || !next || !adjacent(text, words, at + 1)) return undefined;
  if (isOrdinary(next.raw) && !/^[A-Z]/.test(next.raw) && !FIRST_NAMES.has(next.form)) return undefined;
  return withSorts(text, words, at + 2);
}

/** One to three words, at least one of them strange or with a capital, and then "primary", "academy", "infants". */
function sortedName(text: string, words: readonly NameWord[], at: number): number | undefined {
  for (let length = 3; length >= 1; length--) {
    const sort = words[at + length];
    if (!sort || !PHASE_WORDS.has(sort.form) || !adjacentAll(text, words, at, at + length)) continue;
    const name = words.slice(at, at + length);
    if (!name.every((word) => namelike(text, word))) continue;
    if (sort.form === 'school' && !name.every((word) => /^[A-Z]/.test(word.raw))) continue;
    if (name.some((word) => !isOrdinary(word.raw) || (/^[A-Z][a-z]/.test(word.raw) && !opens(text, word)))) {
      return withSorts(text, words, at + length);
    }
  }
  return undefined;
}

/** Two capitalised words inside a sentence that end as places do, "Pinder Lane"; or one strange one after "at", "for", "is". */
function properName(
  text: string,
  words: readonly NameWord[],
  at: number,
  isTown: (form: string) => boolean,
): number | undefined {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !capital(word) || FIRST_NAMES.has(word.raw.toLowerCase().replace(/['’]s$/, ''))) return undefined;
  if (next && capital(next) && adjacent(text, words, at + 1) && !isTitle(word)) {
    if (
      PLACE_ENDINGS.has(next.form) ||
      (!isOrdinary(word.raw) && !isOrdinary(next.raw) && LEADS.test(text.slice(0, word.start)))
    ) {
      return withSorts(text, words, at + 2);
    }
  }
  if (isOrdinary(word.raw) || !LEADS.test(text.slice(0, word.start))) return undefined;
  const end = withSorts(text, words, at + 1);
  return end === at + 1 && isTown(word.form) ? undefined : end;
}

/** Lower case too, where only a school can stand: "category for swanlea", "what cat is blahblah". */
function askedOf(text: string, words: readonly NameWord[], at: number): number | undefined {
  const word = words[at];
  if (!word || word.raw.length < 5 || isOrdinary(word.raw) || FIRST_NAMES.has(word.raw)) return undefined;
  return ASKS.test(text.slice(0, word.start)) ? withSorts(text, words, at + 1) : undefined;
}

const LEADS =
  /\b(at|for|is|from|to|about|visit|visited|visiting|with|of|and|did|does|has|by|on|cat|category|level|log|close|findings|re|against)\s+$/i;
const ASKS = /\b(cat|category|level|band|tier)\s+(is|for|of)\s+$|\b(cat|category)\s+(history\s+)?(for|of)\s+$|^is\s+$/i;
const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'sir',
  'canon',
  'father',
  'sister',
  'cllr',
  'rev',
  'year',
  'yr',
  'key',
  'head',
]);

function isTitle(word: NameWord): boolean {
  return TITLES.has(word.raw.toLowerCase());
}

function capital(word: NameWord): boolean {
  return /^[A-Z][a-z]/.test(word.raw);
}

function opens(text: string, word: NameWord): boolean {
  return word.start === 0 || /[.!?\n:]\s*$/.test(text.slice(0, word.start));
}

/** Could be part of a name: not joining, not a plain lower-case verb or pronoun, not "our" or "a primary". */
function namelike(text: string, word: NameWord): boolean {
  if (JOINING_WORDS.has(word.form)) return false;
  if (/^[A-Z][a-z]/.test(word.raw)) return !opens(text, word) || !isOrdinary(word.raw) || PLACE_ENDINGS.has(word.form);
  return !isOrdinary(word.raw) || PLACE_ENDINGS.has(word.form);
}

function withSorts(text: string, words: readonly NameWord[], from: number): number {
  let end = from;
  while (end < words.length && PHASE_WORDS.has(words[end]?.form ?? '') && adjacent(text, words, end)) end += 1;
  return end;
}

function adjacent(text: string, words: readonly NameWord[], at: number): boolean {
  const before = words[at - 1];
  const word = words[at];
  return before !== undefined && word !== undefined && /^[ .-]{1,2}$/.test(text.slice(before.end, word.start));
}

function adjacentAll(text: string, words: readonly NameWord[], from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if (!adjacent(text, words, at)) return false;
  return true;
}

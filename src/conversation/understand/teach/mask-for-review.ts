import { FIRST_NAMES } from '../../schools/first-names.ts';
import { isOrdinary } from '../../schools/ordinary-words.ts';
import type { SchoolIndex } from '../../schools/school-index.ts';
import { isNotForReview } from './not-for-review.ts';
import { SURNAMES, SURNAMES_AND_WORDS } from './surnames.ts';

export interface KnownNames {
  /** Whether the word, in lower case, is part of the name of somebody on the list of people. */
  has(word: string): boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Words left from which nothing can be learnt are not worth keeping. */
const LEAST_WORDS = 2;

/**
 * A message with the names of people and schools, numbers, e-mails, links and references taken out, and every word that is not
 * everyday English, which is most likely a name too. `undefined` when nothing of it may be kept, or nothing would be left.
 */
export function maskForReview(
  text: string,
  by: { readonly schools: SchoolIndex; readonly colleagues: KnownNames },
): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (isNotForReview(plain)) return undefined;
  const schools = by.schools.spot(plain).map(({ start, end }) => ({ start, end, label: '[school]' }));
  const patterned = PATTERNS.flatMap(([pattern, label]) => spansOf(plain, pattern, label));
  const words = nameSpans(plain, by.colleagues);
  const masked = cut(plain, [...patterned, ...schools, ...words]);
  const left = masked.replace(/\[[a-z-]+\]/g, ' ').match(/\p{L}{2,}/gu) ?? [];
  return left.length >= LEAST_WORDS ? masked : undefined;
}

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\S*@\S*/gu, '[e-mail]'],
  [/\b(?:https?:|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|info|io|eu|gov|edu|sch)\b\S*/giu, '[link]'],
  [/\b\p{L}{1,5}-\d[\p{L}\d-]*/gu, '[reference]'],
  [/[£#+(]*[\p{L}-]*\p{N}[\p{L}\p{N}.,:/()+£%-]*(?: [\p{L}]?\p{N}[\p{L}\p{N}.,:/()+%-]*)*/gu, '[number]'],
  [/\b(?:mr|mrs|ms|miss|mx|dr|sir|dame|cllr|prof|rev|canon|madam)\.? [\p{L}'’-]+/giu, '[name]'],
];

function spansOf(text: string, pattern: RegExp, label: string): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    label,
  }));
}

/** Names by the word, and whatever is no everyday word. */
function nameSpans(text: string, colleagues: KnownNames): readonly Span[] {
  const spans: Span[] = [];
  const shouted = text === text.toUpperCase();
  let afterName = false;
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu)) {
    const said = match[0].replace(/['’]s$/, '');
    const lower = said.toLowerCase().replaceAll('’', "'");
    const capital = !shouted && /^\p{Lu}/u.test(said);
    const label = isName(lower, capital, colleagues)
      ? '[name]'
      : isStrange(lower, capital, opensSentence(text, match.index))
        ? '[word]'
        : undefined;
    // After a first name comes a surname, or a small word: "sue brown", "sue and".
    const surname = afterName && label === undefined && !SMALL.has(lower);
    if (label || surname) spans.push({ start: match.index, end: match.index + said.length, label: label ?? '[name]' });
    afterName = label === '[name]';
  }
  return spans;
}

function isName(lower: string, capital: boolean, colleagues: KnownNames): boolean {
  if (SMALL.has(lower) && !(capital && FIRST_NAMES.has(lower) && lower !== 'i')) return false;
  const parts = lower.split(/['-]/);
  return [lower, lower.replaceAll("'", ''), ...(parts.length > 1 ? parts : [])].some(
    (word) =>
      colleagues.has(word) ||
      SURNAMES.has(word) ||
      (FIRST_NAMES.has(word) && (capital || !NAMES_AND_WORDS.has(word))) ||
      (capital && SURNAMES_AND_WORDS.has(word)),
  );
}

/** No everyday word; or one with a capital where none belongs. */
function isStrange(lower: string, capital: boolean, opens: boolean): boolean {
  if (SMALL.has(lower) || CAPITALS.has(lower)) return false;
  if (!/^[a-z'-]+$/.test(lower)) return true;
  const known = lower.split('-').every((part) => part === '' || isOrdinary(part.replace(/^'|'$/g, '')));
  return !known || (capital && !opens);
}

function opensSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:]["”’)]*\s|^["“‘(])\s*$/u.test(text.slice(0, at)) || at === 0;
}

/** Spans may overlap: what starts first and reaches furthest is one mask. */
function cut(text: string, spans: readonly Span[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end, label } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= from) masked += `${text.slice(from, start)}${label}`;
    from = Math.max(from, end);
  }
  return (masked + text.slice(from)).replace(/(\[[a-z-]+\])(?:\s*\1)+/g, '$1');
}

/** Words no sentence does without: kept even where somebody is called so. */
const SMALL: ReadonlySet<string> = new Set(
  "a about after again all am an and any are as ask at be been before but by can can't could did do does don't for from get give go got had has have haven't how i i'd i'll i'm i've if in into is isn't it it's its just know last let like may me more my need new next no not now of off ok on or our out over please put say see send show so some tell than thank thanks that that's the their them then there these they they're this to today tomorrow too two up us want was we we'd we'll we're we've were what what's when where which who who's why will with won't would yes yesterday yet you your".split(
    ' ',
  ),
);

/** First names that are everyday words: names only with a capital. */
const NAMES_AND_WORDS: ReadonlySet<string> = new Set(
  'dawn joy june rose iris olive poppy penny sue bill carol max ray guy art jay dean len lee don eve faith hope grace mark rob bob frank miles pat summer jack'.split(
    ' ',
  ),
);

/** Written with a capital, and nobody's name. */
const CAPITALS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december easter christmas autumn spring summer winter english maths science reading writing phonics ofsted dfe send senco senca ks eyfs sats gcse jrg prg srg eyrg rap sia sla urn laestab ieb lac pp ehcp pe re ict cpd inset mat trust academy category cat catagory'.split(
    ' ',
  ),
);

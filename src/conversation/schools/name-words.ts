/** One word of a name or a message, in the one spelling under which names are compared. */
export interface NameWord {
  readonly form: string;
  /** Where it stands in the text it came from. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

/**
 * Splits text into words as names are compared: lower case, no apostrophes, "Saint" as "st", "Church of England" and
 * "C of E" as "ce", "Catholic" and "RC" as "rc", "Juniors" as "junior", a plural or possessive s dropped. So "St. Joseph's
 * R.C. Prim" and "Saint Josephs Catholic Primary" come out alike.
 */
export function nameWords(text: string): readonly NameWord[] {
  const words: NameWord[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’‘`´][\p{L}]+)*/gu)) {
    words.push({ form: spelling(match[0]), start: match.index, end: match.index + match[0].length, raw: match[0] });
  }
  return joinSaidTogether(words, text);
}

/** The one spelling of a single word. */
export function spelling(raw: string): string {
  const plain = raw
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '');
  const same = SAME.get(plain);
  if (same !== undefined) return same;
  if (plain.length >= 4 && plain.endsWith('s') && !plain.endsWith('ss')) {
    const single = plain.slice(0, -1);
    return SAME.get(single) ?? single;
  }
  return plain;
}

const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    saint: 'st',
    saints: 'saints',
    sts: 'st',
    ss: 'st',
    catholic: 'rc',
    rc: 'rc',
    cofe: 'ce',
    coe: 'ce',
    ce: 'ce',
    prim: 'primary',
    pri: 'primary',
    primary: 'primary',
    jnr: 'junior',
    jun: 'junior',
    jr: 'junior',
    inf: 'infant',
    infs: 'infant',
    acad: 'academy',
    sch: 'school',
    schl: 'school',
    hs: 'high',
    comm: 'community',
    nurs: 'nursery',
    sec: 'secondary',
    rd: 'road',
    '2': 'two',
    '3': 'three',
    '4': 'four',
    '5': 'five',
    '6': 'six',
    '7': 'seven',
    schools: 'schools',
    academies: 'academies',
    trusts: 'trusts',
    primaries: 'primaries',
    colleges: 'colleges',
    wilfreds: 'wilfrid',
    wilfred: 'wilfrid',
    mnt: 'mount',
  }),
);

/** Words that are one when they stand together. Longest first. */
const TOGETHER: readonly (readonly [readonly string[], string])[] = [
  [['church', 'of', 'england'], 'ce'],
  [['c', 'of', 'e'], 'ce'],
  [['roman', 'rc'], 'rc'],
  [['c', 'e'], 'ce'],
  [['r', 'c'], 'rc'],
  [['co', 'op'], 'coop'],
];

function joinSaidTogether(words: readonly NameWord[], text: string): readonly NameWord[] {
  const joined: NameWord[] = [];
  let at = 0;
  while (at < words.length) {
    const rule = TOGETHER.find(([forms]) => forms.every((form, i) => words[at + i]?.form === form));
    const first = words[at];
    const last = words[at + (rule?.[0].length ?? 1) - 1];
    if (!first || !last) break;
    joined.push(
      rule ? { form: rule[1], start: first.start, end: last.end, raw: text.slice(first.start, last.end) } : first,
    );
    at += rule?.[0].length ?? 1;
  }
  return joined;
}

/** Words that tell what sort of school, not which. */
export const SORT_WORDS: ReadonlySet<string> = new Set(
  `school primary infant junior nursery high secondary academy college community voluntary aided controlled va vc ce rc
  specialist inclusive learning centre silc grammar free trust federation first middle foundation special`.split(/\s+/),
);

/** Words that hold a name together and say nothing. */
export const JOINING_WORDS: ReadonlySet<string> = new Set([
  'the',
  'of',
  'and',
  'a',
  'in',
  'for',
  'at',
  'with',
  'on',
  'to',
]);

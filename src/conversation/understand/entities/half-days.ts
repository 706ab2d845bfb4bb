const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  couple: 2,
  half: 0.5,
};

const COUNT = '\\d{1,2}(?:\\.\\d)?|½|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const HALF = '(?:half|1\\/2|½)[ -]?days?';

/**
 * How many half-days a message speaks of: "half a day" and "0.5 day" are 1, "2.5 days" is 5, "x 6 half days" is 6, "a morning" 1.
 * The unit is always the half-day (domain.md §1). `undefined` when none are said.
 */
export function halfDaysIn(text: string): number | undefined {
  const said = text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/(\d)[ ]?½/g, '$1.5');
  for (const [pattern, count] of FORMS) {
    const match = pattern.exec(said);
    const found = match ? count(match) : undefined;
    if (found !== undefined && Number.isFinite(found) && found > 0) return found;
  }
  return undefined;
}

const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => number | undefined])[] = [
  [
    new RegExp(
      `(?<![\\d/.])(${COUNT}) (?:more |further |extra |additional |of (?:your|the|our|my) )?(?:x |× ?|lots of )?${HALF}`,
    ),
    (m) => plain(m[1]),
  ],
  [/(?:^|[^\d])(\d{1,2}) ?(?:x|×) ?(?:\d )?(?:a )?(?:half|1\/2|½|0\.5)[ -]?(?:a )?days?/, (m) => plain(m[1])],
  [new RegExp(`(?:x|×) ?(\\d{1,2}) ?${HALF}`), (m) => plain(m[1])],
  [/(\d{1,2}) ?(?:hd|hds|1\/2d)\b/, (m) => plain(m[1])],
  [new RegExp(`(${COUNT}|a) and a half days?`), (m) => twice(m[1], 1)],
  [/(?:a )?day and a half/, () => 3],
  [/(\d{1,2}(?:\.\d)) ?-?days?\b/, (m) => twice(m[1], 0)],
  [/(?:half|1\/2|½)[ -]?day\b|half of a day|half[ -]a[ -]day/, () => 1],
  [
    new RegExp(
      `(?<!every |per |each |in |within |last |next |past |for the |working |school |of )\\b(${COUNT}) (?:full |whole )?days?(?! (?:before|ago|notice|to |left|late|overdue|after|later|from|a week|working|time|in advance|prior|or so ago|old|off|early))(?! ?(?:'|per))\\b`,
    ),
    (m) => twice(m[1], 0),
  ],
  [
    /\b(?:a|one|the|full|whole) (?:full |whole )?day(?:'s)?\b(?= (?:visit|review|of |with|at|in |on |t&l|training|support))/,
    () => 2,
  ],
  [new RegExp(`(${COUNT}) (?:mornings|afternoons)`), (m) => plain(m[1])],
  [/\b(?:a|one|the|all) (?:morning|afternoon)\b(?= (?:at|in|with|visit|on|of|doing|for))/, () => 1],
  [/\b(?:spent (?:the|all|a|this) (?:morning|afternoon|am|pm))\b/, () => 1],
  [/\bhalf each\b/, () => 1],
];

function plain(said: string | undefined): number | undefined {
  return said === undefined ? undefined : numberOf(said);
}

function twice(said: string | undefined, extra: number): number | undefined {
  const days = plain(said);
  return days === undefined ? undefined : days * 2 + extra;
}

function numberOf(said: string): number | undefined {
  if (said === '½') return 1;
  if (said === 'a couple of') return 2;
  return /^\d/.test(said) ? Number(said) : WORDS[said];
}

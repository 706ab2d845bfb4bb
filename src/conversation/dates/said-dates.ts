import {
  dateOf,
  day,
  type Form,
  isBefore,
  MONTH,
  mondayOf,
  monthFrom,
  nearest,
  type Reading,
  span,
  WEEKDAY,
  yearFrom,
} from './reading.ts';

const ORDINAL = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = "(?:,? (20\\d\\d)|,? '?(2\\d)(?=\\s|$|[.,;)]))?";

/** Dates of the calendar: "18/11", "3 December", "Dec 3rd", "the 30th", "w/c 30th", "2 to 4 March". Always day before month. */
export const SAID_DATES: readonly Form[] = [
  { pattern: /\b(20\d\d)-(\d\d)-(\d\d)\b/g, read: (m) => maybe(dateOf(Number(m[1]), Number(m[2]), Number(m[3]))) },
  {
    pattern: /\b(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d|\d\d)\b/g,
    read: (m) => maybe(dateOf(yearFrom(m[3] ?? ''), Number(m[2]), Number(m[1]))),
  },
  { pattern: /(?<![\d/.£])(\d{1,2})\/(\d{1,2})(?![\d/%]|\.\d)/g, read: slashed },
  { pattern: /\b(\d{1,2})\.(1[0-2]|0[1-9])(?![\d%]|\s*(?:%|days?|half|hours?|am|pm|m\b|k\b))/g, read: dotted },
  {
    pattern: new RegExp(`\\b${ORDINAL} ?(?:-|–|to|and|&|until|till) ?${ORDINAL}(?: of)? (${MONTH})${YEAR}\\b`, 'g'),
    read: (m, r) => ranged(m[1], m[2], m[3], m[4] ?? m[5], r),
  },
  {
    pattern: new RegExp(`\\b(?:(?:${WEEKDAY}),? (?:the )?)?${ORDINAL}(?: of)?[ -]?(${MONTH})${YEAR}(?![a-z])`, 'g'),
    read: (m, r) => named(m[1], m[2], m[3] ?? m[4], r),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:${WEEKDAY}),? )?(${MONTH}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:.]\\d|%| ?(?:am|pm|half|visits?|days?|to \\d))${YEAR}`,
      'g',
    ),
    read: (m, r) => (m[1] === 'may' && !/(st|nd|rd|th)/.test(m[0]) ? undefined : named(m[2], m[1], m[3] ?? m[4], r)),
  },
  {
    pattern: new RegExp(`\\b(?:${WEEKDAY}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b`, 'g'),
    read: (m, r) => ofMonth(Number(m[1]), r),
  },
  {
    pattern:
      /(?<=\b(?:the|on|by|from|until|til|till|before|after|since|of|for|to|commencing|beginning|beg|w\/c|wc|w\/b) )(\d{1,2})(?:st|nd|rd|th)\b/g,
    read: bareOrdinal,
  },
  { pattern: /(?:^|(?<=[,;:(] ?|[-–] ))(\d{1,2})(?:st|nd|rd|th)\b/g, read: bareOrdinal },
];

/** "w/c 30th", "wk beginning 8 March", "week of 11 Jan": Monday to Friday of that week. */
export const WEEK_COMMENCING =
  /\b(?:w\/c|wc|w\/b|wb|week commencing|wk commencing|week beginning|wk beg(?:inning)?|week of|wk of|the week of) (?:the )?(?:monday )?$/;

export function weekOf(date: Reading['today']) {
  const monday = mondayOf(date);
  return span(monday, monday.add({ days: 4 }));
}

function maybe(date: Reading['today'] | undefined) {
  return date ? day(date) : undefined;
}

/** 3/12 is 3 December; 3/3 "done" and 8/10 are a count and a mark. */
function slashed(match: RegExpMatchArray, reading: Reading) {
  const [date, month] = [Number(match[1]), Number(match[2])];
  const text = match.input ?? '';
  const after = text.slice((match.index ?? 0) + match[0].length);
  const before = text.slice(0, match.index);
  const count =
    date <= month &&
    month <= 12 &&
    /^\s*(?:done|used|visits?|left|schools|of |rating|stars|marks?|day|half)/.test(after);
  const mark =
    month === 10 && date <= 10 && /\b(?:rated?|scored?|gave|give|about|is|it|a|them)\s*(?:a |an |them )?$/.test(before);
  if (
    count ||
    mark ||
    (date === 24 && month === 7) ||
    (date === 1 && month === 2 && /^\s*-?\s*(?:day|term|an)/.test(after))
  )
    return undefined;
  return inSomeYear(date, month, reading);
}

/** "18.11" is a date only where one is expected: it may as well be a score. */
function dotted(match: RegExpMatchArray, reading: Reading) {
  const before = (match.input ?? '').slice(0, match.index);
  return /\b(?:on|by|from|until|till?|before|after|since|visit|visited|dated|w\/c|mon|tues?|weds?|thurs?|fri)\s*$/.test(
    before,
  )
    ? inSomeYear(Number(match[1]), Number(match[2]), reading)
    : undefined;
}

function named(date: string | undefined, month: string | undefined, year: string | undefined, reading: Reading) {
  const monthNumber = monthFrom(month ?? '');
  return year === undefined
    ? inSomeYear(Number(date), monthNumber, reading)
    : maybe(dateOf(yearFrom(year), monthNumber, Number(date)));
}

function ranged(
  first: string | undefined,
  last: string | undefined,
  month: string | undefined,
  year: string | undefined,
  reading: Reading,
) {
  const to = named(last, month, year, reading);
  if (!to) return undefined;
  const from = dateOf(to.to.year, to.to.month, Number(first));
  return from && !isBefore(to.to, from) ? span(from, to.to) : undefined;
}

function inSomeYear(date: number, month: number, reading: Reading) {
  const { year } = reading.today;
  const candidates = [year - 1, year, year + 1].flatMap((one) => dateOf(one, month, date) ?? []);
  return maybe(nearest(candidates, reading));
}

const COUNTED =
  /^\s*(?:-|one|ones|time|visit|request|school|party|draft|offer|page|line|bullet|group|cat|attempt|round|item|option|reason|criteri|year|half|day|week|term|finding|review|paragraph|section|point|message|of (?:my|our|the|three|four|six|those|them|\d)|in|place|class|part|lot|set|bit|person|head|adviser|chair|goes?|go\b|deputy|key|step|area|row|question)/;

function bareOrdinal(match: RegExpMatchArray, reading: Reading) {
  const after = (match.input ?? '').slice((match.index ?? 0) + match[0].length);
  return COUNTED.test(after) && !/^\s*half (?:four|past|[a-z]+ )/.test(after)
    ? undefined
    : ofMonth(Number(match[1]), reading);
}

function ofMonth(date: number, reading: Reading) {
  const first = reading.today.with({ day: 1 });
  const candidates = [-2, -1, 0, 1, 2].flatMap((months) => {
    const month = first.add({ months });
    return dateOf(month.year, month.month, date) ?? [];
  });
  return maybe(nearest(candidates, { ...reading, lean: reading.lean === 'either' ? 'future' : reading.lean }));
}

/** A time of day said in a message, "HH:MM". */
export interface TimeSaid {
  readonly start: number;
  readonly end: number;
  readonly time: string;
  readonly timeTo?: string;
  readonly unsure?: boolean;
}

const WORDS = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];
const HOUR = `(?:\\d{1,2}|${WORDS.join('|')})`;
const CLOCK = `(${HOUR})(?:[:.]([0-5]\\d))?\\s?(am|pm|a\\.m\\.|p\\.m\\.)?`;
const PAST: Readonly<Record<string, number>> = {
  half: 30,
  quarter: 15,
  five: 5,
  ten: 10,
  twenty: 20,
  'twenty five': 25,
  'twenty-five': 25,
};

/**
 * Times as people say them: "half four" is 16:30, "quarter to nine" 08:45, "between 9 and 10", "2pm", "til 4". Without am or
 * pm, the school day decides: one to six are afternoon, eight to eleven morning, seven could be either.
 */
export function spotTimes(text: string): readonly TimeSaid[] {
  const found: TimeSaid[] = [];
  const add = (match: RegExpMatchArray, time: Clock | undefined, to?: Clock) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (!time || found.some((other) => start < other.end && other.start < end)) return;
    found.push({
      start,
      end,
      time: show(time),
      ...(to ? { timeTo: show(to) } : {}),
      ...(time.unsure || to?.unsure ? { unsure: true } : {}),
    });
  };
  for (const m of text.matchAll(RANGE)) {
    const to = clock(m[4], m[5], m[6]);
    add(m, clock(m[1], m[2], m[3] ?? (sameHalf(m[1], m[4]) ? m[6] : undefined)), to);
  }
  for (const m of text.matchAll(DASHED))
    add(m, clock(m[1], m[2], m[3] ?? (sameHalf(m[1], m[4]) ? m[6] : undefined)), clock(m[4], m[5], m[6]));
  for (const m of text.matchAll(SPOKEN)) add(m, spoken(m[1] ?? '', m[2] ?? '', m[3] ?? '', m[4]));
  for (const m of text.matchAll(HALF)) add(m, spoken('half', 'past', m[1] ?? '', m[2]));
  for (const m of text.matchAll(MARKED)) add(m, clock(m[1], m[2], m[3]));
  for (const m of text.matchAll(DIGITAL)) add(m, clock(m[1], m[2], undefined));
  for (const m of text.matchAll(POINTED)) add(m, clock(m[1], m[2], undefined));
  for (const m of text.matchAll(OCLOCK)) add(m, clock(m[1], undefined, undefined));
  for (const m of text.matchAll(AT)) add(m, clock(m[1], m[2], undefined));
  for (const m of text.matchAll(/\b(?:noon|midday)\b/g)) add(m, { hour: 12, minute: 0 });
  return found.sort((a, b) => a.start - b.start);
}

const RANGE = new RegExp(
  `\\bbetween ${CLOCK} (?:and|&|to) ${CLOCK}(?![\\d%/]| ?(?:schools?|visits?|half|days?|weeks?|and|%|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`,
  'g',
);
const DASHED =
  /\b(\d{1,2})(?:[:.]([0-5]\d))?\s?(am|pm)? ?(?:-|–|to|til|till|until) ?(\d{1,2})(?:[:.]([0-5]\d))?\s?(am|pm)\b/g;
const SPOKEN = new RegExp(`\\b(half|quarter|five|ten|twenty|twenty[ -]five) (past|to) (${HOUR})\\s?(am|pm)?\\b`, 'g');
const HALF = new RegExp(
  `\\bhalf (${WORDS.join('|')}|\\d{1,2})\\b(?![ -]?(?:days?|term|a day|year|form|hours?|of))(?:\\s?(am|pm)\\b)?`,
  'g',
);
const MARKED = /\b(\d{1,2})(?:[:.]([0-5]\d))?\s?(am|pm|a\.m\.?|p\.m\.?)(?![a-z])/g;
const DIGITAL = /(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?!\d)/g;
const POINTED =
  /(?:(?<=\bat )|(?<=\b(?:mon|tues?|weds?|thurs?|fri)(?:day)? )|\b(?=\d{1,2}\.[0-5]\d (?:on|start|mon|tues?|weds?|thurs?|fri|tomorrow)))(\d{1,2})\.([0-5]\d)(?![\d%])/g;
const OCLOCK = new RegExp(`\\b(${HOUR}) ?o'?clock\\b`, 'g');
const AT =
  /\b(?:at|til|till|until|before|after|from|by|past) ([1-9]|1[0-2])(?:[:.]([0-5]\d))?(?![\d/:%.]|st\b|nd\b|rd\b|th\b| ?(?:half|days?|weeks?|schools?|visits?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|months?|miles|people|heads|of|and|or|%|years?|sites|hours?|mins?|minutes?|pupils|staff|to \d))/g;

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly unsure?: boolean;
}

function clock(hour: string | undefined, minute: string | undefined, half: string | undefined): Clock | undefined {
  const said = hourOf(hour ?? '');
  if (said === undefined || said > 24) return undefined;
  const minutes = Number(minute ?? '0');
  if (half !== undefined) {
    const pm = half.startsWith('p');
    if (said > 12) return { hour: said, minute: minutes };
    return { hour: pm ? (said % 12) + 12 : said % 12, minute: minutes };
  }
  return { ...inSchoolDay(said, hour), minute: minutes };
}

function inSchoolDay(said: number, written: string | undefined): { hour: number; unsure?: boolean } {
  if (said > 12 || written?.startsWith('0')) return { hour: said };
  if (said === 7) return { hour: 19, unsure: true };
  return { hour: said >= 1 && said <= 6 ? said + 12 : said };
}

function spoken(part: string, side: string, hour: string, half: string | undefined): Clock | undefined {
  const base = clock(hour, undefined, half);
  const minutes = PAST[part];
  if (!base || minutes === undefined) return undefined;
  if (side === 'past') return { ...base, minute: minutes };
  const before = clock(String(((hourOf(hour) ?? 0) + 11) % 12 || 12), undefined, half);
  return before ? { ...before, minute: 60 - minutes } : undefined;
}

function hourOf(said: string): number | undefined {
  if (/^\d+$/.test(said)) return Number(said);
  const at = WORDS.indexOf(said);
  return at < 0 ? undefined : at === 0 ? 12 : at;
}

function sameHalf(first: string | undefined, second: string | undefined): boolean {
  return (hourOf(first ?? '') ?? 0) % 12 < (hourOf(second ?? '') ?? 0) % 12 || Number(second) === 12;
}

function show(time: Clock): string {
  return `${String(time.hour % 24).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

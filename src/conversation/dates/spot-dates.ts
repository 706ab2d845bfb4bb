import type { DateMention } from '../../core/intent.ts';
import { around } from './around.ts';
import type { Form, Reading, Span } from './reading.ts';
import { SAID_DATES } from './said-dates.ts';
import { SAID_DAYS, SAID_WEEKDAYS } from './said-days.ts';
import { SAID_MONTHS } from './said-months.ts';
import { SAID_TERMS } from './said-terms.ts';
import { spotTimes, type TimeSaid } from './said-times.ts';

/** A stretch of the message that says a date. */
export interface Said {
  readonly start: number;
  readonly end: number;
  readonly span: Span;
}

const FORMS: readonly Form[] = [...SAID_TERMS, ...SAID_DATES, ...SAID_DAYS, ...SAID_WEEKDAYS, ...SAID_MONTHS];

/** Every date and time said in a message, in the order said, read in Europe/London as British people mean them (domain.md §23). */
export function spotDates(text: string, reading: Reading): readonly DateMention[] {
  const plain = text.toLowerCase().replace(/[’‘]/g, "'");
  const dates = withoutOverlaps(FORMS.flatMap((form) => readAll(form, plain, reading))).map((said) =>
    around(plain, said, reading),
  );
  const times = spotTimes(plain).filter(
    (time) => !dates.some((date) => time.start < date.end && date.start < time.end),
  );
  return joinTimes(text, dates, times, reading);
}

function readAll(form: Form, text: string, reading: Reading): readonly Said[] {
  const found: Said[] = [];
  for (const match of text.matchAll(form.pattern)) {
    const span = form.read(match, reading);
    if (span) found.push({ start: match.index, end: match.index + match[0].length, span });
  }
  return found;
}

/** The longer reading wins: "a week on Thursday" over "Thursday". */
function withoutOverlaps(found: readonly Said[]): readonly Said[] {
  const kept: Said[] = [];
  for (const said of [...found].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => said.start < other.end && other.start < said.end)) kept.push(said);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** A time belongs to the date nearest it; alone, it is today's. */
function joinTimes(
  text: string,
  dates: readonly Said[],
  times: readonly TimeSaid[],
  reading: Reading,
): readonly DateMention[] {
  const claimed = new Map<Said, TimeSaid>();
  const alone: TimeSaid[] = [];
  for (const time of times) {
    const near = [...dates].filter((date) => !claimed.has(date)).sort((a, b) => gap(a, time) - gap(b, time))[0];
    if (near && gap(near, time) <= 24) claimed.set(near, time);
    else alone.push(time);
  }
  const mentions = dates.map((date) => ({ at: date.start, mention: mentionOf(text, date, claimed.get(date)) }));
  for (const time of alone) {
    const said = { start: time.start, end: time.end, span: { from: reading.today, to: reading.today } };
    mentions.push({ at: time.start, mention: mentionOf(text, said, time) });
  }
  return mentions.sort((a, b) => a.at - b.at).map(({ mention }) => mention);
}

function gap(date: Said, time: TimeSaid): number {
  return date.start > time.end ? date.start - time.end : Math.max(0, time.start - date.end);
}

function mentionOf(text: string, said: Said, time: TimeSaid | undefined): DateMention {
  const start = Math.min(said.start, time?.start ?? said.start);
  const end = Math.max(said.end, time?.end ?? said.end);
  return {
    text: text.slice(start, end),
    from: said.span.from.toString(),
    to: said.span.to.toString(),
    ...(time ? { time: time.time } : {}),
    ...(time?.timeTo ? { timeTo: time.timeTo } : {}),
    ...(said.span.unsure || time?.unsure ? { unsure: true } : {}),
  };
}

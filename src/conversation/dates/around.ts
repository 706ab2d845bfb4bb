import { day, isBefore, type Reading, span } from './reading.ts';
import { WEEK_COMMENCING, weekOf } from './said-dates.ts';
import type { Said } from './spot-dates.ts';

/**
 * What the words before a date make of it: "by the end of Feb" runs from today to that day, "after Christmas" is the first day
 * back, "from January" the first school day of it, "since September" up to today.
 */
export function around(text: string, said: Said, reading: Reading): Said {
  const before = text.slice(0, said.start);
  const commencing = WEEK_COMMENCING.exec(before);
  if (commencing) return { ...said, start: commencing.index, span: weekOf(said.span.from) };
  const lead = LEAD.exec(before);
  const word = lead?.[1];
  if (!lead || word === undefined) return said;
  const start = lead.index + lead[0].length - lead[0].trimStart().length;
  const { from, to, unsure } = said.span;
  const long = !from.equals(to);
  const holiday = long && isHoliday(said, reading);
  switch (word) {
    case 'before':
    case 'this side of':
    case 'ahead of':
      return {
        ...said,
        start,
        span: upTo(reading, holiday || long ? schoolDayBefore(from) : from, unsure),
      };
    case 'by':
    case 'until':
    case 'till':
    case 'til':
    case 'up to':
    case 'no later than':
      return {
        ...said,
        start,
        span: upTo(reading, holiday ? schoolDayBefore(from) : word === 'by' || !long ? to : from, unsure),
      };
    case 'after':
    case 'the other side of':
      return {
        ...said,
        start,
        span: day(to.equals(from) ? from : to.add({ days: 1 }), unsure),
      };
    case 'since':
      return {
        ...said,
        start,
        span: isBefore(reading.today, from) ? day(from) : span(firstSchoolDay(from, to, reading), reading.today),
      };
    case 'from':
    case 'starting':
    case 'starting from':
      return { ...said, start, span: long ? day(firstSchoolDay(from, to, reading), unsure) : said.span };
    default:
      return said;
  }
}

const LEAD =
  /\b(before|this side of|ahead of|by|until|till|til|up to|no later than|after|the other side of|since|starting from|starting|from) (?:the )?$/;

function upTo(reading: Reading, last: Reading['today'], unsure: boolean | undefined) {
  return isBefore(last, reading.today) ? day(last, unsure === true) : span(reading.today, last, unsure === true);
}

/** The Friday before a weekend, otherwise the day before. */
function schoolDayBefore(date: Reading['today']) {
  const before = date.subtract({ days: 1 });
  return before.dayOfWeek > 5 ? before.subtract({ days: before.dayOfWeek - 5 }) : before;
}

function isHoliday(said: Said, reading: Reading): boolean {
  return !reading.halfTerms.some(
    (half) => !isBefore(said.span.from, half.start) && !isBefore(half.end, said.span.from),
  );
}

/** The first day of the stretch on which schools are in; its first day when none is. */
function firstSchoolDay(from: Reading['today'], to: Reading['today'], reading: Reading) {
  for (let date = from; !isBefore(to, date); date = date.add({ days: 1 })) {
    const inTerm = reading.halfTerms.some((half) => !isBefore(date, half.start) && !isBefore(half.end, date));
    if (inTerm && date.dayOfWeek <= 5) return date;
  }
  return from;
}

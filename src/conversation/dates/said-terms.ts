import type { HalfTermKey } from '../../core/term-dates.ts';
import { type Form, type Reading, type Span, span } from './reading.ts';
import { breakAfter, halfTermNow, lastHoliday, nextHoliday, stretch, termOf, whenHeld } from './school-year.ts';

const HOLIDAYS: Readonly<Record<string, HalfTermKey>> = {
  christmas: 'autumn2',
  xmas: 'autumn2',
  crimbo: 'autumn2',
  chrimbo: 'autumn2',
  easter: 'spring2',
  summer: 'summer2',
  october: 'autumn1',
  oct: 'autumn1',
  autumn: 'autumn1',
  february: 'spring1',
  feb: 'spring1',
  spring: 'spring1',
  may: 'summer1',
  whit: 'summer1',
  whitsun: 'summer1',
};

/**
 * The school year as people say it: terms, half terms, holidays, "before we break up", "first week back" (domain.md §23). A
 * holiday named alone stands for its days off; what "before" and "after" make of it is settled by the words around it.
 */
export const SAID_TERMS: readonly Form[] = [
  {
    pattern: /\b(october|oct|autumn|february|feb|spring|may|whit|whitsun) half[ -]?term\b/g,
    read: (m, r) => breakAfter(r, HOLIDAYS[m[1] ?? '']),
  },
  {
    pattern: /\b(christmas|xmas|chrimbo|easter|summer)(?: (?:hols?|holidays?|break|vac(?:ation)?|shutdown))\b/g,
    read: (m, r) => breakAfter(r, HOLIDAYS[m[1] ?? '']),
  },
  {
    pattern:
      /\b(christmas|xmas|chrimbo|crimbo|easter)\b(?! (?:card|party|fair|play|dinner|jumper|egg|lunch|do\b|tree|cake|present))/g,
    read: (m, r) => breakAfter(r, HOLIDAYS[m[1] ?? '']),
  },
  {
    pattern: /(?<=\b(?:before|after|over|by|until|till|til|during|since) (?:the )?)summer\b(?! term| 1| 2| one| two)/g,
    read: (_, r) => breakAfter(r, 'summer2'),
  },
  { pattern: /\b(autumn|spring|summer)(?: term)? ?(1|2|one|two)\b/g, read: (m, r) => whenHeld(r, halfOf(m[1], m[2])) },
  {
    pattern: /\b(first|second) half of (?:the )?(autumn|spring|summer)(?: term)?\b/g,
    read: (m, r) => whenHeld(r, halfOf(m[2], m[1] === 'first' ? '1' : '2')),
  },
  {
    pattern: /\b(next|last|this) (autumn|spring|summer)(?: term)?\b/g,
    read: (m, r) => term(m[2], { ...r, lean: m[1] === 'last' ? 'past' : 'future' }),
  },
  { pattern: /\b(autumn|spring|summer) terms?\b/g, read: (m, r) => term(m[1], r) },
  { pattern: /\b(?:in|from|since|next|this|by|until) (?:the )?(autumn|spring)\b/g, read: (m, r) => term(m[1], r) },
  { pattern: /\b(this|next|last|the previous|the coming) half[ -]?term\b/g, read: (m, r) => halfTerm(m[1] ?? '', r) },
  { pattern: /\b(?:the )?half[ -]?term(?: (?:hols?|holidays?|break))?\b/g, read: (_, r) => aHalfTermHoliday(r) },
  {
    pattern:
      /\b(?:the )?(last|first) (day|week|wk) (?:of|back)(?: (?:(?:the|next|this) )?(autumn|spring|summer)?(?: ?(?:term|half[ -]?term|year))?)?(?: (?:after|from) (?:the )?(christmas|xmas|easter|summer|half term|hols|holidays|break|new year))?\b/g,
    read: (m, r) => edge(m[1] ?? '', m[2] ?? '', m[0], m[3], m[4], r),
  },
  { pattern: /\b(?:the )?(second|2nd) week back\b/g, read: (_, r) => secondWeekBack(r) },
  {
    pattern: /\bend of (?:the |this )?(autumn |spring |summer )?(half[ -]?term|term)\b/g,
    read: (m, r) => endOf(m[1]?.trim(), m[2] ?? '', r),
  },
  {
    pattern: /\b(?:start|beginning) of (?:(the|this|next|last) )?(autumn |spring |summer )?(half[ -]?term|term)\b/g,
    read: (m, r) => startOf(m[1], m[2]?.trim(), m[3] ?? '', r),
  },
  {
    pattern: /\b(?:we |they |you |schools? )?(?:all )?(?:break|breaks|broke|breaking) up\b/g,
    read: (_, r) => endOf(undefined, 'term', r),
  },
  {
    pattern:
      /\b(?:when|once|after) (?:we|they|you|everyone|school|schools)(?:'re| are|'s| is|re)? (?:get |go )?back\b/g,
    read: (_, r) => whenBack(r),
  },
  { pattern: /\b(?:in |into |after |before |by )?(?:the )?new year\b/g, read: (_, r) => newYear(r) },
  { pattern: /\b(this|next|last) term\b/g, read: (m, r) => whichTerm(m[1] ?? '', r) },
  {
    pattern: /\b(?:this|next|last|the coming|the current) (?:academic |school )?(?:year|yr)(?:'?s)?\b/g,
    read: (m, r) => schoolYear(m[0], r),
  },
  { pattern: /\b(20\d\d)(?:\/|-| to )(?:20)?(\d\d)\b/g, read: (m, r) => writtenYear(Number(m[1]), Number(m[2]), r) },
];

function halfOf(season: string | undefined, half: string | undefined): HalfTermKey {
  const which = half === '2' || half === 'two' ? 2 : 1;
  return season === 'spring' ? `spring${which}` : season === 'summer' ? `summer${which}` : `autumn${which}`;
}

function term(season: string | undefined, reading: Reading): Span | undefined {
  const first = whenHeld(reading, halfOf(season, '2'));
  return first ? termOf(reading, first.from) : undefined;
}

/** "Half term" is a holiday or six weeks of school: with "this", "next" or "last", the weeks, but worth asking about "next". */
function halfTerm(which: string, reading: Reading): Span | undefined {
  const now = halfTermNow(reading);
  if (which === 'this') return stretch(reading, now);
  const found = stretch(reading, now + (which === 'next' || which === 'the coming' ? 1 : -1));
  return found && which === 'next' ? { ...found, unsure: true } : found;
}

function aHalfTermHoliday(reading: Reading): Span | undefined {
  const keys: readonly HalfTermKey[] = ['autumn1', 'spring1', 'summer1'];
  const found = reading.lean === 'past' ? lastHoliday(reading, keys) : nextHoliday(reading, keys);
  return found && reading.lean === 'either' ? { ...found, unsure: true } : found;
}

const TERM_ENDS: readonly HalfTermKey[] = ['autumn2', 'spring2', 'summer2'];
const ALL_ENDS: readonly HalfTermKey[] = ['autumn1', 'autumn2', 'spring1', 'spring2', 'summer1', 'summer2'];

function endOf(season: string | undefined, what: string, reading: Reading): Span | undefined {
  const keys = season ? [halfOf(season, '2')] : what.startsWith('half') ? ALL_ENDS : TERM_ENDS;
  const off = reading.lean === 'past' ? lastHoliday(reading, keys) : nextHoliday(reading, keys);
  if (!off) return undefined;
  const last = off.from.subtract({ days: 1 });
  return span(last, last);
}

function startOf(
  which: string | undefined,
  season: string | undefined,
  what: string,
  reading: Reading,
): Span | undefined {
  const back = season ? whenHeld(reading, halfOf(season, '1')) : undefined;
  if (back) return span(back.from, back.from);
  const keys = what.startsWith('half') ? ALL_ENDS : TERM_ENDS;
  const past = which === 'this' || which === 'last' || (which !== 'next' && reading.lean === 'past');
  const off = past ? lastHoliday(reading, keys) : nextHoliday(reading, keys);
  return off ? span(off.to.add({ days: 1 }), off.to.add({ days: 1 })) : undefined;
}

function edge(
  which: string,
  size: string,
  said: string,
  season: string | undefined,
  holiday: string | undefined,
  reading: Reading,
) {
  if (which === 'last') {
    const end = endOf(season, said.includes('half') ? 'half' : 'term', reading);
    if (!end) return undefined;
    return size === 'day' ? end : span(end.to.subtract({ days: end.to.dayOfWeek - 1 }), end.to);
  }
  const key = holiday ? (HOLIDAYS[holiday] ?? (holiday === 'new year' ? 'autumn2' : undefined)) : undefined;
  const off = key ? breakAfter(reading, key) : undefined;
  const start = off
    ? off.to.add({ days: 1 })
    : season || !said.includes('back')
      ? startOf(undefined, season, 'term', reading)?.from
      : whenBack(reading)?.from;
  if (!start) return undefined;
  return size === 'day' ? span(start, start) : span(start, start.add({ days: 5 - start.dayOfWeek }));
}

function whenBack(reading: Reading): Span | undefined {
  const off = reading.lean === 'past' ? lastHoliday(reading, ALL_ENDS) : nextHoliday(reading, ALL_ENDS);
  return off ? span(off.to.add({ days: 1 }), off.to.add({ days: 1 })) : undefined;
}

function secondWeekBack(reading: Reading): Span | undefined {
  const back = whenBack(reading);
  if (!back) return undefined;
  const monday = back.from.subtract({ days: back.from.dayOfWeek - 1 }).add({ weeks: 1 });
  return span(monday, monday.add({ days: 4 }));
}

function newYear(reading: Reading): Span | undefined {
  const off = breakAfter(reading, 'autumn2');
  return off ? span(off.to.add({ days: 1 }), off.to.add({ days: 1 })) : undefined;
}

/** In August "this term" may be the one just over or the one about to begin. */
function whichTerm(which: string, reading: Reading): Span | undefined {
  const now = halfTermNow(reading);
  const here = stretch(reading, now);
  const current = here ? termOf(reading, here.from) : undefined;
  if (!current || which === 'this')
    return current && reading.today.month === 8 ? { ...current, unsure: true } : current;
  return termOf(reading, which === 'next' ? current.to.add({ days: 25 }) : current.from.subtract({ days: 60 }));
}

function schoolYear(said: string, reading: Reading): Span {
  const first = reading.today.month >= 9 ? reading.today.year : reading.today.year - 1;
  const year =
    first + (said.startsWith('next') || said.startsWith('the coming') ? 1 : said.startsWith('last') ? -1 : 0);
  return span(
    reading.today.with({ year, month: 9, day: 1 }),
    reading.today.with({ year: year + 1, month: 8, day: 31 }),
  );
}

function writtenYear(first: number, last: number, reading: Reading): Span | undefined {
  if ((first + 1) % 100 !== last) return undefined;
  return span(
    reading.today.with({ year: first, month: 9, day: 1 }),
    reading.today.with({ year: first + 1, month: 8, day: 31 }),
  );
}

import { day, type Form, mondayOf, NUMBER, numberFrom, type Reading, span, WEEKDAY, weekdayFrom } from './reading.ts';

/** Days and weeks counted from today: "tomorrow", "three weeks ago", "a fortnight today", "the week after next". */
export const SAID_DAYS: readonly Form[] = [
  { pattern: /\b(?:the )?day after (?:tomorrow|tmrw|tmw)\b/g, read: (_, r) => day(r.today.add({ days: 2 })) },
  { pattern: /\b(?:the )?day before yesterday\b/g, read: (_, r) => day(r.today.subtract({ days: 2 })) },
  {
    pattern:
      /\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmrrw|tmoz|tomoz|2moro|tmw|tom(?=\s+(?:am|pm|morning)))(?:'?s)?\b/g,
    read: (_, r) => day(r.today.add({ days: 1 })),
  },
  {
    pattern: /\b(?:yesterday|yday|yesterdays|last night)(?:'s)?\b/g,
    read: (_, r) => day(r.today.subtract({ days: 1 })),
  },
  {
    pattern: /\b(?:today|todays|tonight|this (?:morning|afternoon|evening|am|pm|aft))(?:'s)?\b/g,
    read: (_, r) => day(r.today),
  },
  {
    pattern: /\bjust (?:now|been|back from|left|finished)\b/g,
    read: (_, r) => (r.lean === 'past' ? day(r.today) : undefined),
  },
  {
    pattern: new RegExp(`\\b(${NUMBER})[ -](day|week|month|year)s? ago\\b`, 'g'),
    read: (m, r) => day(r.today.subtract({ [`${m[2]}s`]: numberFrom(m[1] ?? '') })),
  },
  { pattern: /\b(?:a )?fortnight ago\b/g, read: (_, r) => day(r.today.subtract({ weeks: 2 })) },
  {
    pattern: new RegExp(`\\b(?:in|within) (${NUMBER}) (day|week|month)s?(?:'s?)?(?: time)?\\b`, 'g'),
    read: (m, r) => day(r.today.add({ [`${m[2]}s`]: numberFrom(m[1] ?? '') })),
  },
  {
    pattern: new RegExp(`\\b(${NUMBER}) (day|week|month)s?'? (?:time|from now|from today|today)\\b`, 'g'),
    read: (m, r) => day(r.today.add({ [`${m[2]}s`]: numberFrom(m[1] ?? '') })),
  },
  {
    pattern:
      /\b(?:in a fortnight(?:'s)?(?: time)?|a fortnight today|fortnight today|a fortnight from (?:now|today))\b/g,
    read: (_, r) => day(r.today.add({ weeks: 2 })),
  },
  {
    pattern: /\ba (?:week|fortnight) tomorrow\b/g,
    read: (m, r) => day(r.today.add({ days: m[0].includes('week') ? 8 : 15 })),
  },
  { pattern: /\b(?:the )?week after next\b/g, read: (_, r) => workingWeek(r, 2) },
  { pattern: /\b(?:the )?week before last\b/g, read: (_, r) => workingWeek(r, -2) },
  {
    pattern: /\b(?:the )?week after\b(?! (?:the|we|our|that|this|half|christmas|xmas|easter))/g,
    read: (_, r) => workingWeek(r, 2),
  },
  { pattern: /\bnext (?:week|wk)s?\b/g, read: (_, r) => workingWeek(r, 1) },
  { pattern: /\b(?:this|the coming) (?:week|wk)\b/g, read: (_, r) => thisWeek(r) },
  { pattern: /\b(?:last|the past) (?:week|wk)\b/g, read: (_, r) => lastWeek(r) },
  { pattern: /\b(?:this|next|last|the) weekend\b/g, read: (m, r) => weekend(m[0], r) },
  { pattern: /\bnext month\b/g, read: (_, r) => month(r, 1) },
  { pattern: /\blast month\b/g, read: (_, r) => month(r, -1) },
  { pattern: /\bthis month\b/g, read: (_, r) => month(r, 0) },
];

/** Weekdays: "Thursday", "a week on Thursday", "Thursday week", "next Tuesday", "last Friday". */
export const SAID_WEEKDAYS: readonly Form[] = [
  {
    pattern: new RegExp(
      `\\b(?:(${NUMBER}) weeks?|(fortnight|a fortnight)) (?:on |from |this |next )?(${WEEKDAY})\\b`,
      'g',
    ),
    read: (m, r) => day(coming(r, m[3] ?? '').add({ weeks: m[2] ? 2 : numberFrom(m[1] ?? '1') })),
  },
  {
    pattern: new RegExp(`\\bweek on (${WEEKDAY})\\b`, 'g'),
    read: (m, r) => day(coming(r, m[1] ?? '').add({ weeks: 1 })),
  },
  {
    pattern: new RegExp(`\\b(${WEEKDAY}) (week|fortnight)\\b`, 'g'),
    read: (m, r) => day(coming(r, m[1] ?? '').add({ weeks: m[2] === 'week' ? 1 : 2 })),
  },
  {
    pattern: new RegExp(`\\b(${WEEKDAY}) (?:of )?(next|this|last) week\\b`, 'g'),
    read: (m, r) => inWeek(r, m[1] ?? '', m[2] ?? ''),
  },
  {
    pattern: new RegExp(`\\b(next|this|last|this coming|coming|this past) (${WEEKDAY})(?:'s)?\\b`, 'g'),
    read: (m, r) => marked(r, m[1] ?? '', m[2] ?? ''),
  },
  {
    pattern: new RegExp(`\\b(${WEEKDAY}) (?:to|until|till|-|–) (${WEEKDAY})\\b`, 'g'),
    read: (m, r) => {
      const from = plain(r, m[1] ?? '').from;
      return span(from, from.add({ days: (weekdayFrom(m[2] ?? '') - from.dayOfWeek + 7) % 7 }));
    },
  },
  {
    pattern: new RegExp(`\\b(${WEEKDAY})(?:'s)?\\b`, 'g'),
    read: (m, r) => (isEverydayWord(m) ? undefined : plain(r, m[1] ?? '')),
  },
];

/** "sat" and "sun" and "wed" are words too, unless a day is plainly meant. */
function isEverydayWord(match: RegExpMatchArray): boolean {
  if (!/^(sat|sun|mon|wed)$/.test(match[0])) return false;
  const before = (match.input ?? '').slice(0, match.index);
  return match[0] !== 'mon' && !/\b(on|next|this|last|by|until|til|till|from|before|after|every)\s+$/.test(before);
}

function coming(reading: Reading, said: string) {
  const ahead = (weekdayFrom(said) - reading.today.dayOfWeek + 7) % 7;
  return reading.today.add({ days: ahead === 0 ? 7 : ahead });
}

function gone(reading: Reading, said: string) {
  const back = (reading.today.dayOfWeek - weekdayFrom(said) + 7) % 7;
  return reading.today.subtract({ days: back === 0 ? 7 : back });
}

function plain(reading: Reading, said: string) {
  const same = weekdayFrom(said) === reading.today.dayOfWeek;
  if (reading.lean === 'past') return same ? day(reading.today, true) : day(gone(reading, said));
  return same ? day(coming(reading, said), true) : day(coming(reading, said));
}

function inWeek(reading: Reading, said: string, which: string) {
  const weeks = which === 'next' ? 1 : which === 'last' ? -1 : 0;
  const base = which === 'this' && reading.today.dayOfWeek > 5 && reading.lean !== 'past' ? 1 : weeks;
  return day(mondayOf(reading.today).add({ days: base * 7 + weekdayFrom(said) - 1 }));
}

/** "Next Friday" said on a Monday may be this week's or next week's: the second, but worth asking. */
function marked(reading: Reading, which: string, said: string) {
  if (which === 'last' || which === 'this past') return day(gone(reading, said));
  if (which !== 'next') return day(coming(reading, said));
  const soon = coming(reading, said);
  const sameWeek = mondayOf(soon).equals(mondayOf(reading.today));
  return sameWeek ? day(soon.add({ weeks: 1 }), true) : day(soon);
}

function workingWeek(reading: Reading, weeks: number) {
  const monday = mondayOf(reading.today).add({ weeks });
  return span(monday, monday.add({ days: 4 }));
}

/** On a Saturday or Sunday "this week" is as likely the one about to start. */
function thisWeek(reading: Reading) {
  const resting = reading.today.dayOfWeek > 5;
  const found = workingWeek(reading, resting && reading.lean !== 'past' ? 1 : 0);
  return resting ? { ...found, unsure: true } : found;
}

/** On a Saturday or Sunday "last week" is as likely the one just ended. */
function lastWeek(reading: Reading) {
  const resting = reading.today.dayOfWeek > 5;
  const found = workingWeek(reading, resting ? 0 : -1);
  return resting ? { ...found, unsure: true } : found;
}

function weekend(said: string, reading: Reading) {
  const saturday = mondayOf(reading.today).add({ days: 5 });
  const weeks = said.startsWith('next') ? 1 : said.startsWith('last') ? -1 : 0;
  return span(saturday.add({ weeks }), saturday.add({ weeks, days: 1 }));
}

function month(reading: Reading, months: number) {
  const first = reading.today.with({ day: 1 }).add({ months });
  return span(first, first.with({ day: first.daysInMonth }));
}

import {
  dateOf,
  day,
  type Form,
  isBefore,
  MONTH,
  monthFrom,
  nearest,
  type Reading,
  span,
  yearFrom,
} from './reading.ts';

/** Months: "in March", "end of Feb", "mid January", "early next term" is not one. */
export const SAID_MONTHS: readonly Form[] = [
  {
    pattern: new RegExp(`\\b(end|start|beginning|middle) of (?:next |last )?(${MONTH})(?: (20\\d\\d))?\\b`, 'g'),
    read: (m, r) => part(m[1] ?? '', month(m[2] ?? '', m[3], r)),
  },
  {
    pattern: new RegExp(`\\b(early|mid|late)[ -](${MONTH})(?: (20\\d\\d))?\\b`, 'g'),
    read: (m, r) => part(m[1] ?? '', month(m[2] ?? '', m[3], r)),
  },
  {
    pattern: new RegExp(`\\b(last|next|this) (${MONTH})\\b`, 'g'),
    read: (m, r) => month(m[2] ?? '', undefined, { ...r, lean: m[1] === 'last' ? 'past' : 'future' }),
  },
  {
    pattern: new RegExp(`\\b(${MONTH})(?:'s)?(?:,? (20\\d\\d)| '(\\d\\d))?\\b`, 'g'),
    read: (m, r) => (isEverydayWord(m) ? undefined : month(m[1] ?? '', m[2] ?? m[3], r)),
  },
  {
    pattern: /\b(?:in|since|from|of|during|before|until|for) (20\d\d)\b(?![/-]\d)/g,
    read: (m) => year(Number(m[1])),
  },
];

/** "may", "march" and "mar" are words; a month only after "in", "by", "last" and the like, or with a capital. */
function isEverydayWord(match: RegExpMatchArray): boolean {
  const word = match[1] ?? '';
  if (!/^(may|mar|march|dec|jan|jun|sept?)$/.test(word)) return false;
  if (/^(jan|dec|jun|sept?)$/.test(word)) return false;
  const before = (match.input ?? '').slice(0, match.index);
  const expected =
    /\b(?:in|by|until|till?|from|since|of|before|after|during|for|late|early|mid|next|last|this|to|-|and|or|around|about)\s+$/;
  if (word === 'march') return /\b(?:a|the|to|will|can)\s+$/.test(before) && !expected.test(before);
  return (
    !expected.test(before) || /\b(?:that|which|it|we|you|they|i|there|this|of|about|for|to|and|or)\s+$/.test(before)
  );
}

function month(said: string, saidYear: string | undefined, reading: Reading) {
  const number = monthFrom(said);
  const { today } = reading;
  if (saidYear !== undefined) return whole(dateOf(yearFrom(saidYear), number, 1));
  if (today.month === number) return whole(today.with({ day: 1 }));
  const candidates = [-1, 0, 1].flatMap((years) => dateOf(today.year + years, number, 1) ?? []);
  return whole(nearest(candidates, reading));
}

function whole(first: Reading['today'] | undefined) {
  return first ? span(first, first.with({ day: first.daysInMonth })) : undefined;
}

function part(which: string, found: ReturnType<typeof month>) {
  if (!found) return undefined;
  if (which === 'end') return day(found.to);
  if (which === 'start' || which === 'beginning') return day(found.from);
  if (which === 'early') return span(found.from, found.from.with({ day: 10 }));
  if (which === 'late') return span(found.from.with({ day: 21 }), found.to);
  return span(found.from.with({ day: 11 }), found.from.with({ day: 20 }));
}

function year(number: number) {
  const first = dateOf(number, 1, 1);
  const last = dateOf(number, 12, 31);
  return first && last && !isBefore(last, first) ? span(first, last) : undefined;
}

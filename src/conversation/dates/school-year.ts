import type { HalfTermKey } from '../../core/term-dates.ts';
import { isBefore, type Reading, type Span, span } from './reading.ts';

/** The holiday after a half term: from the day after it ends to the day before the next begins. Nearest as the reading leans. */
export function breakAfter(reading: Reading, key: HalfTermKey | undefined): Span | undefined {
  if (key === undefined) return undefined;
  return reading.lean === 'past' ? lastHoliday(reading, [key]) : nextHoliday(reading, [key]);
}

/** The first holiday of these kinds not yet over. */
export function nextHoliday(reading: Reading, after: readonly HalfTermKey[]): Span | undefined {
  return holidays(reading, after).find((off) => !isBefore(off.to, reading.today));
}

/** The last holiday of these kinds that has begun. */
export function lastHoliday(reading: Reading, after: readonly HalfTermKey[]): Span | undefined {
  return holidays(reading, after).findLast((off) => !isBefore(reading.today, off.from));
}

function holidays(reading: Reading, after: readonly HalfTermKey[]): readonly Span[] {
  return reading.halfTerms.flatMap((half, i) => {
    const next = reading.halfTerms[i + 1];
    return next && after.includes(half.key) ? [span(half.end.add({ days: 1 }), next.start.subtract({ days: 1 }))] : [];
  });
}

/** Position of the half term today lies in, or of the next to begin. */
export function halfTermNow(reading: Reading): number {
  return reading.halfTerms.findIndex((half) => !isBefore(half.end, reading.today));
}

export function stretch(reading: Reading, position: number): Span | undefined {
  const half = reading.halfTerms[position];
  return half ? span(half.start, half.end) : undefined;
}

/** The half term of that name: running or to come; leaning past, the last to have begun. */
export function whenHeld(reading: Reading, key: HalfTermKey): Span | undefined {
  const all = reading.halfTerms.filter((half) => half.key === key);
  const found =
    reading.lean === 'past'
      ? all.findLast((half) => !isBefore(reading.today, half.start))
      : all.find((half) => !isBefore(half.end, reading.today));
  return found ? span(found.start, found.end) : undefined;
}

/** The whole term, both halves, that a day lies in or nearest before. */
export function termOf(reading: Reading, day: Reading['today']): Span | undefined {
  const at = reading.halfTerms.findIndex((half) => !isBefore(half.end, day));
  const half = reading.halfTerms[at];
  if (!half) return undefined;
  const first = half.key.endsWith('1') ? half : reading.halfTerms[at - 1];
  const second = half.key.endsWith('1') ? reading.halfTerms[at + 1] : half;
  return first && second ? span(first.start, second.end) : undefined;
}

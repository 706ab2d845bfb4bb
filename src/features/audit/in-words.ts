import { Temporal } from 'temporal-polyfill';
import { LONDON } from '../../core/clock.ts';
import { longDate } from '../../core/wording.ts';
import type { AuditRow } from './schema.ts';

/** "18 November 2026, 10:05", in London. */
export function momentInWords(at: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(LONDON);
  return `${longDate(local.toPlainDate().toString())}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

const SHOWN: readonly (readonly [verb: RegExp, words: string])[] = [
  [/^categories\.show$/, 'the school’s record'],
  [/^categories\.history$/, 'the record over time'],
  [/^categories\.(caseload|ahead)$/, 'a list with this school in it'],
  [/^categories\.pending$/, 'what is not yet shared'],
  [/^categories\.(.*challenge.*|.*outcome)$/, 'a challenge'],
  [/^audit\./, 'who has looked'],
];

/** What a row showed, without a word of what it said. `inFull` false: only that it was something. */
export function shownInWords({ verb }: Pick<AuditRow, 'verb'>, inFull: boolean): string {
  const found = inFull ? SHOWN.find(([pattern]) => pattern.test(verb))?.[1] : undefined;
  return `Shown ${found ?? 'something recorded'}`;
}

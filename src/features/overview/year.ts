import { Temporal } from 'temporal-polyfill';
import { AcademicYear, academicYearOf, yearBefore } from '../../core/academic-year.ts';
import type { DateMention } from '../../core/intent.ts';

/** A stretch of time at least this long is a year that was meant. */
const NEARLY_A_YEAR_DAYS = 300;

/** The academic year said in a message: "2025/26", "2025-2026", "last year". Nothing when none was. */
export function yearIn(
  text: string,
  dates: readonly DateMention[],
  today: Temporal.PlainDate,
): AcademicYear | undefined {
  const written = /\b(20\d\d)\s*[/–-]\s*(?:20)?(\d\d)\b/.exec(text);
  const named = written && AcademicYear.safeParse(`${written[1]}-${written[2]}`);
  if (named?.success && follows(named.data)) return named.data;
  if (/\b(last|previous) (academic |school )?year\b/i.test(text)) return yearBefore(academicYearOf(today));
  const long = dates.find(({ from, to }) => days(from, to) >= NEARLY_A_YEAR_DAYS);
  return long && academicYearOf(Temporal.PlainDate.from(long.from));
}

function follows(year: AcademicYear): boolean {
  return (Number(year.slice(2, 4)) + 1) % 100 === Number(year.slice(5));
}

function days(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

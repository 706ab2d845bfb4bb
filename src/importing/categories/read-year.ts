import { AcademicYear } from '../../core/academic-year.ts';

const YEARS = /^(\d{4})\s*[-/–]\s*(\d{2}|\d{4})$/;

/** Reads "2026-27", "2026/27" or "2026-2027"; `undefined` when it is no academic year. */
export function readAcademicYear(written: string): AcademicYear | undefined {
  const [, first, second] = YEARS.exec(written) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const next = String(Number(first) + 1);
  return next.endsWith(second) ? AcademicYear.parse(`${first}-${next.slice(2)}`) : undefined;
}

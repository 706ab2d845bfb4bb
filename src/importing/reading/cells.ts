import { Temporal } from 'temporal-polyfill';

const UNTIDY = /[\s\p{Cc}]+/gu;
const UNSEEN = /\p{Cf}+/gu;
/** Cells that say "nothing here" in the register's exports. */
const PLACEHOLDERS = new Set(['nan', 'null', 'select', 'not recorded', '#n/a']);

/** The cell's own words with stray line ends, double spaces and invisible characters taken out. */
export function tidy(cell: string): string {
  return cell.replace(UNSEEN, '').replace(UNTIDY, ' ').trim();
}

/** `undefined` for a cell that holds nothing, or only a word for nothing. */
export function known(tidied: string): string | undefined {
  return tidied === '' || PLACEHOLDERS.has(tidied.toLowerCase()) ? undefined : tidied;
}

const BRITISH = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads "31-08-2018" (the register), "31/08/2018" (Ofsted, and people) or "2018-08-31" as an ISO date; `undefined` if it is none. */
export function readDate(tidied: string): string | undefined {
  const british = BRITISH.exec(tidied);
  const [year, month, day] = british ? [british[3], british[2], british[1]] : (ISO.exec(tidied)?.slice(1) ?? []);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** The register writes 1 January 1900 where it does not know. */
export const UNKNOWN_DATE = '1900-01-01';

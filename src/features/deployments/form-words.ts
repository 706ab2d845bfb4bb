import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { FormProblem, MOST_DAYS, MOST_HALF_DAYS, MOST_PENCE, MOST_WORDS } from '../support/index.ts';

/** What was filled in, as platforms send it: everything is words, and an empty number may come as "NaN". */
export const Said = z.union([z.number(), z.string().max(100_000)]).optional();

export function textIn(said: string | undefined, problem: string): string {
  const text = (said ?? '').trim();
  if (text === '') throw new FormProblem(problem);
  if (text.length > MOST_WORDS) throw new FormProblem(`Please keep each answer to ${MOST_WORDS} characters.`);
  return text;
}

export function halfDaysIn(said: z.infer<typeof Said>): number {
  const count = Number(said ?? '');
  if (Number.isInteger(count) && count >= 1 && count <= MOST_HALF_DAYS) return count;
  throw new FormProblem(`Half-days are a whole number from 1 to ${MOST_HALF_DAYS}.`);
}

/** "£400", "1,250.50", "400" in pounds, as pence. Nothing said is nothing to pay. */
export function penceIn(said: z.infer<typeof Said>): number {
  const words = String(said ?? '').replace(/[£,\s]/g, '');
  if (words === '' || words === 'NaN') return 0;
  const [, whole, rest = ''] = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(words) ?? [];
  const pence = Number(whole) * 100 + Number(rest.padEnd(2, '0'));
  if (whole === undefined || pence > MOST_PENCE) {
    throw new FormProblem('Please give the cost in pounds, such as 400 or 1250.50; 0 when there is nothing to pay.');
  }
  return pence;
}

export function dayIn(said: string | undefined, problem: string): string {
  const date = z.iso.date().safeParse(said);
  if (!date.success) throw new FormProblem(problem);
  return date.data;
}

/**
 * Days in a line, as people write them: "12 January, 26 January", "12/1/2027 and 26/1". Where no year is said, the one that
 * puts the day between the first day and the last. Sorted, each once.
 */
export function daysIn(said: string | undefined, dates: { readonly from: string; readonly to: string }): string[] {
  const parts = (said ?? '')
    .split(/[,;\n]|\band\b/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const days = parts.map((part) => oneDay(part, dates));
  if (days.length > MOST_DAYS) throw new FormProblem(`Please give at most ${MOST_DAYS} days.`);
  const outside = days.find((day) => day < dates.from || day > dates.to);
  if (outside)
    throw new FormProblem('Each day for a visit falls between the first day and the last. Please check them.');
  return [...new Set(days)].toSorted();
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function oneDay(part: string, dates: { readonly from: string; readonly to: string }): string {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(part);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), part);
  const words = part.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+/i, '');
  const said =
    /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})(?:\s+(\d{4}))?$/i.exec(words) ??
    /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{2}|\d{4}))?$/.exec(words);
  const [, day = '', month = '', year] = said ?? [];
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase().slice(0, 3)) + 1;
  if (!said || number === 0) throw notADay(part);
  if (year !== undefined) return dateOf(Number(year.padStart(4, '20')), number, Number(day), part);
  const first = Number(dates.from.slice(0, 4));
  const inFirst = dateOf(first, number, Number(day), part);
  return inFirst >= dates.from ? inFirst : dateOf(first + 1, number, Number(day), part);
}

function dateOf(year: number, month: number, day: number, part: string): string {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    throw notADay(part);
  }
}

function notADay(part: string): FormProblem {
  return new FormProblem(
    `I can’t read “${part.slice(0, 40)}” as a day. Please give days like this: 12 January 2027, 26 January 2027.`,
  );
}

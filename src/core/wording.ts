import { Temporal } from 'temporal-polyfill';
import type { Term } from './framework-vocabulary.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "12 November 2026", from an ISO date. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** The same of an ISO instant in a record: its day as it is written there, in UTC. */
export function dayOf(instant: string): string {
  return longDate(instant.slice(0, 'YYYY-MM-DD'.length));
}

/** "Thursday 12 November 2026", from an ISO date: for a day somebody has to keep. */
export function dayAndDate(iso: string): string {
  return `${DAYS[Temporal.PlainDate.from(iso).dayOfWeek - 1]} ${longDate(iso)}`;
}

/** "1 half-day", "2 half-days". */
export function counted(count: number, term: Pick<Term, 'singular' | 'plural'>): string {
  return `${count} ${count === 1 ? term.singular : term.plural}`;
}

/** "Ann", "Ann and Bo", "Ann, Bo and Cy". */
export function listed(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1)}`;
}

/** "£400", "£1,250.50": an amount in pence, as people write it. */
export function pounds(pence: number): string {
  const whole = Math.floor(pence / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = pence % 100;
  return `£${whole}${rest === 0 ? '' : `.${rest.toString().padStart(2, '0')}`}`;
}

export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "2026/27", as people write an academic year. */
export function academicYearInWords(year: string): string {
  return year.replace('-', '/');
}

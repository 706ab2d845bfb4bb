import type { Taken } from './figures/times.ts';

/** "14 requests", "1 request". */
export function requestsInWords(count: number): string {
  return count === 1 ? '1 request' : `${count} requests`;
}

/** "The same day", "1 working day", "2½ working days". */
export function workingDaysInWords(days: number): string {
  if (days === 0) return 'The same day';
  if (days === 0.5) return 'Half a working day';
  const whole = Math.floor(days);
  const said = days === whole ? String(whole) : `${whole}½`;
  return `${said} working ${days === 1 ? 'day' : 'days'}`;
}

/** "Median of 12 requests; 2 still wait." */
export function takenInWords({ median, over, stillWaiting }: Taken): string {
  const said = median === undefined ? '' : `Median of ${requestsInWords(over)}`;
  const waits = stillWaiting === 0 ? '' : `${stillWaiting} still ${stillWaiting === 1 ? 'waits' : 'wait'}`;
  return [said, waits].filter((part) => part !== '').join('; ');
}

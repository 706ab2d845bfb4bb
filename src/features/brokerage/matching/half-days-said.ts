import { Refusal } from '../../../core/refusal.ts';

/** The half-days a form asks for, if there are so many left. */
export function halfDaysSaid(said: number | string | undefined, left: number): number {
  const count = Number(said ?? '');
  if (said !== '' && Number.isInteger(count) && count >= 1 && count <= left) return count;
  throw new Refusal(
    'invalid_input',
    `It has ${left} half-day${left === 1 ? '' : 's'} left, so please give a whole number from 1 to ${left}. Nobody has been asked.`,
    [{ input: 'halfDays' }],
  );
}

import type { Cadence } from '../../core/framework-process.ts';

const OFTEN: Record<Extract<Cadence, string>, string> = {
  annual: 'every year',
  termly: 'every term',
  half_termly: 'every half term',
  quarterly: 'every quarter',
  monthly: 'every month',
  regular: 'regularly',
};

/** "every half term", "every 6 weeks". */
export function cadenceInWords(cadence: Cadence): string {
  if (typeof cadence === 'string') return OFTEN[cadence];
  return cadence.everyWeeks === 1 ? 'every week' : `every ${cadence.everyWeeks} weeks`;
}

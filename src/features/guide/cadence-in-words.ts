import type { Cadence } from '../../core/framework-process.ts';

const OFTEN: Record<Extract<Cadence, string>, string> = {
  annual: 'once a year',
  termly: 'once a term',
  half_termly: 'once a half term',
  quarterly: 'once a quarter',
  monthly: 'once a month',
  regular: 'regularly',
};

/** "once a half term", "every 6 weeks". */
export function cadenceInWords(cadence: Cadence): string {
  if (typeof cadence === 'string') return OFTEN[cadence];
  return cadence.everyWeeks === 1 ? 'every week' : `every ${cadence.everyWeeks} weeks`;
}

import type { Level } from './framework-levels.ts';
import { longDate } from './wording.ts';

/**
 * Whether the adviser attends a meeting of the governing body: certain only where the documents say so or the authority has
 * ruled; an assumption is said to be one. Empty where the documents promise nothing.
 */
export function governorsInWords({ governingBodyAttendance }: Pick<Level, 'governingBodyAttendance'>): string {
  const { attends, assumed, ruling } = governingBodyAttendance;
  if (ruling) {
    const verb = attends ? 'attends' : 'does not attend';
    return `The adviser ${verb} a meeting of the governing body: ruled by the ${ruling.by} on ${longDate(ruling.on)}.`;
  }
  if (assumed !== undefined) {
    return `Whether the adviser attends a meeting of the governing body is not settled. ${assumed}`;
  }
  return attends ? 'The adviser attends a meeting of the governing body at an agreed point in the year.' : '';
}

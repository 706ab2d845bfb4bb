import type { Asking } from '../../core/feature.ts';
import { grantsOn } from '../../core/people.ts';

/** Officers keep the list of people. */
export function isOfficer({ viewer, today }: Pick<Asking, 'viewer' | 'today'>): boolean {
  return viewer !== undefined && grantsOn(viewer, today).some(({ role }) => role === 'officer');
}

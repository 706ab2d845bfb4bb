import type { Asking } from '../../core/feature.ts';
import { grantsOn, type Role } from '../../core/people.ts';

const ACROSS_SCHOOLS: readonly Role[] = ['adviser', 'senior_adviser', 'head_of_service', 'review_group_member'];

/** Whether somebody works with schools that are not their own, however many they have at present. */
export function worksAcrossSchools({ viewer, today }: Pick<Asking, 'viewer' | 'today'>): boolean {
  return viewer !== undefined && grantsOn(viewer, today).some((grant) => ACROSS_SCHOOLS.includes(grant.role));
}

import type { Role } from '../../../core/people.ts';

/** The roles by the names under which the training messages were written; `none` for somebody not linked to a person. */
export function readerRoles(roles: readonly Role[]): readonly string[] {
  if (roles.length === 0) return ['none'];
  return [...new Set(roles.map((role) => WRITTEN_AS[role] ?? role))];
}

const WRITTEN_AS: Partial<Record<Role, string>> = {
  senior_adviser: 'adviser',
  head_of_service: 'officer',
  review_group_member: 'headteacher',
};

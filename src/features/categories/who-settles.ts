import type { Asking } from '../../core/feature.ts';
import type { Role } from '../../core/people.ts';
import type { School } from '../../core/school.ts';
import type { Parts } from './parts.ts';
import { type Challenge, ChallengeOutcome } from './schema.ts';

const SERVICE: readonly Role[] = ['adviser', 'senior_adviser', 'head_of_service'];

/**
 * The outcomes somebody may record on a school's challenge: none, unless they work with the school for the service. A review is
 * decided by whom the framework says; others of the service may say that it was answered. Nobody settles what they raised.
 */
export function outcomesOpenTo(
  parts: Parts,
  school: School,
  challenge: Challenge,
  asking: Pick<Asking, 'viewer' | 'today'>,
): readonly ChallengeOutcome[] {
  if (!asking.viewer || challenge.state !== 'open' || challenge.raised.person === asking.viewer.id) return [];
  const as = (roles: readonly Role[]) => mayAs(parts, school, asking, roles);
  if (!as(SERVICE)) return [];
  const decides = SERVICE.filter((role) => parts.framework.assignment.challenge.decidedBy.includes(role));
  return challenge.kind === 'factual_accuracy' || as(decides) ? ChallengeOutcome.options : ['answered'];
}

/** Whether they may know of it by these roles alone: being head of the school as well gives no say in its challenges. */
function mayAs(
  { needToKnow }: Parts,
  school: School,
  { viewer, today }: Pick<Asking, 'viewer' | 'today'>,
  roles: readonly Role[],
): boolean {
  if (!viewer) return false;
  const grants = viewer.grants.filter((grant) => roles.includes(grant.role));
  return needToKnow.may({ ...viewer, grants }, 'challenge', school, today);
}

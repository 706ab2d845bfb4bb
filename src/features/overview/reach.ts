import type { Temporal } from 'temporal-polyfill';
import { notYoursToKnow } from '../../core/disclosure.ts';
import type { Asking } from '../../core/feature.ts';
import { grantsOn, type Person, type Role } from '../../core/people.ts';
import { Refusal } from '../../core/refusal.ts';
import { hatsOf, type SupportRequest } from '../support/index.ts';

/** How far somebody's overview goes: every request, or those that are with them. */
export type Reach = 'authority' | 'caseload';

const SERVICE: readonly Role[] = ['adviser', 'senior_adviser', 'head_of_service'];
const OVERSEERS: readonly Role[] = ['senior_adviser', 'head_of_service'];

/** From the roles held that day. Nothing for whoever has no overview. */
export function reachOf(viewer: Person | undefined, today: Temporal.PlainDate): Reach | undefined {
  const grants = (viewer ? grantsOn(viewer, today) : []).filter(({ role }) => SERVICE.includes(role));
  if (grants.some(({ role, scope }) => OVERSEERS.includes(role) && scope.type === 'authority')) return 'authority';
  return grants.length > 0 ? 'caseload' : undefined;
}

/** Throws the refusal for whoever has no overview: with what they may see instead, for those who are known. */
export function mustReach(asking: Pick<Asking, 'viewer' | 'today'>): {
  readonly viewer: Person;
  readonly reach: Reach;
} {
  const { viewer, today } = asking;
  if (!viewer) throw notYoursToKnow();
  const reach = reachOf(viewer, today);
  if (reach) return { viewer, reach };
  const headsASchool = grantsOn(viewer, today).some(({ role }) => role === 'headteacher');
  throw new Refusal('not_your_role', headsASchool ? FOR_HEADS : FOR_OTHERS);
}

const FOR_HEADS =
  'The overview of support is for advisers and the head of service. You can see your own school’s requests: say “our requests”.';
const FOR_OTHERS =
  'The overview of support is for advisers and the head of service. You can see who offers support: say, for example, “who could help with phonics?”';

/** Whether a request is counted one by one for them: an overseer's are all, an adviser's those they have or are asked to take. */
export function isWithin(request: SupportRequest, viewer: Person, today: Temporal.PlainDate): boolean {
  const hats = hatsOf(request, viewer, today);
  return hats.has('overseer') || hats.has('owner') || hats.has('in_line');
}

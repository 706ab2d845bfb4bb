import type { Temporal } from 'temporal-polyfill';
import type { SchoolId } from '../../../core/ids.ts';
import { grantsOn, type Person, type Role } from '../../../core/people.ts';
import type { SupportRequest } from '../schema.ts';

/** How somebody stands to one request. Who wears none may not know that it exists (domain.md §22). */
export type Hat =
  /** The headteacher of the school that asked. */
  | 'requester'
  /** Its chair of governors, when the headteacher said the chair may know. */
  | 'chair'
  /** Asked to take it on. */
  | 'in_line'
  | 'owner'
  /** Senior adviser or head of service, over the whole authority. */
  | 'overseer'
  /** Was asked once; may hear who has it, and no more. */
  | 'was_in_line'
  /** Head of the school put forward as a partner, who has not answered: knows only what was put to them. */
  | 'provider'
  /** Head of the school that said yes. */
  | 'partner'
  /** Headed a school that was put forward and said no. */
  | 'was_provider'
  /** Time itself: no person. */
  | 'clock';

const SERVICE: readonly Role[] = ['adviser', 'senior_adviser', 'head_of_service'];
const OVERSEERS: readonly Role[] = ['senior_adviser', 'head_of_service'];

/** Read from the roles somebody holds that day and from the record: never from what a card carries. */
export function hatsOf(request: SupportRequest, person: Person, today: Temporal.PlainDate): ReadonlySet<Hat> {
  const grants = grantsOn(person, today);
  const serves = grants.some((grant) => SERVICE.includes(grant.role));
  const hats = new Set<Hat>();
  if (isHeadOf(person, request.wish.school, today)) hats.add('requester');
  if (request.wish.chairMayKnow && holdsAt(person, 'chair_of_governors', request.wish.school, today)) hats.add('chair');
  if (serves && 'routed' in request && request.routed.line.includes(person.id)) hats.add('in_line');
  if (serves && 'owner' in request && request.owner?.person === person.id) hats.add('owner');
  if (grants.some((grant) => OVERSEERS.includes(grant.role) && grant.scope.type === 'authority')) hats.add('overseer');
  if (serves && request.invited.includes(person.id)) hats.add('was_in_line');
  if ('proposal' in request && isHeadOf(person, request.proposal.school, today)) hats.add('provider');
  if ('partner' in request && isHeadOf(person, request.partner.school, today)) hats.add('partner');
  if (request.turnedDown.some(({ school }) => isHeadOf(person, school, today))) hats.add('was_provider');
  return hats;
}

/** May read the whole of it. */
export function mayRead(hats: ReadonlySet<Hat>): boolean {
  return READERS.some((hat) => hats.has(hat));
}

const READERS: readonly Hat[] = ['requester', 'chair', 'in_line', 'owner', 'overseer', 'partner'];

export function isHeadOf(person: Person, school: SchoolId, today: Temporal.PlainDate): boolean {
  return holdsAt(person, 'headteacher', school, today);
}

function holdsAt(person: Person, role: Role, school: SchoolId, today: Temporal.PlainDate): boolean {
  return grantsOn(person, today).some(
    (grant) => grant.role === role && grant.scope.type === 'school' && grant.scope.id === school,
  );
}

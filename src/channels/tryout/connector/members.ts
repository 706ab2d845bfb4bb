import { emailOf, personByUserId, type TryoutPerson, userIdOf } from '../people.ts';
import type { Place } from '../places.ts';
import type { Setting } from '../setting.ts';
import { memberNotFound } from './errors.ts';

/** A member as Teams' roster describes one. */
export function accountOf(setting: Setting, person: TryoutPerson): object {
  const [givenName, ...rest] = person.name.split(' ');
  return {
    id: userIdOf(person),
    name: person.name,
    aadObjectId: person.aadObjectId,
    objectId: person.aadObjectId,
    givenName,
    surname: rest.join(' '),
    email: emailOf(person),
    userPrincipalName: emailOf(person),
    tenantId: setting.tenantId,
    userRole: 'user',
  };
}

export function member(setting: Setting, place: Place, id: string): object {
  const person = personByUserId(place.members, id);
  if (person === undefined) throw memberNotFound();
  return accountOf(setting, person);
}

const LARGEST_PAGE = 500;

/** One page of the roster; `continuationToken` says where the next begins. */
export function pagedMembers(setting: Setting, place: Place, size: number, from: number): object {
  const start = Number.isSafeInteger(from) && from > 0 ? from : 0;
  const end = start + (Number.isSafeInteger(size) && size > 0 ? Math.min(size, LARGEST_PAGE) : LARGEST_PAGE);
  return {
    members: place.members.slice(start, end).map((person) => accountOf(setting, person)),
    ...(end < place.members.length ? { continuationToken: String(end) } : {}),
  };
}

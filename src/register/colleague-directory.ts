import type { Temporal } from 'temporal-polyfill';
import type { Colleagues } from '../core/directory.ts';
import type { PersonId } from '../core/ids.ts';
import { type Grant, grantsOn, type Person, type Role } from '../core/people.ts';

const ADVISING: readonly Role[] = ['adviser', 'senior_adviser'];

/** Indexes people for naming advisers and finding whom to tell. */
export function createColleagues(people: Iterable<Person>): Colleagues {
  const byId = new Map<PersonId, Person>();
  const advisers = new Map<string, Person[]>();
  for (const person of people) {
    byId.set(person.id, person);
    for (const { role, scope } of person.grants) {
      if (ADVISING.includes(role) && (scope.type === 'area' || scope.type === 'school')) push(advisers, scope, person);
    }
  }
  return {
    get: (id) => byId.get(id),
    adviserOf({ id, area, adviser }, today) {
      const own = adviser === undefined ? undefined : byId.get(adviser);
      if (own && grantsOn(own, today).some((grant) => ADVISING.includes(grant.role))) return own;
      const scopes = [{ type: 'school', id }, ...(area === undefined ? [] : [{ type: 'area', id: area }])];
      for (const role of ADVISING) {
        for (const scope of scopes) {
          const found = advisers.get(keyOf(scope))?.find((person) => advises(person, role, scope, today));
          if (found) return found;
        }
      }
      return undefined;
    },
    holding: (role, today) => [...byId.values()].filter((person) => holdsRole(person, role, today)),
    named(words) {
      const said = fold(words);
      if (said.length === 0) return [];
      return [...byId.values()].filter((person) => {
        const held = fold(`${person.displayName} ${person.title ?? ''}`);
        return said.every((word) => held.some((candidate) => candidate.startsWith(word)));
      });
    },
  };
}

interface Place {
  readonly type: string;
  readonly id: string;
}

/** By the very grant that names this school or area: somebody who has moved on to another area no longer advises here. */
function advises(person: Person, role: Role, place: Place, today: Temporal.PlainDate): boolean {
  const here = ({ role: held, scope }: Grant) =>
    held === role && scope.type === place.type && 'id' in scope && scope.id === place.id;
  return grantsOn(person, today).some(here);
}

function holdsRole(person: Person, role: Role, today: Temporal.PlainDate): boolean {
  return grantsOn(person, today).some((grant) => grant.role === role);
}

function keyOf({ type, id }: Place): string {
  return `${type}:${id}`;
}

function push(map: Map<string, Person[]>, place: Place, person: Person): void {
  const key = keyOf(place);
  const known = map.get(key);
  if (known) known.push(person);
  else map.set(key, [person]);
}

function fold(words: string): readonly string[] {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

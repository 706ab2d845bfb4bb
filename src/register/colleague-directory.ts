import type { Temporal } from 'temporal-polyfill';
import type { Colleagues } from '../core/directory.ts';
import type { PersonId } from '../core/ids.ts';
import { grantsOn, type Person, type Role } from '../core/people.ts';

/** Indexes people for naming advisers and finding whom to tell. */
export function createColleagues(people: Iterable<Person>): Colleagues {
  const byId = new Map<PersonId, Person>();
  const advisersOfArea = new Map<string, Person[]>();
  const advisersOfSchool = new Map<string, Person[]>();
  for (const person of people) {
    byId.set(person.id, person);
    for (const { role, scope } of person.grants) {
      if (role !== 'adviser') continue;
      if (scope.type === 'area') push(advisersOfArea, scope.id, person);
      if (scope.type === 'school') push(advisersOfSchool, scope.id, person);
    }
  }
  const stillAdvises = (person: Person, today: Temporal.PlainDate) => holdsRole(person, 'adviser', today);
  return {
    get: (id) => byId.get(id),
    adviserOf(school, today) {
      const own = school.adviser === undefined ? undefined : byId.get(school.adviser);
      const candidates = [
        ...(own ? [own] : []),
        ...(advisersOfSchool.get(school.id) ?? []),
        ...(school.area === undefined ? [] : (advisersOfArea.get(school.area) ?? [])),
      ];
      return candidates.find((person) => stillAdvises(person, today));
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

function holdsRole(person: Person, role: Role, today: Temporal.PlainDate): boolean {
  return grantsOn(person, today).some((grant) => grant.role === role);
}

function push(map: Map<string, Person[]>, key: string, person: Person): void {
  map.set(key, [...(map.get(key) ?? []), person]);
}

function fold(words: string): readonly string[] {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

import type { Temporal } from 'temporal-polyfill';
import type { Colleagues, DirectoryEntry } from '../../core/directory.ts';
import type { PersonId } from '../../core/ids.ts';
import { grantsOn, type Person } from '../../core/people.ts';
import type { Routed, RouteRule } from './schema.ts';

/** Asked together at most; others of them are asked when these cannot. Each costs writes in one commit, which holds a hundred. */
export const MOST_ASKED = 20;

type SchoolToServe = Pick<DirectoryEntry, 'id' | 'area' | 'adviser'>;

/**
 * Who is asked to take a request on: the school's own adviser; else the advisers of its area, all together; else the senior
 * advisers; else the head of service. `passed`: those who cannot take it, or asked for it. Nobody left: an empty line.
 */
export function route(
  colleagues: Colleagues,
  school: SchoolToServe,
  today: Temporal.PlainDate,
  passed: ReadonlySet<PersonId>,
): Routed {
  const free = (people: readonly Person[]) => people.filter((person) => !passed.has(person.id));
  const steps: readonly (readonly [RouteRule, () => readonly Person[]])[] = [
    ['own_adviser', () => free(ownAdvisers(colleagues, school, today))],
    ['area', () => free(areaAdvisers(colleagues, school, today))],
    ['senior_adviser', () => free(colleagues.holding('senior_adviser', today))],
    ['head_of_service', () => free(colleagues.holding('head_of_service', today))],
  ];
  for (const [rule, find] of steps) {
    const people = find();
    if (people.length > 0) return routedTo(rule, people);
  }
  return routedTo('nobody', []);
}

/** Straight to the top: senior advisers, then the head of service. */
export function routeUp(colleagues: Colleagues, today: Temporal.PlainDate, passed: ReadonlySet<PersonId>): Routed {
  const senior = colleagues.holding('senior_adviser', today).filter((person) => !passed.has(person.id));
  if (senior.length > 0) return routedTo('senior_adviser', senior);
  const heads = colleagues.holding('head_of_service', today).filter((person) => !passed.has(person.id));
  return routedTo(heads.length > 0 ? 'head_of_service' : 'nobody', heads);
}

function ownAdvisers(colleagues: Colleagues, school: SchoolToServe, today: Temporal.PlainDate): readonly Person[] {
  return colleagues
    .holding('adviser', today)
    .filter(
      (person) =>
        person.id === school.adviser ||
        grantsOn(person, today).some(
          ({ role, scope }) => role === 'adviser' && scope.type === 'school' && scope.id === school.id,
        ),
    );
}

function areaAdvisers(colleagues: Colleagues, school: SchoolToServe, today: Temporal.PlainDate): readonly Person[] {
  return colleagues
    .holding('adviser', today)
    .filter((person) =>
      grantsOn(person, today).some(
        ({ role, scope }) => role === 'adviser' && scope.type === 'area' && scope.id === school.area,
      ),
    );
}

function routedTo(rule: RouteRule, all: readonly Person[]): Routed {
  const people = all.slice(0, MOST_ASKED);
  return { line: people.map(({ id }) => id), names: people.map(({ displayName }) => displayName), rule };
}

import type { Temporal } from 'temporal-polyfill';
import type { PersonId, SchoolId } from '../../core/ids.ts';
import { grantsOn } from '../../core/people.ts';
import type { SchoolBook } from '../schools/school-book.ts';
import { withoutBlanks } from '../writing/canonical.ts';
import type { PeopleBook } from './people-book.ts';

export interface Allocated {
  /** Schools that now have another adviser on record than before, or none. */
  readonly schools: number;
  /** Schools at which several people are advisers today: which one is the school's own is not ours to choose. */
  readonly several: readonly SchoolId[];
}

/** A school's own adviser is the one person who is an adviser at that school today, by a role whose scope is that school. */
export function allocateAdvisers(schools: SchoolBook, people: PeopleBook, today: Temporal.PlainDate): Allocated {
  const now = new Map<SchoolId, Set<PersonId>>();
  const ever = new Map<SchoolId, Set<PersonId>>();
  for (const person of people.all()) {
    const live = new Set(grantsOn(person, today));
    for (const grant of person.grants) {
      if (grant.role !== 'adviser' || grant.scope.type !== 'school') continue;
      remember(ever, grant.scope.id, person.id);
      if (live.has(grant)) remember(now, grant.scope.id, person.id);
    }
  }
  let changed = 0;
  const several: SchoolId[] = [];
  for (const [id, known] of ever) {
    const school = schools.get(id);
    const [adviser, ...others] = now.get(id) ?? [];
    if (others.length > 0) several.push(id);
    else if (school && adviser !== school.adviser && (adviser !== undefined || isOneOf(known, school.adviser))) {
      schools.put(withoutBlanks({ ...school, adviser }));
      changed += 1;
    }
  }
  return { schools: changed, several };
}

function isOneOf(people: ReadonlySet<PersonId>, person: PersonId | undefined): boolean {
  return person !== undefined && people.has(person);
}

function remember(at: Map<SchoolId, Set<PersonId>>, school: SchoolId, person: PersonId): void {
  at.set(school, (at.get(school) ?? new Set()).add(person));
}

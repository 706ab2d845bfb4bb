import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { PersonId } from '../../core/ids.ts';
import { EmailLink, emailRef, personRef } from '../../core/linking.ts';
import { Person } from '../../core/people.ts';
import { withoutBlanks } from '../writing/canonical.ts';
import type { Change, Plan } from '../writing/plan.ts';
import type { PeopleBook } from './people-book.ts';
import type { PeopleFile, PersonInFile } from './read-people.ts';
import { updateGrants } from './update-grants.ts';

export interface PeopleTakenIn {
  readonly changes: Readonly<Record<Change, number>>;
  readonly grantsEnded: number;
  /** Known people the file does not name. */
  readonly notInFile: number;
  /** Their roles were ended because the file was said to be the whole list. */
  readonly notInFileEnded: boolean;
}

export interface PeoplePlans {
  readonly people: Plan;
  /** Written after the people they lead to. */
  readonly links: Plan;
}

/**
 * Plans everybody in the file, under the id they have or a lasting new one. People the file does not name keep their roles,
 * unless the file is said to be the whole list and every row of it was good.
 */
export function takeInPeople(
  file: PeopleFile,
  book: PeopleBook,
  options: { readonly today: Temporal.PlainDate; readonly complete: boolean },
  plans: PeoplePlans,
): PeopleTakenIn {
  const changes: Record<Change, number> = { new: 0, changed: 0, unchanged: 0 };
  let grantsEnded = 0;
  const inFile = new Set<PersonId>();
  const take = (before: Person | undefined, next: Person) => {
    grantsEnded += endings(next) - (before ? endings(before) : 0);
    book.put(next);
    return plans.people.put(personRef(next.id), 'person', next, book.held.get(next.id));
  };
  for (const person of file.people) {
    const before = book.byEmail(person.email);
    const next = personOf(person, before, options.today);
    inFile.add(next.id);
    changes[take(before, next)] += 1;
    const link = EmailLink.parse({ v: 1, person: next.id });
    plans.links.put(emailRef(person.email), 'email-link', link, book.links.get(person.email)?.stored);
  }
  const others = [...book.all()].filter(({ id }) => !inFile.has(id));
  const endOthers = options.complete && file.rejects.length === 0;
  for (const other of endOthers ? others : []) {
    const grants = updateGrants(other.grants, [], options.today, { endOthers: true });
    if (take(other, Person.parse({ ...other, grants })) === 'changed') changes.changed += 1;
  }
  return { changes, grantsEnded, notInFile: others.length, notInFileEnded: endOthers };
}

/** A blank title, telephone number or list of what they know says nothing: what is held stays. */
function personOf(person: PersonInFile, before: Person | undefined, today: Temporal.PlainDate): Person {
  const grants = updateGrants(before?.grants ?? [], person.grants, today, { endOthers: !person.incomplete });
  const next = {
    v: 1,
    id: before?.id ?? newId(person.email),
    displayName: person.name,
    title: person.title ?? before?.title,
    email: person.email,
    phone: person.phone ?? before?.phone,
    grants,
    phases: person.phases ?? before?.phases,
    specialisms: person.specialisms ?? before?.specialisms,
  };
  return Person.parse(withoutBlanks(next));
}

/** The same for the same address on every run, and showing nothing of it. */
function newId(email: string): PersonId {
  return PersonId.parse(`person-${createHash('sha256').update(email).digest('hex').slice(0, 16)}`);
}

function endings(person: Person): number {
  return person.grants.filter(({ to }) => to !== undefined).length;
}

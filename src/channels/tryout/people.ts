/** Somebody invented whom a visitor may be. */
export interface TryoutPerson {
  /** Stable key: "head-northcliffe". Lower-case letters, digits and hyphens; at most 40 characters. */
  readonly id: string;
  readonly name: string;
  /** As they would introduce themselves: "Headteacher of Northcliffe Primary School". */
  readonly role: string;
  readonly aadObjectId: string;
  readonly email?: string;
  /** Questions worth asking first, offered as buttons. */
  readonly starters: readonly string[];
}

/** The account number Teams would use for them in activities. */
export function userIdOf(person: TryoutPerson): string {
  return `29:${person.aadObjectId}`;
}

/** A person by the number in an activity or by their directory number: Teams accepts either. */
export function personByUserId(people: readonly TryoutPerson[], id: string): TryoutPerson | undefined {
  return people.find((person) => userIdOf(person) === id || person.aadObjectId === id);
}

/** Their address in the directory; the demonstration's own, under a name reserved for examples, unless one is given. */
export function emailOf(person: TryoutPerson): string {
  return person.email ?? `${person.id}@calderbrook.example`;
}

const INITIALS_MOST = 2;

export function initialsOf(person: TryoutPerson): string {
  const words = person.name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !/^(?:mr|mrs|ms|miss|dr)\.?$/i.test(word));
  const ends = words.length > INITIALS_MOST ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

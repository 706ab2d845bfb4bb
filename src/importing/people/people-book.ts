import type { PersonId } from '../../core/ids.ts';
import { EmailLink } from '../../core/linking.ts';
import { Person } from '../../core/people.ts';
import type { Store, Stored } from '../../core/store.ts';
import { plain } from '../words/nearest.ts';
import { readAll } from '../writing/read-all.ts';

/** Everybody known, as they will be once this import is written. */
export class PeopleBook {
  readonly held = new Map<PersonId, Stored>();
  readonly links = new Map<string, { readonly person: PersonId; readonly stored: Stored }>();
  readonly #people = new Map<PersonId, Person>();
  readonly #byEmail = new Map<string, PersonId>();

  static async load(store: Store): Promise<PeopleBook> {
    const book = new PeopleBook();
    for await (const stored of readAll(store, { type: 'person' })) {
      const person = Person.parse(stored.body);
      book.held.set(person.id, stored);
      book.put(person);
    }
    for await (const stored of readAll(store, { type: 'email-link' })) {
      const { person } = EmailLink.parse(stored.body);
      const email = stored.partition.replace(/^email:/, '');
      book.links.set(email, { person, stored });
      book.#byEmail.set(email, person);
    }
    return book;
  }

  put(person: Person): void {
    this.#people.set(person.id, person);
    if (person.email !== undefined) this.#byEmail.set(person.email.toLowerCase(), person.id);
  }

  get(id: PersonId): Person | undefined {
    return this.#people.get(id);
  }

  byEmail(email: string): Person | undefined {
    const id = this.#byEmail.get(email.toLowerCase());
    return id === undefined ? undefined : this.get(id);
  }

  /** The one person of that name; `undefined` when there is none, or more than one. */
  byName(name: string): Person | undefined {
    const [one, ...others] = [...this.all()].filter((person) => plain(person.displayName) === plain(name));
    return others.length === 0 ? one : undefined;
  }

  all(): Iterable<Person> {
    return this.#people.values();
  }
}

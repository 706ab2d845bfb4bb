import type { PersonId } from './ids.ts';
import { personRef } from './linking.ts';
import { Person } from './people.ts';
import { readOnce } from './read-once.ts';
import type { Store } from './store.ts';

const readWho = readOnce(Person);

/** The person as they are recorded now: roles may have ended since they were last looked at. `undefined`: on no list. */
export async function readPerson(store: Store, id: PersonId): Promise<Person | undefined> {
  const found = await store.get(personRef(id));
  return found && readWho(found.body);
}

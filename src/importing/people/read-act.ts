import type { PersonId } from '../../core/ids.ts';
import { nearest } from '../words/nearest.ts';
import type { PeopleBook } from './people-book.ts';

export type ActorFound = { readonly by: string; readonly person?: PersonId } | { readonly reason: string };

/** Who is meant by an e-mail address or a name. A name nobody here has is kept as it is; an address nobody has is a slip. */
export function findActor(written: string, people: PeopleBook): ActorFound {
  const known = written.includes('@') ? people.byEmail(written) : people.byName(written);
  if (known) return { by: known.displayName, person: known.id };
  if (!written.includes('@')) return { by: written };
  const like = nearest(written, people.all(), (person) => person.email ?? '')?.email;
  const suggestion = like === undefined ? 'Import people first, or write their name.' : `Did you mean ${like}?`;
  return { reason: `Nobody here has the e-mail address ${written}. ${suggestion}` };
}

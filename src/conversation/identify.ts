import { Temporal } from 'temporal-polyfill';
import { EmailLink, emailRef, IdentityLink, identityRef, linkIdentity } from '../core/linking.ts';
import type { Person } from '../core/people.ts';
import { readOnce } from '../core/read-once.ts';
import { readPerson } from '../core/read-person.ts';
import type { Store } from '../core/store.ts';
import type { Turn } from '../core/turn.ts';

const readLink = readOnce(IdentityLink);

/** How long to leave it before asking the platform again for the e-mail of somebody we do not know. */
const ASK_AGAIN_HOURS = 12;

/**
 * Who is speaking: by the identity the platform itself vouches for, and failing that by the verified e-mail the platform
 * reports for it. Nothing anybody types about themselves counts. A platform that cannot say is no reason not to answer what
 * anyone may ask: `onFault` is told, and the next turn asks again.
 */
export async function identify(
  store: Store,
  turn: Pick<Turn, 'at' | 'from'>,
  onFault: (fault: unknown) => void,
): Promise<Person | undefined> {
  const found = await store.get(identityRef(turn.from.identity));
  const link = found ? readLink(found.body) : undefined;
  if (link?.person) return readPerson(store, link.person);
  if (!turn.from.verifiedEmail || askedLately(link, turn.at)) return undefined;

  const before = link && found ? { link, etag: found.etag } : undefined;
  const asked = await ask(turn.from.verifiedEmail, onFault);
  if (!asked) return undefined;
  const person = asked.email ? await personByEmail(store, asked.email) : undefined;
  if (person) {
    await store.commit([
      linkIdentity(turn.from.identity, { person: person.id, by: 'verified_email', at: turn.at }, before),
    ]);
    return person;
  }
  await store.commit([
    {
      kind: 'put',
      ref: identityRef(turn.from.identity),
      type: 'identity',
      body: { ...(link ?? { v: 1 }), emailAskedAt: turn.at.toString() },
      guard: before ? { etag: before.etag } : 'must-not-exist',
    },
  ]);
  return undefined;
}

/** `undefined` when the platform could not be asked; an answer without an e-mail when it holds none. */
async function ask(
  verifiedEmail: () => Promise<string | undefined>,
  onFault: (fault: unknown) => void,
): Promise<{ readonly email: string | undefined } | undefined> {
  try {
    return { email: await verifiedEmail() };
  } catch (fault) {
    onFault(fault);
    return undefined;
  }
}

function askedLately(link: IdentityLink | undefined, now: Temporal.Instant): boolean {
  if (!link?.emailAskedAt) return false;
  const again = Temporal.Instant.from(link.emailAskedAt).add({ hours: ASK_AGAIN_HOURS });
  return Temporal.Instant.compare(now, again) < 0;
}

async function personByEmail(store: Store, email: string): Promise<Person | undefined> {
  const found = await store.get(emailRef(email));
  return found ? readPerson(store, EmailLink.parse(found.body).person) : undefined;
}

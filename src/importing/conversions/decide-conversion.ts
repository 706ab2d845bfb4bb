import type { Temporal } from 'temporal-polyfill';
import { CONVERSION_TYPE, ConversionProposal, conversionRef } from '../../core/conversion.ts';
import { PersonId } from '../../core/ids.ts';
import { EmailLink, emailRef } from '../../core/linking.ts';
import type { Person } from '../../core/people.ts';
import { readPerson } from '../../core/read-person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Store } from '../../core/store.ts';
import { type Joined, joinSchools } from './join-schools.ts';

export interface Deciding {
  readonly store: Store;
  /** "108064-146247" */
  readonly proposal: string;
  /** A person's id or e-mail address. */
  readonly by: string;
  readonly now: Temporal.Instant;
  /** Kinds of record that features keep in a school's partition: what must not be left behind. */
  readonly recordTypes: readonly string[];
  /** Kinds of record elsewhere that name schools: they follow the school to the identity that goes on. */
  readonly namingTypes: readonly string[];
}

/**
 * A person says that two register entries are one school: it takes the new URN, remembers the old one, and keeps its
 * identity and everything recorded about it. Safe to repeat after a crash. Throws `Refusal` with the reason otherwise.
 */
export async function confirmConversion(deciding: Deciding): Promise<Joined> {
  const { store, now, recordTypes, namingTypes } = deciding;
  const { proposal, etag } = await readProposal(deciding);
  if (proposal.status === 'confirmed') {
    throw new Refusal('already_done', `${proposal.id} was confirmed on ${proposal.decidedAt.slice(0, 10)}.`);
  }
  const by = await findPerson(deciding);
  const joined = await joinSchools({ store, proposal, by: by.id, now, recordTypes, namingTypes });
  await decide(store, { ...proposal, status: 'confirmed', decidedBy: by.id, decidedAt: now.toString() }, etag);
  return joined;
}

/** A person says they are two schools. It is not proposed again. */
export async function declineConversion(deciding: Deciding): Promise<void> {
  const { proposal, etag } = await readProposal(deciding);
  if (proposal.status !== 'proposed') {
    throw new Refusal('already_done', `${proposal.id} was ${proposal.status} on ${proposal.decidedAt.slice(0, 10)}.`);
  }
  const { id } = await findPerson(deciding);
  const decision = { status: 'declined', decidedBy: id, decidedAt: deciding.now.toString() };
  await decide(deciding.store, { ...proposal, ...decision }, etag);
}

async function readProposal({ store, proposal: id }: Deciding) {
  const found = /^\d{6}-\d{6}$/.test(id) ? await store.get(conversionRef(id)) : undefined;
  if (!found) {
    throw new Refusal(
      'invalid_input',
      `No conversion “${id}” is proposed. List them with: npm run import -- --list-conversions`,
    );
  }
  return { proposal: ConversionProposal.parse(found.body), etag: found.etag };
}

async function findPerson({ store, by }: Deciding): Promise<Person> {
  const link = by.includes('@') ? await store.get(emailRef(by)) : undefined;
  const id = link ? EmailLink.parse(link.body).person : PersonId.safeParse(by).data;
  const person = id === undefined ? undefined : await readPerson(store, id);
  if (!person) {
    throw new Refusal(
      'invalid_input',
      `Nobody here has the id or e-mail “${by}”. Say who decides with: --by <person id or e-mail>`,
    );
  }
  return person;
}

async function decide(store: Store, decided: object, etag: string): Promise<void> {
  const body = ConversionProposal.parse(decided);
  const write = { kind: 'put', ref: conversionRef(body.id), type: CONVERSION_TYPE, body, guard: { etag } } as const;
  const result = await store.commit([write]);
  if (result.outcome === 'conflict') {
    throw new Refusal('out_of_date', `Somebody else decided ${body.id} at the same moment. Look at it again.`);
  }
}

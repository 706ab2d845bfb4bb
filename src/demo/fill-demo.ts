import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { academicYearOf } from '../core/academic-year.ts';
import { type Clock, londonDate } from '../core/clock.ts';
import { EmailLink, emailRef, IdentityLink, identityRef, personRef } from '../core/linking.ts';
import { type Identity, Person } from '../core/people.ts';
import type { Store, Write } from '../core/store.ts';
import { daysAround } from './days.ts';
import { DemoOffers, offerWrites } from './offers.ts';
import { schoolWrites } from './records.ts';
import { DemoPeople, Scene } from './scene.ts';
import { teamsUser } from './teams-user.ts';
import { DemoWork, type Times, workReminders, workWrites } from './work.ts';

const FILLED = { partition: 'demo', id: 'filled' } as const;

/** The demo's people, whether or not the store has been filled yet. */
export async function readDemoPeople(directory: string): Promise<DemoPeople> {
  return DemoPeople.parse(JSON.parse(await readFile(join(directory, 'people.json'), 'utf8')));
}

/**
 * Fills an empty store with the invented partnership, once: later starts find what people did in the meantime. Dates are laid
 * out around the day of that first start.
 */
export async function fillDemo(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: string;
  readonly framework: string;
  /** The authority's times, by which people are reminded of work under way. Left out: nobody is. */
  readonly times?: Times;
}): Promise<void> {
  const { store } = parts;
  if (await store.get(FILLED)) return;
  const first = londonDate(parts.clock.now());
  const scene = Scene.parse(JSON.parse(await readFile(join(parts.directory, 'scene.json'), 'utf8')));
  const days = daysAround(first, academicYearOf(first));
  for (const writes of schoolWrites(scene, days, parts.framework).values()) await store.commit(writes);
  const people = await readDemoPeople(parts.directory);
  for (const writes of peopleWrites(people)) await store.commit(writes);
  const offers = DemoOffers.parse(JSON.parse(await readFile(join(parts.directory, 'offers.json'), 'utf8')));
  for (const writes of offerWrites(offers, first)) await store.commit(writes);
  const work = DemoWork.parse(JSON.parse(await readFile(join(parts.directory, 'work.json'), 'utf8')));
  for (const writes of workWrites(work, days)) await store.commit(writes);
  const { times } = parts;
  if (times)
    for (const writes of workReminders(work, days, { ...times, people: peopleOf(people) })) await store.commit(writes);
  await store.commit([put(FILLED, 'demo', { v: 1, on: first.toString() })]);
}

function peopleWrites(people: DemoPeople): readonly (readonly Write[])[] {
  return people.people.flatMap((entry) => {
    const person = personOf(entry);
    const identities: Identity[] = [
      { platform: 'teams', tenant: people.teamsTenant, user: teamsUser(entry.nn) },
      { platform: 'slack', tenant: people.slackTeam, user: `U0DEMO${entry.nn}` },
    ];
    const link: IdentityLink = IdentityLink.parse({ v: 1, person: entry.id, linkedBy: 'configured' });
    return [
      [put(personRef(person.id), 'person', person)],
      [put(emailRef(entry.email), 'email-link', EmailLink.parse({ v: 1, person: entry.id }))],
      ...identities.map((identity) => [put(identityRef(identity), 'identity', link)]),
    ];
  });
}

function put(ref: Write['ref'], type: string, body: Extract<Write, { kind: 'put' }>['body']): Write {
  return { kind: 'put', ref, type, body, guard: 'any' };
}

function peopleOf(people: DemoPeople): readonly Person[] {
  return people.people.map(personOf);
}

function personOf(entry: DemoPeople['people'][number]): Person {
  return Person.parse({
    v: 1,
    id: entry.id,
    displayName: entry.displayName,
    title: entry.title,
    email: entry.email,
    phone: entry.phone,
    grants: entry.grants.map(([role, type, id]) => ({
      role,
      scope: type === 'authority' ? { type } : { type, id },
      from: '2020-09-01',
    })),
  });
}

import type { Logger } from 'pino';
import type { Server } from 'restify';
import { mountTryout } from '../channels/tryout/mount-tryout.ts';
import type { MovableClock } from '../channels/tryout/movable-clock.ts';
import type { TryoutPerson } from '../channels/tryout/people.ts';
import { londonDate } from '../core/clock.ts';
import type { Colleagues } from '../core/directory.ts';
import { PersonId } from '../core/ids.ts';
import { startersFor } from '../features/general/index.ts';
import type { LoadedPartnership } from '../partnership/load.ts';
import { readDemoPeople } from './fill-demo.ts';
import { teamsUser } from './teams-user.ts';

/** Puts the try-out page on the server, with the demo's people and somebody the bot does not know. */
export async function openDemo(
  server: Server,
  demo: {
    readonly loaded: LoadedPartnership;
    readonly register: { readonly colleagues: Colleagues };
    readonly clock: MovableClock;
    readonly log: Logger;
  },
) {
  const known = await readDemoPeople(demo.loaded.directory);
  const today = londonDate(demo.clock.now());
  const { terms } = demo.loaded.framework;
  const people: TryoutPerson[] = known.people.map((person) => ({
    id: person.id,
    name: person.displayName,
    role: person.title,
    aadObjectId: teamsUser(person.nn),
    email: person.email,
    starters: startersFor(demo.register.colleagues.get(PersonId.parse(person.id)), terms, today),
  }));
  return mountTryout(server, {
    people: [...people, { ...SOMEBODY_ELSE, starters: startersFor(undefined, terms, today) }],
    clock: demo.clock,
    messagesPath: '/api/messages',
    log: demo.log,
  });
}

const SOMEBODY_ELSE = {
  id: 'somebody-else',
  name: 'Somebody else',
  role: 'Known to nobody yet: may ask general questions',
  aadObjectId: teamsUser('99'),
  email: 'somebody.else@elsewhere.example',
};

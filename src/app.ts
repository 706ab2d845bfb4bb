import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { createTeamsChannel } from './channels/teams/index.ts';
import { mountTryout } from './channels/tryout/mount-tryout.ts';
import { createMovableClock } from './channels/tryout/movable-clock.ts';
import { type Config, teamsConfig } from './config.ts';
import { createConversation } from './conversation/converse.ts';
import { stopgap } from './conversation/stopgap.ts';
import { type Clock, londonDate } from './core/clock.ts';
import { createNeedToKnow } from './core/disclosure.ts';
import type { Feature } from './core/feature.ts';
import { PersonId } from './core/ids.ts';
import { reviewGroupsOf } from './core/partnership.ts';
import { fillDemo, readDemoPeople } from './demo/fill-demo.ts';
import { categories } from './features/categories/index.ts';
import { general, startersFor } from './features/general/index.ts';
import { guide } from './features/guide/index.ts';
import { people } from './features/people/index.ts';
import { openStore } from './open-store.ts';
import { createOutbox } from './outbox/create-outbox.ts';
import { type LoadedPartnership, loadPartnership } from './partnership/load.ts';
import { type LiveRegister, openRegister } from './register/live-register.ts';
import { createRenderer } from './rendering/templates.ts';
import { close, createHttpServer, listen } from './server.ts';

const CARDS = fileURLToPath(new URL('../cards', import.meta.url));
const PARTNERSHIPS = fileURLToPath(new URL('../partnerships', import.meta.url));

/** How often a running bot looks whether an import changed the register. */
const LOOK_FOR_IMPORTS_MS = 15_000;

export interface App {
  /** The port it listens on. */
  readonly port: number;
  readonly isDemo: boolean;
  readonly partnership: LoadedPartnership;
  /** Takes nothing new, lets what is under way end, and lets go of the store. */
  stop(): Promise<void>;
}

/** Puts the whole bot together and starts it: the only place that knows every part. */
export async function startApp(config: Config, realClock: Clock, log: Logger): Promise<App> {
  const loaded = loadPartnership({ name: config.partnership, root: PARTNERSHIPS });
  const { partnership, framework, calendar } = loaded;
  const isDemo = partnership.demo;
  const teamsSettings = teamsConfig(config, isDemo);
  const movable = createMovableClock(realClock);
  const clock: Clock = isDemo ? movable : realClock;

  const store = await openStore(config.store, clock);
  if (isDemo) await fillDemo({ store, clock, directory: loaded.directory, framework: framework.id });
  const register = await openRegister(store);
  const needToKnow = createNeedToKnow({
    policy: framework.disclosure,
    overseenBy: (school) => reviewGroupsOf(partnership, school).map((group) => group.key),
    phaseOf: (school) => register.directory.get(school)?.phase,
    proposers: framework.assignment.proposers,
    ratifiers: framework.assignment.ratifiers,
  });
  const { directory, colleagues } = register;
  const parts = { store, framework, partnership, directory, colleagues, needToKnow };
  const features: readonly Feature[] = [
    people({ ...parts, secrets: SECRETS }),
    categories(parts),
    guide(parts),
    // Last: its answers are for whatever no other feature took.
    general(parts),
  ];

  const renderer = createRenderer({ cardsDirectory: CARDS });
  const conversation = createConversation({
    store,
    features,
    understand: stopgap(register),
    render: renderer.render,
    outbox: { nudge: () => outbox.nudge(), addressKnown: (person) => outbox.addressKnown(person) },
    onFault: (fault, turnId) => log.error({ err: fault, turnId }, 'A turn failed'),
  });
  const teams = createTeamsChannel({ config: teamsSettings, listener: conversation, clock, log });
  const outbox = createOutbox({
    store,
    clock,
    render: renderer.render,
    senders: { teams: teams.sender },
    stillDue: Object.fromEntries(features.flatMap(({ key, stillDue }) => (stillDue ? [[key, stillDue]] : []))),
    workingTime: { next: (at) => calendar.nextWorkingTime(at) },
    log,
    instance: randomUUID(),
  });

  let ready = false;
  const server = createHttpServer({ store, isReady: () => ready });
  teams.mount(server);
  const tryout = isDemo ? await mountDemo(server, { loaded, register, clock: movable, log }) : undefined;
  if (isDemo) movable.onMove(() => outbox.nudge());
  const port = await listen(server, config.port, isDemo ? '127.0.0.1' : (config.host ?? '0.0.0.0'));
  outbox.start();
  const looking = setInterval(() => void lookForImports(register, log), LOOK_FOR_IMPORTS_MS);
  ready = true;

  return {
    port,
    isDemo,
    partnership: loaded,
    async stop() {
      ready = false;
      clearInterval(looking);
      tryout?.close();
      await close(server);
      await outbox.stop();
      teams.close();
      await store.close();
    },
  };
}

async function lookForImports(register: LiveRegister, log: Logger): Promise<void> {
  try {
    if (await register.refresh()) log.info({ schools: register.directory.all().length }, 'The register was read again');
  } catch (error) {
    log.error({ err: error }, 'The register could not be read again; the last one stays in use');
  }
}

async function mountDemo(
  server: Server,
  demo: {
    readonly loaded: LoadedPartnership;
    readonly register: LiveRegister;
    readonly clock: ReturnType<typeof createMovableClock>;
    readonly log: Logger;
  },
) {
  const { people: known } = await readDemoPeople(demo.loaded.directory);
  const today = londonDate(demo.clock.now());
  const { terms } = demo.loaded.framework;
  return mountTryout(server, {
    people: [
      ...known.map((person) => ({
        id: person.id,
        name: person.displayName,
        role: person.title,
        aadObjectId: `00000000-0000-4000-8000-0000000000${person.nn}`,
        email: person.email,
        starters: startersFor(demo.register.colleagues.get(PersonId.parse(person.id)), terms, today),
      })),
      {
        id: 'somebody-else',
        name: 'Somebody else',
        role: 'Not linked to anybody: may only ask general questions',
        aadObjectId: '00000000-0000-4000-8000-000000000099',
        email: 'somebody.else@elsewhere.example',
        starters: startersFor(undefined, terms, today),
      },
    ],
    clock: demo.clock,
    messagesPath: '/api/messages',
    log: demo.log,
  });
}

const SECRETS = {
  bytes: (count: number) => randomBytes(count),
  digest: (text: string) => createHash('sha256').update(text).digest('hex'),
};

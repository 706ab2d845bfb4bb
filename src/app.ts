import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { assemble } from './assemble.ts';
import { createTeamsChannel } from './channels/teams/index.ts';
import { createMovableClock } from './channels/tryout/movable-clock.ts';
import { type Config, slackConfig, teamsConfig } from './config.ts';
import type { Clock } from './core/clock.ts';
import { fillDemo } from './demo/fill-demo.ts';
import { openDemo } from './demo/open-demo.ts';
import { mayStillBeTold } from './may-still-be-told.ts';
import { openSlack } from './open-slack.ts';
import { openStore } from './open-store.ts';
import { createOutbox, type Outbox } from './outbox/create-outbox.ts';
import { type LoadedPartnership, loadPartnership } from './partnership/load.ts';
import { close, createHttpServer, listen } from './server.ts';

const PARTNERSHIPS = fileURLToPath(new URL('../partnerships', import.meta.url));

/** How often a running bot looks whether an import changed the register. */
const LOOK_FOR_IMPORTS_MS = 15_000;

export interface App {
  /** The port it listens on. */
  readonly port: number;
  readonly isDemo: boolean;
  readonly inTeams: boolean;
  readonly inSlack: boolean;
  readonly loaded: LoadedPartnership;
  /** Takes nothing new, lets what is under way end, and lets go of the store. */
  stop(): Promise<void>;
}

/** Puts the whole bot together and starts it: with `assemble`, the only place that knows every part. */
export async function startApp(config: Config, realClock: Clock, log: Logger): Promise<App> {
  const loaded = loadPartnership({ name: config.partnership, root: PARTNERSHIPS });
  const isDemo = loaded.partnership.demo;
  const slackSettings = slackConfig(config);
  const teamsSettings = teamsConfig(config, isDemo, slackSettings !== undefined);
  const movable = createMovableClock(realClock);
  const clock: Clock = isDemo ? movable : realClock;
  const store = await openStore(config.store, clock);
  if (isDemo) await fillDemo({ store, clock, directory: loaded.directory, framework: loaded.framework.id });

  const bot = await assemble({
    store,
    loaded,
    outbox: { nudge: () => outbox.nudge(), addressKnown: (person) => outbox.addressKnown(person) },
    onFault: (fault, turnId) => log.error({ err: fault, turnId }, 'A turn failed'),
  });
  const teams = teamsSettings && createTeamsChannel({ config: teamsSettings, listener: bot.conversation, clock, log });
  const slack = slackSettings && (await openSlack(slackSettings, bot, { store, clock, wallClock: realClock, log }));
  const outbox: Outbox = createOutbox({
    store,
    clock,
    render: bot.renderer.render,
    senders: { ...(teams ? { teams: teams.sender } : {}), ...(slack ? { slack: slack.sender } : {}) },
    stillDue: Object.fromEntries(bot.features.flatMap(({ key, stillDue }) => (stillDue ? [[key, stillDue]] : []))),
    mayStillBeTold: mayStillBeTold(store, bot.needToKnow),
    workingTime: { next: (at) => loaded.calendar.nextWorkingTime(at) },
    log,
    instance: randomUUID(),
  });

  let ready = false;
  const server = createHttpServer({ store, isReady: () => ready });
  teams?.mount(server);
  slack?.mount(server);
  const demo = isDemo ? await openDemo(server, { loaded, register: bot.register, clock: movable, log }) : undefined;
  movable.onMove(() => outbox.nudge());
  const port = await listen(server, config.port, isDemo ? '127.0.0.1' : (config.host ?? '0.0.0.0'));
  await slack?.start();
  outbox.start();
  const looking = setInterval(() => {
    bot.register.refresh().then(
      (changed) => changed && log.info('The register was read again after an import'),
      (error: unknown) => log.error({ err: error }, 'The register could not be read again; the last one stays in use'),
    );
  }, LOOK_FOR_IMPORTS_MS);
  ready = true;

  return {
    port,
    isDemo,
    inTeams: teams !== undefined,
    inSlack: slack !== undefined,
    loaded,
    async stop() {
      ready = false;
      clearInterval(looking);
      demo?.close();
      await close(server);
      await slack?.stop();
      await outbox.stop();
      teams?.close();
      await store.close();
    },
  };
}

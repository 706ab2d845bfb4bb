import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { assemble } from './assemble.ts';
import { createTeamsChannel } from './channels/teams/index.ts';
import { createMovableClock } from './channels/tryout/movable-clock.ts';
import { type Config, slackConfig, teamsConfig } from './config.ts';
import { missingFromAlliances } from './core/alliance-checks.ts';
import type { Clock } from './core/clock.ts';
import { fillDemo } from './demo/fill-demo.ts';
import { openDemo } from './demo/open-demo.ts';
import { reconcileHolds, reconcilePots } from './features/support/index.ts';
import { mountFiles } from './files/index.ts';
import { mayStillBeTold } from './may-still-be-told.ts';
import { openSlack } from './open-slack.ts';
import { openStore } from './open-store.ts';
import { createOutbox, type Outbox } from './outbox/create-outbox.ts';
import { type LoadedPartnership, loadPartnership } from './partnership/load.ts';
import { createDailySweep } from './retention/sweep-daily.ts';
import { close, createHttpServer, listen } from './server.ts';

const PARTNERSHIPS = fileURLToPath(new URL('../partnerships', import.meta.url));

/** How often a running bot looks whether an import changed the register, or an officer on another bot the phrases. */
const LOOK_FOR_CHANGES_MS = 15_000;

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
  if (isDemo)
    await fillDemo({ store, clock, directory: loaded.directory, framework: loaded.framework.id, times: loaded });

  const given = await reconcileHolds(store, clock.now());
  if (given > 0) log.info({ given }, 'Half-days set aside for proposals that were never made were given back');
  await reconcilePots(store, loaded.partnership.pots, clock.now());

  let port = config.port;
  const bot = await assemble({
    store,
    loaded,
    outbox: { nudge: () => outbox.nudge(), addressKnown: (person) => outbox.addressKnown(person) },
    onFault: (fault, turnId) => log.error({ err: fault, turnId }, 'A turn failed'),
    publicUrl: () => config.publicUrl ?? (isDemo ? `http://127.0.0.1:${port}` : undefined),
  });
  for (const { path, problem, remedy } of missingFromAlliances(loaded.partnership.alliances, {
    school: (id) => bot.register.directory.get(id) !== undefined,
    person: (id) => bot.register.colleagues.get(id) !== undefined,
  })) {
    log.warn({ file: 'partnership.json', path }, `${path}: ${problem}. ${remedy}`);
  }
  const teams = teamsSettings && createTeamsChannel({ config: teamsSettings, listener: bot.conversation, clock, log });
  const slack = slackSettings && (await openSlack(slackSettings, bot, { store, clock, wallClock: realClock, log }));
  const outbox: Outbox = createOutbox({
    store,
    clock,
    render: bot.renderer.render,
    senders: { ...(teams ? { teams: teams.sender } : {}), ...(slack ? { slack: slack.sender } : {}) },
    stillDue: Object.fromEntries(bot.features.flatMap(({ key, stillDue }) => (stillDue ? [[key, stillDue]] : []))),
    saysNow: Object.fromEntries(bot.features.flatMap(({ key, saysNow }) => (saysNow ? [[key, saysNow]] : []))),
    errands: Object.fromEntries(bot.features.flatMap(({ key, errand }) => (errand ? [[key, errand]] : []))),
    mayStillBeTold: mayStillBeTold(store, bot.needToKnow),
    workingTime: { next: (at) => loaded.calendar.nextWorkingTime(at) },
    log,
    instance: randomUUID(),
  });

  let ready = false;
  const server = createHttpServer({ store, isReady: () => ready });
  teams?.mount(server);
  slack?.mount(server);
  mountFiles(server, { desk: bot.fileDesk, clock, log });
  const demo = isDemo ? await openDemo(server, { loaded, register: bot.register, clock: movable, log }) : undefined;
  movable.onMove(() => outbox.nudge());
  port = await listen(server, config.port, isDemo ? '127.0.0.1' : (config.host ?? '0.0.0.0'));
  await slack?.start();
  if (!isDemo && config.publicUrl === undefined) {
    log.warn('PUBLIC_URL is not set: people can be given no files to take away until it is');
  }
  outbox.start();
  const retention = createDailySweep({ store, clock, log });
  retention.start();
  const looking = setInterval(() => {
    bot.register.refresh().then(
      (changed) => changed && log.info('The register was read again after an import'),
      (error: unknown) => log.error({ err: error }, 'The register could not be read again; the last one stays in use'),
    );
    bot.livePhrases.refresh().then(
      (changed) => changed && log.info('Our phrases were read again after a change'),
      (error: unknown) => log.error({ err: error }, 'Our phrases could not be read again; the last ones stay in use'),
    );
  }, LOOK_FOR_CHANGES_MS);
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
      await retention.stop();
      demo?.close();
      await close(server);
      await slack?.stop();
      await outbox.stop();
      teams?.close();
      await store.close();
    },
  };
}

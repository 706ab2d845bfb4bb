import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DemoPeople } from '../src/demo/scene.ts';
import { createView } from './local-slack-view.ts';

const VERSION = '0.1.8';
const PACKAGE = 'local-slack-linux-x64';

/** What to type to get it: 90 MB for one machine is too much to ask of everybody who installs the bot. */
export const HOW_TO_INSTALL = `npm install --no-save ${PACKAGE}@${VERSION}`;

/** The program that stands in for Slack: what LOCAL_SLACK names, or where npm puts it. `undefined`: it is not here. */
export const localSlackPath: string | undefined = [
  process.env.LOCAL_SLACK,
  fileURLToPath(new URL(`../node_modules/${PACKAGE}/bin/local-slack`, import.meta.url)),
].find((path) => path !== undefined && existsSync(path));

/** A Slack of one's own, with the demo's people in it and the bot among its apps. */
export interface LocalSlack {
  /** Where people look at it. */
  readonly url: string;
  /** What the bot is started with to be the app in it. */
  readonly botSettings: {
    readonly SLACK_BOT_TOKEN: string;
    readonly SLACK_SIGNING_SECRET: string;
    readonly SLACK_API_URL: string;
    readonly SLACK_APP_TOKEN?: string;
  };
  readonly process: ChildProcess;
  close(): Promise<void>;
}

export const BOT_USER = 'U0PARTNERBOT';
export const CHANNEL = { id: 'C0HEADS', name: 'headteachers' } as const;

/**
 * Starts it on `port`, and what stands before it on the next. It delivers to `eventsUrl`, or to a socket the bot opens when
 * there is none. Its secrets are made for this one run.
 */
export async function startLocalSlack(options: {
  readonly path: string;
  readonly port: number;
  readonly eventsUrl?: string;
}): Promise<LocalSlack> {
  const secret = randomBytes(16).toString('hex');
  const url = `http://localhost:${options.port}`;
  const viewUrl = `http://127.0.0.1:${options.port + 1}`;
  const settings = {
    SLACK_BOT_TOKEN: `xoxb-local-${secret}`,
    SLACK_SIGNING_SECRET: randomBytes(16).toString('hex'),
    SLACK_API_URL: `${viewUrl}/api/`,
    ...(options.eventsUrl === undefined ? { SLACK_APP_TOKEN: `xapp-local-${secret}` } : {}),
  };
  const folder = await mkdtemp(join(tmpdir(), 'local-slack-'));
  const config = join(folder, 'workspace.json');
  await writeFile(config, JSON.stringify(await workspace(settings, options.eventsUrl && `${viewUrl}/to-bot`)));
  const child = spawn(options.path, ['--config', config, '--port', String(options.port), '--files-dir', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const view = createView({
    slackUrl: url,
    viewUrl,
    signingSecret: settings.SLACK_SIGNING_SECRET,
    ...(options.eventsUrl === undefined ? {} : { eventsUrl: options.eventsUrl }),
  });
  const close = async () => {
    view.closeAllConnections();
    view.close();
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await new Promise<void>((resolve, reject) => {
      view.once('error', reject);
      view.listen(options.port + 1, '127.0.0.1', resolve);
    });
    await serving(`${url}/_control/state`, child);
  } catch (fault) {
    await close();
    throw fault;
  }
  return { url, botSettings: settings, process: child, close };
}

async function workspace(settings: Readonly<Record<string, string>>, eventsUrl: string | undefined): Promise<object> {
  const file = new URL('../partnerships/demo/people.json', import.meta.url);
  const demo = DemoPeople.parse(JSON.parse(await readFile(file, 'utf8')));
  const users = demo.people.map(({ nn, displayName, email }) => ({
    id: `U0DEMO${nn}`,
    name: displayName.toLowerCase().replace(/[^a-z]+/g, '.'),
    real_name: displayName,
    email,
    tz: 'Europe/London',
  }));
  const stranger = { id: 'U0DEMO99', name: 'somebody.else', real_name: 'Somebody Else', tz: 'Europe/London' };
  return {
    workspace: { name: 'Calderbrook', domain: 'calderbrook', teamId: demo.slackTeam },
    app: {
      appId: 'A0PARTNERBOT',
      botUserId: BOT_USER,
      botName: 'partnership-bot',
      botToken: settings.SLACK_BOT_TOKEN,
      appToken: settings.SLACK_APP_TOKEN ?? 'xapp-unused',
      signingSecret: settings.SLACK_SIGNING_SECRET,
      ...(eventsUrl === undefined ? { mode: 'socket' } : { mode: 'events', requestUrl: eventsUrl }),
    },
    users: [...users, stranger],
    channels: [{ ...CHANNEL, members: [BOT_USER, ...users.map(({ id }) => id), stranger.id] }],
  };
}

async function serving(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`local-slack ended with ${child.exitCode} before it served`);
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await pause(100);
  }
  throw new Error('local-slack did not begin to serve within ten seconds');
}

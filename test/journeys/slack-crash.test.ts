import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SENTENCES } from '../../src/channels/slack/sentences.ts';
import { type FakeSlack, ok, startFakeSlack } from '../channels/slack/support/fake-slack.ts';
import { event } from '../channels/slack/support/payload.ts';
import { asSlackSends } from '../channels/slack/support/sign.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const SECRET = 'secret-of-the-journey';
/** What was left lying is taken up after 20 seconds, looked for every 10. */
const PATIENCE = { timeout: 60_000, interval: 250 };

let data: string;
let slack: FakeSlack;
const running: ChildProcess[] = [];

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'slack-crash-'));
  slack = await startFakeSlack();
});
afterEach(async () => {
  for (const bot of running.splice(0)) await end(bot);
  await slack.close();
  await rm(data, { recursive: true, force: true });
});

async function start(): Promise<{ readonly bot: ChildProcess; readonly url: string }> {
  const bot = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PARTNERSHIP: 'demo',
      PORT: '0',
      DATA_DIR: data,
      LOG_LEVEL: 'silent',
      SLACK_BOT_TOKEN: 'xoxb-journey',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slack.apiUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(bot);
  if (!bot.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: bot.stdout })) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (url) {
      bot.stdout.resume();
      return { bot, url };
    }
  }
  throw new Error('the bot ended before it served');
}

async function end(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return;
  const gone = once(bot, 'exit');
  bot.kill('SIGKILL');
  await gone;
}

async function deliver(url: string, user: string): Promise<number> {
  const now = Math.floor(Date.now() / 1000);
  const what = event('message-im', { user, channel: user.replace(/^U/, 'D'), ts: `${now}.000100` });
  const { body, headers } = asSlackSends(what, now, { secret: SECRET });
  return (await fetch(`${url}/slack/events`, { method: 'POST', body, headers })).status;
}

const said = () => slack.to('chat.postMessage').map(({ args }) => String(args.text));

describe('A bot killed after Slack was told that a message arrived', () => {
  it('before it had an answer, answers it when it is back', { timeout: 120_000 }, async () => {
    // Somebody not yet linked: the bot asks Slack who they are, and is killed while it waits.
    slack.answer('users.info', () => {});
    const first = await start();
    expect(await deliver(first.url, 'U0NEWCOMER')).toBe(200);
    await expect.poll(() => slack.to('users.info').length, PATIENCE).toBe(1);
    await end(first.bot);
    expect(said()).toEqual([]);

    slack.answer('users.info', ({ args }, response) =>
      ok(response, {
        user: {
          id: args.user,
          team_id: 'T0DEMO',
          is_email_confirmed: true,
          profile: { email: 'ruth.ellison@calderbrook.example' },
        },
      }),
    );
    await start();
    await expect.poll(() => said().length, PATIENCE).toBe(1);
    expect(said()[0]).toContain('Northcliffe Primary School. Category 3');
  });

  it('while it was saying the answer, says that it was interrupted when it is back', { timeout: 120_000 }, async () => {
    slack.answer('chat.postMessage', () => {});
    const first = await start();
    expect(await deliver(first.url, 'U0DEMO01')).toBe(200);
    await expect.poll(() => said().length, PATIENCE).toBe(1);
    await end(first.bot);

    slack.answer('chat.postMessage', (_called, response) => ok(response, { channel: 'D0DEMO01', ts: '1.1' }));
    await start();
    await expect.poll(() => said().length, PATIENCE).toBe(2);
    expect(said()[1]).toBe(SENTENCES.interrupted);
  });
});

/**
 * What Slack costs beside a bare Bolt echo, in one run: CPU per turn, answers a second, and how long Slack waits to be told
 * that something arrived. The channel alone, and the whole bot answering "what category are we?", both with every delivery
 * written down on disk first. An answer counts once Slack has been given it.
 *
 *   node bench/slack.ts [rounds]
 */
import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, type Role, startRole, type Usage } from './harness.ts';

const WARM_UP = 1_500;
const TURNS = 2_000;
const AT_ONCE = 16;
const HEADS = ['01', '02', '03', '10', '11'];
const SECRET = 'signing-secret-of-the-benchmark';

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
let asked = 0;

function question(): { readonly body: string; readonly headers: Record<string, string> } {
  asked += 1;
  const nn = HEADS[asked % HEADS.length];
  const seconds = Math.floor(Date.now() / 1000);
  const ts = `${seconds}.${String(asked).padStart(6, '0')}`;
  const body = JSON.stringify({
    token: 'verification-token',
    team_id: 'T0DEMO',
    api_app_id: 'A0BOT',
    event: {
      type: 'message',
      channel: `D0DEMO${nn}`,
      user: `U0DEMO${nn}`,
      text: 'What category are we?',
      ts,
      event_ts: ts,
      client_msg_id: `00000000-0000-4000-8000-${String(asked).padStart(12, '0')}`,
      channel_type: 'im',
      team: 'T0DEMO',
    },
    type: 'event_callback',
    event_id: `Ev${seconds}${asked}`,
    event_time: seconds,
    authorizations: [{ enterprise_id: null, team_id: 'T0DEMO', user_id: 'U0BOT', is_bot: true }],
  });
  const signature = createHmac('sha256', SECRET).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

/** Milliseconds until Slack is told that it arrived. */
function deliver(port: number): Promise<number> {
  const { body, headers } = question();
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/slack/events', method: 'POST', headers, agent });
    sent.on('response', (response) => {
      response.resume().on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - begun);
        else reject(new Error(`status ${response.statusCode}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function answered(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${api.port}/count`);
  return ((await response.json()) as { messages: number }).messages;
}

function usage(role: Role): Promise<Usage> {
  const told = new Promise<Usage>((resolve) => role.child.once('message', (message) => resolve(message as Usage)));
  role.child.send('usage');
  return told;
}

async function run(role: Role, turns: number) {
  const before = await usage(role);
  const already = await answered();
  const begun = performance.now();
  const waits: number[] = [];
  let left = turns;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left > 0) {
        left -= 1;
        waits.push(await deliver(role.port));
      }
    }),
  );
  while ((await answered()) < already + turns) await pause(5);
  const seconds = (performance.now() - begun) / 1000;
  const after = await usage(role);
  waits.sort((a, b) => a - b);
  return {
    cpu: (after.cpuMicros - before.cpuMicros) / turns,
    perSecond: turns / seconds,
    p50: waits[Math.floor(turns / 2)] ?? 0,
    p99: waits[Math.floor(turns * 0.99)] ?? 0,
    megabytes: after.rssBytes / 2 ** 20,
  };
}

const api = await startRole('slack-api');
const settings = {
  SLACK_BOT_TOKEN: 'xoxb-benchmark',
  SLACK_SIGNING_SECRET: SECRET,
  SLACK_API_URL: `http://127.0.0.1:${api.port}/api/`,
};
const roles = [
  { name: 'Bolt echo', role: await startRole('slack-echo', settings) },
  { name: 'channel alone', role: await startRole('slack-channel', settings) },
  {
    name: 'bot, demo schools',
    role: await startRole('bot', { ...settings, DATA_DIR: mkdtempSync(join(tmpdir(), 'partnership-bench-')) }),
  },
];
const cpu = new Map<string, number[]>(roles.map(({ name }) => [name, []]));
for (const { role } of roles) await run(role, WARM_UP);
const rounds = Number(process.argv[2] ?? 5);
for (let round = 1; round <= rounds; round += 1) {
  for (const { name, role } of roles) {
    const figures = await run(role, TURNS);
    cpu.get(name)?.push(figures.cpu);
    console.log(
      `${name.padEnd(20)} ${figures.cpu.toFixed(0).padStart(6)} us CPU/turn  ${figures.perSecond.toFixed(0).padStart(5)} answers/s  ` +
        `told after p50 ${figures.p50.toFixed(1)} ms  p99 ${figures.p99.toFixed(1)} ms  ${figures.megabytes.toFixed(0)} MB`,
    );
  }
}
const floor = median(cpu.get('Bolt echo') ?? []);
for (const { name } of roles.slice(1)) {
  console.log(
    `${name} / Bolt echo, CPU per turn, median of ${rounds}: ${(median(cpu.get(name) ?? []) / floor).toFixed(2)}`,
  );
}
for (const role of [api, ...roles.map((each) => each.role)]) role.child.kill();
process.exit(0);

/**
 * A full answer to "what category are we?" beside a bare botbuilder and restify echo, in one run: CPU per turn, requests a
 * second, latency and memory; with the demo's schools, and with the whole of England's in the register.
 *
 *   node bench/category-answer.ts [rounds]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figures, line, measure, median, type Role, startRole } from './harness.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENGLAND = join(process.env.SHARED_DATA ?? join(ROOT, '../shared/data'), 'gias-england-scale.csv');
const WARM_UP = 1_500;
const TURNS = 3_000;
const TENANT = '00000000-0000-4000-8000-0000000000aa';
/** Heads with a level on record. */
const HEADS = ['01', '02', '03', '10', '11'];

const rounds = Number(process.argv[2] ?? 5);
const connector = await startRole('connector');
const requests = HEADS.map((nn) => ({
  path: '/api/messages',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(activity(nn, `http://127.0.0.1:${connector.port}/`)),
}));

const bots: Record<string, Role> = {
  echo: await startRole('teams-echo'),
  'bot, demo schools': await startRole('bot', { DATA_DIR: folder() }),
};
if (existsSync(ENGLAND)) bots['bot, 26,078 schools'] = await startRole('bot', { DATA_DIR: withEngland() });
else console.log(`Skipped: the bot with England's register (${ENGLAND} is not here)`);

const figures: Record<string, Figures[]> = {};
for (const bot of Object.values(bots)) await measure(bot, requests, WARM_UP);
for (let round = 1; round <= rounds; round += 1) {
  for (const [name, bot] of Object.entries(bots)) {
    const measured = await measure(bot, requests, TURNS);
    (figures[name] ??= []).push(measured);
    console.log(line(name, measured));
  }
}
const cpu = (name: string) => median((figures[name] ?? []).map((each) => each.cpuMicrosPerTurn));
for (const name of Object.keys(bots).filter((each) => each !== 'echo')) {
  console.log(`${name} / echo, CPU per turn, median of ${rounds}: ${(cpu(name) / cpu('echo')).toFixed(2)}`);
}
if (bots['bot, 26,078 schools']) {
  const slower = cpu('bot, 26,078 schools') / cpu('bot, demo schools');
  console.log(`26,078 schools / demo schools, CPU per turn: ${slower.toFixed(2)}`);
}
for (const { child } of [connector, ...Object.values(bots)]) child.kill();

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'partnership-bench-'));
}

function withEngland(): string {
  const data = folder();
  const env = { ...process.env, DATA_DIR: data };
  execFileSync(process.execPath, [join(ROOT, 'src/import.ts'), '--gias', ENGLAND], { env, stdio: 'ignore' });
  return data;
}

function activity(nn: string, serviceUrl: string) {
  const user = `00000000-0000-4000-8000-0000000000${nn}`;
  return {
    type: 'message',
    id: 'a[<id>]',
    timestamp: '2026-11-12T09:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${user}`, name: 'A headteacher', aadObjectId: user },
    conversation: { conversationType: 'personal', id: `a:${nn}`, tenantId: TENANT },
    recipient: { id: '28:partnership-bot', name: 'Partnership Bot' },
    textFormat: 'plain',
    text: 'What category are we? ([<id>])',
    entities: [{ locale: 'en-GB', country: 'GB', platform: 'Windows', timezone: 'Europe/London', type: 'clientInfo' }],
    channelData: { tenant: { id: TENANT } },
    locale: 'en-GB',
  };
}

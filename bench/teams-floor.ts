/**
 * What the Teams channel costs beside a bare botbuilder and restify echo, in one run: CPU per turn, requests per second,
 * latency and memory. Three processes of their own: each bot, and a stub of the Bot Connector that takes the replies.
 *
 *   node bench/teams-floor.ts [rounds]
 */
import { type ChildProcess, fork } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import restify from 'restify';
import { Temporal } from 'temporal-polyfill';

const CONNECTIONS = 16;
const WARM_UP = 1_500;
const TURNS = 3_000;

interface Usage {
  readonly cpuMicros: number;
  readonly rssBytes: number;
}

function listening(server: http.Server | restify.Server, host = '127.0.0.1'): void {
  server.listen(0, host, () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicros: user + system, rssBytes: process.memoryUsage.rss() } satisfies Usage);
  });
}

const ROLES: Readonly<Record<string, () => Promise<void>>> = {
  async connector() {
    const reply = Buffer.from('{"id":"1"}');
    const server = http.createServer((request, response) => {
      request.resume().on('end', () => {
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': reply.length });
        response.end(reply);
      });
    });
    listening(server);
  },
  async echo() {
    const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    const server = restify.createServer();
    server.use(restify.plugins.bodyParser());
    server.post('/api/messages', async (request, response) => {
      await adapter.process(request, response, async (context) => {
        await context.sendActivity(`You said: ${context.activity.text}`);
      });
    });
    listening(server);
  },
  async channel() {
    const { createTeamsChannel } = await import('../src/channels/teams/index.ts');
    const silent = { info() {}, warn: console.warn, error: console.error };
    const server = restify.createServer();
    createTeamsChannel({
      config: { mode: 'demo' },
      clock: { now: () => Temporal.Now.instant() },
      log: silent,
      listener: {
        hear: async ({ input }) => ({
          here: [{ summary: `You said: ${input.kind === 'text' ? input.text : input.kind}` }],
          directly: [],
        }),
      },
    }).mount(server);
    listening(server);
  },
};

function heard<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`a benchmark process ended with ${code}`)));
  });
}

async function start(role: string): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(fileURLToPath(import.meta.url), [role]);
  return { child, ...(await heard<{ port: number }>(child)) };
}

async function usage(child: ChildProcess): Promise<Usage> {
  const answer = heard<Usage>(child);
  child.send('usage');
  return answer;
}

async function load(port: number, serviceUrl: string, amount: number) {
  const user = '00000000-0000-4000-8000-000000000001';
  const tenant = '00000000-0000-4000-8000-0000000000aa';
  const body = JSON.stringify({
    type: 'message',
    id: '1485983408511',
    timestamp: '2026-11-12T09:00:00.000Z',
    localTimestamp: '2026-11-12T09:00:00.000+00:00',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:1-head-northcliffe', name: 'Head of Northcliffe', aadObjectId: user },
    conversation: { conversationType: 'personal', id: 'a:1-head-northcliffe', tenantId: tenant },
    recipient: { id: '28:partnership-bot', name: 'Partnership Bot' },
    textFormat: 'plain',
    text: 'What category are we?',
    entities: [{ locale: 'en-GB', country: 'GB', platform: 'Windows', timezone: 'Europe/London', type: 'clientInfo' }],
    channelData: { tenant: { id: tenant } },
    locale: 'en-GB',
  });
  const headers = { 'content-type': 'application/json' };
  const url = `http://127.0.0.1:${port}/api/messages`;
  const result = await autocannon({ url, method: 'POST', headers, body, amount, connections: CONNECTIONS });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  return result;
}

async function compare(rounds: number): Promise<void> {
  const connector = await start('connector');
  const serviceUrl = `http://127.0.0.1:${connector.port}`;
  const bots = [
    { name: 'echo', ...(await start('echo')) },
    { name: 'channel', ...(await start('channel')) },
  ];
  const cpu: Record<string, number[]> = { echo: [], channel: [] };
  for (const bot of bots) await load(bot.port, serviceUrl, WARM_UP);
  for (let round = 1; round <= rounds; round += 1) {
    for (const { name, child, port } of bots) {
      const before = await usage(child);
      const { requests, latency } = await load(port, serviceUrl, TURNS);
      const after = await usage(child);
      const perTurn = (after.cpuMicros - before.cpuMicros) / TURNS;
      cpu[name]?.push(perTurn);
      console.log(
        `${name.padEnd(8)} ${perTurn.toFixed(0).padStart(5)} us CPU/turn  ${requests.average.toFixed(0).padStart(5)} requests/s  ` +
          `p50 ${latency.p50} ms  p99 ${latency.p99} ms  ${(after.rssBytes / 2 ** 20).toFixed(0)} MB`,
      );
    }
  }
  const middle = (name: string) => cpu[name]?.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  console.log(`channel / echo, CPU per turn, median of ${rounds}: ${(middle('channel') / middle('echo')).toFixed(2)}`);
  for (const { child } of [connector, ...bots]) child.kill();
}

const role = ROLES[process.argv[2] ?? ''];
if (role) await role();
else await compare(Number(process.argv[2] ?? 3));

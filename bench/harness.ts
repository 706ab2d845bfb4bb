import { type ChildProcess, fork } from 'node:child_process';
import type { AddressInfo, Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

/** What one process has used since it began. */
export interface Usage {
  readonly cpuMicros: number;
  readonly rssBytes: number;
}

export interface Role {
  readonly child: ChildProcess;
  readonly port: number;
}

export interface Figures {
  readonly cpuMicrosPerTurn: number;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssMegabytes: number;
}

/** Starts one of `bench/roles` in a process of its own, with nothing of ours beside it. */
export async function startRole(name: string, env: Record<string, string> = {}): Promise<Role> {
  const child = fork(fileURLToPath(new URL(`./roles/${name}.ts`, import.meta.url)), {
    env: { ...process.env, ...env },
  });
  return { child, ...(await heard<{ port: number }>(child)) };
}

/** In a role: says the port to whoever started it, from then on answers how much it has used, and ends when they do. */
export function announce(port: number): void {
  process.send?.({ port });
  process.on('disconnect', () => process.exit());
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicros: user + system, rssBytes: process.memoryUsage.rss() } satisfies Usage);
  });
}

export function announceServer(server: { listen: Server['listen']; address(): unknown }): void {
  server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));
}

/** A request to be sent many times: its body by what tells one sending from the others. */
export interface Asked {
  readonly path: string;
  readonly headers: Record<string, string>;
  /** `turn` counts up; `at` is a moment of its own, as people write at moments of their own. */
  body(turn: number, at: string): string;
}

let sent = 0;
const FIRST_MS = Date.parse('2026-11-12T09:00:00Z');

function nextOf({ path, headers, body }: Asked) {
  sent += 1;
  return { method: 'POST' as const, path, headers, body: body(sent, new Date(FIRST_MS + sent).toISOString()) };
}

/** Sends so many requests, every one another turn, and measures the process that answers. */
export async function measure(role: Role, requests: readonly Asked[], amount: number): Promise<Figures> {
  const before = await usage(role.child);
  const result = await autocannon({
    url: `http://127.0.0.1:${role.port}`,
    requests: requests.map((asked) => ({ setupRequest: (defaults) => ({ ...defaults, ...nextOf(asked) }) })),
    amount,
    connections: 16,
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`);
  const after = await usage(role.child);
  return {
    cpuMicrosPerTurn: (after.cpuMicros - before.cpuMicros) / amount,
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    rssMegabytes: after.rssBytes / 2 ** 20,
  };
}

export function line(name: string, figures: Figures): string {
  return (
    `${name.padEnd(22)} ${figures.cpuMicrosPerTurn.toFixed(0).padStart(6)} us CPU/turn  ` +
    `${figures.requestsPerSecond.toFixed(0).padStart(5)} requests/s  p50 ${figures.p50} ms  p99 ${figures.p99} ms  ` +
    `${figures.rssMegabytes.toFixed(0)} MB`
  );
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function usage(child: ChildProcess): Promise<Usage> {
  const answer = heard<Usage>(child);
  child.send('usage');
  return answer;
}

function heard<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`a benchmark process ended with ${code}`)));
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PersonId } from '../../../src/core/ids.ts';
import { OUTBOX_TYPE, queueNotice, reachRef } from '../../../src/core/outbox.ts';
import type { Store } from '../../../src/core/store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';

const BOT = fileURLToPath(new URL('./bot.ts', import.meta.url));
const ROWS = 300;
const PEOPLE = 40;
/** Long past for the processes, which live by the machine's own clock. */
const AT = Temporal.Instant.from('2025-11-24T10:00:00Z');

let folder: string;
let file: string;
let ledger: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outbox-'));
  file = join(folder, 'store.sqlite');
  ledger = join(folder, 'ledger.txt');
  writeFileSync(ledger, '');
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function fill(store: Store): Promise<void> {
  for (let n = 0; n < PEOPLE; n += 1) {
    const body = { v: 1, addresses: [{ platform: 'teams', at: AT.toString(), address: { n } }] };
    const ref = reachRef(PersonId.parse(`person-${n}`));
    await store.commit([{ kind: 'put', ref, type: 'reach', body, guard: 'must-not-exist' }]);
  }
  for (let n = 0; n < ROWS; n += 1) {
    const to = PersonId.parse(`person-${n % PEOPLE}`);
    const reply = { card: 'c', data: {}, summary: `row-${n}` };
    await store.commit([
      queueNotice(`request:r${n % 7}`, { id: `row/${n}`, to, sendAt: AT, patient: n % 2 === 0, reply }),
    ]);
  }
}

async function startBot(name: string, ...more: readonly string[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [BOT, file, ledger, name, ...more], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout ?? child, 'data');
  return child;
}

const delivered = (): readonly string[] => readFileSync(ledger, 'utf8').split('\n').filter(Boolean);
const openStore = (): Store => openSqliteStore({ file, clock: { now: () => Temporal.Now.instant() } });

async function statesOf(store: Store): Promise<Record<string, number>> {
  const { items } = await store.query({ type: OUTBOX_TYPE, limit: 1000 });
  const counts: Record<string, number> = {};
  for (const { body } of items) counts[String(body.state)] = (counts[String(body.state)] ?? 0) + 1;
  return counts;
}

describe('two bots, each a process of its own, on one file', () => {
  it('send every row exactly once between them', { timeout: 60_000 }, async () => {
    const store = openStore();
    await fill(store);
    const bots = await Promise.all([startBot('one', 'together'), startBot('two', 'together')]);
    for (const bot of bots) bot.stdin?.write('go\n');
    await Promise.all(bots.map((bot) => once(bot, 'exit')));

    const rows = delivered().map((line) => line.split(' ')[1]);
    expect(rows).toHaveLength(ROWS);
    expect(new Set(rows).size).toBe(ROWS);
    expect(new Set(delivered().map((line) => line.split(' ')[0]))).toEqual(new Set(['one', 'two']));
    expect(await statesOf(store)).toEqual({ sent: ROWS });
    await store.close();
  });

  it('send nothing twice when one is killed in the middle, and what it was sending stays marked', {
    timeout: 60_000,
  }, async () => {
    const store = openStore();
    await fill(store);
    const [one, two] = await Promise.all([startBot('one'), startBot('two')]);
    one.stdin?.write('go\n');
    while (delivered().length < 40 && one.exitCode === null) await delay(2);
    one.kill('SIGKILL');
    two.stdin?.write('go\n');
    await once(two, 'exit');

    const rows = delivered().map((line) => line.split(' ')[1]);
    expect(new Set(rows).size).toBe(rows.length);
    const { sent = 0, sending = 0, ...others } = await statesOf(store);
    expect(others).toEqual({});
    expect(sent + sending).toBe(ROWS);
    // At most what one bot has under way at once: one row for each of its lanes.
    expect(sending).toBeLessThanOrEqual(16);
    expect(rows.length).toBeGreaterThanOrEqual(sent);
    await store.close();
  });
});

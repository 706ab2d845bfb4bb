/**
 * Draining due rows from the embedded store against a stub platform, first as fast as it goes, then at a set limit, with and
 * without another year's sent rows in the same file:
 *
 *   node bench/outbox.ts [rows, 10000] [limit per second, 500] [sent rows already there, 0]
 *
 * The file is made anew in the system's folder for temporary files, and removed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { PersonId } from '../src/core/ids.ts';
import { OUTBOX_TYPE, queueNotice, reachRef } from '../src/core/outbox.ts';
import type { Store, Write } from '../src/core/store.ts';
import { createOutbox } from '../src/outbox/create-outbox.ts';
import type { Limit } from '../src/outbox/pace.ts';
import { STANDARD_POLICY } from '../src/outbox/policy.ts';
import { openSqliteStore } from '../src/store/sqlite/open.ts';

const [rows = 10_000, perSecond = 500, sentBefore = 0] = process.argv.slice(2).map(Number);
const PEOPLE = 600;
const SEND_MS = 5;
const DUE = Temporal.Instant.from('2025-11-24T10:00:00Z');
const clock = { now: () => Temporal.Now.instant() };

function notice(n: number, id: string): Write & { kind: 'put' } {
  const write = queueNotice(`request:r${n % 997}`, {
    id,
    to: PersonId.parse(`person-${n % PEOPLE}`),
    sendAt: DUE.add({ seconds: n % 3600 }),
    patient: n % 3 !== 0,
    reply: {
      card: 'support/accepted',
      data: { note: 'An adviser has it. '.repeat(20) },
      summary: 'An adviser has it.',
    },
  });
  if (write.kind !== 'put') throw new Error('A notice is queued by a put');
  return write;
}

async function writeAll(store: Store, writes: readonly Write[]): Promise<void> {
  const size = 1000;
  for (let from = 0; from < writes.length; from += size) {
    const batches = writes.slice(from, from + size).map((write) => [write]);
    if (store.commitMany) await store.commitMany(batches);
    else for (const batch of batches) await store.commit(batch);
  }
}

async function fill(store: Store): Promise<void> {
  const reaches = Array.from({ length: PEOPLE }, (_, n): Write => {
    const body = { v: 1, addresses: [{ platform: 'teams', at: DUE.toString(), address: { n } }] };
    return { kind: 'put', ref: reachRef(PersonId.parse(`person-${n}`)), type: 'reach', body, guard: 'any' };
  });
  const old = Array.from({ length: sentBefore }, (_, n): Write => {
    const write = notice(n, `old/${n}`);
    return { ...write, body: { ...write.body, state: 'sent', attempts: 1 } };
  });
  await writeAll(store, [...reaches, ...old, ...Array.from({ length: rows }, (_, n) => notice(n, `accepted/${n}`))]);
}

/** The most sends within any stretch of a second. */
function busiest(sentAt: readonly number[]): number {
  let most = 0;
  let from = 0;
  sentAt.forEach((at, n) => {
    while ((sentAt[from] ?? at) <= at - 1000) from += 1;
    most = Math.max(most, n - from + 1);
  });
  return most;
}

async function drain(what: string, platform: readonly Limit[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-bench-'));
  const store = openSqliteStore({ file: join(folder, 'bench.db'), clock });
  await fill(store);
  const sentAt: number[] = [];
  const none = { conversation: [], platform: [] };
  const outbox = createOutbox({
    store,
    clock,
    render: ({ summary }) => ({ summary }),
    senders: {
      teams: {
        async send(address) {
          sentAt.push(clock.now().epochMilliseconds);
          await delay(SEND_MS);
          return { outcome: 'sent', messageId: 'm', address };
        },
        update: () => Promise.reject(new Error('The outbox changes no message')),
      },
    },
    stillDue: {},
    workingTime: { next: (at) => at },
    log: { debug: () => {}, warn: console.error, error: console.error },
    instance: 'bench',
    policy: { limits: { teams: { conversation: [], platform }, slack: none } },
  });
  const cpu = process.cpuUsage();
  const began = performance.now();
  let pass = await outbox.tick();
  while (pass.waiting > 0) pass = await outbox.tick();
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  const idleBegan = performance.now();
  await outbox.tick();
  const idleMs = performance.now() - idleBegan;
  const { items } = await store.query({
    type: OUTBOX_TYPE,
    where: [{ field: 'state', in: ['due', 'sending'] }],
    limit: 1,
  });
  console.log(
    [
      what.padEnd(18),
      `${sentAt.length} sent`,
      `${seconds.toFixed(1)} s`,
      `${(sentAt.length / seconds).toFixed(0)}/s`,
      `busiest second ${busiest(sentAt)}`,
      `cpu ${((used.user + used.system) / 1000 / rows).toFixed(2)} ms a row`,
      `a look that finds nothing ${idleMs.toFixed(1)} ms`,
      items.length === 0 ? 'none left' : 'SOME LEFT',
    ].join(' · '),
  );
  await outbox.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

console.log(
  `${rows} rows to ${PEOPLE} people, ${sentBefore} sent before, a send takes ${SEND_MS} ms, ${STANDARD_POLICY.lanes} people at once`,
);
await drain('as fast as it goes', []);
await drain(`at ${perSecond} a second`, [{ count: perSecond, perMs: 1000 }]);

/**
 * What the embedded store costs, with as many documents as England has schools: `node bench/store.ts`.
 * The file is made anew in the system's folder for temporary files, and removed.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { QuerySpec, Write } from '../src/core/store.ts';
import { openSqliteStore } from '../src/store/sqlite/open.ts';

const schools = 26_078;
const folder = mkdtempSync(join(tmpdir(), 'store-bench-'));
const file = join(folder, 'bench.db');
const store = openSqliteStore({ file, clock: { now: () => Temporal.Now.instant() } });

const words = 'the school has agreed a plan with its adviser about phonics attendance and early reading'.split(' ');
const partitionOf = (n: number) => `school:${100_000 + (n % schools)}`;

function record(n: number): Write {
  const body = {
    v: 1,
    name: `School ${n} Primary`,
    level: { key: `level-${n % 5}`, since: `2025-0${1 + (n % 9)}-1${n % 10}` },
    tags: ['north', `t${n % 7}`],
    notes: Array.from({ length: 80 }, (_, k) => words[(n * 7 + k * 3) % words.length]).join(' '),
  };
  return { kind: 'put', ref: { partition: partitionOf(n), id: 'record' }, type: 'school', body, guard: 'any' };
}

async function measure(what: string, times: number, work: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < times / 10; n++) await work(n * 7919);
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    await work(n * 7919);
    taken.push((performance.now() - start) * 1000);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => (taken[Math.floor(times * share)] ?? Number.NaN).toFixed(1).padStart(10);
  console.log(`${what.padEnd(58)} median ${at(0.5)} µs   95% ${at(0.95)} µs`);
}

async function readAll(spec: QuerySpec): Promise<void> {
  let continuation: string | undefined;
  do {
    const page = await store.query(continuation === undefined ? spec : { ...spec, continuation });
    continuation = page.continuation;
  } while (continuation !== undefined);
}

const start = performance.now();
for (let n = 0; n < schools; n++) await store.commit([record(n)]);
const seconds = (performance.now() - start) / 1000;
const megabytes = statSync(file).size / 1e6;
console.log(
  `${schools} documents of ${JSON.stringify(record(1)).length} bytes, each in a commit of its own: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
);

const type = 'school';
const where = [{ field: 'level.key', eq: 'level-3' }];
const byName = { field: 'name', direction: 'ascending' } as const;
await measure('get', 20_000, (n) => store.get({ partition: partitionOf(n), id: 'record' }));
await measure('get of nothing', 20_000, (n) => store.get({ partition: partitionOf(n), id: 'absent' }));
await measure('commit of one document', 2_000, (n) => store.commit([record(n)]));
await measure('commit of a record, its history and a notice', 2_000, (n) => {
  const { partition } = record(n).ref;
  const also = ['history', 'outbox'].map(
    (id): Write => ({ ...record(n), ref: { partition, id: `${id}/${n}` }, type: id }) as Write,
  );
  return store.commit([record(n), ...also]);
});
await measure('query in one partition', 2_000, (n) => store.query({ type, partition: partitionOf(n) }));
await measure('query of a type, first page of 100', 200, () => store.query({ type }));
await measure('query of a type where one field equals, first page of 100', 50, () => store.query({ type, where }));
await measure('the same, ordered by another field', 20, () => store.query({ type, where, orderBy: byName }));
await measure('query of a type ordered by a field, first page of 100', 10, () =>
  store.query({ type, orderBy: byName }),
);
await measure('every document, pages of 1,000', 3, () => readAll({ type, limit: 1000 }));

await store.close();
rmSync(folder, { recursive: true });

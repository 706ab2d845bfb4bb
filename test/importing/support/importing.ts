import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { afterEach } from 'vitest';
import { School } from '../../../src/core/school.ts';
import type { JsonObject, Store } from '../../../src/core/store.ts';
import type { ImportChoices, ImportFiles } from '../../../src/importing/gather.ts';
import { silent } from '../../../src/importing/progress.ts';
import { type ImportTools, runImport } from '../../../src/importing/run-import.ts';
import type { SinkPlan } from '../../../src/importing/writing/row-sink.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';

export const TODAY = Temporal.PlainDate.from('2026-11-22');
export const NOW = Temporal.Instant.from('2026-11-22T10:00:00Z');

/** A sample that comes with the tests. All of it is invented. */
export function sample(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/importing/${name}`, import.meta.url));
}

const made: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const remove of made.splice(0)) await remove();
});

/** A folder of this test's own. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'importing-'));
  made.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A file of this test's own. */
export function fileOf(content: string | Buffer, name = 'file.csv'): string {
  const file = join(newFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** A sample with some of its text changed: what an officer's slip does to a file. */
export function changedSample(name: string, changes: Readonly<Record<string, string>>): string {
  let text = new TextDecoder('windows-1252').decode(readFileSync(sample(name)));
  for (const [before, after] of Object.entries(changes)) {
    if (!text.includes(before)) throw new Error(`The sample does not hold “${before}”.`);
    text = text.replace(before, after);
  }
  return fileOf(text, name);
}

export function openMemory(): Store {
  const store = openSqliteStore({ file: ':memory:', clock: { now: () => NOW } });
  made.push(() => store.close());
  return store;
}

export const takesNothing = async (): Promise<SinkPlan> => ({ commits: [], unchanged: 0, refused: [] });

export function toolsFor(store: Store, changes: Partial<ImportTools> = {}): ImportTools {
  return {
    store,
    today: TODAY,
    words: {},
    categorySink: takesNothing,
    visitSink: takesNothing,
    progress: silent,
    changeMark: {
      kind: 'put',
      ref: { partition: 'register', id: 'version' },
      type: 'mark',
      body: { v: 1 },
      guard: 'any',
    },
    ...changes,
  };
}

export function importInto(
  store: Store,
  files: ImportFiles,
  choices: ImportChoices & { readonly strict?: boolean } = {},
  changes: Partial<ImportTools> = {},
) {
  return runImport(files, choices, toolsFor(store, changes));
}

/** A store with the sample schools in it. */
export async function withSampleSchools(): Promise<Store> {
  const store = openMemory();
  await importInto(store, { gias: sample('register-2023.csv') });
  return store;
}

export async function bodiesOf(store: Store, type: string): Promise<readonly JsonObject[]> {
  const { items } = await store.query({ type, limit: 1000 });
  return items.map((item) => item.body);
}

export async function schoolByUrn(store: Store, urn: string): Promise<School | undefined> {
  const { items } = await store.query({ type: 'school', where: [{ field: 'urn', eq: urn }] });
  return items[0] && School.parse(items[0].body);
}

/** Everything of these types as text, to look for what must not be there. */
export async function everythingIn(store: Store): Promise<string> {
  const types = ['school', 'inspection', 'person', 'email-link', 'conversion-proposal', 'school-moved', 'mark'];
  const all = await Promise.all(types.map((type) => store.query({ type, limit: 1000 })));
  return JSON.stringify(all.map((page) => page.items));
}

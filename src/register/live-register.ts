import { SCHOOL_MOVED_TYPE, SchoolMoved } from '../core/conversion.ts';
import type { Colleagues, Directory } from '../core/directory.ts';
import { Person } from '../core/people.ts';
import { School } from '../core/school.ts';
import type { JsonObject, Store } from '../core/store.ts';
import { createColleagues } from './colleague-directory.ts';
import { createDirectory } from './school-directory.ts';

/** Written by every import that changed schools or people: running bots look at it to know that they must read again. */
export const REGISTER_VERSION = { partition: 'register', id: 'version' } as const;

export interface LiveRegister {
  readonly directory: Directory;
  readonly colleagues: Colleagues;
  /** Reads again when an import has changed something since. True when it did. */
  refresh(): Promise<boolean>;
  /** Called after every change. */
  onChange(listener: () => void): void;
}

/**
 * Schools and people in memory, as they stood at the last look. What may be disclosed never rests on this: decisions read the
 * person and the school afresh.
 */
export async function openRegister(store: Store): Promise<LiveRegister> {
  let version = await readVersion(store);
  let directory = await readDirectory(store);
  let colleagues = createColleagues(await readAll(store, 'person', Person.parse));
  const listeners: (() => void)[] = [];
  return {
    directory: {
      get: (id) => directory.get(id),
      byUrn: (urn) => directory.byUrn(urn),
      all: () => directory.all(),
      inArea: (area) => directory.inArea(area),
    },
    colleagues: {
      get: (id) => colleagues.get(id),
      adviserOf: (school, today) => colleagues.adviserOf(school, today),
      holding: (role, today) => colleagues.holding(role, today),
      named: (words) => colleagues.named(words),
    },
    async refresh() {
      const latest = await readVersion(store);
      if (latest === version) return false;
      directory = await readDirectory(store);
      colleagues = createColleagues(await readAll(store, 'person', Person.parse));
      version = latest;
      for (const listener of listeners) listener();
      return true;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

async function readDirectory(store: Store): Promise<Directory> {
  const schools = await readAll(store, 'school', School.parse);
  return createDirectory(schools, await readAll(store, SCHOOL_MOVED_TYPE, SchoolMoved.parse));
}

async function readVersion(store: Store): Promise<string | undefined> {
  return (await store.get(REGISTER_VERSION))?.etag;
}

async function readAll<T>(store: Store, type: string, parse: (body: JsonObject) => T): Promise<T[]> {
  const found: T[] = [];
  let continuation: string | undefined;
  do {
    const page = await store.query({ type, limit: 1000, ...(continuation ? { continuation } : {}) });
    for (const item of page.items) found.push(parse(item.body));
    continuation = page.continuation;
  } while (continuation);
  return found;
}

import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { type Assembled, assemble } from '../../src/assemble.ts';
import { londonDate } from '../../src/core/clock.ts';
import type { Asking, Call, Reply } from '../../src/core/feature.ts';
import type { Framework } from '../../src/core/framework.ts';
import type { Entities, Heard, IntentName } from '../../src/core/intent.ts';
import { personRef } from '../../src/core/linking.ts';
import type { Partnership } from '../../src/core/partnership.ts';
import { Person } from '../../src/core/people.ts';
import { Refusal } from '../../src/core/refusal.ts';
import type { JsonObject, Store, Write } from '../../src/core/store.ts';
import { fillDemo } from '../../src/demo/fill-demo.ts';
import { type LoadedPartnership, loadPartnership } from '../../src/partnership/load.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { A_SCHOOL_DAY } from './bot.ts';
import { personWrite } from './records.ts';

const PARTNERSHIPS = fileURLToPath(new URL('../../partnerships', import.meta.url));

/** A partnership with just the records a test needs, and its features to be asked directly, without words or cards between. */
export interface World extends Pick<Assembled, 'features' | 'renderer' | 'register' | 'needToKnow' | 'fileDesk'> {
  readonly store: Store;
  readonly loaded: LoadedPartnership;
  readonly framework: Framework;
  readonly partnership: Partnership;
  /** Runs a command as somebody: their id in the store, or nobody for a stranger. Rejects with the refusal. */
  run(viewer: string | undefined, verb: string, data: JsonObject, over?: Partial<Asking>): Promise<Reply>;
  /** What an intent is taken to mean. Throws the refusal. */
  meaning(viewer: string | undefined, intent: IntentName, heard: Heard, over?: Partial<Asking>): Promise<Call>;
  asking(viewer: string | undefined, over?: Partial<Asking>): Promise<Asking>;
}

export interface WorldOptions {
  readonly partnership?: string;
  readonly root?: string;
  readonly at?: Temporal.Instant;
  readonly people?: readonly Person[];
  readonly records?: readonly Write[];
  /** Fill it with the invented authority first. Only where the partnership is the demo's. */
  readonly demo?: true;
}

export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const now = options.at ?? A_SCHOOL_DAY;
  const clock = { now: () => now };
  const loaded = loadPartnership({ name: options.partnership ?? 'demo', root: options.root ?? PARTNERSHIPS });
  const store = openSqliteStore({ file: ':memory:', clock });
  if (options.demo)
    await fillDemo({ store, clock, directory: loaded.directory, framework: loaded.framework.id, times: loaded });
  for (const write of [...(options.records ?? []), ...(options.people ?? []).map(personWrite)])
    await store.commit([write]);
  const assembled = await assemble({
    store,
    loaded,
    outbox: { nudge: () => {}, addressKnown: async () => {} },
    onFault: (fault) => {
      throw fault;
    },
    publicUrl: () => 'https://bot.calderbrook.example',
  });

  const asking: World['asking'] = async (viewer, over = {}) => {
    const found = viewer === undefined ? undefined : await store.get(personRef(Person.shape.id.parse(viewer)));
    const at = over.now ?? now;
    return {
      ...(found ? { viewer: Person.parse(found.body) } : {}),
      identity: { platform: 'teams', tenant: 'tenant', user: viewer ?? 'stranger' },
      place: 'personal',
      now: at,
      today: londonDate(at),
      turnId: 'turn-1',
      topic: {},
      ...over,
    };
  };
  return {
    ...assembled,
    store,
    loaded,
    framework: loaded.framework,
    partnership: loaded.partnership,
    asking,
    async run(viewer, verb, data, over) {
      const command = assembled.features.flatMap((feature) => feature.commands).find((each) => each.verb === verb);
      if (!command) throw new Error(`There is no command ${verb}`);
      return command.run(command.schema.parse(data) as never, await asking(viewer, over));
    },
    async meaning(viewer, intent, said, over) {
      const hears = assembled.features.map((feature) => feature.hears[intent]).find((each) => each !== undefined);
      if (!hears) throw new Error(`Nothing hears ${intent}`);
      return hears(said, await asking(viewer, over));
    },
  };
}

/** One ask, as understanding hands it over. */
export function heard(text: string, entities: Partial<Entities> = {}): Heard {
  return {
    text,
    intents: [],
    sure: true,
    entities: {
      schools: [],
      own: false,
      levels: [],
      dates: [],
      requestRefs: [],
      reviewGroups: [],
      alliances: [],
      focuses: [],
      people: [],
      criteria: [],
      yearGroups: [],
      ...entities,
    },
  };
}

/** The sentence somebody is refused with. Fails when they are not refused. */
export async function refusalOf(asked: Promise<unknown>): Promise<Refusal> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

export function londonMorning(date: string): Temporal.Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' }).toInstant();
}

import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { type Assembled, assemble } from '../../src/assemble.ts';
import type { Chooser } from '../../src/conversation/understand/chooser.ts';
import { EventId } from '../../src/core/ids.ts';
import type { Partnership } from '../../src/core/partnership.ts';
import type { Answer, Outgoing } from '../../src/core/reply.ts';
import type { JsonObject, Store } from '../../src/core/store.ts';
import type { Input, PlaceKind } from '../../src/core/turn.ts';
import { fillDemo } from '../../src/demo/fill-demo.ts';
import { teamsUser } from '../../src/demo/teams-user.ts';
import { type LoadedPartnership, loadPartnership } from '../../src/partnership/load.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';

const PARTNERSHIPS = fileURLToPath(new URL('../../partnerships', import.meta.url));

/** A Wednesday morning in term. */
export const A_SCHOOL_DAY = Temporal.Instant.from('2026-11-18T10:00:00Z');

/** The whole bot without its doors, over the demo partnership, at a fixed time. */
export interface Bot extends Assembled {
  readonly store: Store;
  readonly loaded: LoadedPartnership;
  /** Everything that went wrong inside: empty unless a test means it. */
  readonly faults: unknown[];
  now(): Temporal.Instant;
  /** Moves the bot's clock. */
  setTime(at: Temporal.Instant): void;
  say(nn: string, text: string, place?: PlaceKind): Promise<Answer>;
  press(nn: string, verb: string, data: JsonObject, place?: PlaceKind): Promise<Answer>;
  take(nn: string, input: Input, place?: PlaceKind, id?: string): Promise<Answer | undefined>;
}

export async function openBot(
  options: {
    readonly at?: Temporal.Instant;
    readonly partnership?: string /** Kept in memory unless given. */;
    readonly file?: string;
    /** In place of what the partnership's own file says. */
    readonly settings?: Partial<Partnership>;
    readonly chooser?: Chooser;
  } = {},
): Promise<Bot> {
  let now = options.at ?? A_SCHOOL_DAY;
  const clock = { now: () => now };
  const read = loadPartnership({ name: options.partnership ?? 'demo', root: PARTNERSHIPS });
  const loaded = { ...read, partnership: { ...read.partnership, ...options.settings } };
  const store = openSqliteStore({ file: options.file ?? ':memory:', clock });
  if (loaded.partnership.demo) {
    await fillDemo({ store, clock, directory: loaded.directory, framework: loaded.framework.id, times: loaded });
  }
  const faults: unknown[] = [];
  const assembled = await assemble({
    store,
    loaded,
    outbox: { nudge: () => {}, addressKnown: async () => {} },
    onFault: (fault) => faults.push(fault),
    publicUrl: () => 'https://bot.calderbrook.example',
    ...(options.chooser ? { chooser: options.chooser } : {}),
  });
  let turns = 0;
  const take: Bot['take'] = (nn, input, place = 'personal', id = `turn-${++turns}`) =>
    assembled.conversation.hear({
      ids: [EventId.parse(id)],
      at: now,
      from: { identity: { platform: 'teams', tenant: TENANT, user: teamsUser(nn) } },
      place: {
        kind: place,
        conversation: place === 'personal' ? `personal-${nn}` : place,
        address: { conversation: place === 'personal' ? `personal-${nn}` : place },
      },
      input,
    });
  const answered = async (answer: Promise<Answer | undefined>): Promise<Answer> => {
    const given = await answer;
    if (!given) throw new Error('The turn was taken for a repeat');
    return given;
  };
  return {
    ...assembled,
    store,
    loaded,
    faults,
    now: () => now,
    setTime: (at) => {
      now = at;
    },
    take,
    say: (nn, text, place) => answered(take(nn, { kind: 'text', text }, place)),
    press: (nn, verb, data, place) => answered(take(nn, { kind: 'action', verb, data }, place)),
  };
}

const TENANT = '00000000-0000-4000-8000-0000000000aa';

/** Everything a person can read in an answer, folded sections and button titles included. */
export function wordsOf(messages: readonly Outgoing[]): string {
  return messages.map((message) => [message.summary, ...cardWords(message.card)].join('\n')).join('\n');
}

function cardWords(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(cardWords);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' && READ.has(key) ? [value] : cardWords(value),
  );
}

const READ = new Set(['text', 'title', 'value', 'label', 'altText', 'fallbackText', 'placeholder']);

/** All the answer carries, what no one sees included: for asserting that something is nowhere in it. */
export function everythingIn(answer: Answer): string {
  return JSON.stringify(answer);
}

import type { Temporal } from 'temporal-polyfill';
import type { Sender, SendOutcome } from '../../../src/core/channel.ts';
import { PersonId } from '../../../src/core/ids.ts';
import { OUTBOX_TYPE, OutboxRow, queueChange, queueNotice, queueReminder, reachRef } from '../../../src/core/outbox.ts';
import type { CardReply } from '../../../src/core/reply.ts';
import { type Ref, type Store, type Stored, StoreUnavailableError } from '../../../src/core/store.ts';
import { createOutbox, type Outbox } from '../../../src/outbox/create-outbox.ts';
import { PLATFORMS, type Platform } from '../../../src/outbox/parts.ts';
import type { Chance } from './random.ts';
import type { Stage } from './stage.ts';
import { NOW } from './world.ts';

/** What can go wrong at one step, each with its chance of doing so. */
export interface Trouble {
  readonly storeFails: number;
  readonly crashes: number;
  readonly sendFails: number;
}

interface Bot {
  readonly name: string;
  readonly outbox: Outbox;
  alive: boolean;
}

/** Everything that truly happened, as no bot can know it. */
export interface Truth {
  /** How often each row reached its person. */
  readonly delivered: Map<string, number>;
  /** How often an officer had it sent again. */
  readonly resent: Map<string, number>;
  readonly queued: Map<string, Ref>;
  /** How often what a reminder is about has changed, and as of which change its card is seen. */
  readonly version: Map<string, number>;
  readonly shown: Map<string, number>;
  readonly done: Set<string>;
  readonly underWay: Map<string, string>;
  readonly wrongs: string[];
  readonly happened: Map<string, number>;
}

const SHIFT_MS = 20 * 60_000;
const WORKED_MS = 8 * 60_000;

/** Days of twenty minutes, of which people work eight. */
function nextShift(at: Temporal.Instant): Temporal.Instant {
  const into = at.epochMilliseconds % SHIFT_MS;
  return into < WORKED_MS ? at : at.add({ milliseconds: SHIFT_MS - into });
}

const never = (): Promise<never> => new Promise(() => {});

export function createSimulation(store: Store, stage: Stage, chance: Chance, people: number) {
  let trouble: Trouble = { storeFails: 0, crashes: 0, sendFails: 0 };
  const truth: Truth = {
    delivered: new Map(),
    resent: new Map(),
    queued: new Map(),
    version: new Map(),
    shown: new Map(),
    done: new Set(),
    underWay: new Map(),
    wrongs: [],
    happened: new Map(),
  };
  const bots: Bot[] = [];
  let started = 0;

  function note(what: string): void {
    truth.happened.set(what, (truth.happened.get(what) ?? 0) + 1);
  }
  function crash(bot: Bot, when: string): Promise<never> {
    note(`a bot died ${when}`);
    bot.alive = false;
    return never();
  }

  /** The store as a bot meets it: slow, sometimes failing on the way there or back, and silent once the bot is dead. */
  function storeFor(bot: () => Bot): Store {
    async function through<T>(what: string, run: () => Promise<T>): Promise<T> {
      if (!bot().alive) return never();
      await stage.turn();
      if (!bot().alive) return never();
      if (chance.happens(trouble.crashes)) return crash(bot(), `before a ${what}`);
      if (chance.happens(trouble.storeFails)) {
        note(`the store failed before a ${what}`);
        throw new StoreUnavailableError('away', { mayHaveCommitted: chance.happens(0.5) });
      }
      const result = await run();
      await stage.turn();
      if (!bot().alive) return never();
      if (chance.happens(trouble.crashes)) return crash(bot(), `after a ${what}`);
      if (chance.happens(trouble.storeFails)) {
        note(`the store failed after a ${what}`);
        throw new StoreUnavailableError('no answer', { mayHaveCommitted: true });
      }
      return result;
    }
    return {
      get: (ref) => through('get', () => store.get(ref)),
      query: (spec) => through('query', () => store.query(spec)),
      commit: (writes) => through('commit', () => store.commit(writes)),
      ready: () => store.ready(),
      close: () => store.close(),
    };
  }

  /** A platform that delivers or does not, and tells the truth, or nothing, about it. Never a lie. */
  function senderFor(bot: () => Bot, _platform: Platform): Sender {
    const deliver = (id: string, version: number): void => {
      truth.delivered.set(id, (truth.delivered.get(id) ?? 0) + 1);
      truth.shown.set(id, version);
    };
    async function send(address: SendAddress, id: string, version: number): Promise<SendOutcome> {
      await stage.turn();
      if (!bot().alive) return never();
      if (chance.happens(trouble.crashes)) return crash(bot(), 'before a send');
      if (!chance.happens(trouble.sendFails)) {
        deliver(id, version);
        await stage.turn();
        if (chance.happens(trouble.crashes)) return crash(bot(), 'after a send');
        return { outcome: 'sent', messageId: id, address };
      }
      const reason = chance.pick(['blocked', 'not_installed', 'gone', 'rejected']);
      const arrives = chance.happens(0.5);
      const how = chance.pick(['refused', 'later', 'later', 'unknown', 'throws', 'silent', 'slow']);
      note(
        `a send ended: ${how === 'refused' ? reason : how}${how === 'later' || how === 'refused' ? '' : arrives ? ', arrived' : ', lost'}`,
      );
      if (how === 'refused') return { outcome: 'refused', reason, detail: 'no' };
      if (how === 'later')
        return { outcome: 'later', detail: '429', ...(arrives ? { afterMs: chance.upTo(30_000) } : {}) };
      if (arrives) deliver(id, version);
      if (how === 'throws') throw new Error('socket hang up');
      if (how === 'silent') return never();
      if (how === 'unknown') return { outcome: 'unknown', detail: 'cut' };
      await new Promise<void>((wake) => stage.timer(wake, 30_000 + chance.upTo(300_000)));
      if (!bot().alive) return never();
      return arrives ? { outcome: 'sent', address } : { outcome: 'later', detail: '503' };
    }
    return {
      async send(address, message) {
        const { id, version } = read(message.summary);
        await checkTaken(bot().name, id);
        truth.underWay.set(id, bot().name);
        try {
          return await send(address, id, version);
        } finally {
          truth.underWay.delete(id);
        }
      },
      async update(address, id, message) {
        const { version } = read(message.summary);
        await stage.turn();
        if (!bot().alive) return never();
        if (chance.happens(trouble.crashes * 5)) return crash(bot(), 'before a change');
        const arrives = !chance.happens(trouble.sendFails) || chance.happens(0.3);
        if (arrives) truth.shown.set(id, version);
        await stage.turn();
        if (chance.happens(trouble.crashes * 5)) return crash(bot(), 'after a change');
        if (!chance.happens(trouble.sendFails)) {
          return arrives ? { outcome: 'sent', messageId: id, address } : { outcome: 'later', detail: '429' };
        }
        const how = chance.pick(['gone', 'later', 'unknown', 'throws', 'silent']);
        note(`a change ended: ${how}`);
        if (how === 'silent') return never();
        if (how === 'throws') throw new Error('socket hang up');
        if (how === 'gone' && !arrives) return { outcome: 'refused', reason: 'gone', detail: '404' };
        if (how === 'later' && !arrives) return { outcome: 'later', detail: '429', afterMs: chance.upTo(30_000) };
        return { outcome: 'unknown', detail: 'cut' };
      },
    };
  }
  const words = (id: string): string => `${id}@${truth.version.get(id) ?? 0}`;
  /** As it is when asked; by the time it is said, it may have changed. */
  async function saying(id: string): Promise<CardReply> {
    const summary = words(id);
    for (let turns = chance.upTo(chance.happens(0.2) ? 40 : 4); turns > 0; turns -= 1) await stage.turn();
    return { card: 'c', data: {}, summary };
  }
  function read(summary: string): { readonly id: string; readonly version: number } {
    const [id = '', version = '0'] = summary.split('@');
    return { id, version: Number(version) };
  }
  type SendAddress = Parameters<Sender['send']>[0];

  /** Nobody sends what another is sending, or what is not marked as theirs. */
  async function checkTaken(name: string, id: string): Promise<void> {
    const row = await readRow(id);
    const other = truth.underWay.get(id);
    const otherLives = bots.some((bot) => bot.alive && bot.name === other);
    if (otherLives && (truth.resent.get(id) ?? 0) === 0) truth.wrongs.push(`${name} sends ${id} while ${other} does`);
    if (!row.takenBy?.startsWith(`${name}/`) && (truth.resent.get(id) ?? 0) === 0) {
      truth.wrongs.push(`${name} sends ${id}, taken by ${row.takenBy}`);
    }
    if (row.state !== 'sending' && row.state !== 'unknown')
      truth.wrongs.push(`${name} sends ${id}, which is ${row.state}`);
  }

  async function readRow(id: string): Promise<OutboxRow> {
    const ref = truth.queued.get(id);
    return OutboxRow.parse((ref && (await store.get(ref)))?.body);
  }

  const person = (n: number): PersonId => PersonId.parse(`person-${n}`);

  return {
    truth,
    bots,
    readRow,
    setTrouble(next: Trouble): void {
      trouble = next;
    },
    startBot(): void {
      started += 1;
      const name = `bot-${started}`;
      const self = (): Bot => bot;
      const outbox = createOutbox({
        store: storeFor(self),
        clock: stage.clock,
        timer: (run, ms) => stage.timer(() => void (bot.alive && run()), ms),
        render: ({ summary }) => {
          if (chance.happens(trouble.sendFails / 10)) throw new Error('template');
          return { summary };
        },
        senders: Object.fromEntries(PLATFORMS.map((platform) => [platform, senderFor(self, platform)])),
        stillDue: {
          f: async ({ about }) => (truth.done.has(about.id) ? undefined : saying(about.id)),
        },
        saysNow: { f: ({ about }) => saying(about.id) },
        workingTime: { next: nextShift },
        log: { debug: () => {}, warn: () => {}, error: () => {} },
        instance: name,
        random: chance.next,
        policy: {
          pageSize: 4,
          lanes: 3,
          maxAttempts: 6,
          pollMs: 60_000,
          backoff: { firstMs: 5_000, longestMs: 300_000 },
        },
      });
      const bot: Bot = { name, outbox, alive: true };
      bots.push(bot);
      outbox.start();
    },
    async queue(n: number): Promise<void> {
      const id = `row-${n}`;
      const partition = `request:r${chance.upTo(3)}`;
      const common = {
        id,
        to: person(chance.upTo(people)),
        sendAt: stage.clock.now().add({ seconds: chance.upTo(300) }),
        patient: chance.happens(0.4),
      };
      const write = chance.happens(0.5)
        ? queueNotice(partition, { ...common, reply: { card: 'c', data: {}, summary: id } })
        : queueReminder(partition, { ...common, feature: 'f', reason: 'r', about: { partition, id } });
      truth.queued.set(id, write.ref);
      await store.commit([write]);
      if (chance.happens(0.5)) for (const bot of bots) if (bot.alive) bot.outbox.nudge();
    },
    /** What a row is about changes: should its card be out, it is to say so. */
    async change(n: number): Promise<void> {
      const id = `row-${n}`;
      const ref = truth.queued.get(id);
      if (!ref) return;
      const version = (truth.version.get(id) ?? 0) + 1;
      truth.version.set(id, version);
      const { to, state } = await readRow(id);
      note(`something changed while its card was ${state}`);
      const sendAt = stage.clock.now();
      await store.commit([
        queueChange(ref.partition, { id: `change/${version}/${id}`, to, sendAt, patient: false, of: ref.id }),
      ]);
      if (chance.happens(0.5)) for (const bot of bots) if (bot.alive) bot.outbox.nudge();
    },
    /** The last change of a row, if there was one. */
    async lastChange(id: string): Promise<OutboxRow | undefined> {
      const ref = truth.queued.get(id);
      const found = await store.get({
        partition: ref?.partition ?? '',
        id: `outbox/change/${truth.version.get(id) ?? 0}/${id}`,
      });
      return found && OutboxRow.parse(found.body);
    },
    /** Somebody writes to the bot: now it knows where they are. */
    async hearFrom(n: number): Promise<void> {
      const platform = chance.pick(PLATFORMS);
      const found = await store.get(reachRef(person(n)));
      const before = (found?.body.addresses ?? []) as readonly { readonly platform: Platform }[];
      const at = stage.clock.now().toString();
      const addresses = [...before.filter((each) => each.platform !== platform), { platform, at, address: { n } }];
      await store.commit([
        { kind: 'put', ref: reachRef(person(n)), type: 'reach', body: { v: 1, addresses }, guard: 'any' },
      ]);
      const bot = bots.findLast((each) => each.alive);
      if (bot && chance.happens(0.7)) void bot.outbox.addressKnown(person(n));
    },
    /** An officer looks at what is in doubt and decides, sometimes wrongly. */
    async officer(): Promise<void> {
      for (const id of truth.queued.keys()) {
        const row = await readRow(id);
        const ref = truth.queued.get(id);
        if (ref === undefined || (row.state !== 'unknown' && row.state !== 'dead')) continue;
        const verdict = chance.pick(['send_again', 'arrived', 'let_go']);
        note(`an officer said ${verdict}`);
        if (verdict === 'send_again') truth.resent.set(id, (truth.resent.get(id) ?? 0) + 1);
        const bot = bots.findLast((each) => each.alive);
        void bot?.outbox.settle(ref, verdict).catch(() => false);
        return;
      }
    },
    async allRows(): Promise<readonly Stored[]> {
      return (await store.query({ type: OUTBOX_TYPE, limit: 1000 })).items;
    },
    start: NOW,
    person,
    note,
  };
}

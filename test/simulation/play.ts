import { assemble } from '../../src/assemble.ts';
import type { Sender, SendOutcome } from '../../src/core/channel.ts';
import { EventId } from '../../src/core/ids.ts';
import { identityRef } from '../../src/core/linking.ts';
import { OUTBOX_TYPE, OutboxRow, reachRef } from '../../src/core/outbox.ts';
import type { Identity } from '../../src/core/people.ts';
import type { Answer, Outgoing } from '../../src/core/reply.ts';
import type { JsonObject, Store } from '../../src/core/store.ts';
import type { Turn } from '../../src/core/turn.ts';
import { createOutbox, type Outbox } from '../../src/outbox/create-outbox.ts';
import type { LoadedPartnership } from '../../src/partnership/load.ts';
import type { Chance } from '../outbox/support/random.ts';
import type { Stage } from '../outbox/support/stage.ts';
import { faultyStore, type Life, never, type Trouble } from './faulty-store.ts';
import { type Button, buttonsOf, press } from './hands.ts';

const TENANT = '00000000-0000-4000-8000-0000000000aa';
/** Teams repeats a turn nobody answered after fifteen seconds, Slack sooner. */
const REPEATED_AFTER_MS = 15_000;
const MOST_REPEATS = 6;

interface Bot {
  readonly life: Life;
  readonly outbox: Outbox;
  hear(turn: Turn): Promise<Answer | undefined>;
}

/** Somebody with both platforms at hand, and every button they have seen. */
interface Hand {
  readonly nn: string;
  readonly person: string;
  readonly seen: Button[];
}

/**
 * Bots that serve the demo over one store while everything goes wrong that may; people who press what they see, on either
 * platform; and what truly happened, as no bot can know it.
 */
export async function createPlay(parts: {
  readonly store: Store;
  readonly loaded: LoadedPartnership;
  readonly stage: Stage;
  readonly chance: Chance;
}) {
  const { store, loaded, stage, chance } = parts;
  let trouble: Trouble = { storeFails: 0, crashes: 0, sendFails: 0 };
  let turns = 0;
  const bots: Bot[] = [];
  const hands = new Map<string, Hand>();
  /** How often each message reached its person, by what it is about. */
  const delivered = new Map<string, number>();
  const rowOf = new WeakMap<object, string>();
  const faults: unknown[] = [];
  /** What people were told, word for word. */
  const told: { readonly nn: string; readonly turn: string; readonly said: string }[] = [];
  const unanswered = new Set<string>();

  async function startBot(): Promise<void> {
    const life: Life = { alive: true, serves: false };
    const mine = faultyStore(store, { stage, chance, life, trouble: () => trouble });
    const assembled = await assemble({
      store: mine,
      loaded,
      outbox: { nudge: () => outbox.nudge(), addressKnown: (person) => outbox.addressKnown(person) },
      onFault: (fault) => void faults.push(fault),
      publicUrl: () => 'https://bot.calderbrook.example',
    });
    const { features, renderer, conversation } = assembled;
    const outbox: Outbox = createOutbox({
      store: mine,
      clock: stage.clock,
      timer: (run, ms) => stage.timer(() => void (life.alive && run()), ms),
      render: (reply) => {
        const message = renderer.render(reply);
        const row = rowOf.get(reply);
        if (row) rowOf.set(message, row);
        return message;
      },
      senders: { teams: senderOf(life), slack: senderOf(life) },
      stillDue: Object.fromEntries(
        features.flatMap(({ key, stillDue }) =>
          stillDue
            ? [
                [
                  key,
                  async (...[row, now]: Parameters<typeof stillDue>) => {
                    const reply = await stillDue(row, now);
                    if (reply) rowOf.set(reply, aboutOf(row));
                    return reply;
                  },
                ],
              ]
            : [],
        ),
      ),
      saysNow: Object.fromEntries(features.flatMap(({ key, saysNow }) => (saysNow ? [[key, saysNow]] : []))),
      errands: Object.fromEntries(features.flatMap(({ key, errand }) => (errand ? [[key, errand]] : []))),
      workingTime: { next: (at) => loaded.calendar.nextWorkingTime(at) },
      log: { debug: () => {}, warn: () => {}, error: () => {} },
      instance: `bot-${bots.length + 1}`,
      random: chance.next,
      policy: { pollMs: 10 * 60_000, backoff: { firstMs: 5_000, longestMs: 300_000 } },
    });
    life.serves = true;
    bots.push({ life, outbox, hear: (turn) => conversation.hear(turn) });
    outbox.start();
  }

  /** A platform that delivers or does not, and tells the truth about it, or nothing. Never a lie. */
  function senderOf(life: Life): Sender {
    async function deliver(address: JsonObject, message: Outgoing): Promise<void> {
      const row = rowOf.get(message) ?? '';
      delivered.set(row, (delivered.get(row) ?? 0) + 1);
      hands.get(String(address.nn))?.seen.push(...buttonsOf([message]));
    }
    async function end(address: JsonObject, arrive: () => Promise<void>): Promise<SendOutcome> {
      await stage.turn();
      if (!life.alive) return never();
      if (!chance.happens(trouble.sendFails)) {
        await arrive();
        await stage.turn();
        return life.alive ? { outcome: 'sent', messageId: String(chance.upTo(1e9)), address } : never();
      }
      const how = chance.pick(['later', 'later', 'unknown', 'throws', 'rejected']);
      if (how === 'later') return { outcome: 'later', detail: '429', afterMs: chance.upTo(30_000) };
      if (how === 'rejected') return { outcome: 'refused', reason: 'rejected', detail: 'no' };
      if (chance.happens(0.5)) await arrive();
      if (how === 'throws') throw new Error('socket hang up');
      return { outcome: 'unknown', detail: 'cut' };
    }
    return {
      send: (address, message) => end(address, () => deliver(address, message)),
      update: (address) => end(address, async () => {}),
    };
  }

  function someBot(): Bot | undefined {
    const alive = bots.filter(({ life }) => life.alive);
    return alive[chance.upTo(alive.length)];
  }

  /** Hands a turn to some bot, and again when nothing comes back, as the platforms do. */
  function deliver(turn: Turn, hand: Hand, repeats = 0): void {
    const [id] = turn.ids;
    let settled = false;
    unanswered.add(id);
    const again = () => {
      if (settled || repeats >= MOST_REPEATS) return;
      settled = true;
      deliver(turn, hand, repeats + 1);
    };
    stage.timer(again, REPEATED_AFTER_MS);
    someBot()
      ?.hear(turn)
      .then(
        (answer) => {
          settled = true;
          unanswered.delete(id);
          if (!answer) return;
          const messages = [...answer.here, ...answer.directly];
          hand.seen.push(...buttonsOf(messages));
          for (const { summary } of messages) told.push({ nn: hand.nn, turn: id, said: summary });
        },
        (fault: unknown) => void faults.push(fault),
      );
  }

  return {
    hands,
    delivered,
    faults,
    told,
    unanswered,
    startBot,
    setTrouble(next: Trouble) {
      trouble = next;
    },
    async keepAlive(count: number) {
      while (bots.filter(({ life }) => life.alive).length < count) await startBot();
    },
    died: () => bots.filter(({ life }) => !life.alive).length,
    /** A person of the demo, reachable on one of the two platforms. */
    async addHand(nn: string, buttons: readonly Button[]): Promise<void> {
      const link = await store.get(identityRef(identityOf(nn, 'teams')));
      const person = String(link?.body.person);
      hands.set(nn, { nn, person, seen: [...buttons] });
      const platform = chance.pick(['teams', 'slack']);
      const addresses = [{ platform, at: stage.clock.now().toString(), address: { nn } }];
      const reach = reachRef(person as never);
      await store.commit([{ kind: 'put', ref: reach, type: 'reach', body: { v: 1, addresses }, guard: 'any' }]);
    },
    /** Somebody presses a button they have seen, now and then twice, on whichever platform they are at. */
    act(nn: string, button: Button): void {
      const hand = hands.get(nn);
      if (!hand) throw new Error(`Nobody has the number ${nn}`);
      turns += 1;
      const platform = chance.pick(['teams', 'slack']);
      const { verb, ...data } = press(button, chance, stage.clock.now().toString().slice(0, 10));
      const turn: Turn = {
        ids: [EventId.parse(`turn-${turns}`)],
        at: stage.clock.now(),
        from: { identity: identityOf(nn, platform) },
        place: { kind: 'personal', conversation: `${platform}-${nn}`, address: { nn } },
        input: { kind: 'action', verb: String(verb), data },
      };
      deliver(turn, hand);
      // Delivered twice under one name, at once or late; or pressed twice.
      if (chance.happens(0.1)) deliver(turn, hand, MOST_REPEATS);
      if (chance.happens(0.1)) stage.timer(() => deliver(turn, hand, MOST_REPEATS), chance.upTo(30_000));
      if (chance.happens(0.2)) deliver({ ...turn, ids: [EventId.parse(`turn-${turns}-again`)] }, hand);
    },
    async rows(): Promise<readonly OutboxRow[]> {
      const page = await store.query({ type: OUTBOX_TYPE, limit: 1000 });
      return page.items.map(({ body }) => OutboxRow.parse(body));
    },
  };
}

/** What a reminder is about, for counting: its person, why, and the record. */
export function aboutOf(row: Extract<OutboxRow, { kind: 'reminder' }>): string {
  return [row.feature, row.reason, row.about.partition, row.about.id, row.to].join(' ');
}

function identityOf(nn: string, platform: 'teams' | 'slack'): Identity {
  return platform === 'teams'
    ? { platform, tenant: TENANT, user: `00000000-0000-4000-8000-0000000000${nn}` }
    : { platform, tenant: 'T0DEMO', user: `U0DEMO${nn}` };
}

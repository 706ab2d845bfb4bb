import type { AckFn, App } from '@slack/bolt';
import type { JsonObject } from '../../core/store.ts';
import type { Inbox } from './inbox.ts';
import type { Log } from './log.ts';
import { named } from './turn-ids.ts';

/** What somebody said, or asked by pressing: it is written down until it is answered. */
const KEPT_EVENTS: readonly unknown[] = ['message', 'app_mention'];
const KEPT_INTERACTIONS: readonly unknown[] = ['block_actions', 'view_submission', 'shortcut', 'message_action'];

/** How often to look for what was left lying. */
const LOOK_EVERY_MS = 10_000;

/** Tells Slack that something arrived; the argument is what a form is answered with. */
export type Acknowledge = (instead?: object) => Promise<void>;

/** Everything Slack delivers, by request or by socket, passes through here. */
export interface Deliveries {
  /**
   * Writes it down, tells Slack, then answers it: resolves once Slack has been told, or, of a form that nothing could be
   * made of, never will be. Rejects, having told Slack nothing, when it could not be written down: Slack then sends it again.
   */
  take(payload: JsonObject, acknowledge: Acknowledge): Promise<void>;
  /** Answers what was written down and never answered, by this bot or another. */
  takeOverdue(): Promise<void>;
  start(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Takes nothing over any more, and resolves when everything under way has ended. */
  stop(): Promise<void>;
}

export function createDeliveries(parts: {
  readonly inbox: Inbox;
  readonly app: () => Pick<App, 'processEvent'>;
  readonly log: Log;
}): Deliveries {
  const { inbox, app, log } = parts;
  const busy = new Set<string>();
  const underWay = new Set<Promise<void>>();
  let looking: NodeJS.Timeout | undefined;

  async function answer(id: string, payload: JsonObject, ack: AckFn<unknown>, again: boolean): Promise<void> {
    try {
      await app().processEvent({ body: payload, ack, customProperties: { again } });
    } catch (fault) {
      log.error({ err: fault, id }, 'a delivery from Slack could not be dealt with');
    }
  }

  function follow(id: string, work: () => Promise<void>): Promise<void> {
    busy.add(id);
    const done = work().finally(() => {
      busy.delete(id);
      underWay.delete(done);
    });
    underWay.add(done);
    return done;
  }

  async function forget(id: string): Promise<void> {
    try {
      await inbox.done(id);
    } catch (fault) {
      log.error(
        { err: fault, id },
        'a delivery that was answered could not be cleared away; it will be looked at again',
      );
    }
  }

  async function take(payload: JsonObject, acknowledge: Acknowledge): Promise<void> {
    const id = idOf(payload);
    const isKept = isWorthKeeping(payload);
    if (isKept && (await inbox.keep(id, payload)) === 'known') return acknowledge();
    // A form is answered by what it is told, so whoever answers it tells Slack.
    const waits = payload.type === 'view_submission';
    const told = Promise.withResolvers<void>();
    const ack: AckFn<unknown> = async (instead) => {
      if (waits) await acknowledge(asObject(instead));
      told.resolve();
    };
    if (!waits) await acknowledge();
    void follow(id, async () => {
      await answer(id, payload, ack, false);
      told.resolve();
      if (isKept) await forget(id);
    });
    if (waits) await told.promise;
  }

  async function takeOverdue(): Promise<void> {
    const taken = await inbox.takeOverdue((id) => busy.has(id));
    await Promise.all(
      taken.map(({ id, payload }) =>
        follow(id, async () => {
          log.warn({ id }, 'a delivery from Slack was left unanswered, and is taken up again');
          await answer(id, payload, async () => {}, true);
          await forget(id);
        }),
      ),
    );
  }

  function look(): void {
    takeOverdue().catch((fault: unknown) =>
      log.error({ err: fault }, 'what Slack delivered could not be looked through'),
    );
  }

  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }

  return {
    take,
    takeOverdue,
    start() {
      look();
      looking = setInterval(look, LOOK_EVERY_MS);
      looking.unref();
    },
    idle,
    stop() {
      clearInterval(looking);
      return idle();
    },
  };
}

/** Slack's own name for it, or the trigger nothing else has. */
function idOf(payload: JsonObject): string {
  if (typeof payload.event_id === 'string') return payload.event_id.slice(0, 200);
  return named(
    'delivery',
    String(payload.type ?? payload.command),
    String(payload.trigger_id ?? JSON.stringify(payload)),
  );
}

function isWorthKeeping({ type, event, command }: JsonObject): boolean {
  if (type === 'event_callback') {
    return typeof event === 'object' && event !== null && 'type' in event && KEPT_EVENTS.includes(event.type);
  }
  return KEPT_INTERACTIONS.includes(type) || command !== undefined;
}

const asObject = (value: unknown) => (typeof value === 'object' && value !== null ? value : undefined);

import restify from 'restify';
import { Temporal } from 'temporal-polyfill';
import { createSlackChannel, type SlackChannel, SlackConfig } from '../../../../src/channels/slack/index.ts';
import type { Listener, Reception } from '../../../../src/core/channel.ts';
import type { Answer, Outgoing } from '../../../../src/core/reply.ts';
import type { JsonObject, Store } from '../../../../src/core/store.ts';
import type { Turn } from '../../../../src/core/turn.ts';
import * as blockKit from '../../../../src/rendering/block-kit/index.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/open.ts';
import { portOf } from '../../teams/support/port.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { asSlackSends, SIGNING_SECRET, type SlackRequest, type Wish } from './sign.ts';

export const NOW = Temporal.Instant.from('2026-11-22T11:42:00Z');
export const NOW_SECONDS = NOW.epochMilliseconds / 1000;

export interface SlackBotOptions {
  readonly hear?: Listener['hear'];
  readonly reception?: Partial<Reception>;
  readonly store?: Store;
  readonly slack?: FakeSlack;
  readonly config?: (slack: FakeSlack) => unknown;
  readonly wait?: (ms: number) => Promise<void>;
}

export interface SlackBot {
  readonly url: string;
  readonly channel: SlackChannel;
  readonly slack: FakeSlack;
  readonly store: Store;
  /** Every turn the listener was handed. */
  readonly turns: readonly Turn[];
  readonly logged: readonly { readonly level: string; readonly message: string; readonly fields: object }[];
  setTime(at: Temporal.Instant): void;
  send(request: SlackRequest): Promise<Response>;
  /** Delivers a payload as Slack does, and waits until everything that comes of it has happened. */
  deliver(payload: JsonObject, wish?: Wish): Promise<Response>;
  close(): Promise<void>;
}

export const says = (...here: readonly Outgoing[]): Answer => ({ here, directly: [] });

/** The channel on a restify server of its own, with a listener that says one thing and a Slack that keeps what it is sent. */
export async function startSlackBot(options: SlackBotOptions = {}): Promise<SlackBot> {
  const slack = options.slack ?? (await startFakeSlack());
  let now = NOW;
  const clock = { now: () => now };
  const store = options.store ?? openSqliteStore({ file: ':memory:', clock });
  const turns: Turn[] = [];
  const logged: SlackBot['logged'][number][] = [];
  const note = (level: string) => (fields: object, message: string) => void logged.push({ level, message, fields });
  const hear = options.hear ?? (async () => says({ summary: 'Heard.' }));
  const channel = createSlackChannel({
    config: SlackConfig.parse(options.config?.(slack) ?? oneWorkspace(slack)),
    listener: {
      hear: (turn) => {
        turns.push(turn);
        return hear(turn);
      },
    },
    reception: { home: async () => [], starters: async () => [], ...options.reception },
    store,
    blockKit,
    clock,
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    wait: options.wait ?? (async () => undefined),
  });
  const server = restify.createServer();
  channel.mount(server);
  const url = `http://127.0.0.1:${await portOf(server.server)}/slack/events`;
  const send = ({ body, headers }: SlackRequest) => fetch(url, { method: 'POST', headers, body });
  return {
    url,
    channel,
    slack,
    store,
    turns,
    logged,
    setTime: (at) => {
      now = at;
    },
    send,
    async deliver(payload, wish) {
      const response = await send(asSlackSends(payload, now.epochMilliseconds / 1000, wish));
      await channel.deliveries.idle();
      return response;
    },
    async close() {
      await channel.stop();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      if (!options.slack) await slack.close();
      if (!options.store) await store.close();
    },
  };
}

export function oneWorkspace(slack: FakeSlack): object {
  return {
    workspaces: { kind: 'one', botToken: 'xoxb-bot' },
    signingSecret: SIGNING_SECRET,
    apiUrl: slack.apiUrl,
  };
}

import { createServer } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { createTeamsChannel, type TeamsChannel, TeamsConfig } from '../../../../src/channels/teams/index.ts';
import type { Listener } from '../../../../src/core/channel.ts';
import type { Answer, Outgoing } from '../../../../src/core/reply.ts';
import type { Turn } from '../../../../src/core/turn.ts';
import { portOf } from './port.ts';
import { type StubConnector, startStubConnector } from './stub-connector.ts';

export const NOW = Temporal.Instant.from('2026-11-12T09:30:00Z');

export interface Bot {
  readonly url: string;
  readonly channel: TeamsChannel;
  readonly connector: StubConnector;
  /** Every turn the listener was handed. */
  readonly turns: readonly Turn[];
  readonly logged: readonly { readonly level: string; readonly message: string; readonly fields: object }[];
  /** Posts to /api/messages; a string goes as it is. */
  post(body: object | string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

export interface BotOptions {
  readonly now?: () => Temporal.Instant;
  readonly token?: (fresh?: boolean) => Promise<string>;
  readonly config?: (connector: StubConnector) => unknown;
  readonly hear?: Listener['hear'];
  readonly typingAfterMs?: number;
  readonly silenceMs?: number;
  readonly wait?: (ms: number) => Promise<void>;
}

export const says = (...here: readonly Outgoing[]): Answer => ({ here, directly: [] });

/** The channel on a server of its own, with a listener that echoes and a connector that keeps what it is sent. */
export async function startBot(options: BotOptions = {}): Promise<Bot> {
  const connector = await startStubConnector();
  const turns: Turn[] = [];
  const logged: Bot['logged'][number][] = [];
  const note = (level: string) => (fields: object, message: string) => void logged.push({ level, message, fields });
  const hear = options.hear ?? (async () => says({ summary: 'Heard.' }));
  const channel = createTeamsChannel({
    config: TeamsConfig.parse(options.config?.(connector) ?? { mode: 'demo' }),
    listener: {
      hear: async (turn) => {
        turns.push(turn);
        return hear(turn);
      },
    },
    clock: { now: options.now ?? (() => NOW) },
    token: options.token ?? (async () => 'bot-token'),
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    newTurnId: () => 'made-up-id',
    wait: options.wait ?? (async () => undefined),
    ...(options.typingAfterMs === undefined ? {} : { typingAfterMs: options.typingAfterMs }),
    ...(options.silenceMs === undefined ? {} : { silenceMs: options.silenceMs }),
  });
  const server = createServer((request, response) => void channel.handle(request, response));
  const url = `http://127.0.0.1:${await portOf(server)}/api/messages`;
  return {
    url,
    channel,
    connector,
    turns,
    logged,
    post: (body, headers = {}) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    close: async () => {
      channel.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await connector.close();
    },
  };
}

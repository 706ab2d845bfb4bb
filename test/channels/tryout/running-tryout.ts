import restify from 'restify';
import { Temporal } from 'temporal-polyfill';
import { mountTryout, type TryoutOptions } from '../../../src/channels/tryout/mount-tryout.ts';
import { createMovableClock, type MovableClock } from '../../../src/channels/tryout/movable-clock.ts';
import { PEOPLE } from './demo-people.ts';
import { type FakeBot, mountFakeBot } from './fake-bot.ts';

export interface RunningTryout {
  readonly url: string;
  readonly bot: FakeBot;
  readonly clock: MovableClock;
  /** What was logged as a warning or an error. */
  readonly logged: string[];
  close(): Promise<void>;
}

export const START = Temporal.Instant.from('2026-11-23T09:30:00Z');

/** The try-out on a free port unless one is named, with a bot that always answers the same and a clock that stands still. */
export async function runTryout(options: Partial<TryoutOptions> = {}, port = 0): Promise<RunningTryout> {
  const server = restify.createServer({ name: 'tryout-test' });
  const bot = mountFakeBot(server);
  const clock = createMovableClock({ now: () => START });
  const logged: string[] = [];
  const keep = (_details: object, message: string) => logged.push(message);
  const tryout = mountTryout(server, {
    people: PEOPLE,
    clock,
    messagesPath: '/api/messages',
    log: { warn: keep, error: keep },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    bot,
    clock,
    logged,
    close() {
      tryout.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
    },
  };
}

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

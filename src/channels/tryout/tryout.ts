import { randomInt } from 'node:crypto';
import type { Board } from './board.ts';
import type { MovableClock } from './movable-clock.ts';
import type { TryoutLog } from './routes.ts';
import type { Setting } from './setting.ts';

/** What every part of a running try-out shares. */
export interface Tryout {
  readonly setting: Setting;
  readonly clock: MovableClock;
  readonly board: Board;
  readonly log: TryoutLog;
  /** The bot's own path: "/api/messages". */
  readonly messagesPath: string;
  /** A number no earlier message had, also not before a restart: the bot remembers what it has answered. */
  readonly newId: () => string;
  /** Conversations, and people in them, whose bot has been "added" since the start. */
  readonly installed: Set<string>;
}

export const CONNECTOR_PATH = '/tryout/connector';

/** Where the bot sends what it has to say: the `serviceUrl` of every activity. */
export function serviceUrlAt(origin: string): string {
  return `${origin}${CONNECTOR_PATH}`;
}

const THIRTEEN_DIGITS = [1_000_000_000_000, 9_999_999_999_999] as const;

export function randomId(): string {
  return String(randomInt(...THIRTEEN_DIGITS));
}

import type { Server } from 'restify';
import { createBoard } from './board.ts';
import { tellClock } from './clock-setting.ts';
import { mountConnector } from './connector/connector-routes.ts';
import type { MovableClock } from './movable-clock.ts';
import { mountPageRoutes } from './page-routes.ts';
import type { TryoutPerson } from './people.ts';
import type { TryoutLog } from './routes.ts';
import { DEMO_SETTING, type Setting } from './setting.ts';
import { randomId, type Tryout } from './tryout.ts';

export interface TryoutOptions {
  readonly people: readonly TryoutPerson[];
  /** The same clock the bot is given, so that moving it moves the bot's date. */
  readonly clock: MovableClock;
  /** Where the bot listens on this same server: "/api/messages". */
  readonly messagesPath: string;
  readonly log: TryoutLog;
  /** Other names for the bot, the shared places and the hints than the demonstration's own. */
  readonly setting?: Partial<Omit<Setting, 'people'>>;
}

/** A running try-out. `close` ends the pages' open streams; call it before closing the server, which waits for them. */
export interface MountedTryout {
  close(): void;
}

/**
 * Puts the try-out on a server: the page at `/`, all else under `/tryout`. For demonstrations only, since whoever opens it
 * may speak as anybody; it refuses callers from other machines and from other sites' pages.
 */
export function mountTryout(server: Server, options: TryoutOptions): MountedTryout {
  const board = createBoard();
  const tryout: Tryout = {
    setting: { ...DEMO_SETTING, ...options.setting, people: options.people },
    clock: options.clock,
    board,
    log: options.log,
    messagesPath: options.messagesPath,
    newId: randomId,
    installed: new Set(),
  };
  mountConnector(server, tryout);
  const endStreams = mountPageRoutes(server, tryout);
  const stopClock = options.clock.onMove(() =>
    board.announce({ name: 'clock', data: { ...tellClock(options.clock) } }),
  );
  return {
    close() {
      stopClock();
      endStreams();
    },
  };
}

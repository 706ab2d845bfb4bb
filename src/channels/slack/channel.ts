import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { App, type Logger } from '@slack/bolt';
import type { Server } from 'restify';
import type { Listener, Reception, Sender } from '../../core/channel.ts';
import type { Clock } from '../../core/clock.ts';
import type { Store } from '../../core/store.ts';
import { createAnswerer } from './answer-turn.ts';
import { createAssistant } from './assistant.ts';
import type { BlockKit } from './block-kit.ts';
import { boltLogger } from './bolt-logger.ts';
import type { SlackConfig } from './config.ts';
import { createDeliveries, type Deliveries } from './deliveries.ts';
import { listen } from './dispatch.ts';
import { createForms } from './forms.ts';
import { createHomePage } from './home.ts';
import { createInbox } from './inbox.ts';
import { createInstalling } from './install-routes.ts';
import { storeInstallations } from './installations.ts';
import { createKeptCards } from './kept-cards.ts';
import type { Log } from './log.ts';
import { createDressing } from './outgoing.ts';
import { createPersonalChats } from './personal-chats.ts';
import { createPressing } from './press.ts';
import type { Receiving } from './receive.ts';
import { createHttpReceiver } from './receiver.ts';
import { createResponseUrl } from './response-url.ts';
import { createSeal } from './seal.ts';
import { createSender } from './sender.ts';
import { createSocket } from './socket.ts';
import { createSpeaking } from './speak.ts';
import { createSubmitting } from './submit.ts';
import { createTransport } from './transport.ts';
import { userEmail, userName } from './users.ts';
import { createWeb } from './web.ts';
import { clientOptions, createWorkspaces } from './workspaces.ts';

export interface SlackChannelParts {
  readonly config: SlackConfig;
  readonly listener: Listener;
  readonly reception: Reception;
  readonly store: Store;
  readonly blockKit: BlockKit;
  /** The time a turn happens at. */
  readonly clock: Clock;
  /** The time on the wall, for signatures and for telling who is late. `clock` unless told. */
  readonly wallClock?: Clock;
  readonly log: Log;
  /** Waits before something Slack did not take is tried again. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface SlackChannel {
  /** Answers one HTTP request to /slack/events. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Puts `handle` at /slack/events and, where there are several workspaces, the two addresses for installing. */
  mount(server: Server): void;
  /** Opens the socket, where there is one, and takes up what was left unanswered. */
  start(): Promise<void>;
  readonly sender: Sender;
  readonly deliveries: Deliveries;
  /** Takes nothing new, and resolves when every answer under way has been given. */
  stop(): Promise<void>;
}

/** The bot's end of Slack: sees that it is Slack calling, turns payloads into turns, and says the answers. */
export function createSlackChannel(parts: SlackChannelParts): SlackChannel {
  const { config, listener, reception, store, blockKit, clock, wallClock = clock, log, wait = pause } = parts;
  const logger: Logger = boltLogger(log);
  const transport = createTransport();
  const options = clientOptions(config, transport.fetch, logger);
  const several = config.workspaces.kind === 'several' ? config.workspaces : undefined;
  const installations =
    several && storeInstallations({ store, seal: createSeal(several.stateSecret), allowedTeams: several.allowedTeams });
  const installing =
    several &&
    installations &&
    createInstalling({
      workspaces: several,
      apiUrl: config.apiUrl,
      installations,
      clientOptions: options,
      log,
      logger,
    });
  const workspaces = createWorkspaces(config, options, installing?.authorize);

  const web = createWeb(workspaces, blockKit.POSTING);
  const chats = createPersonalChats(web);
  const cards = createKeptCards(store);
  const dressing = createDressing({ blockKit, cards, log });
  const responseUrl = createResponseUrl(config.apiUrl, transport.fetch);
  const speaking = createSpeaking({ web, chats, dressing, responseUrl, log, wait });
  const receiving: Receiving = {
    clock,
    chats,
    verifiedEmail: (team, user) => userEmail(web, team, user),
    nameOf: (team, user) => userName(web, team, user),
  };
  const answerer = createAnswerer({ listener, speaking, log });
  const forms = createForms({ blockKit, cards, web, log });
  const homePage = createHomePage({ reception, receiving, blockKit, cards, web, log });

  const deliveries = createDeliveries({ inbox: createInbox(store, wallClock), app: () => app, log });
  const door = config.signingSecret
    ? createHttpReceiver({ signingSecret: config.signingSecret, deliveries, clock: wallClock, log, logger })
    : undefined;
  const socket = config.appToken
    ? createSocket({ appToken: config.appToken, apiUrl: config.apiUrl, deliveries, log, logger })
    : undefined;
  const app = new App({
    receiver: {
      init: (made) => socket?.init(made),
      start: async () => Promise.all([door?.start(), socket?.start()]),
      stop: async () => Promise.all([door?.stop(), socket?.stop()]),
    },
    authorize: workspaces.authorize,
    clientOptions: options,
    logger,
    convoStore: false,
    // The bot's own messages are left alone with every other bot's.
    ignoreSelf: false,
  });
  listen(app, {
    receiving,
    answerer,
    speaking,
    homePage,
    pressed: createPressing({ blockKit, cards, dressing, forms, homePage, answerer, speaking, receiving, web, wait }),
    submitted: createSubmitting({ forms, answerer, homePage, receiving }),
    assistant: createAssistant({ reception, receiving, web, log }),
    uninstalled: async (team) => {
      const isEnterpriseInstall = team.startsWith('E');
      const teamId = isEnterpriseInstall ? undefined : team;
      const enterpriseId = isEnterpriseInstall ? team : undefined;
      await installations?.deleteInstallation({ teamId, enterpriseId, isEnterpriseInstall });
    },
    log,
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (door) return door.handle(request, response);
    response.writeHead(404).end();
  }

  return {
    handle,
    mount(server) {
      if (door) server.post('/slack/events', async (request, response) => handle(request, response));
      installing?.mount(server);
    },
    async start() {
      await app.start();
      deliveries.start();
    },
    sender: createSender(web, dressing),
    deliveries,
    async stop() {
      await app.stop();
      await deliveries.stop();
      transport.close();
    },
  };
}

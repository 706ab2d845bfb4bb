import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from 'restify';
import type { Listener, Sender } from '../../core/channel.ts';
import type { Clock } from '../../core/clock.ts';
import { Activity } from './activity.ts';
import { TeamsAdapter } from './adapter.ts';
import { tenantOf } from './address.ts';
import { type Answered, activityAnswerer } from './answer-activity.ts';
import { KeysUnavailable, TeamsAuthentication, TokenRefused } from './authentication.ts';
import { type BotToken, botToken } from './bot-token.ts';
import type { TeamsConfig } from './config.ts';
import { createConnector } from './connector.ts';
import { refusedAtTheDoor } from './door.ts';
import { INVOKE_FAULT, INVOKE_OTHER_TENANT } from './invoke.ts';
import type { Log } from './log.ts';
import { memberEmail } from './member-email.ts';
import { createPersonalChats } from './personal-chats.ts';
import { readJson } from './read-body.ts';
import { receive } from './receive.ts';
import { createRequests } from './request.ts';
import { type RefusalKind, refuseRequest, sendJson, sendNothing } from './respond.ts';
import { createSender } from './sender.ts';
import { SENTENCES } from './sentences.ts';
import { serviceUrlReader } from './service-urls.ts';

export interface TeamsChannelParts {
  readonly config: TeamsConfig;
  readonly listener: Listener;
  readonly clock: Clock;
  readonly log: Log;
  /** Names a delivery that Teams gave no name. A random UUID unless told. */
  readonly newTurnId?: () => string;
  /** Milliseconds before typing shows; 400 unless told. */
  readonly typingAfterMs?: number;
  /** Milliseconds of silence after which a call to Teams is given up; 10,000 unless told. */
  readonly silenceMs?: number;
  /** The bot's own token. From Microsoft Entra unless told. */
  readonly token?: BotToken;
  /** Waits before a reply is tried once more. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface TeamsChannel {
  /** Answers one HTTP request. Reads the body itself, so no parser may stand in front. Never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Puts `handle` at /api/messages. */
  mount(server: Server): void;
  readonly sender: Sender;
  /** Lets go of the connections to Teams. */
  close(): void;
}

type Admitted = Answered & { readonly refused?: RefusalKind; readonly turnId?: string };

/** The bot's end of Microsoft Teams: checks who calls, turns activities into turns, and says the answers. */
export function createTeamsChannel(parts: TeamsChannelParts): TeamsChannel {
  const { config, listener, clock, log, newTurnId = randomUUID, wait = pause } = parts;
  const readServiceUrl = serviceUrlReader(config);
  const requests = createRequests(parts.silenceMs);
  const connector = createConnector({
    requests,
    readServiceUrl,
    ...(config.mode === 'teams' ? { token: parts.token ?? botToken(config) } : {}),
  });
  const chats = createPersonalChats(connector);
  const adapter = new TeamsAdapter(new TeamsAuthentication(config, clock));
  const answerer = activityAnswerer({
    listener,
    connector,
    chats,
    log,
    wait,
    ...(parts.typingAfterMs === undefined ? {} : { typingAfterMs: parts.typingAfterMs }),
  });
  const isServed = (tenant: string | undefined) =>
    config.mode === 'demo' || (tenant !== undefined && config.allowedTenants.includes(tenant));
  const receiving = {
    clock,
    newTurnId,
    verifiedEmail: (activity: Activity) => memberEmail(connector, activity, isServed),
  };

  async function admit(activity: Activity): Promise<Admitted> {
    if (!readServiceUrl(activity.serviceUrl)) return { refused: 'service' };
    if (!isServed(tenantOf(activity))) return turnAway(activity);
    const turn = receive(activity, receiving);
    if (!turn) return answerer.ignored(activity);
    return { ...(await answerer.answer(activity, turn)), turnId: turn.ids[0] };
  }

  async function turnAway(activity: Activity): Promise<Admitted> {
    if (activity.type === 'invoke') return { body: INVOKE_OTHER_TENANT };
    if (activity.type === 'message') await answerer.say(activity, { summary: SENTENCES.otherTenant }, 'turned away');
    return {};
  }

  async function prove(authorization: string, activity: Activity): Promise<Admitted> {
    let admitted: Admitted = {};
    try {
      await adapter.take(authorization, activity, async () => {
        admitted = await admit(activity);
      });
    } catch (fault) {
      if (fault instanceof TokenRefused) return { refused: 'token' };
      log.error({ err: fault }, 'an activity could not be taken');
      if (fault instanceof KeysUnavailable) return { refused: 'keys' };
      return activity.type === 'invoke' ? { body: INVOKE_FAULT } : { refused: 'fault' };
    }
    return admitted;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (kind: RefusalKind) => {
      if (kind !== 'method') log.warn({ kind }, 'a request to the Teams channel was refused');
      refuseRequest(response, kind);
    };
    const atTheDoor = refusedAtTheDoor(config, request);
    if (atTheDoor) return refuse(atTheDoor);
    const body = await readJson(request);
    if (body.read !== 'whole') return refuse(body.read === 'too_long' ? 'size' : 'json');
    const activity = Activity.safeParse(body.json);
    if (!activity.success) return refuse('activity');
    const admitted = await prove(request.headers.authorization ?? '', activity.data);
    if (admitted.refused) return refuse(admitted.refused);
    if (admitted.body) sendJson(response, 200, admitted.body);
    else sendNothing(response);
    if (admitted.afterwards) await answerer.sayAfterwards(activity.data, admitted.afterwards, admitted.turnId ?? '');
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await serve(request, response);
    } catch (fault) {
      log.error({ err: fault }, 'a request to the Teams channel failed');
      if (!response.headersSent) refuseRequest(response, 'fault');
    }
  }

  return {
    handle,
    mount(server) {
      for (const method of ['post', 'get', 'head'] as const) {
        server[method]('/api/messages', async (request, response) => handle(request, response));
      }
    },
    sender: createSender(connector, chats),
    close: () => requests.close(),
  };
}

import type { Request, Server } from 'restify';
import { CHANNEL_CONVERSATION, type Place, placeByConversation, TEAM_CONVERSATION } from '../places.ts';
import { parseWith, readJson } from '../read-json.ts';
import { type Handler, route, sendJson } from '../routes.ts';
import { CONNECTOR_PATH, type Tryout } from '../tryout.ts';
import { receive, remove, update } from './activities.ts';
import { BotActivity } from './bot-activity.ts';
import { CreateConversation, createConversation } from './create.ts';
import { connectorShape, conversationNotFound } from './errors.ts';
import { accountOf, member, pagedMembers } from './members.ts';

/** Teams takes no more than about this much in one message. */
const MOST_BYTES = 100 * 1024;

/** The service the bot answers to: the parts of Teams' Bot Connector a bot uses, under the same paths. */
export function mountConnector(server: Server, tryout: Tryout): void {
  const { setting } = tryout;
  const on = (handler: Handler) => route(tryout.log, handler, connectorShape);
  const place = (req: Request): Place => {
    const found = placeByConversation(setting, String(req.params.conversation));
    if (found === undefined) throw conversationNotFound();
    return found;
  };
  const activity = async (req: Request) => parseWith(BotActivity, await readJson(req, MOST_BYTES));
  const id = (req: Request) => String(req.params.activity);

  const conversations = `${CONNECTOR_PATH}/v3/conversations`;
  const one = `${conversations}/:conversation`;
  server.post(
    conversations,
    on(async (req, res) => {
      const asked = parseWith(CreateConversation, await readJson(req, MOST_BYTES));
      sendJson(res, 201, createConversation(tryout, asked));
    }),
  );
  server.post(
    `${one}/activities`,
    on(async (req, res) => sendJson(res, 201, { id: receive(tryout, place(req), await activity(req)) })),
  );
  server.post(
    `${one}/activities/:activity`,
    on(async (req, res) => sendJson(res, 201, { id: receive(tryout, place(req), await activity(req), id(req)) })),
  );
  server.put(
    `${one}/activities/:activity`,
    on(async (req, res) => {
      update(tryout, place(req), id(req), await activity(req));
      sendJson(res, 200, { id: id(req) });
    }),
  );
  server.del(
    `${one}/activities/:activity`,
    on((req, res) => {
      remove(tryout, place(req), id(req));
      sendJson(res, 200, {});
    }),
  );

  server.get(
    `${one}/members`,
    on((req, res) =>
      sendJson(
        res,
        200,
        place(req).members.map((person) => accountOf(setting, person)),
      ),
    ),
  );
  server.get(
    `${one}/members/:member`,
    on((req, res) => sendJson(res, 200, member(setting, place(req), String(req.params.member)))),
  );
  server.get(
    `${one}/pagedmembers`,
    on((req, res) => {
      const asked = new URL(req.url ?? '', 'http://127.0.0.1').searchParams;
      const size = Number(asked.get('pageSize') ?? 0);
      sendJson(res, 200, pagedMembers(setting, place(req), size, Number(asked.get('continuationToken') ?? 0)));
    }),
  );

  const team = `${CONNECTOR_PATH}/v3/teams/:team`;
  const inTeam = (req: Request) => {
    if (req.params.team !== TEAM_CONVERSATION) throw conversationNotFound();
  };
  server.get(
    team,
    on((req, res) => {
      inTeam(req);
      sendJson(res, 200, { id: TEAM_CONVERSATION, name: setting.teamName });
    }),
  );
  server.get(
    `${team}/conversations`,
    on((req, res) => {
      inTeam(req);
      sendJson(res, 200, { conversations: [{ id: CHANNEL_CONVERSATION, name: setting.channelName }] });
    }),
  );
}

import type { Server } from 'restify';
import { arrive } from './arrive.ts';
import { MoveClock, moveClock, tellClock } from './clock-setting.ts';
import { createEventStreams } from './events.ts';
import { readPageFiles, servePageFile } from './page-files.ts';
import { emailOf, initialsOf } from './people.ts';
import { CHANNEL_CONVERSATION, GROUP_CONVERSATION, personalConversation } from './places.ts';
import { Press, press } from './press.ts';
import { parseWith, readJson } from './read-json.ts';
import { type Handler, ownOrigin, route, sendJson } from './routes.ts';
import { Say, say, WhereAndWho } from './say.ts';
import { randomId, type Tryout } from './tryout.ts';

const MOST_BYTES = 64 * 1024;

/** Everything the page itself asks for. Returns how to end its open streams. */
export function mountPageRoutes(server: Server, tryout: Tryout): () => void {
  const on = (handler: Handler) => route(tryout.log, handler);
  const files = readPageFiles();
  server.get('/', on(servePageFile(files, 'index.html')));
  server.get('/tryout/page/:file', on(servePageFile(files)));

  server.get(
    '/tryout/people',
    on((_req, res) => sendJson(res, 200, peopleForPage(tryout))),
  );
  server.get(
    '/tryout/setting',
    on((_req, res) => sendJson(res, 200, settingForPage(tryout))),
  );

  const streams = createEventStreams(tryout.board, randomId());
  server.get(
    '/tryout/events',
    on((req, res) => streams.open(res, conversationsAsked(req.url), lastSeen(req.headers['last-event-id'], req.url))),
  );
  server.get(
    '/tryout/messages',
    on((req, res) => sendJson(res, 200, { messages: tryout.board.messages(conversationsAsked(req.url)[0]) })),
  );

  server.post(
    '/tryout/arrivals',
    on(async (req, res) => {
      const where = parseWith(WhereAndWho, await readJson(req, MOST_BYTES));
      sendJson(res, 200, await arrive(tryout, ownOrigin(req), where));
    }),
  );
  server.post(
    '/tryout/messages',
    on(async (req, res) => {
      const said = parseWith(Say, await readJson(req, MOST_BYTES));
      sendJson(res, 200, await say(tryout, ownOrigin(req), said));
    }),
  );
  server.post(
    '/tryout/actions',
    on(async (req, res) => {
      const pressed = parseWith(Press, await readJson(req, MOST_BYTES));
      sendJson(res, 200, await press(tryout, ownOrigin(req), pressed));
    }),
  );

  server.get(
    '/tryout/clock',
    on((_req, res) => sendJson(res, 200, tellClock(tryout.clock))),
  );
  server.post(
    '/tryout/clock',
    on(async (req, res) => {
      const { now } = parseWith(MoveClock, await readJson(req, MOST_BYTES));
      sendJson(res, 200, moveClock(tryout.clock, now));
    }),
  );
  return () => streams.close();
}

function peopleForPage({ setting }: Tryout): object {
  return setting.people.map((person) => ({
    id: person.id,
    name: person.name,
    role: person.role,
    aadObjectId: person.aadObjectId,
    email: emailOf(person),
    initials: initialsOf(person),
    starters: person.starters,
    conversation: personalConversation(person),
  }));
}

function settingForPage({ setting, clock }: Tryout): object {
  return {
    bot: setting.bot,
    tenantId: setting.tenantId,
    group: { name: setting.groupName, conversation: GROUP_CONVERSATION },
    channel: { name: setting.channelName, team: setting.teamName, conversation: CHANNEL_CONVERSATION },
    tips: setting.tips,
    clock: tellClock(clock),
  };
}

function conversationsAsked(url = ''): readonly string[] {
  return new URL(url, 'http://127.0.0.1').searchParams.getAll('conversation');
}

/** Browsers send the header only when reconnecting by themselves; a page that opens a new stream says it in the address. */
function lastSeen(header: string | string[] | undefined, url = ''): string | undefined {
  const said = Array.isArray(header) ? header[0] : header;
  return said ?? new URL(url, 'http://127.0.0.1').searchParams.get('lastEventId') ?? undefined;
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { teamsUser } from '../../src/demo/teams-user.ts';

const TENANT = '00000000-0000-4000-8000-0000000000aa';

/** What the bot posted to a conversation. */
export interface Posted {
  readonly conversation: string;
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly card?: unknown;
  /** What Teams calls the message: given to a new one, named by a change. */
  readonly id: string;
  /** It took the place of the message of that id. */
  readonly change?: true;
}

/** The other end of a Teams bot: sends activities as the demo's people, and keeps what the bot posts back. */
export interface TeamsClient {
  readonly serviceUrl: string;
  readonly posted: Posted[];
  /** What somebody says in their own chat, and everything the bot had posted by the time it answered. */
  say(nn: string, text: string): Promise<{ readonly status: number; readonly posted: readonly Posted[] }>;
  /** `on`: the message the button stands on, by what Teams calls it. */
  press(
    nn: string,
    verb: string,
    data: object,
    on?: string,
  ): Promise<{ readonly status: number; readonly body: InvokeBody }>;
  /** The next thing posted to that conversation that was not there yet. */
  next(conversation: string, timeoutMs?: number): Promise<Posted>;
  close(): Promise<void>;
}

export interface InvokeBody {
  readonly statusCode: number;
  readonly type: string;
  readonly value: unknown;
}

export async function connectTeams(botUrl: string): Promise<TeamsClient> {
  const posted: Posted[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = decodeURIComponent(request.url ?? '');
      const conversation = /\/v3\/conversations\/([^/]+)\/activities/.exec(path)?.[1];
      const changed = request.method === 'PUT' ? path.split('/').at(-1) : undefined;
      const id = changed ?? (conversation ? `m${posted.length + 1}` : 'personal-opened');
      if (conversation) {
        const said = read(conversation, JSON.parse(Buffer.concat(chunks).toString('utf8')));
        posted.push({ ...said, id, ...(changed === undefined ? {} : { change: true }) });
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ id }));
    });
  });
  const serviceUrl = `http://127.0.0.1:${await listen(server)}/`;
  let sent = 0;
  const send = async (nn: string, more: object) => {
    sent += 1;
    return fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activity(nn, serviceUrl, `a${sent}`), ...more }),
    });
  };
  return {
    serviceUrl,
    posted,
    async say(nn, text) {
      const before = posted.length;
      const { status } = await send(nn, { type: 'message', text });
      return { status, posted: posted.slice(before) };
    },
    async press(nn, verb, data, on) {
      const response = await send(nn, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        ...(on === undefined ? {} : { replyToId: on }),
        value: { action: { type: 'Action.Execute', verb, data } },
      });
      return { status: response.status, body: (await response.json()) as InvokeBody };
    },
    async next(conversation, timeoutMs = 10_000) {
      const before = posted.filter((each) => each.conversation === conversation).length;
      for (const ends = performance.now() + timeoutMs; performance.now() < ends; ) {
        const found = posted.filter((each) => each.conversation === conversation)[before];
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`Nothing was posted to ${conversation}`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function read(
  conversation: string,
  body: { type: string; text?: string; summary?: string; attachments?: { content: unknown }[] },
): Omit<Posted, 'id'> {
  const { type, text, summary, attachments } = body;
  return {
    conversation,
    type,
    ...(text === undefined ? {} : { text }),
    ...(summary === undefined ? {} : { summary }),
    ...(attachments?.[0] ? { card: attachments[0].content } : {}),
  };
}

function activity(nn: string, serviceUrl: string, id: string) {
  return {
    id,
    timestamp: '2026-11-18T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${nn}`, name: 'Somebody', aadObjectId: teamsUser(nn) },
    recipient: { id: '28:partnership-bot', name: 'Partnership Bot' },
    conversation: { conversationType: 'personal', id: `personal-${nn}`, tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

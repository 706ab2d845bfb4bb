import restify, { type Server } from 'restify';
import { sampleCard } from './sample-card.ts';

interface Heard {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly name?: string;
  readonly value?: { readonly [key: string]: unknown };
  readonly replyToId?: string;
  readonly serviceUrl: string;
  readonly from: { readonly id: string; readonly name: string; readonly aadObjectId: string };
  readonly recipient: { readonly id: string };
  readonly conversation: { readonly id: string; readonly conversationType: string; readonly isGroup?: boolean };
  readonly [key: string]: unknown;
}

/** A bot that answers over the connector as a real one would, and remembers what it was sent. */
export interface FakeBot {
  readonly heard: Heard[];
  /** The next activity is answered with this status and nothing else. */
  failNext(status: number): void;
}

export function mountFakeBot(server: Server): FakeBot {
  const heard: Heard[] = [];
  let failing: number | undefined;
  server.post('/api/messages', ...jsonBody(), async (req, res) => {
    const activity = req.body as Heard;
    heard.push(activity);
    if (failing !== undefined) {
      const status = failing;
      failing = undefined;
      res.send(status, {});
      return;
    }
    const answer = await answerTo(activity);
    res.send(200, answer ?? {});
  });
  return {
    heard,
    failNext(status) {
      failing = status;
    },
  };
}

async function answerTo(activity: Heard): Promise<object | undefined> {
  if (activity.type === 'invoke') {
    const card = sampleCard(`Visits, asked by ${activity.from.name}`);
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
  }
  if (activity.type === 'installationUpdate') await reply(activity, { text: 'Hello, I am the **partnership bot**.' });
  if (activity.type !== 'message') return undefined;
  await send(activity, activity.conversation.id, { type: 'typing' });
  if (activity.conversation.conversationType === 'personal') {
    const card = activity.value ? undefined : sampleCard('Category 3');
    await reply(activity, card ? cardMessage(card) : { text: `Noted: ${JSON.stringify(activity.value)}` });
    return undefined;
  }
  const opened = await call(activity, '/v3/conversations', { members: [{ id: activity.from.id }], isGroup: false });
  await send(activity, String(opened.id), { type: 'message', ...cardMessage(sampleCard('For you alone')) });
  await reply(activity, { text: 'I’ve replied to you directly.' });
  return undefined;
}

function cardMessage(card: object): object {
  return { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
}

function reply(activity: Heard, message: object): Promise<{ id?: unknown }> {
  const path = `/v3/conversations/${encodeURIComponent(activity.conversation.id)}/activities/${activity.id}`;
  return call(activity, path, { type: 'message', ...message });
}

function send(activity: Heard, conversation: string, message: object): Promise<{ id?: unknown }> {
  return call(activity, `/v3/conversations/${encodeURIComponent(conversation)}/activities`, message);
}

async function call({ serviceUrl }: Heard, path: string, body: object): Promise<{ id?: unknown }> {
  const response = await fetch(`${serviceUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the connector answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as { id?: unknown };
}

function jsonBody() {
  return restify.plugins.bodyParser({ maxBodySize: 262_144 }) as unknown as restify.RequestHandler[];
}

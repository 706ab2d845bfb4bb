import { z } from 'zod';
import type { BotToken } from './bot-token.ts';
import { type NotDone, notDone } from './outcome.ts';
import type { Called, Requests } from './request.ts';
import type { ReadServiceUrl } from './service-urls.ts';

/** What the Bot Connector gave back, or why it did not. */
export type Connected<T> = { readonly outcome: 'sent'; readonly answer: T } | NotDone;

/** The five calls of the Bot Connector's REST interface this channel makes. None rejects, and none is made twice. An activity is JSON. */
export interface Connector {
  post(serviceUrl: string, conversation: string, activity: string, replyTo?: string): Promise<Connected<MessageId>>;
  put(serviceUrl: string, conversation: string, messageId: string, activity: string): Promise<Connected<MessageId>>;
  /** Finds the conversation when it already exists. */
  createConversation(serviceUrl: string, parameters: object): Promise<Connected<{ readonly id: string }>>;
  member(serviceUrl: string, conversation: string, person: string): Promise<Connected<Member>>;
}

const MessageId = z.object({ id: z.string().min(1).optional() });
export type MessageId = z.infer<typeof MessageId>;
const Conversation = z.object({ id: z.string().min(1) });
const Member = z.object({
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  tenantId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});
export type Member = z.infer<typeof Member>;

export function createConnector(parts: {
  readonly requests: Requests;
  readonly readServiceUrl: ReadServiceUrl;
  /** None in demo mode. */
  readonly token?: BotToken;
}): Connector {
  const { requests, readServiceUrl, token } = parts;

  async function call<T>(
    answer: z.ZodType<T>,
    serviceUrl: string,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: string,
  ): Promise<Connected<T>> {
    const to = readServiceUrl(serviceUrl);
    if (!to) return { outcome: 'refused', reason: 'rejected', detail: 'the service URL is not on the list' };
    const once = async (fresh: boolean): Promise<Called> => {
      const options = { ...(token ? { token: await token(fresh) } : {}), ...(body === undefined ? {} : { body }) };
      return requests.call(method, to, path, options);
    };
    try {
      let called = await once(false);
      // A refused token did nothing, so asking again with a new one cannot repeat a message.
      if (token && called.ended === 'answered' && called.status === 401) called = await once(true);
      if (called.ended === 'failed' || called.status < 200 || called.status >= 300) {
        return notDone(called);
      }
      return read(answer, called.body);
    } catch (fault) {
      return { outcome: 'later', detail: `no token: ${fault instanceof Error ? fault.message : 'unknown'}` };
    }
  }

  return {
    post: (serviceUrl, conversation, activity, replyTo) =>
      call(MessageId, serviceUrl, 'POST', activitiesPath(conversation, replyTo), activity),
    put: (serviceUrl, conversation, messageId, activity) =>
      call(MessageId, serviceUrl, 'PUT', activitiesPath(conversation, messageId), activity),
    createConversation: (serviceUrl, parameters) =>
      call(Conversation, serviceUrl, 'POST', '/v3/conversations', JSON.stringify(parameters)),
    member: (serviceUrl, conversation, person) =>
      call(Member, serviceUrl, 'GET', `${conversationPath(conversation)}/members/${encodeURIComponent(person)}`),
  };
}

/** Done, whatever the answer says: an answer that cannot be read only loses what it would have told. */
function read<T>(answer: z.ZodType<T>, body: string): Connected<T> {
  const parsed = answer.safeParse(jsonIn(body));
  if (parsed.success) return { outcome: 'sent', answer: parsed.data };
  return { outcome: 'unknown', detail: 'the answer could not be read' };
}

function jsonIn(body: string): unknown {
  if (body === '') return {};
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}

function conversationPath(conversation: string): string {
  return `/v3/conversations/${encodeURIComponent(conversation)}`;
}

function activitiesPath(conversation: string, message?: string): string {
  const path = `${conversationPath(conversation)}/activities`;
  return message === undefined ? path : `${path}/${encodeURIComponent(message)}`;
}

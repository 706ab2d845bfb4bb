import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { portOf } from './port.ts';

export interface Taken {
  readonly method: string;
  /** Without the service URL's own path. */
  readonly path: string;
  readonly authorization?: string;
  readonly body: Record<string, unknown>;
}

/** What the stub does with a request: an answer, or its own way of failing. */
export type Answering = (taken: Taken, response: ServerResponse, request: IncomingMessage) => void;

/** A Bot Connector that keeps what it was sent, and answers as a test wants. */
export interface StubConnector {
  readonly serviceUrl: string;
  readonly taken: readonly Taken[];
  /** Activities posted, typing left out: what people would see. */
  said(): readonly Record<string, unknown>[];
  answerWith(answering: Answering): void;
  close(): Promise<void>;
}

export const created: Answering = (taken, response) => {
  const isConversation = taken.path === '/v3/conversations';
  json(response, 201, { id: isConversation ? 'a:begun' : 'message-1' });
};

export function json(response: ServerResponse, status: number, content: unknown, headers: object = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(content));
}

export async function startStubConnector(): Promise<StubConnector> {
  const taken: Taken[] = [];
  let answering = created;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { authorization } = request.headers;
      const one: Taken = {
        method: request.method ?? '',
        path: (request.url ?? '').replace(/^\/connector/, ''),
        ...(authorization === undefined ? {} : { authorization }),
        body: JSON.parse(Buffer.concat(chunks).toString() || '{}'),
      };
      taken.push(one);
      answering(one, response, request);
    });
  });
  const port = await portOf(server);
  return {
    serviceUrl: `http://127.0.0.1:${port}/connector`,
    taken,
    said: () => taken.filter(({ method, body }) => method !== 'GET' && body.type === 'message').map(({ body }) => body),
    answerWith: (next) => {
      answering = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

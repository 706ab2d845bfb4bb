import { createServer, type ServerResponse } from 'node:http';
import { portOf } from '../../teams/support/port.ts';

/** One call to Slack's Web API, or one message to a response URL. */
export interface Called {
  /** "chat.postMessage", or "response_url". */
  readonly method: string;
  readonly token: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was sent, for tests to look into
  readonly args: any;
}

export type Answering = (called: Called, response: ServerResponse) => void;

/** A Slack that keeps what it was sent, and answers as a test wants. */
export interface FakeSlack {
  readonly apiUrl: string;
  readonly responseUrl: string;
  readonly calls: readonly Called[];
  /** Calls of one method, in order. */
  to(method: string): readonly Called[];
  answer(method: string, answering: Answering): void;
  close(): Promise<void>;
}

export function ok(response: ServerResponse, content: object = {}): void {
  json(response, 200, { ok: true, ...content });
}

export function refuse(response: ServerResponse, error: string): void {
  json(response, 200, { ok: false, error });
}

export function json(response: ServerResponse, status: number, content: object, headers: object = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(content));
}

export async function startFakeSlack(): Promise<FakeSlack> {
  const calls: Called[] = [];
  let said = 0;
  const answers: Record<string, Answering> = {
    'chat.postMessage': ({ args }, response) =>
      ok(response, { channel: args.channel.replace(/^U/, 'D'), ts: `1795400000.${String(++said).padStart(6, '0')}` }),
    'chat.update': ({ args }, response) => ok(response, { channel: args.channel, ts: args.ts }),
    'conversations.open': ({ args }, response) => ok(response, { channel: { id: args.users.replace(/^U/, 'D') } }),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const method = (request.url ?? '').startsWith('/response/') ? 'response_url' : (request.url ?? '').slice(5);
      const args = method === 'response_url' ? JSON.parse(body) : fields(body);
      const called = { method, token: request.headers.authorization?.replace('Bearer ', ''), args };
      calls.push(called);
      (answers[method] ?? ((_called, answer) => ok(answer)))(called, response);
    });
  });
  const port = await portOf(server);
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/response/1`,
    calls,
    to: (method) => calls.filter((call) => call.method === method),
    answer: (method, answering) => {
      answers[method] = answering;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function fields(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  );
}

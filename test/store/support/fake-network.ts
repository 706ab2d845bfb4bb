import type { CosmosClientOptions } from '@azure/cosmos';

export type HttpClient = NonNullable<CosmosClientOptions['httpClient']>;
type Request = Parameters<HttpClient['sendRequest']>[0];
type Response = Awaited<ReturnType<HttpClient['sendRequest']>>;

/** A request of the SDK, as far as tests look at it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly isBatch: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What to answer: a status, or an error as Node's network gives it. */
export type Respond = (request: Seen) => Promise<Answer> | Answer;

/** An HTTP client without a socket: the SDK believes every word. */
export function fakeNetwork(respond: Respond): HttpClient {
  return {
    async sendRequest(request) {
      const { status, body, headers = {} } = await respond(look(request));
      const answer = { request, status, headers: { toJSON: () => ({ ...headers }) } };
      // Of a real response the SDK uses the status, the text and `headers.toJSON()`.
      return { ...answer, bodyAsText: body === undefined ? '' : JSON.stringify(body) } as unknown as Response;
    },
  };
}

/** Passes a request on to a server that listens, and brings back its answer. */
export async function forward(endpoint: string, { method, path, headers, body }: Seen): Promise<Answer> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(new URL(path, endpoint), { method, headers, ...sent });
  const text = await response.text();
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    ...(text === '' ? {} : { body: JSON.parse(text) }),
  };
}

/** An error with the code by which Node tells what went wrong. */
export function networkError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function look({ method, url, headers, body }: Request): Seen {
  const seen = headers.toJSON();
  return {
    method,
    path: new URL(url).pathname,
    headers: seen,
    body: typeof body === 'string' ? JSON.parse(body) : undefined,
    isBatch: seen['x-ms-cosmos-is-batch-request'] !== undefined,
  };
}

import http from 'node:http';
import https from 'node:https';
import type { webApi } from '@slack/bolt';

/** The call ended without an answer. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  /** False when nothing had left this machine yet, so that trying again repeats nothing. */
  readonly mayHaveArrived: boolean;
  constructor(reason: string, options: { readonly mayHaveArrived: boolean; readonly cause?: unknown }) {
    super(reason, { cause: options.cause });
    this.mayHaveArrived = options.mayHaveArrived;
  }
}

/** Slack asked for a pause and did not say how long. */
export class PauseAsked extends Error {
  override readonly name = 'PauseAsked';
}

export interface Transport {
  /** In the place of the SDK's own. Rejects with `CallFailed` or `PauseAsked` alone. */
  readonly fetch: webApi.FetchFunction;
  /** Lets go of the connections. */
  close(): void;
}

type Init = NonNullable<Parameters<webApi.FetchFunction>[1]>;
type Answered = Awaited<ReturnType<webApi.FetchFunction>>;

const SILENCE_MS = 10_000;
const MOST_AT_ONCE = 50;

/** A connection left alone for longer may be one Slack has just closed, and what is sent on it then may be lost. */
const IDLE_MS = 4_000;

/**
 * Calls over connections that are kept. The SDK's way, Node's `fetch`, costs half as much again for each call and does not
 * say whether a call that failed may have arrived.
 */
export function createTransport(silenceMs = SILENCE_MS): Transport {
  const options = { keepAlive: true, maxSockets: MOST_AT_ONCE, timeout: IDLE_MS };
  const agents = { http: new http.Agent(options), https: new https.Agent(options) };

  function call(to: URL, init: Init): Promise<Answered> {
    const secure = to.protocol === 'https:';
    const body = typeof init.body === 'string' ? init.body : '';
    return new Promise((resolve, reject) => {
      let mayHaveArrived = false;
      const fail = (cause: Error & { code?: string }) =>
        reject(new CallFailed(cause.code ?? cause.message, { mayHaveArrived, cause }));
      const outgoing = (secure ? https : http).request(to, {
        method: init.method ?? 'POST',
        headers: { ...init.headers, 'content-length': Buffer.byteLength(body) },
        agent: secure ? agents.https : agents.http,
        timeout: silenceMs,
      });
      outgoing.on('socket', (socket) => {
        if (!socket.connecting) mayHaveArrived = true;
        else socket.once(secure ? 'secureConnect' : 'connect', () => (mayHaveArrived = true));
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error('silence')));
      outgoing.on('error', fail);
      outgoing.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answered = answerOf(to, response, Buffer.concat(chunks));
          if (response.statusCode === 429 && !/^[1-9]\d*$/.test(answered.headers.get('retry-after') ?? '')) {
            reject(new PauseAsked());
          } else resolve(answered);
        });
        response.on('error', fail);
      });
      outgoing.end(body);
    });
  }

  return {
    fetch: (url, init = {}) => call(new URL(url), init),
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

/** As much of a `Response` as the SDK reads. */
function answerOf(to: URL, { statusCode = 0, statusMessage = '', headers }: http.IncomingMessage, body: Buffer) {
  const entries = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return {
    ok: statusCode >= 200 && statusCode < 300,
    status: statusCode,
    statusText: statusMessage,
    url: to.href,
    headers: {
      get: (name: string) => entries.find(([one]) => one === name.toLowerCase())?.[1] ?? null,
      entries: () => entries,
    },
    text: async () => body.toString('utf8'),
    json: async () => JSON.parse(body.toString('utf8')),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  };
}

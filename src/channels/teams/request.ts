import http from 'node:http';
import https from 'node:https';
import type { ServiceUrl } from './service-urls.ts';

/** How one call ended. `mayHaveArrived` is true from the moment the request could have left this machine. */
export type Called =
  | { readonly ended: 'answered'; readonly status: number; readonly retryAfter?: string; readonly body: string }
  | { readonly ended: 'failed'; readonly mayHaveArrived: boolean; readonly detail: string };

export interface Requests {
  /** Makes one call, once. Never rejects, never follows a redirect, and never tries again: only the caller may. */
  call(
    method: 'GET' | 'POST' | 'PUT',
    to: ServiceUrl,
    path: string,
    options: { readonly token?: string; readonly body?: string },
  ): Promise<Called>;
  close(): void;
}

const SILENCE_MS = 10_000;
const LARGEST_ANSWER = 64 * 1024;

/**
 * Plain requests over connections that are kept. botbuilder's own client repeats a request whose answer was lost, so that
 * a reply arrives twice, and costs a third of a turn's work.
 */
export function createRequests(silenceMs: number = SILENCE_MS): Requests {
  const options = { keepAlive: true, maxSockets: 256, maxFreeSockets: 64, timeout: silenceMs } as const;
  const agents = { http: new http.Agent(options), https: new https.Agent(options) };

  function call(...[method, to, path, { token, body }]: Parameters<Requests['call']>): Promise<Called> {
    return new Promise((resolve) => {
      let mayHaveArrived = false;
      const fail = (error: Error) => resolve({ ended: 'failed', mayHaveArrived, detail: error.message });
      const headers: http.OutgoingHttpHeaders = { accept: 'application/json' };
      if (token !== undefined) headers.authorization = `Bearer ${token}`;
      if (body !== undefined) {
        headers['content-type'] = 'application/json; charset=utf-8';
        headers['content-length'] = Buffer.byteLength(body);
      }
      const { request } = to.secure ? https : http;
      const outgoing = request({
        method,
        hostname: to.hostname,
        port: to.port,
        path: `${to.path}${path}`,
        headers,
        agent: to.secure ? agents.https : agents.http,
        timeout: silenceMs,
      });
      outgoing.on('socket', (socket) => {
        if (!socket.connecting) mayHaveArrived = true;
        else socket.once(to.secure ? 'secureConnect' : 'connect', () => (mayHaveArrived = true));
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${silenceMs} ms`)));
      outgoing.on('error', fail);
      outgoing.on('response', (response) => void readAnswer(response).then(resolve, fail));
      outgoing.end(body);
    });
  }

  return {
    call,
    close: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

async function readAnswer(response: http.IncomingMessage): Promise<Called> {
  const chunks: Buffer[] = [];
  let size = 0;
  const whole = new Promise<void>((resolve, reject) => {
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_ANSWER) chunks.push(chunk);
      else response.destroy(new Error('the answer was too long'));
    });
    response.on('end', resolve);
    response.on('error', reject);
  });
  await whole;
  const retryAfter = response.headers['retry-after'];
  return {
    ended: 'answered',
    status: response.statusCode ?? 0,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    body: Buffer.concat(chunks).toString(),
  };
}

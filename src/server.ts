import restify, { type RequestHandler, type Server } from 'restify';
import type { Store } from './core/store.ts';

/** The one HTTP server, with the two addresses that watch over it. Channels put their own routes on it. */
export function createHttpServer(parts: { readonly store: Store; readonly isReady: () => boolean }): Server {
  const server = restify.createServer({ name: 'partnership-bot', ignoreTrailingSlash: true });
  server.pre(refuseUnreadableAddress);
  server.get('/healthz', (_request, response, next) => {
    response.send(200, { status: 'ok' });
    next();
  });
  server.get('/readyz', async (_request, response) => {
    try {
      if (!parts.isReady()) throw new Error('starting or stopping');
      await parts.store.ready();
      response.send(200, { status: 'ready' });
    } catch {
      response.send(503, { status: 'not ready' });
    }
  });
  return server;
}

/** restify reads the address where nothing catches what it throws: a Host header that is none would end the process. */
const refuseUnreadableAddress: RequestHandler = (request, response, next) => {
  try {
    request.getUrl();
    next();
  } catch {
    response.send(400, { error: 'malformed', message: 'The address of this request cannot be read.' });
    next(false);
  }
};

/** Resolves once the server listens, with the port it got. Rejects with the reason it cannot. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Takes no more connections and resolves when those under way have ended. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.server.closeIdleConnections?.();
    server.close(() => resolve());
  });
}

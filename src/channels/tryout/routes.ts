import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Next, Request, RequestHandler, Response } from 'restify';
import { refuseStrangers } from './guard.ts';
import { TryoutRefusal } from './refusal.ts';

/** As much of a logger as the try-out needs; pino's fits. */
export interface TryoutLog {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export type Handler = (req: Request, res: Response) => Promise<void> | void;
export type ShapeRefusal = (refusal: TryoutRefusal) => object;

/** Sent with everything: nothing here is for other sites, caches, or guessing at content. */
export const ALWAYS = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
} as const;

/** Turns a handler into a route: strangers are refused first, and every refusal or fault becomes JSON of one shape. */
export function route(log: TryoutLog, handler: Handler, shape: ShapeRefusal = pageShape): RequestHandler {
  return (req: Request, res: Response, next: Next) => {
    const run = async () => {
      refuseStrangers({
        remoteAddress: req.socket.remoteAddress,
        path: req.getPath(),
        host: req.headers.host,
        origin: req.headers.origin,
        fetchSite: asOne(req.headers['sec-fetch-site']),
        forwarded: req.headers.forwarded ?? asOne(req.headers['x-forwarded-for']),
      });
      await handler(req, res);
    };
    run()
      .catch((error: unknown) => {
        const refusal = error instanceof TryoutRefusal ? error : fault(log, req, error);
        sendJson(res, refusal.status, shape(refusal));
      })
      .finally(() => next(false));
  };
}

export function sendJson(res: ServerResponse, status: number, body: object): void {
  if (res.headersSent) return void res.end();
  res.writeHead(status, { ...ALWAYS, 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  res.end(JSON.stringify(body));
}

/** Where this server was reached, for it to call itself. */
export function ownOrigin(req: IncomingMessage): string {
  const { localAddress, localPort } = req.socket;
  return `http://${localAddress === '::1' ? '[::1]' : '127.0.0.1'}:${localPort}`;
}

function pageShape(refusal: TryoutRefusal): object {
  return { code: refusal.code, message: refusal.sentence };
}

function fault(log: TryoutLog, req: Request, error: unknown): TryoutRefusal {
  log.error({ err: error, path: req.getPath() }, 'try-out: a request failed');
  return new TryoutRefusal(500, 'fault', 'Something went wrong in the try-out. Please try again.');
}

function asOne(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

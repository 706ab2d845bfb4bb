import type { ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { Clock } from '../core/clock.ts';
import { contentDisposition } from './content-disposition.ts';
import type { FileDesk } from './file-desk.ts';
import { looksAhead } from './looks-ahead.ts';
import { FOR_THE_PERSON_ALONE, NO_LONGER_HERE, type Page, WENT_WRONG } from './pages.ts';

interface Log {
  error(details: object, message: string): void;
}

/** Nothing here is for caches, search engines, other sites or guesses at what it is; and no address is passed on. */
const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-downloads",
} as const;

/**
 * `GET /files/<token>`: the file of a link. Opening a link changes nothing and uses nothing up, so whatever looks ahead of its
 * person (HEAD, prefetching, previews) does no harm, and is given no file.
 */
export function mountFiles(
  server: Server,
  parts: { readonly desk: Pick<FileDesk, 'fetch' | 'isKnown'>; readonly clock: Clock; readonly log: Log },
): void {
  const { desk, clock, log } = parts;

  const serve = (work: (token: string, request: Request, response: Response) => Promise<void>) => {
    return async (request: Request, response: Response) => {
      try {
        await work(String(request.params.token), request, response);
      } catch (fault) {
        // The address is a key while it works: it is never logged.
        log.error({ err: fault }, 'a file could not be made');
        sendPage(response, WENT_WRONG);
      }
    };
  };

  server.head(
    '/files/:token',
    serve(async (token, _request, response) => {
      const { status } = (await desk.isKnown(token)) ? FOR_THE_PERSON_ALONE : NO_LONGER_HERE;
      response.writeHead(status, ALWAYS);
      response.end();
    }),
  );
  server.get(
    '/files/:token',
    serve(async (token, request, response) => {
      if (looksAhead(request.headers)) return sendPage(response, FOR_THE_PERSON_ALONE);
      const file = await desk.fetch(token, clock.now());
      if (!file) return sendPage(response, NO_LONGER_HERE);
      response.writeHead(200, {
        ...ALWAYS,
        'content-type': file.type,
        'content-disposition': contentDisposition(file.name),
        'content-length': file.bytes.byteLength,
      });
      response.end(file.bytes);
    }),
  );
}

function sendPage(response: ServerResponse, { status, html }: Page): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, {
    ...ALWAYS,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
  });
  response.end(html);
}

import type { IncomingMessage } from 'node:http';
import { looksLikeBearer } from './bearer-token.ts';
import type { TeamsConfig } from './config.ts';
import { isFromThisMachine } from './loopback.ts';
import type { RefusalKind } from './respond.ts';

/** What can be refused before a byte of the body is read. */
export function refusedAtTheDoor(config: TeamsConfig, request: IncomingMessage): RefusalKind | undefined {
  const { authorization, 'content-type': type, 'content-encoding': encoding } = request.headers;
  if (request.method !== 'POST') return 'method';
  if (config.mode === 'demo' && !isFromThisMachine(request)) return 'elsewhere';
  if (config.mode === 'teams' && !looksLikeBearer(authorization)) return 'token';
  // A page from elsewhere can make a browser post plain text without asking; JSON it cannot.
  const isJson = /^application\/json\s*(?:;|$)/i.test(type ?? '');
  return isJson && (encoding ?? 'identity') === 'identity' ? undefined : 'media';
}

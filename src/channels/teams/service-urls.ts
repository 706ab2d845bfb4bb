import type { TeamsConfig } from './config.ts';
import { isLoopbackHost } from './loopback.ts';

/** Where a conversation's replies go, in the parts a request needs. */
export interface ServiceUrl {
  readonly secure: boolean;
  readonly hostname: string;
  readonly port: string;
  /** Never ends in a slash. */
  readonly path: string;
}

/** `undefined`: the bot must not send its token, or anybody's answer, there. */
export type ReadServiceUrl = (text: string) => ServiceUrl | undefined;

/** A deployment sees a handful of addresses; the bound only stops demo callers from filling memory. */
const REMEMBERED = 200;

/**
 * Reads a service URL only when it is on the list. An activity names the address its replies go to, so an address that is
 * not checked would let the sender choose who receives them.
 */
export function serviceUrlReader(config: TeamsConfig): ReadServiceUrl {
  const allowed = config.mode === 'demo' ? undefined : config.allowedServiceUrls.map((text) => new URL(text));
  const known = new Map<string, ServiceUrl | undefined>();
  return (text) => {
    if (known.has(text)) return known.get(text);
    const url = URL.parse(text);
    const read = url && isPlain(url) && isAllowed(url, allowed) ? toServiceUrl(url) : undefined;
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, read);
    return read;
  };
}

function isPlain(url: URL): boolean {
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

function isAllowed(url: URL, allowed: readonly URL[] | undefined): boolean {
  if (!allowed) return url.protocol === 'http:' && isLoopbackHost(url.hostname);
  return allowed.some((prefix) => url.origin === prefix.origin && isUnder(url.pathname, prefix.pathname));
}

function isUnder(path: string, prefix: string): boolean {
  const folder = prefix.endsWith('/') ? prefix : `${prefix}/`;
  return `${path}/`.startsWith(folder);
}

function toServiceUrl(url: URL): ServiceUrl {
  return {
    secure: url.protocol === 'https:',
    hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port,
    path: url.pathname.replace(/\/+$/, ''),
  };
}

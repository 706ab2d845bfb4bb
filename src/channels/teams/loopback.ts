import type { IncomingMessage } from 'node:http';

/** A host name, as `URL.hostname` writes it, that never leaves this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Demo mode has no signatures, so it answers this machine only: the caller's address, the name it used (a page elsewhere
 * can point its own name at 127.0.0.1) and the page it came from must all be local, and nothing may stand in between.
 */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const { host, origin, forwarded, 'x-forwarded-for': forwardedFor } = request.headers;
  if (forwarded !== undefined || forwardedFor !== undefined) return false;
  return (
    isLoopbackAddress(request.socket.remoteAddress) &&
    isLoopbackUrl(`http://${host ?? ''}`) &&
    (origin === undefined || isLoopbackUrl(origin))
  );
}

function isLoopbackAddress(address: string | undefined): boolean {
  if (address === undefined) return false;
  return address === '::1' || isLoopbackHost(address.replace(/^::ffff:/, ''));
}

function isLoopbackUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && isLoopbackHost(url.hostname);
}

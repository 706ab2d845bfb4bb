import { z } from 'zod';

const Header = z.object({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1) });
const Claims = z.object({ iss: z.string(), aud: z.string(), exp: z.number(), serviceurl: z.string().min(1) });
export type Claims = z.infer<typeof Claims>;

const BEARER = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/;

export function looksLikeBearer(header: string | undefined): header is string {
  return header !== undefined && BEARER.test(header);
}

/**
 * What a token says of itself, before anybody has checked its signature. Worth reading first because botbuilder picks its
 * rules by what the token claims (emulators, skills and other channels have their own, looser ones), and turns an
 * algorithm it does not expect into a fault.
 */
export function unprovenClaims(header: string): Claims | undefined {
  const [, head = '', body = ''] = BEARER.exec(header) ?? [];
  const claims = Claims.safeParse(part(body));
  return Header.safeParse(part(head)).success && claims.success ? claims.data : undefined;
}

function part(base64url: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64url, 'base64url').toString());
  } catch {
    return undefined;
  }
}

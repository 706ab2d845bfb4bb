import { z } from 'zod';
import { PersonId } from '../core/ids.ts';
import type { Ref } from '../core/store.ts';

/** How long a link works. */
export const LINK_GOOD_FOR_SECONDS = 15 * 60;

/** What is kept of a link: whose it is and what it makes. Never the link itself, and nothing of the file. */
export const FileLink = z.strictObject({
  v: z.literal(1),
  file: z.string().min(1),
  data: z.record(z.string(), z.json()),
  person: PersonId,
});
export type FileLink = z.infer<typeof FileLink>;

/** What randomness and digests come from; `node:crypto` in production. */
export interface Secrets {
  bytes(count: number): Uint8Array;
  /** A one-way digest, as hex. */
  digest(text: string): string;
}

const TOKEN_BYTES = 32;

/** 256 random bits as they stand in an address. */
export function newToken(secrets: Secrets): string {
  return Buffer.from(secrets.bytes(TOKEN_BYTES)).toString('base64url');
}

/** Where a link is kept: under the digest of its token, so that whoever reads the store can open no file. */
export function linkAddress(secrets: Secrets, token: string): Ref | undefined {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  return { partition: `file:${secrets.digest(token)}`, id: 'link' };
}

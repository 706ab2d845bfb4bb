import * as z from 'zod';
import type { JsonObject, Stored, Write } from '../../core/store.ts';
import { markExpiry } from './etag.ts';
import { itemIdOf } from './item-id.ts';

const Body = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

/** A document as the container holds it. */
export const CosmosDocument = z.object({
  /** The id made safe for Cosmos. */
  id: z.string(),
  partition: z.string(),
  /** The id as the port knows it, which queries are ordered by. */
  key: z.string(),
  type: z.string(),
  body: Body,
  /** Which commit wrote it: tells our own write from somebody else's when an answer was lost. */
  commit: z.string(),
  /** Lets Cosmos sweep it, by its own clock. */
  ttl: z.number().optional(),
  /** When it is forgotten by our clock, in milliseconds since 1970; reads and guards go by this. */
  expiresAt: z.number().optional(),
});
export type CosmosDocument = z.infer<typeof CosmosDocument>;

/** One read back, with Cosmos's version mark. */
export const ReadDocument = CosmosDocument.extend({ _etag: z.string() });
export type ReadDocument = z.infer<typeof ReadDocument>;

export function toDocument(
  { ref, type, body, ttlSeconds }: Write & { kind: 'put' },
  commit: string,
  nowMilliseconds: number,
): CosmosDocument {
  const { partition, id } = ref;
  const expiry = ttlSeconds === undefined ? {} : { ttl: ttlSeconds, expiresAt: nowMilliseconds + ttlSeconds * 1000 };
  return { id: itemIdOf(id), partition, key: id, type, body, commit, ...expiry };
}

export function toStored({ partition, key, type, body, _etag, expiresAt }: ReadDocument): Stored {
  return { partition, id: key, type, body, etag: markExpiry(_etag, expiresAt) };
}

export function hasExpired(document: Pick<CosmosDocument, 'expiresAt'>, nowMilliseconds: number): boolean {
  return document.expiresAt !== undefined && document.expiresAt <= nowMilliseconds;
}

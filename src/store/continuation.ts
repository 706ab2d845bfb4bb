import * as z from 'zod';
import { StoreQueryError } from '../core/store.ts';
import type { SortMark } from './sort-kind.ts';

/** The last document a page showed: the next page starts after it, whatever was written in between. */
export interface Cursor extends SortMark {
  readonly partition: string;
  readonly id: string;
}

const Token = z.union([
  z.tuple([z.string(), z.literal('unsorted'), z.null(), z.string(), z.string()]),
  z.tuple([z.string(), z.literal('boolean'), z.boolean(), z.string(), z.string()]),
  z.tuple([z.string(), z.literal('number'), z.number(), z.string(), z.string()]),
  z.tuple([z.string(), z.literal('string'), z.string(), z.string(), z.string()]),
]);

export function writeContinuation(fingerprint: string, cursor: Cursor): string {
  const parts = [fingerprint, cursor.kind, cursor.value, cursor.partition, cursor.id];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Throws `StoreQueryError` for a token of another query, or no token of ours at all. */
export function readContinuation(token: string, fingerprint: string): Cursor {
  const read = Token.safeParse(parseJson(Buffer.from(token, 'base64url').toString()));
  if (!read.success) throw new StoreQueryError('Not a continuation that a query gave back.');
  const [boundTo, kind, value, partition, id] = read.data;
  if (boundTo !== fingerprint) throw new StoreQueryError('This continuation belongs to another query.');
  return { kind, value, partition, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

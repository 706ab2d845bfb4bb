import type { Etag } from '../../core/store.ts';

/** The version mark of a document that somebody has overwritten since: true of nothing, so a guard with it always conflicts. */
export const superseded: Etag = '"superseded"';

const marked = /^(.*)@(\d+)$/;

/**
 * A document that will be forgotten carries the moment in its version mark, so that a guard on a forgotten document can be
 * refused without reading it: Cosmos goes by its own clock and may still have it.
 */
export function markExpiry(etag: Etag, expiresAt: number | undefined): Etag {
  return expiresAt === undefined ? etag : `${etag}@${expiresAt}`;
}

/** Cosmos's own mark again, and when the document it was read from is forgotten. */
export function readMark(etag: Etag): { readonly etag: Etag; readonly expiresAt: number | undefined } {
  const [, own, expiresAt] = marked.exec(etag) ?? [];
  return own === undefined ? { etag, expiresAt: undefined } : { etag: own, expiresAt: Number(expiresAt) };
}

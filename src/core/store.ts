/**
 * The store port. Features name what they want in typed operations; no feature ever writes a query string.
 *
 * Records that change together share a partition (`school:<id>`, `request:<id>`, `person:<id>`), so that a record, its
 * history and the messages it causes are written in one atomic commit.
 *
 * Dates inside bodies are ISO strings. Every stored body is plain JSON.
 */

/** One document's address. `partition` is like `school:northcliffe`; `id` is unique within it. */
export interface Ref {
  readonly partition: string;
  readonly id: string;
}

/** An opaque version mark, quotes included. Compare, never parse. */
export type Etag = string;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

export interface Stored<Body extends JsonObject = JsonObject> extends Ref {
  /** What kind of record this is; the first thing every query narrows by. */
  readonly type: string;
  readonly body: Body;
  readonly etag: Etag;
}

export type Guard = { readonly etag: Etag } | 'must-not-exist' | 'any';

export type Write =
  | {
      readonly kind: 'put';
      readonly ref: Ref;
      readonly type: string;
      readonly body: JsonObject;
      readonly guard: Guard;
      /** Seconds after which the store may forget it. Forgotten documents are never returned, even before they are swept. */
      readonly ttlSeconds?: number;
    }
  | { readonly kind: 'delete'; readonly ref: Ref; readonly guard: { readonly etag: Etag } | 'any' };

export type CommitResult =
  | { readonly outcome: 'committed'; /** In the order of the writes; null for a delete. */ readonly etags: readonly (Etag | null)[] }
  /** Nothing was written: the document at `index` had changed, existed already, or was gone. */
  | { readonly outcome: 'conflict'; readonly index: number };

/** A field path in the body, dots between levels: `level.key`. Letters, digits, `_` and `.` only. */
export type Field = string;
export type Scalar = string | number | boolean | null;

export type Condition =
  | { readonly field: Field; readonly eq: Scalar }
  | { readonly field: Field; readonly in: readonly Scalar[] }
  /** Bounds are inclusive. Strings compare by code unit, so ISO dates sort as dates. */
  | { readonly field: Field; readonly from?: string | number; readonly to?: string | number }
  /** The body's array at `field` holds this value. */
  | { readonly field: Field; readonly contains: Scalar };

export interface QuerySpec {
  readonly type: string;
  /** Left out, the query runs over every partition. */
  readonly partition?: string;
  /** All must hold. */
  readonly where?: readonly Condition[];
  /** Ties, and queries without it, are ordered by partition then id. Documents lacking the field come first. */
  readonly orderBy?: { readonly field: Field; readonly direction: 'ascending' | 'descending' };
  /** 1 to 1,000; 100 unless told. */
  readonly limit?: number;
  /** What an earlier page gave back. Only good with the same spec. */
  readonly continuation?: string;
}

export interface Page<Body extends JsonObject = JsonObject> {
  readonly items: readonly Stored<Body>[];
  /** Present when more may follow. */
  readonly continuation?: string;
}

export interface Store {
  /** A point read. `undefined` when there is no such document, or it has expired. */
  get(ref: Ref): Promise<Stored | undefined>;
  query(spec: QuerySpec): Promise<Page>;
  /**
   * All writes or none, in one partition: 1 to 100 writes, each at a different id, each body at most 2 MB as JSON.
   * Breaking those limits throws `StoreLimitError`. A guard that does not hold is not an error: it is the `conflict` outcome.
   * Throws `StoreUnavailableError` when the store cannot say whether it wrote (`mayHaveCommitted` tells which).
   */
  commit(writes: readonly Write[]): Promise<CommitResult>;
  /** Resolves when the store can serve; rejects with the reason otherwise. Cheap: `/readyz` calls it. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export class StoreLimitError extends Error {
  override readonly name = 'StoreLimitError';
}

export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  /** True when the commit may have been written: read before trying again. */
  readonly mayHaveCommitted: boolean;
  constructor(message: string, options: { mayHaveCommitted: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.mayHaveCommitted = options.mayHaveCommitted;
  }
}

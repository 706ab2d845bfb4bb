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
      /**
       * Whole seconds, at least 1, after which the store may forget it. Forgotten documents are never returned, even before
       * they are swept, and count as gone for every guard. A later put without it keeps the document for good.
       */
      readonly ttlSeconds?: number;
    }
  /** With `any`, deleting what is not there is no conflict. */
  | { readonly kind: 'delete'; readonly ref: Ref; readonly guard: { readonly etag: Etag } | 'any' };

export type CommitResult =
  | {
      readonly outcome: 'committed' /** In the order of the writes; null for a delete. */;
      readonly etags: readonly (Etag | null)[];
    }
  /** Nothing was written: the document at `index` had changed, existed already, or was gone. */
  | { readonly outcome: 'conflict'; readonly index: number };

/** A field path in the body, dots between levels: `level.key`. Letters, digits, `_` and `.` only. */
export type Field = string;
export type Scalar = string | number | boolean | null;

/**
 * A document lacking the field meets no condition, and kinds never mix: `eq: null` is met by a stored null only, `eq: 1` not
 * by `"1"` or `true`.
 */
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
  /**
   * Ties, and queries without it, are ordered by partition then id, ascending whichever the direction. Documents lacking the
   * field come first whichever the direction, and so do those where it holds null, a list or an object. Then ascending:
   * false, true, numbers, strings by code unit; descending is the reverse of that.
   */
  readonly orderBy?: { readonly field: Field; readonly direction: 'ascending' | 'descending' };
  /** 1 to 1,000; 100 unless told. */
  readonly limit?: number;
  /** What an earlier page gave back. Only good with the same spec; the limit alone may differ. */
  readonly continuation?: string;
}

export interface Page<Body extends JsonObject = JsonObject> {
  readonly items: readonly Stored<Body>[];
  /** Present when more may follow. It names the last document it showed: keep it out of cards and messages. */
  readonly continuation?: string;
}

export interface Store {
  /** A point read. `undefined` when there is no such document, or it has expired. Its body may be frozen, and shared by readers. */
  get(ref: Ref): Promise<Stored | undefined>;
  /** Throws `StoreQueryError` for a bad field path, limit or range, or a continuation that belongs to another query. */
  query(spec: QuerySpec): Promise<Page>;
  /**
   * All writes or none, in one partition: 1 to 100 writes, each at a different id, bodies and addresses at most 2 MB together
   * as JSON (one request, one limit), lists and objects at most 100 deep. Ids are at most 255 bytes and partitions 2 KB,
   * without control characters. Breaking those limits throws `StoreLimitError`.
   * A guard that does not hold is not an error: it is the `conflict` outcome.
   * Throws `StoreUnavailableError` when the store cannot say whether it wrote (`mayHaveCommitted` tells which).
   */
  commit(writes: readonly Write[]): Promise<CommitResult>;
  /**
   * Many commits handed over together, for imports: each batch is atomic on its own, as in `commit`, and a conflict in one
   * stops no other. Results come in the order of the batches, once all that committed is durable; in which order they are
   * written is not promised. At most 1,000 batches. An adapter may leave it out; the caller then commits one by one.
   * Throws as `commit` does; after `mayHaveCommitted` some batches may be written and others not.
   */
  commitMany?(batches: readonly (readonly Write[])[]): Promise<readonly CommitResult[]>;
  /** Resolves when the store can serve; rejects with the reason otherwise. Cheap: `/readyz` calls it. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export class StoreLimitError extends Error {
  override readonly name = 'StoreLimitError';
}

/** The query itself is malformed: a fault of the code that asked, never of the person asking. */
export class StoreQueryError extends Error {
  override readonly name = 'StoreQueryError';
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

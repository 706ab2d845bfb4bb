import type { Write } from '../../core/store.ts';

/** What a feature makes of checked rows. The rows are the file's; the records, and what is allowed, are the feature's. */
export interface SinkPlan {
  /** Each in one partition, committed whole or not at all. Holds only what differs from the store, so a repeat is empty. */
  readonly commits: readonly { readonly change: 'new' | 'changed'; readonly writes: readonly Write[] }[];
  /** Records that already say what the file says. */
  readonly unchanged: number;
  /** Rows the feature does not take, with a sentence an officer can act on. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/** Works out the writes for all rows of one file together. Reads the store; writes nothing itself. */
export type RowSink<Row> = (rows: readonly Row[]) => Promise<SinkPlan>;

/** One row that was left out, or could not be matched, and why. */
export interface Reject {
  readonly file: string;
  /** As a text editor counts lines, the header being 1. */
  readonly line: number;
  /** The file's own heading; empty when the whole row is meant. */
  readonly column: string;
  readonly value: string;
  /** In plain words, ending with what would be right. */
  readonly reason: string;
}

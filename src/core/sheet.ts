/** What stands in one cell: words, a number, or an ISO date. Nothing: empty. */
export type SheetCell = string | number | undefined;

export interface SheetColumn {
  readonly heading: string;
  /** A `date` is an ISO date; `pounds` a number. */
  readonly kind: 'text' | 'number' | 'date' | 'pounds';
  /** In characters. */
  readonly width: number;
}

/** A list to take away: one heading row, then a row for each thing. */
export interface Sheet {
  /** At most 31 characters, as spreadsheets take them. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/**
 * Writes a sheet as the bytes of a file. Words that a spreadsheet could run as a formula are made plain words, whoever wrote
 * them.
 */
export type WriteSheet = (sheet: Sheet) => Promise<Uint8Array>;

/** The kinds of file there are, by how their names end. */
export interface SheetWriters {
  readonly xlsx: WriteSheet;
  readonly csv: WriteSheet;
}

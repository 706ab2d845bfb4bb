/** What an import tells while it runs. Counts only grow; how often to show them is for whoever listens. */
export interface Progress {
  rowsRead(file: string, rows: number): void;
  checked(rows: number, rejected: number): void;
  written(records: number, of: number): void;
}

/** For runs nobody watches. */
export const silent: Progress = { rowsRead: () => undefined, checked: () => undefined, written: () => undefined };

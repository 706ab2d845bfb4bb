import { StoreUnavailableError } from '../../core/store.ts';

/** SQLite's primary result codes that a person can do something about; see https://www.sqlite.org/rescode.html. */
const reasons: Readonly<Record<number, string>> = {
  5: 'Another process has kept the data file locked for too long.',
  6: 'Another process has kept the data file locked for too long.',
  8: 'The data file may only be read: give this account the right to write to it.',
  10: 'The disk that holds the data file reported an error.',
  11: 'The data file is damaged: restore it from a backup.',
  13: 'The disk that holds the data file is full.',
  14: 'The data file cannot be opened: check that its folder exists and may be written to.',
  26: 'The data file is not a database.',
};

/** Turns SQLite's own errors into the port's. Anything else is a fault of ours and comes back unchanged. */
export function asUnavailable(error: unknown, mayHaveCommitted: boolean): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  const reason = reasons[code] ?? `The data file could not be used (SQLite result ${code}).`;
  return new StoreUnavailableError(reason, { mayHaveCommitted, cause: error });
}

/** The primary result code, without the extension bits; undefined for an error that is not SQLite's. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

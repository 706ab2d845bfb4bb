import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailableError } from '../../core/store.ts';
import { sqliteCode } from './failure.ts';

const schemaVersion = 1;
/** "PBot": tells our data file from any other SQLite file. */
const applicationId = 0x50426f74;

// Bodies are JSONB, which SQLite reads fields out of without parsing. Ids are unique within a partition, as in Cosmos.
const tables = `
  CREATE TABLE documents (
    partition TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    body BLOB NOT NULL,
    etag TEXT NOT NULL,
    expires_at INTEGER,
    UNIQUE (partition, id)
  ) STRICT;
  CREATE INDEX documents_by_type ON documents (type, partition, id);
  -- What waits to be sent is looked for every few seconds among all that ever was: found here instead of by reading every body.
  CREATE INDEX documents_by_state ON documents (type, json_extract(body, '$."state"'), json_extract(body, '$."sendAt"'))
    WHERE json_extract(body, '$."state"') IS NOT NULL;
  CREATE INDEX documents_by_expiry ON documents (expires_at) WHERE expires_at IS NOT NULL;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${schemaVersion};
`;

/**
 * Makes a new file ours, or checks that an existing one is ours and of a version we know. Safe when two processes open one
 * new file at once. Throws `StoreUnavailableError` otherwise, and leaves the file as it was.
 */
export function prepareSchema(db: DatabaseSync): void {
  // Takes effect only in a new file. SQLite compares text byte by byte, and UTF-16 big-endian is the one encoding in which
  // that is JavaScript's order too (UTF-8 puts emoji after U+FFFD, JavaScript before U+E000).
  db.exec("PRAGMA encoding = 'UTF-16be'");
  if (!isPrepared(db)) createTables(db);
  patiently(() => db.exec('PRAGMA journal_mode = WAL'));
  db.exec('PRAGMA synchronous = FULL');
  // SQLite opens a file it may not write to without complaint; better to hear of it now than at somebody's first command.
  db.exec('BEGIN IMMEDIATE');
  db.exec('ROLLBACK');
}

function isPrepared(db: DatabaseSync): boolean {
  const isNew = readNumber(db, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (isNew) return false;
  if (readNumber(db, 'PRAGMA application_id') !== applicationId) {
    throw unusable('The data file is a database of some other program: choose another place for it.');
  }
  const version = readNumber(db, 'PRAGMA user_version');
  if (version > schemaVersion) {
    throw unusable(
      `The data file was written by a newer version of the bot (its layout is ${version}, this version knows ${schemaVersion}): start the newer version.`,
    );
  }
  return true;
}

function createTables(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    // Somebody else may have created them while we waited for the lock.
    if (!isPrepared(db)) db.exec(tables);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/** Switching a file to WAL can find it locked without waiting for it, when another process is opening it as well. */
function patiently(step: () => void): void {
  const busy = 5;
  for (let attempt = 1; ; attempt++) {
    try {
      step();
      return;
    } catch (error) {
      if (sqliteCode(error) !== busy || attempt === 100) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function readNumber(db: DatabaseSync, sql: string): number {
  return Number(Object.values(db.prepare(sql).get() ?? {})[0]);
}

function unusable(message: string): StoreUnavailableError {
  return new StoreUnavailableError(message, { mayHaveCommitted: false });
}

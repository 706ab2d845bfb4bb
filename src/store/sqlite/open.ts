import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../core/clock.ts';
import type { CommitResult, Page, Ref, Store } from '../../core/store.ts';
import { StoreUnavailableError } from '../../core/store.ts';
import { checkQuery, isImpossible } from '../checked-query.ts';
import { checkBatches, checkRef, checkWrites } from '../limits.ts';
import { toPage } from '../page.ts';
import { applyWrites, sweep } from './commit.ts';
import { applyBatch } from './commit-many.ts';
import { createCommitTogether, type Waiting } from './commit-together.ts';
import { compileQuery } from './compile-query.ts';
import { asUnavailable } from './failure.ts';
import { type Kept, keepDocuments } from './kept-documents.ts';
import { storedColumns, toStored } from './row.ts';
import { prepareSchema } from './schema.ts';
import { prepareStatements } from './statements.ts';

export interface SqliteStoreOptions {
  /** Where the data lives. Its folder is made when missing. `:memory:` keeps nothing. */
  readonly file: string;
  /** Decides what has expired. */
  readonly clock: Clock;
  /** How long a write waits for another process's write before it gives up; 5 seconds unless told. */
  readonly busyMilliseconds?: number;
}

const getDocument = `SELECT ${storedColumns}, d.expires_at FROM documents AS d WHERE d.partition = ? AND d.id = ?`;
const dataVersion = 'PRAGMA data_version';
const commitsBetweenSweeps = 64;

/**
 * The embedded store: one file, any number of processes of one machine, no acknowledged write lost when a process is killed.
 * Throws `StoreUnavailableError`, with what to do about it, when the file cannot be opened or is not ours.
 */
export function openSqliteStore({ file, clock, busyMilliseconds = 5000 }: SqliteStoreOptions): Store {
  const db = openDatabase(file, busyMilliseconds);
  const statements = prepareStatements(db);
  const kept = keepDocuments(() => statements.one(dataVersion)?.[0]);
  let commits = 0;

  function now(): number {
    return clock.now().epochMilliseconds;
  }

  function use<Result>(work: () => Result): Result {
    if (!db.isOpen) throw new StoreUnavailableError('The store has been closed.', { mayHaveCommitted: false });
    try {
      return work();
    } catch (error) {
      throw asUnavailable(error, false);
    }
  }

  function read(ref: Ref): Kept {
    const row = statements.one(getDocument, ref.partition, ref.id);
    if (row === undefined) return { document: undefined, expiresAt: null };
    return { document: toStored(row), expiresAt: typeof row[5] === 'number' ? row[5] : null };
  }

  function rollBack(): void {
    if (db.isTransaction) db.exec('ROLLBACK');
  }

  function commitTransaction(): void {
    try {
      statements.run('COMMIT');
    } catch (error) {
      rollBack();
      // A commit that failed on its way to the disk may still be found there after a crash.
      throw asUnavailable(error, true);
    }
  }

  function commitAll(waiting: readonly Waiting[]): readonly CommitResult[] {
    return use(() => {
      statements.run('BEGIN IMMEDIATE');
      try {
        if (commits++ % commitsBetweenSweeps === 0) sweep(statements, now());
        for (const { writes } of waiting) for (const { ref } of writes) kept.forget(ref);
        const results = waiting.map(({ writes, bodies }) => {
          const apply = () => applyWrites(statements, writes, bodies, now());
          // Alone in its transaction, a conflict takes the whole of it back.
          return waiting.length === 1 ? apply() : applyBatch(statements, writes, apply);
        });
        if (results.some((result) => result.outcome === 'committed')) commitTransaction();
        return results;
      } finally {
        rollBack();
      }
    });
  }
  // In memory there is no disk to wait for, and nothing to gain by waiting for others.
  const together = createCommitTogether(commitAll, file === ':memory:' ? (flush) => flush() : setImmediate);

  return {
    async get(ref) {
      checkRef(ref);
      const { document, expiresAt } = use(() => kept.get(ref, () => read(ref)));
      return expiresAt !== null && expiresAt <= now() ? undefined : document;
    },

    async query(spec): Promise<Page> {
      const query = checkQuery(spec);
      if (isImpossible(query)) return { items: [] };
      const sql = compileQuery(query, now());
      return toPage(query, use(() => statements.all(sql.text, ...sql.values)).map(toStored));
    },

    async commit(writes) {
      const bodies = checkWrites(writes);
      use(() => undefined);
      return together.commit({ writes, bodies });
    },

    async commitMany(batches) {
      const bodies = checkBatches(batches);
      return commitAll(batches.map((writes, index) => ({ writes, bodies: bodies[index] ?? [] })));
    },

    async ready() {
      use(() => statements.one('SELECT 1 FROM documents LIMIT 1'));
      if (file !== ':memory:' && !existsSync(file)) {
        throw new StoreUnavailableError('The data file has been moved or deleted.', { mayHaveCommitted: false });
      }
    },

    async close() {
      if (!db.isOpen) return;
      together.flush();
      db.close();
    },
  };
}

function openDatabase(file: string, busyMilliseconds: number): DatabaseSync {
  if (file !== ':memory:') makeFolder(dirname(file));
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { timeout: busyMilliseconds });
    prepareSchema(db);
    return db;
  } catch (error) {
    db?.close();
    throw asUnavailable(error, false);
  }
}

function makeFolder(folder: string): void {
  try {
    // Only this account: the file will hold what is said about schools and people.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StoreUnavailableError(`The folder ${folder} for the data file cannot be made: choose another place.`, {
      mayHaveCommitted: false,
      cause,
    });
  }
}

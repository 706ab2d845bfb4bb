import { randomUUID } from 'node:crypto';
import type { CommitResult, Etag, Write } from '../../core/store.ts';
import type { Statements } from './statements.ts';

const findVersion = 'SELECT etag, expires_at FROM documents WHERE partition = ? AND id = ?';
const putDocument = `
  INSERT INTO documents (partition, id, type, body, etag, expires_at) VALUES (?, ?, ?, jsonb(?), ?, ?)
  ON CONFLICT (partition, id) DO UPDATE
  SET type = excluded.type, body = excluded.body, etag = excluded.etag, expires_at = excluded.expires_at`;
const deleteDocument = 'DELETE FROM documents WHERE partition = ? AND id = ?';
const sweepExpired = `
  DELETE FROM documents WHERE rowid IN (SELECT rowid FROM documents WHERE expires_at <= ? LIMIT 500)`;

/**
 * Checks each guard and writes, inside a transaction the caller has begun. On a conflict some writes may have been made: the
 * caller rolls back.
 */
export function applyWrites(
  statements: Statements,
  writes: readonly Write[],
  bodies: readonly (string | null)[],
  nowMilliseconds: number,
): CommitResult {
  const etags: (Etag | null)[] = [];
  for (const [index, write] of writes.entries()) {
    if (!guardHolds(statements, write, nowMilliseconds)) return { outcome: 'conflict', index };
    const { partition, id } = write.ref;
    if (write.kind === 'delete') {
      statements.run(deleteDocument, partition, id);
      etags.push(null);
      continue;
    }
    const etag = `"${randomUUID()}"`;
    const expiresAt = write.ttlSeconds === undefined ? null : nowMilliseconds + write.ttlSeconds * 1000;
    statements.run(putDocument, partition, id, write.type, bodies[index] ?? null, etag, expiresAt);
    etags.push(etag);
  }
  return { outcome: 'committed', etags };
}

/** Removes some of what has expired; nobody could see it any more. */
export function sweep(statements: Statements, nowMilliseconds: number): void {
  statements.run(sweepExpired, nowMilliseconds);
}

function guardHolds(statements: Statements, write: Write, nowMilliseconds: number): boolean {
  if (write.guard === 'any') return true;
  const [etag, expiresAt] = statements.one(findVersion, write.ref.partition, write.ref.id) ?? [];
  const exists = etag !== undefined && (expiresAt === null || Number(expiresAt) > nowMilliseconds);
  return write.guard === 'must-not-exist' ? !exists : exists && etag === write.guard.etag;
}

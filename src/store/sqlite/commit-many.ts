import type { CommitResult, Write } from '../../core/store.ts';
import type { Statements } from './statements.ts';

/**
 * Writes one of many commits inside the transaction that all of them share, so that the disk is waited for once. What a
 * conflict leaves half written is taken back alone.
 */
export function applyBatch(statements: Statements, writes: readonly Write[], apply: () => CommitResult): CommitResult {
  // A single write checks its guard before it writes: there is nothing to take back.
  if (writes.length === 1) return apply();
  statements.run('SAVEPOINT batch');
  const result = apply();
  if (result.outcome === 'conflict') statements.run('ROLLBACK TO batch');
  statements.run('RELEASE batch');
  return result;
}

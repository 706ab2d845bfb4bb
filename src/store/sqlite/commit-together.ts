import type { CommitResult, Write } from '../../core/store.ts';

/** One commit that waits for its turn, its bodies already written out as JSON. */
export interface Waiting {
  readonly writes: readonly Write[];
  readonly bodies: readonly (string | null)[];
}

/**
 * Commits that arrive within one round of the event loop share one transaction, and so one wait for the disk, which costs
 * more than everything else a commit does. Each is still all or nothing by itself, in the order they came, and none is
 * acknowledged before the disk has it.
 */
export function createCommitTogether(
  commitAll: (waiting: readonly Waiting[]) => readonly CommitResult[],
  atEndOfRound: (flush: () => void) => void,
) {
  type Place = Waiting & { resolve(result: CommitResult): void; reject(error: unknown): void };
  let line: Place[] = [];

  function flush(): void {
    const group = line;
    line = [];
    if (group.length === 0) return;
    try {
      const results = commitAll(group);
      for (const [index, place] of group.entries()) {
        const result = results[index];
        if (result) place.resolve(result);
        else place.reject(new Error('A commit was left without a result'));
      }
    } catch (error) {
      for (const place of group) place.reject(error);
    }
  }

  return {
    commit(waiting: Waiting): Promise<CommitResult> {
      return new Promise((resolve, reject) => {
        line.push({ ...waiting, resolve, reject });
        if (line.length === 1) atEndOfRound(flush);
      });
    },
    /** Commits what waits now rather than at the end of the round. */
    flush,
  };
}

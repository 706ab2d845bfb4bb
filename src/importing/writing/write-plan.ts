import type { CommitResult, Store, Write } from '../../core/store.ts';

export interface Written {
  /** Partitions committed. */
  readonly committed: number;
  /** Partitions left as they were, because somebody changed them while the import ran. */
  readonly conflicts: readonly string[];
}

/** How many partitions go to the store at a time: enough to be quick, few enough to show progress. */
const TOGETHER = 500;

/** Writes each partition whole or not at all. What somebody else changed meanwhile is left alone and named. */
export async function writePlan(
  store: Store,
  batches: readonly (readonly Write[])[],
  wrote: (partitions: number) => void,
): Promise<Written> {
  const conflicts: string[] = [];
  for (let from = 0; from < batches.length; from += TOGETHER) {
    const some = batches.slice(from, from + TOGETHER);
    const results = await commitAll(store, some);
    results.forEach((result, index) => {
      if (result.outcome === 'conflict') conflicts.push(some[index]?.[0]?.ref.partition ?? '');
    });
    wrote(Math.min(from + TOGETHER, batches.length));
  }
  return { committed: batches.length - conflicts.length, conflicts };
}

async function commitAll(store: Store, batches: readonly (readonly Write[])[]): Promise<readonly CommitResult[]> {
  if (store.commitMany) return store.commitMany(batches);
  const results: CommitResult[] = [];
  for (const writes of batches) results.push(await store.commit(writes));
  return results;
}

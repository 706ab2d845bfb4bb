import type { CommitResult, Write } from '../../core/store.ts';
import { StoreUnavailableError } from '../../core/store.ts';
import { markExpiry, superseded } from './etag.ts';
import { readDocument } from './read.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * The result of this very commit, when one of its documents turns out to be stored already: a batch is all or nothing, so one
 * is as good as all. Undefined when none is there, or the commit only deletes and so leaves no mark.
 */
export async function findOwnCommit(
  { container, pause }: Surroundings,
  writes: readonly Write[],
  commit: string,
): Promise<CommitResult | undefined> {
  const read = async (write: Write) => (write.kind === 'put' ? readDocument(container, write.ref, pause) : undefined);
  const found = await Promise.all(writes.map(read)).catch((cause: unknown) => {
    throw new StoreUnavailableError('The database did not say whether it wrote, and could not be asked.', {
      mayHaveCommitted: true,
      cause,
    });
  });
  if (!found.some((document) => document?.commit === commit)) return undefined;
  const etags = writes.map((write, index) => {
    if (write.kind === 'delete') return null;
    const document = found[index];
    return document?.commit === commit ? markExpiry(document._etag, document.expiresAt) : superseded;
  });
  return { outcome: 'committed', etags };
}

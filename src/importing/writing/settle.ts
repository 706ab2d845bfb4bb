import type { Guard, Store, Write } from '../../core/store.ts';
import { same } from './canonical.ts';
import type { Change } from './plan.ts';

/**
 * The writes among these that would change something, and what they amount to. Each is guarded by what the store holds now, or
 * by what its maker read where the write says so itself. For features that make whole records of an import's rows.
 */
export async function settle(
  store: Store,
  writes: readonly Write[],
): Promise<{ readonly change: Change; readonly writes: readonly Write[] }> {
  const needed: Write[] = [];
  let isNew = false;
  for (const write of writes) {
    const held = await store.get(write.ref);
    if (write.kind === 'delete') {
      if (held) needed.push({ ...write, guard: write.guard === 'any' ? { etag: held.etag } : write.guard });
    } else if (!held || !same(held.body, write.body)) {
      needed.push({ ...write, guard: own(write.guard) ?? (held ? { etag: held.etag } : 'must-not-exist') });
      isNew ||= !held;
    }
  }
  return { change: needed.length === 0 ? 'unchanged' : isNew ? 'new' : 'changed', writes: needed };
}

/** What was worked out from one version of a record, or from there being none, must not land on another. */
function own(guard: Guard): Exclude<Guard, 'any'> | undefined {
  return guard === 'any' ? undefined : guard;
}

import type { Temporal } from 'temporal-polyfill';
import { datedTypes, type Retention, type RetentionClass, retentionOf } from '../core/retention.ts';
import type { Store, Stored, Write } from '../core/store.ts';
import { createInUse } from './in-use.ts';

/** Small enough that a turn waits for none of it: so many are read at a time, and so many deleted. */
const READ_AT_A_TIME = 100;
const DELETED_AT_A_TIME = 20;
/** The rest is left for the next look: a first sweep after years must not take a night. */
const MOST_A_SWEEP = 5_000;

export interface Sweeping {
  readonly store: Store;
  readonly today: Temporal.PlainDate;
  /** The kinds to look through. Every kind with an end, unless told. */
  readonly types?: readonly string[];
  /** Called between batches: lets others have their turn. */
  readonly pause?: () => Promise<void>;
  /** Asked between batches. */
  readonly stopping?: () => boolean;
}

export interface Swept {
  readonly removed: ReadonlyMap<RetentionClass, number>;
  /** Their time is up, and they stay because something still needs them. */
  readonly inUse: number;
  /** Changed or gone while the sweep ran. */
  readonly leftAlone: number;
  /** Kinds nobody has decided about, or with a record whose end cannot be told. None of those is touched. */
  readonly undecided: readonly string[];
  /** False when it stopped before the end: look again soon. */
  readonly complete: boolean;
}

/**
 * Deletes what has been kept as long as was decided. Each record by its own etag, so that what changes meanwhile stays; never
 * what is in use; never what no rule speaks of. Throws as the store does; what was deleted by then stays deleted.
 */
export async function sweep(sweeping: Sweeping): Promise<Swept> {
  const { store, today } = sweeping;
  const inUse = createInUse(store);
  const removed = new Map<RetentionClass, number>();
  const undecided = new Set<string>();
  const counts = { kept: 0, leftAlone: 0, gone: 0 };
  const mustStop = () => (sweeping.stopping?.() ?? false) || counts.gone >= MOST_A_SWEEP;

  async function takeAway(due: readonly Due[]): Promise<void> {
    for (const batch of batchesOf(due)) {
      const result = await store.commit(batch.map(deletion));
      if (result.outcome === 'conflict') {
        counts.leftAlone += batch.length;
        continue;
      }
      counts.gone += batch.length;
      for (const { retention } of batch) removed.set(retention.class, (removed.get(retention.class) ?? 0) + 1);
    }
  }

  for (const type of sweeping.types ?? datedTypes()) {
    let continuation: string | undefined;
    do {
      if (mustStop()) break;
      const page = await store.query({ type, limit: READ_AT_A_TIME, ...(continuation ? { continuation } : {}) });
      const due: Due[] = [];
      for (const stored of page.items) {
        const retention = decided(stored);
        if (!retention) undecided.add(type);
        if (!retention?.until || retention.until >= today.toString()) continue;
        if (await inUse(stored)) counts.kept += 1;
        else due.push({ stored, retention });
      }
      await takeAway(due);
      await sweeping.pause?.();
      continuation = page.continuation;
    } while (continuation);
  }
  return { removed, inUse: counts.kept, leftAlone: counts.leftAlone, undecided: [...undecided], complete: !mustStop() };
}

interface Due {
  readonly stored: Stored;
  readonly retention: Retention;
}

/** Nothing, where no rule speaks of it or its date cannot be read: then nobody has decided that it may go. */
function decided({ type, body }: Stored): Retention | undefined {
  try {
    return retentionOf(type, body);
  } catch {
    return undefined;
  }
}

function deletion({ stored: { partition, id, etag } }: Due): Write {
  return { kind: 'delete', ref: { partition, id }, guard: { etag } };
}

/** A commit is of one partition. */
function batchesOf(due: readonly Due[]): readonly (readonly Due[])[] {
  const partitions = Map.groupBy(due, ({ stored }) => stored.partition);
  return [...partitions.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / DELETED_AT_A_TIME) }, (_, index) =>
      all.slice(index * DELETED_AT_A_TIME, (index + 1) * DELETED_AT_A_TIME),
    ),
  );
}

import type { JsonObject, Ref, Stored, Write } from '../../core/store.ts';
import { same, withoutBlanks } from './canonical.ts';

export type Change = 'new' | 'changed' | 'unchanged';

/** What the store already holds at a place, as far as a plan needs it. */
export type Held = Pick<Stored, 'body' | 'etag'>;

/** Writes gathered before any is made, by partition, so that what belongs together is committed together. */
export class Plan {
  readonly #partitions = new Map<string, Write[]>();

  /** Plans a put only when it would change something. */
  put(ref: Ref, type: string, body: JsonObject, held: Held | undefined): Change {
    if (held && same(held.body, body)) return 'unchanged';
    const guard = held ? { etag: held.etag } : 'must-not-exist';
    this.add([{ kind: 'put', ref, type, body: withoutBlanks(body), guard }]);
    return held ? 'changed' : 'new';
  }

  /** All in one partition. */
  add(writes: readonly Write[]): void {
    const [first] = writes;
    if (!first) return;
    const { partition } = first.ref;
    this.#partitions.set(partition, [...(this.#partitions.get(partition) ?? []), ...writes]);
  }

  get batches(): readonly (readonly Write[])[] {
    return [...this.#partitions.values()];
  }
}

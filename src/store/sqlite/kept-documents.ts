import type { JsonObject, Ref, Stored } from '../../core/store.ts';

/** A document as a point read found it, or that there was none. */
export interface Kept {
  readonly document: Stored | undefined;
  /** Milliseconds since 1970; `null` for one that never expires. */
  readonly expiresAt: number | null;
}

/** About as many as the schools and people of an authority; a body is a kilobyte or so. */
const MOST = 10_000;

/**
 * What point reads found, for as long as it stands in the file: a document read again costs a third of the first time, and
 * its reader knows it as the same one (see `readOnce`). SQLite itself says whether any other connection, of this process or
 * another, has committed since; what this connection writes it forgets itself. So nothing kept is ever older than the file.
 * Bodies are frozen: what one reader did to them the next would see.
 *
 * Asking SQLite takes the locks of a read, which cost more than the read; so it is asked once for all that is read at one go,
 * with nothing but promises in between. What another process commits meanwhile could as well have come a moment later.
 */
export function keepDocuments(dataVersion: () => unknown, atTheEndOfThis = process.nextTick) {
  let version: unknown;
  let asked = false;
  const kept = new Map<string, Kept>();

  return {
    /** What the file holds there, when that is known; `read` is called when it is not. */
    get(ref: Ref, read: () => Kept): Kept {
      if (!asked) {
        const now = dataVersion();
        if (now !== version) kept.clear();
        version = now;
        asked = true;
        atTheEndOfThis(() => {
          asked = false;
        });
      }
      const name = nameOf(ref);
      const known = kept.get(name);
      if (known) return known;
      const found = read();
      freeze(found.document?.body);
      const [oldest] = kept.size >= MOST ? kept.keys() : [];
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(name, found);
      return found;
    },
    /** Called for everything this connection writes, whether or not it is then committed. */
    forget(ref: Ref): void {
      kept.delete(nameOf(ref));
    },
  };
}

/** No partition or id holds a control character. */
function nameOf({ partition, id }: Ref): string {
  return `${partition}\n${id}`;
}

function freeze(value: JsonObject[string]): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  for (const inner of Object.values(value)) freeze(inner);
  Object.freeze(value);
}

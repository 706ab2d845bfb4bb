import type { Json, Ref, Write } from '../core/store.ts';
import { StoreLimitError } from '../core/store.ts';

/** What both adapters hold every caller to, so that nothing works on one and fails on the other. */
export const limits = {
  writes: 100,
  /** How many commits may be handed over together. */
  batches: 1000,
  /** One commit is one request to Cosmos, and its 2 MB counts every document in it together with its address. */
  commitBytes: 2 * 1024 * 1024,
  idBytes: 255,
  partitionBytes: 2048,
  /** Cosmos takes 128 levels; our envelope and the batch around it use some of them. */
  nesting: 100,
  ttlSeconds: 2_147_483_647,
} as const;

/** The envelope of one write: property names, version mark, commit mark, expiry, and an id that escaping makes three times longer. */
const envelopeBytes = 512;
const escapedIdFactor = 4;

// Cs matches only a surrogate that stands alone, which no encoding of Unicode can carry to a database and back.
const unsafeCharacters = /[\p{Cc}\p{Cs}]/u;

/** Throws `StoreLimitError` when no document may have this address. */
export function checkRef(ref: Ref): void {
  checkName('A partition', ref.partition, limits.partitionBytes);
  checkName('An id', ref.id, limits.idBytes);
}

function checkName(what: string, name: string, mostBytes: number): void {
  if (name === '') throw new StoreLimitError(`${what} cannot be empty.`);
  // A string is never more than three bytes a code unit, so short names need no counting.
  if (name.length * 3 > mostBytes && Buffer.byteLength(name) > mostBytes) {
    throw new StoreLimitError(`${what} may be at most ${mostBytes} bytes; this one is ${Buffer.byteLength(name)}.`);
  }
  if (unsafeCharacters.test(name)) {
    throw new StoreLimitError(`${what} cannot hold control characters or half of a surrogate pair.`);
  }
}

/**
 * Checks a whole commit, and gives back each body as JSON text (null for a delete), in the order of the writes.
 * Throws `StoreLimitError` for the first rule it breaks.
 */
export function checkWrites(writes: readonly Write[]): readonly (string | null)[] {
  if (writes.length < 1 || writes.length > limits.writes) {
    throw new StoreLimitError(`A commit has 1 to ${limits.writes} writes; this one has ${writes.length}.`);
  }
  const partition = writes[0]?.ref.partition;
  const seen = new Set<string>();
  let bytes = 0;
  const bodies = writes.map((write) => {
    checkRef(write.ref);
    if (write.ref.partition !== partition) throw new StoreLimitError('All writes of a commit share one partition.');
    if (seen.has(write.ref.id)) throw new StoreLimitError('A commit may write each id only once.');
    seen.add(write.ref.id);
    const body = write.kind === 'put' ? checkPut(write) : null;
    bytes += sizeOf(write, body);
    return body;
  });
  if (bytes > limits.commitBytes) {
    throw new StoreLimitError(`A commit may be at most ${limits.commitBytes} bytes; this one is about ${bytes}.`);
  }
  return bodies;
}

/** Checks many commits before any of them is written, and gives back the bodies of each. Throws `StoreLimitError`. */
export function checkBatches(batches: readonly (readonly Write[])[]): readonly (readonly (string | null)[])[] {
  if (batches.length > limits.batches) {
    throw new StoreLimitError(`At most ${limits.batches} commits go together; these are ${batches.length}.`);
  }
  return batches.map(checkWrites);
}

function checkPut(write: Write & { kind: 'put' }): string {
  const ttl = write.ttlSeconds;
  if (ttl !== undefined && !(Number.isInteger(ttl) && ttl >= 1 && ttl <= limits.ttlSeconds)) {
    throw new StoreLimitError('ttlSeconds is a whole number of seconds, at least 1.');
  }
  if (write.type === '' || unsafeCharacters.test(write.type)) throw new StoreLimitError('A document needs a type.');
  checkJson(write.body, 1);
  return JSON.stringify(write.body);
}

function checkJson(value: Json | undefined, depth: number): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new StoreLimitError('Text in a body cannot hold half of a surrogate pair.');
  } else if (typeof value === 'object' && value !== null) {
    if (depth > limits.nesting) throw new StoreLimitError(`A body may be at most ${limits.nesting} levels deep.`);
    for (const [name, inner] of Object.entries(value)) {
      checkJson(name, depth);
      checkJson(inner, depth + 1);
    }
  }
}

function sizeOf(write: Write, body: string | null): number {
  const address = Buffer.byteLength(write.ref.id) * escapedIdFactor + Buffer.byteLength(write.ref.partition);
  const content =
    body === null || write.kind === 'delete' ? 0 : Buffer.byteLength(body) + Buffer.byteLength(write.type);
  return envelopeBytes + address + content;
}

import { Temporal } from 'temporal-polyfill';
import type { Etag, Store, Stored, Write } from '../core/store.ts';
import type { Turn } from '../core/turn.ts';
import { TURN_LEASE_SECONDS, TURN_TTL_SECONDS, TURN_TYPE, TurnRecord, turnName } from './turn-record.ts';

/** This turn is ours to answer. `done` says that it was answered: put these writes in the turn's last commit. */
export interface Claim {
  readonly partition: string;
  /** The turn's first name, the same however often and under whichever other name it is delivered. */
  readonly turn: string;
  done(at: Temporal.Instant): readonly Write[];
}

/** Everything kept of one conversation shares this partition, so that a turn ends in one commit. */
export function conversationPartition(turn: Turn): string {
  return `conversation:${turn.from.identity.platform}:${turn.place.conversation}`;
}

/** Whether anybody has claimed or answered it, under whichever name: then only `claimTurn` can say whether it is ours. */
export async function isKnown(store: Store, turn: Turn): Promise<boolean> {
  const partition = conversationPartition(turn);
  const found = await Promise.all(namesOf(turn).map((name) => store.get({ partition, id: `turn/${name}` })));
  return found.some((record) => record !== undefined);
}

/**
 * A turn that changes nothing needs no claim before its work: the commit in which its answer is written down is its claim,
 * and conflicts when the turn was answered, or claimed, by another in the meantime. Half the waiting for the disk.
 */
export function unclaimedTurn(turn: Turn): Claim {
  const partition = conversationPartition(turn);
  const [first, ...others] = namesOf(turn);
  return {
    partition,
    turn: first,
    done: (at) => [
      put(partition, first, { v: 1, state: 'answered', at: at.toString() }, 'must-not-exist'),
      ...others.map((name) => alias(partition, name, first)),
    ],
  };
}

/**
 * Claims the turn under every name it may be known by, in one commit. `undefined` when it was answered, or is being
 * answered, already. A claim left by a process that died is taken over once its lease is out.
 */
export async function claimTurn(store: Store, turn: Turn): Promise<Claim | undefined> {
  const partition = conversationPartition(turn);
  const working: TurnRecord = { v: 1, state: 'working', since: turn.at.toString() };
  const names = namesOf(turn);
  const [first, ...others] = names;
  const result = await store.commit([
    put(partition, first, working, 'must-not-exist'),
    ...others.map((name) => alias(partition, name, first)),
  ]);
  if (result.outcome === 'committed') return claimed(partition, first, result.etags[0] ?? null);
  return takeOver(store, turn, partition, names[result.index] ?? first);
}

/** Each once, the platform's own first. */
function namesOf(turn: Turn): readonly [string, ...string[]] {
  const first = turnName(turn.ids[0]);
  return [first, ...new Set(turn.ids.map(turnName).filter((name) => name !== first))];
}

async function takeOver(store: Store, turn: Turn, partition: string, name: string): Promise<Claim | undefined> {
  const found = await follow(store, partition, name);
  if (!found) return undefined;
  const record = TurnRecord.parse(found.body);
  if (record.state !== 'working') return undefined;
  const leaseOut = Temporal.Instant.from(record.since).add({ seconds: TURN_LEASE_SECONDS });
  if (Temporal.Instant.compare(turn.at, leaseOut) < 0) return undefined;
  const again: TurnRecord = { v: 1, state: 'working', since: turn.at.toString() };
  const first = found.id.slice('turn/'.length);
  const result = await store.commit([put(partition, first, again, { etag: found.etag })]);
  return result.outcome === 'committed' ? claimed(partition, first, result.etags[0] ?? null) : undefined;
}

async function follow(store: Store, partition: string, name: string): Promise<Stored | undefined> {
  const found = await store.get({ partition, id: `turn/${name}` });
  if (!found) return undefined;
  const record = TurnRecord.parse(found.body);
  return record.state === 'alias' ? store.get({ partition, id: `turn/${record.of}` }) : found;
}

function claimed(partition: string, name: string, etag: Etag | null): Claim {
  return {
    partition,
    turn: name,
    done: (at) => [
      put(partition, name, { v: 1, state: 'answered', at: at.toString() }, etag === null ? 'any' : { etag }),
    ],
  };
}

function alias(partition: string, name: string, of: string): Write {
  return put(partition, name, { v: 1, state: 'alias', of }, 'must-not-exist');
}

function put(
  partition: string,
  name: string,
  body: TurnRecord,
  guard: { readonly etag: Etag } | 'must-not-exist' | 'any',
): Write {
  return {
    kind: 'put',
    ref: { partition, id: `turn/${name}` },
    type: TURN_TYPE,
    body,
    guard,
    ttlSeconds: TURN_TTL_SECONDS,
  };
}

import type { SchoolId } from '../../core/ids.ts';
import type { Etag, Ref, Store, Write } from '../../core/store.ts';
import { schoolPartition } from './records.ts';
import { Challenge, type OpenChallenge, type SettledChallenge } from './schema.ts';

const CHALLENGE_TYPE = 'challenge';
/** More than any school raises in the years records are kept. */
const MOST = 200;

export interface HeldChallenge {
  readonly challenge: Challenge;
  readonly etag: Etag;
}

export function challengeRef(school: SchoolId, id: string): Ref {
  return { partition: schoolPartition(school), id: `challenge/${id}` };
}

export async function readChallenge(store: Store, ref: Ref): Promise<HeldChallenge | undefined> {
  const found = await store.get(ref);
  return found && { challenge: Challenge.parse(found.body), etag: found.etag };
}

/** A school's challenges, newest first. */
export async function readChallenges(store: Store, school: SchoolId): Promise<readonly Challenge[]> {
  const page = await store.query({
    type: CHALLENGE_TYPE,
    partition: schoolPartition(school),
    orderBy: { field: 'raised.at', direction: 'descending' },
    limit: MOST,
  });
  return page.items.map((item) => Challenge.parse(item.body));
}

/** Fails as a conflict when a challenge of that id exists: the same button pressed twice opens one challenge. */
export function challengeWrite(challenge: OpenChallenge): Write {
  return write(challenge, 'must-not-exist');
}

/** Fails as a conflict when somebody else settled it since it was read: the first outcome stands. */
export function settledWrite(held: HeldChallenge, challenge: SettledChallenge): Write {
  return write(challenge, { etag: held.etag });
}

function write(challenge: Challenge, guard: Extract<Write, { kind: 'put' }>['guard']): Write {
  const body = Challenge.parse(challenge);
  return { kind: 'put', ref: challengeRef(body.school, body.id), type: CHALLENGE_TYPE, body, guard };
}

import type { OfferId, RequestRef } from '../../support/index.ts';
import type { Weighed } from './weigh.ts';

export interface Choice {
  readonly offer: OfferId;
  readonly points: number;
  /** Half-days it would take. */
  readonly takes: number;
}

/** One request, and the offers it could go to, best first. */
export interface Seeking {
  readonly request: RequestRef;
  readonly choices: readonly Choice[];
}

/** How far an earlier choice may be pushed on to make room for a request that has none. */
const LONGEST_CHAIN = 4;

/** What a request would take of each offer that fits it, best first. */
export function seekingOf(request: RequestRef, ranked: readonly Weighed[]): Seeking {
  const fits = ranked.filter(({ standing }) => standing === 'fits');
  return {
    request,
    choices: fits.map(({ pairing, points }) => ({
      offer: pairing.offer.id,
      points,
      takes: Math.min(pairing.left, pairing.request.wish.halfDays ?? 1),
    })),
  };
}

/**
 * One offer for each request, taken together, so that no offer gives more half-days than it has left. First each takes the
 * best there is when its turn comes; then whoever got nothing is made room for, by moving others to their next choice; then
 * moves and exchanges that raise the points of all are made until there are none. So never fewer requests find a partner than
 * by taking turns. The same in, the same out.
 */
export function assignTogether(
  seeking: readonly Seeking[],
  left: ReadonlyMap<OfferId, number>,
): ReadonlyMap<RequestRef, Choice> {
  const given = new Map<RequestRef, Choice>();
  const room = new Map(left);
  const byRef = new Map(seeking.map((one) => [one.request, one]));
  const give = (request: RequestRef, choice: Choice) => {
    const before = given.get(request);
    if (before) room.set(before.offer, (room.get(before.offer) ?? 0) + before.takes);
    given.set(request, choice);
    room.set(choice.offer, (room.get(choice.offer) ?? 0) - choice.takes);
  };
  const hasRoom = (choice: Choice) => (room.get(choice.offer) ?? 0) >= choice.takes;

  for (const { request, choices } of seeking) {
    const best = choices.find(hasRoom);
    if (best) give(request, best);
  }
  for (const one of seeking) if (!given.has(one.request)) makeRoom(one, new Set([one.request]), LONGEST_CHAIN);
  while (improve());
  return given;

  /** Gives the request an offer, by moving those that stand in the way to their next; false when that leads nowhere. */
  function makeRoom(one: Seeking, moved: ReadonlySet<RequestRef>, chain: number): boolean {
    const free = one.choices.find(hasRoom);
    if (free) {
      give(one.request, free);
      return true;
    }
    if (chain === 0) return false;
    for (const choice of one.choices) {
      for (const [request, theirs] of given) {
        const other = byRef.get(request);
        const wouldDo = (room.get(choice.offer) ?? 0) + theirs.takes >= choice.takes;
        if (!other || moved.has(request) || theirs.offer !== choice.offer || !wouldDo) continue;
        const elsewhere = { ...other, choices: other.choices.filter(({ offer }) => offer !== choice.offer) };
        if (!makeRoom(elsewhere, new Set([...moved, request]), chain - 1)) continue;
        // Moving others may have filled it meanwhile.
        if (!hasRoom(choice)) continue;
        give(one.request, choice);
        return true;
      }
    }
    return false;
  }

  function improve(): boolean {
    for (const one of seeking) {
      const mine = given.get(one.request);
      if (!mine) continue;
      for (const better of one.choices.filter(({ points }) => points > mine.points)) {
        if (hasRoom(better)) {
          give(one.request, better);
          return true;
        }
        if (exchange(one, mine, better)) return true;
      }
    }
    return false;
  }

  function exchange(one: Seeking, mine: Choice, better: Choice): boolean {
    for (const [request, theirs] of given) {
      if (request === one.request || theirs.offer !== better.offer) continue;
      const instead = byRef.get(request)?.choices.find(({ offer }) => offer === mine.offer);
      if (!instead || better.points + instead.points <= mine.points + theirs.points) continue;
      const theirRoom = (room.get(theirs.offer) ?? 0) + theirs.takes - better.takes;
      const myRoom = (room.get(mine.offer) ?? 0) + mine.takes - instead.takes;
      if (theirRoom < 0 || myRoom < 0) continue;
      give(one.request, better);
      give(request, instead);
      return true;
    }
    return false;
  }
}

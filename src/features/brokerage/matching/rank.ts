import { milesBetween } from './distance.ts';
import type { Weighed } from './weigh.ts';

const STANDINGS = ['fits', 'could', 'cannot'] as const;

/** Best first; those that may not be asked last. Everything weighed is in it: nobody is left out. The same in, the same out. */
export function rank(weighed: readonly Weighed[]): readonly Weighed[] {
  return weighed.toSorted(
    (a, b) =>
      STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
      b.points - a.points ||
      a.pairing.recent - b.pairing.recent ||
      b.pairing.left - a.pairing.left ||
      miles(a) - miles(b) ||
      (a.pairing.offer.id < b.pairing.offer.id ? -1 : 1),
  );
}

function miles({ pairing }: Weighed): number {
  return milesBetween(pairing.asked, pairing.partner) ?? Number.POSITIVE_INFINITY;
}

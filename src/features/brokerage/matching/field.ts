import type { Asking } from '../../../core/feature.ts';
import type { SchoolId } from '../../../core/ids.ts';
import { grantsOn, type Person } from '../../../core/people.ts';
import {
  leftOf,
  type Offer,
  offersAsOf,
  reconcileOffer,
  type SupportParts,
  type SupportRequest,
} from '../../support/index.ts';
import { declaredConflicts } from './conflicts.ts';
import { type PairOnRecord, pairsOf } from './pairs-on-record.ts';
import { rank } from './rank.ts';
import { type Weighed, weigh } from './weigh.ts';

/** All there is to choose from, read once for one request or for many. */
export interface Field {
  /** Every offer, best first, with the reasons; those that may not be asked last, with why. */
  rankedFor(request: SupportRequest): readonly Weighed[];
}

/** Reads the offers, and what is on record between schools. Half-days that were forgotten about are given back on the way. */
export async function readField(
  parts: SupportParts,
  requests: readonly SupportRequest[],
  asking: Asking,
): Promise<Field> {
  const { store, directory } = parts;
  const today = asking.today.toString();
  const offers = await offersInOrder(parts, asking);
  const schools = [...offers.map(({ school }) => school), ...requests.map(({ wish }) => wish.school)];
  const [conflict, pairs] = await Promise.all([declaredConflicts(store), pairsOf(store, schools)]);
  const heads = headsBySchool(parts, asking);
  const aYearAgo = asking.today.subtract({ years: 1 }).toString();

  const pairing = (request: SupportRequest, offer: Offer) => {
    const { school } = request.wish;
    const asked = heads.get(school) ?? [];
    const partners = heads.get(offer.school) ?? [];
    return {
      request,
      offer,
      asked: directory.get(school),
      partner: directory.get(offer.school),
      left: leftOf(
        offer.halfDays,
        offer.holds.filter((hold) => hold.request !== request.ref),
      ),
      recent: helpedSince(pairs, offer.school, aYearAgo),
      repeats: helped(pairs, offer.school, school),
      returned: helped(pairs, school, offer.school),
      conflict: conflict(offer.school, school),
      answered: request.turnedDown.findLast((no) => no.offer === offer.id)?.why,
      hasHead: partners.length > 0,
      sameHead: partners.some(({ id }) => asked.some((head) => head.id === id)),
    };
  };
  const rules = parts.partnership.matching;
  return {
    rankedFor: (request) =>
      rank(offers.map((offer) => weigh(pairing(request, offer), rules, { focuses: parts.focuses, today }))),
  };
}

async function offersInOrder({ store }: SupportParts, { now, today }: Asking): Promise<readonly Offer[]> {
  const offers = await offersAsOf(store, today);
  const given = await Promise.all(
    offers.filter(({ holds }) => holds.length > 0).map(({ id }) => reconcileOffer(store, id, now)),
  );
  return given.some((count) => count > 0) ? offersAsOf(store, today) : offers;
}

function headsBySchool({ colleagues }: SupportParts, { today }: Asking): ReadonlyMap<SchoolId, readonly Person[]> {
  const heads = new Map<SchoolId, Person[]>();
  for (const person of colleagues.holding('headteacher', today)) {
    for (const { role, scope } of grantsOn(person, today)) {
      if (role !== 'headteacher' || scope.type !== 'school') continue;
      heads.set(scope.id, [...(heads.get(scope.id) ?? []), person]);
    }
  }
  return heads;
}

function helpedSince(pairs: readonly PairOnRecord[], partner: SchoolId, since: string): number {
  const lately = pairs.filter((pair) => pair.partner === partner && pair.since >= since);
  return new Set(lately.map(({ supported }) => supported)).size;
}

function helped(pairs: readonly PairOnRecord[], partner: SchoolId, supported: SchoolId): number {
  return pairs.filter((pair) => pair.partner === partner && pair.supported === supported).length;
}

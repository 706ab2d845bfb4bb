import { focusesInWords } from '../../support/index.ts';
import type { Reason, Weighed } from './weigh.ts';

/** One possible partner as a row of a card. */
export interface PartnerRow {
  readonly name: string;
  readonly about: string;
  readonly points: string;
  readonly for: string;
  readonly against: string;
  readonly hasAgainst: boolean;
  readonly mayBeAsked: boolean;
  readonly label: string;
  readonly offer: string;
}

export function partnerRow(one: Weighed, place: number, focuses: Readonly<Record<string, string>>): PartnerRow {
  const { offer } = one.pairing;
  const about = focusesInWords(focuses, offer.focuses);
  const mayBeAsked = one.standing !== 'cannot';
  return {
    name: mayBeAsked ? `${place}. ${offer.schoolName}` : offer.schoolName,
    about,
    points: mayBeAsked ? `${one.points} points` : 'Can’t be asked',
    for: mayBeAsked ? `For: ${reasonsInWords(one.for) || 'nothing on record'}.` : `Why: ${one.barred.join('; ')}.`,
    against: `Against: ${reasonsInWords(one.against)}.`,
    hasAgainst: mayBeAsked && one.against.length > 0,
    mayBeAsked,
    label: `${place}. Ask ${offer.schoolName}`,
    offer: offer.id,
  };
}

/** "it offers phonics (+40); it is about 3 miles away (+12)". */
function reasonsInWords(reasons: readonly Reason[]): string {
  return reasons.map(({ words, points }) => (points === 0 ? words : `${words} (${signed(points)})`)).join('; ');
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : `−${-points}`;
}

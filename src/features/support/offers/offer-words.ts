import type { Phase } from '../../../core/school.ts';
import { listed, longDate } from '../../../core/wording.ts';
import type { Offer } from './offer-schema.ts';

export const PHASE_WORDS = {
  nursery: 'nursery',
  primary: 'primary',
  middle: 'middle',
  secondary: 'secondary',
  all_through: 'all-through',
  sixteen_plus: 'post-16',
  special: 'special',
  alternative: 'alternative provision',
  other: 'other',
} as const satisfies Record<Phase, string>;

/** An offer in rows for a card. */
export function offerFacts(offer: Offer): readonly { readonly title: string; readonly value: string }[] {
  const rows: readonly (readonly [string, string])[] = [
    ['For', `${listed(offer.phases.map((phase) => PHASE_WORDS[phase]))} schools`],
    ['Who', offer.who],
    ['Half-days', `${offer.halfDays} this academic year`],
    ['When', `${longDate(offer.from)} to ${longDate(offer.to)}`],
    ['Conditions', offer.conditions],
  ];
  return rows.filter(([, value]) => value !== '').map(([title, value]) => ({ title, value }));
}

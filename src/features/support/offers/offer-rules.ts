import type { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../../core/refusal.ts';
import type { Offer, OfferState } from './offer-schema.ts';

export type OfferDeed = 'pause' | 'resume' | 'withdraw' | 'use_up';

/** Which states a deed may begin in, and where it leads. */
export const OFFER_STEPS = {
  pause: { from: ['live'], to: 'paused' },
  resume: { from: ['paused'], to: 'live' },
  withdraw: { from: ['live', 'paused'], to: 'withdrawn' },
  use_up: { from: ['live', 'paused'], to: 'used' },
} as const satisfies Record<OfferDeed, { readonly from: readonly OfferState[]; readonly to: OfferState }>;

export const OFFER_STATE_WORDS = {
  live: 'Live',
  paused: 'Paused',
  withdrawn: 'Withdrawn',
  used: 'Used up',
} as const satisfies Record<OfferState, string>;

/** The offer after it, or why not. That the headteacher asks is checked before. */
export function changeOffer(offer: Offer, deed: OfferDeed): Offer | Refusal {
  const { from, to }: { readonly from: readonly OfferState[]; readonly to: OfferState } = OFFER_STEPS[deed];
  if (from.includes(offer.state)) return { ...offer, state: to };
  return new Refusal(
    'already_done',
    `That offer is ${OFFER_STATE_WORDS[offer.state].toLowerCase()} already. Nothing has changed just now.`,
  );
}

/** Shown to others: live, and not over. One that has still to begin is shown, with its day. */
export function isShown(offer: Offer, today: Temporal.PlainDate): boolean {
  return offer.state === 'live' && offer.to >= today.toString();
}

import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Option, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { focusesInWords } from '../focuses.ts';
import { leftOf } from '../holds/ledger.ts';
import { offersOf, offerWrite, readOffer } from '../offers/offer-records.ts';
import { changeOffer, OFFER_STATE_WORDS, OFFER_STEPS, type OfferDeed } from '../offers/offer-rules.ts';
import { type Offer, OfferId } from '../offers/offer-schema.ts';
import { offerFacts } from '../offers/offer-words.ts';
import { headedSchools } from '../own-school.ts';
import type { Parts } from '../parts.ts';

export const ListOffers = z.strictObject({
  /** On a person’s own page: only what others may find, and nothing at all where there is nothing. */
  home: z.literal(true).optional(),
});
const MOST_OFFERS = 8;

/** What the asker's own school offers, with what can be done to each. */
export function listOffers(parts: Parts) {
  return async (wanted: z.infer<typeof ListOffers>, asking: Asking, lead = ''): Promise<Reply> => {
    const schools = headedSchools(parts, asking).map(({ id }) => id);
    if (schools.length === 0) throw new Refusal('not_your_role', 'A school’s offers are kept by its headteacher.');
    const offers = (await offersOf(parts.store, schools))
      .filter(({ state }) => !wanted.home || state === 'live' || state === 'paused')
      .slice(0, MOST_OFFERS);
    if (wanted.home && offers.length === 0) throw new Refusal('already_done', 'Your school offers nothing at present.');
    const said = offers.length === 0 ? 'Your school offers nothing at present, and does not have to.' : lead;
    return {
      card: 'support/offers',
      data: {
        title: 'Your school’s offers',
        lead: said,
        hasLead: said !== '',
        rows: offers.map((offer) => ({
          name: focusesInWords(parts.focuses, offer.focuses),
          state: OFFER_STATE_WORDS[offer.state],
          facts: [...offerFacts(offer), ...setAside(offer)],
          actions: buttons(parts, offer).map(({ label, verb, data }) => ({ label, verb, data })),
          hasActions: buttons(parts, offer).length > 0,
        })),
      },
      summary: [
        'Your school’s offers.',
        said,
        ...offers.map(
          (offer) =>
            `${focusesInWords(parts.focuses, offer.focuses)}: ${OFFER_STATE_WORDS[offer.state].toLowerCase()}.`,
        ),
      ]
        .filter((part) => part !== '')
        .join(' '),
      sensitivity: 'restricted',
    };
  };
}

/** For its own school alone: from what is left, others could work out who was asked. */
function setAside({ halfDays, holds }: Offer): ReturnType<typeof offerFacts> {
  const left = leftOf(halfDays, holds);
  return left === halfDays ? [] : [{ title: 'Set aside', value: `${halfDays - left} of them, so ${left} left` }];
}

const LABELS = {
  pause: 'Pause',
  resume: 'Make live again',
  withdraw: 'Withdraw',
  use_up: 'Mark as used up',
} as const satisfies Record<OfferDeed, string>;

function buttons(parts: Parts, offer: Offer): readonly Option[] {
  return (Object.keys(LABELS) as OfferDeed[])
    .filter((deed) => !(changeOffer(offer, deed) instanceof Refusal))
    .map((deed) => ({
      label: `${LABELS[deed]}: ${focusesInWords(parts.focuses, offer.focuses)}`,
      verb: 'support.change-offer',
      data: { offer: offer.id, do: deed },
    }));
}

export const ChangeOffer = z.strictObject({
  offer: z.string().max(100),
  do: z.enum(Object.keys(OFFER_STEPS) as [OfferDeed, ...OfferDeed[]]),
});

/** Pauses, resumes, withdraws or uses up an offer of the asker's own school. */
export function changeOwnOffer(parts: Parts) {
  const list = listOffers(parts);
  return async (wanted: z.infer<typeof ChangeOffer>, asking: Asking): Promise<Reply> => {
    const id = OfferId.safeParse(wanted.offer);
    const held = id.success ? await readOffer(parts.store, id.data) : undefined;
    const own = headedSchools(parts, asking).some((school) => school.id === held?.offer.school);
    if (!held || !own) throw notYoursToKnow();
    const changed = changeOffer(held.offer, wanted.do);
    if (changed instanceof Refusal) throw changed;
    const result = await parts.store.commit([offerWrite(changed, { etag: held.etag })]);
    if (result.outcome === 'conflict') {
      throw new Refusal('out_of_date', 'That offer changed just now. Nothing has changed by you; please look again.');
    }
    return list({}, asking, `It is ${OFFER_STATE_WORDS[changed.state].toLowerCase()} now.`);
  };
}

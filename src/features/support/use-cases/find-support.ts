import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Phase } from '../../../core/school.ts';
import { listed } from '../../../core/wording.ts';
import { focusesInWords } from '../focuses.ts';
import { liveOffers } from '../offers/offer-records.ts';
import { isShown } from '../offers/offer-rules.ts';
import type { Offer } from '../offers/offer-schema.ts';
import { offerFacts, PHASE_WORDS } from '../offers/offer-words.ts';
import type { Parts } from '../parts.ts';

export const FindSupport = z.strictObject({
  focuses: z.array(z.string().max(100)).max(10).optional(),
  phase: Phase.optional(),
  schools: z.array(z.string().max(100)).max(5).optional(),
});
type FindSupport = z.infer<typeof FindSupport>;

const MOST_SHOWN = 8;

/**
 * The directory of offers, for anyone, best fit first and each with why. It holds what schools chose to show and nothing
 * else: a school that offers nothing, one that may not be asked and one that does not exist read the same (domain.md §22).
 */
export function findSupport(parts: Parts) {
  return async (wanted: FindSupport, asking: Asking): Promise<Reply> => {
    const focuses = (wanted.focuses ?? []).filter((key) => Object.hasOwn(parts.focuses, key));
    const offers = (await liveOffers(parts.store))
      .filter((offer) => isShown(offer, asking.today))
      .filter((offer) => wanted.schools === undefined || wanted.schools.includes(offer.school))
      .filter((offer) => focuses.length === 0 || offer.focuses.some((key) => focuses.includes(key)))
      .filter((offer) => wanted.phase === undefined || offer.phases.includes(wanted.phase))
      .toSorted(
        (a, b) => shared(b, focuses) - shared(a, focuses) || b.halfDays - a.halfDays || a.id.localeCompare(b.id),
      );
    const about = focuses.length > 0 ? ` about ${focusesInWords(parts.focuses, focuses)}` : '';
    const title = `Offers of support${about}`;
    const lead =
      offers.length === 0
        ? 'Nothing in the directory fits that just now. You can still ask for support: say what would help, and your adviser will look further.'
        : offers.length > MOST_SHOWN
          ? `The ${MOST_SHOWN} that fit best, of ${offers.length}.`
          : 'Schools that have chosen to offer help. To take one up, ask for support and your adviser will arrange it.';
    const shown = offers.slice(0, MOST_SHOWN);
    return {
      card: 'support/directory',
      data: {
        title,
        lead,
        rows: shown.map((offer) => ({
          name: offer.schoolName,
          about: focusesInWords(parts.focuses, offer.focuses),
          why: whyItFits(parts, offer, focuses, wanted.phase),
          facts: offerFacts(offer),
        })),
        canAsk: asking.viewer !== undefined,
        focuses,
      },
      summary: `${title}. ${offers.length === 0 ? lead : shown.map((offer) => `${offer.schoolName}: ${focusesInWords(parts.focuses, offer.focuses)}`).join('; ')}`,
      sensitivity: 'open',
    };
  };
}

function shared(offer: Offer, focuses: readonly string[]): number {
  return offer.focuses.filter((key) => focuses.includes(key)).length;
}

function whyItFits(parts: Parts, offer: Offer, focuses: readonly string[], phase: Phase | undefined): string {
  const both = offer.focuses.filter((key) => focuses.includes(key));
  const reasons = [
    ...(both.length > 0 ? [`it offers ${focusesInWords(parts.focuses, both).toLowerCase()}`] : []),
    ...(phase ? [`it is for ${PHASE_WORDS[phase]} schools`] : []),
    `it has ${offer.halfDays} half-day${offer.halfDays === 1 ? '' : 's'} to give`,
  ];
  return `Why it fits: ${listed(reasons)}.`;
}

import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { academicYearOf, endOf } from '../core/academic-year.ts';
import { sortableInstant } from '../core/clock.ts';
import type { Write } from '../core/store.ts';
import { Offer, offerWrite } from '../features/support/index.ts';

/** What the demo's schools offer, as data. */
export const DemoOffers = z.array(
  Offer.pick({
    id: true,
    school: true,
    schoolName: true,
    focuses: true,
    phases: true,
    who: true,
    halfDays: true,
    conditions: true,
    offeredBy: true,
  }),
);

/** Each offer in a commit of its own, from the first day of the demo to the end of its academic year. */
export function offerWrites(
  offers: z.infer<typeof DemoOffers>,
  first: Temporal.PlainDate,
): readonly (readonly Write[])[] {
  return offers.map((offer) => [
    offerWrite(
      Offer.parse({
        ...offer,
        v: 1,
        state: 'live',
        from: first.toString(),
        to: endOf(academicYearOf(first)).toString(),
        offeredAt: sortableInstant(Temporal.Instant.from(`${first.toString()}T08:00:00Z`)),
      }),
      'any',
    ),
  ]);
}

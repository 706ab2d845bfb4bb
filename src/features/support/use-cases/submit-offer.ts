import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { academicYearOf, endOf } from '../../../core/academic-year.ts';
import { LONDON, sortableInstant } from '../../../core/clock.ts';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { fingerprint } from '../../../core/fingerprint.ts';
import { queueReminder } from '../../../core/outbox.ts';
import { Phase } from '../../../core/school.ts';
import { REASON } from '../messages/telling.ts';
import { offerAddress, offerPartition, offerWrite } from '../offers/offer-records.ts';
import { Offer, OfferId } from '../offers/offer-schema.ts';
import { ownSchool } from '../own-school.ts';
import type { Parts } from '../parts.ts';
import { MOST_HALF_DAYS, MOST_WORDS } from '../schema.ts';
import { FormProblem, mustBeKeepable, NO_OTHER } from '../views/request-form.ts';
import { listOffers } from './list-offers.ts';
import { startOffer } from './start-offer.ts';

const text = z.string().max(100_000).optional();

export const OfferForm = z.strictObject({
  form: z.string().min(1).max(300),
  school: z.string().max(100),
  focus: z.string().max(100),
  also: z.string().max(100).optional(),
  phases: z.string().max(200).optional(),
  halfDays: z.union([z.number(), z.string().max(20)]).optional(),
  who: text,
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  conditions: text,
});
type OfferForm = z.infer<typeof OfferForm>;

/** How long before an offer ends its headteacher is asked whether to offer it again. */
const RENEW_DAYS_AHEAD = 42;

/** Puts an offer in the directory, once however often the card is sent, and remembers to ask about renewing it. */
export function submitOffer(parts: Parts) {
  const askAgain = startOffer(parts);
  const list = listOffers(parts);
  return async (form: OfferForm, asking: Asking): Promise<Reply> => {
    const { viewer } = asking;
    const school = ownSchool(parts, asking, form.school);
    if (!viewer) throw notYoursToKnow();
    mustBeKeepable(parts, form.who ?? '', form.conditions ?? '');
    let offered: ReturnType<typeof offeredIn>;
    try {
      offered = offeredIn(parts, form, asking);
    } catch (error) {
      if (!(error instanceof FormProblem)) throw error;
      const { form: _form, school: _school, focus, also, phases: _phases, ...rest } = form;
      return askAgain({ ...rest, focuses: [focus, also ?? ''], problem: error.message }, asking);
    }
    const offer = Offer.parse({
      ...offered,
      v: 1,
      id: OfferId.parse(`offer-${fingerprint(JSON.stringify([viewer.id, form.form]))}`),
      state: 'live',
      school: school.id,
      schoolName: school.name,
      offeredBy: { person: viewer.id, name: viewer.displayName },
      offeredAt: sortableInstant(asking.now),
    });
    await parts.store.commit([
      offerWrite(offer, 'must-not-exist'),
      queueReminder(offerPartition(offer.id), {
        id: `${REASON.renew}/1`,
        to: viewer.id,
        sendAt: renewalTime(parts, offer, asking),
        patient: true,
        feature: 'support',
        reason: REASON.renew,
        about: offerAddress(offer.id),
      }),
    ]);
    return list(
      {},
      asking,
      'It is in the directory now, where anyone may find it. You can pause or withdraw it at any time.',
    );
  };
}

function renewalTime(parts: Parts, offer: Offer, asking: Asking): Temporal.Instant {
  const day = Temporal.PlainDate.from(offer.to).subtract({ days: RENEW_DAYS_AHEAD });
  const at = day.toZonedDateTime({ timeZone: LONDON, plainTime: '09:00' }).toInstant();
  const from = Temporal.Instant.compare(at, asking.now) > 0 ? at : asking.now.add({ hours: 24 });
  return parts.calendar.nextWorkingTime(from, { termTimeOnly: true });
}

function offeredIn(parts: Parts, form: OfferForm, asking: Asking) {
  const focuses = [...new Set([form.focus, form.also ?? ''])].filter((key) => key !== '' && key !== NO_OTHER);
  if (focuses.length === 0 || focuses.some((key) => !Object.hasOwn(parts.focuses, key))) {
    throw new FormProblem('Please choose what you could help with.');
  }
  const phases = z
    .array(Phase)
    .min(1)
    .safeParse((form.phases ?? '').split(',').filter((phase) => phase !== ''));
  if (!phases.success) throw new FormProblem('Please choose at least one kind of school.');
  const halfDays = z
    .int()
    .min(1)
    .max(MOST_HALF_DAYS)
    .safeParse(Number(form.halfDays ?? ''));
  if (!halfDays.success) throw new FormProblem(`Half-days are a whole number from 1 to ${MOST_HALF_DAYS}.`);
  const yearEnd = endOf(academicYearOf(asking.today)).toString();
  const from = dayOr(form.from, asking.today.toString());
  const to = dayOr(form.to, yearEnd);
  if (to < from || to < asking.today.toString())
    throw new FormProblem('The last day is before the first. Please check the dates.');
  if (to > yearEnd)
    throw new FormProblem(
      'An offer lasts until the end of the academic year at most; you will be asked whether to renew it.',
    );
  const who = (form.who ?? '').trim();
  const conditions = (form.conditions ?? '').trim();
  if (who.length > 300 || conditions.length > MOST_WORDS) throw new FormProblem('Please say it more shortly.');
  return { focuses, phases: phases.data, halfDays: halfDays.data, from, to, who, conditions };
}

function dayOr(said: string | undefined, otherwise: string): string {
  if (said === undefined || said === '') return otherwise;
  const date = z.iso.date().safeParse(said);
  if (!date.success) throw new FormProblem('Please give dates as a day, a month and a year.');
  return date.data;
}

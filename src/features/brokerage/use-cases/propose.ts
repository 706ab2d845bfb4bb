import { z } from 'zod';
import { sortableInstant } from '../../../core/clock.ts';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import {
  askPartner,
  changeRequest,
  type FoundRequest,
  findReadableRequest,
  focusesInWords,
  giveUpHold,
  holdHalfDays,
  OfferId,
  type RequestRef,
  refusalOf,
  type SupportParts,
  type SupportRequest,
  saidText,
  tellNews,
} from '../../support/index.ts';
import { done } from '../done.ts';
import { describeUnnamed } from '../matching/describe-school.ts';
import { readField } from '../matching/field.ts';
import { halfDaysSaid } from '../matching/half-days-said.ts';
import { mustNotTellWhoAsked, neutralWords } from '../matching/neutral-words.ts';
import type { Weighed } from '../matching/weigh.ts';

const about = { request: z.string().max(40), offer: z.string().max(100) };

export const StartPropose = z.strictObject(about);

/** Shows what a school would be asked, to be put right and sent. Nobody is asked until the button is pressed. */
export function startPropose(parts: SupportParts) {
  return async (wanted: z.infer<typeof StartPropose>, asking: Asking): Promise<Reply> => {
    const found = await findReadableRequest(parts.store, wanted.request, asking);
    const { offer, left } = (await mayBeAsked(parts, found, wanted.offer, asking)).pairing;
    const { request } = found;
    const described = describedTo(parts, request, offer.school);
    return {
      card: 'brokerage/propose',
      data: {
        title: `Ask ${offer.schoolName}?`,
        lead: `Its headteacher is asked whether it could help “${described.charAt(0).toLowerCase()}${described.slice(1)}”. Neither school hears the other’s name before it says yes. The half-days are set aside while you wait.`,
        facts: [
          { title: 'For', value: `${request.ref}, ${request.wish.schoolName}` },
          { title: 'Offer', value: focusesInWords(parts.focuses, offer.focuses) },
          { title: 'Who', value: offer.who },
          { title: 'Conditions', value: offer.conditions },
        ].filter(({ value }) => value !== ''),
        halfDays: Math.min(left, request.wish.halfDays ?? 1),
        left,
        leftLabel: `How many half-days? It has ${left} left.`,
        leftProblem: `A whole number from 1 to ${left}.`,
        text: neutralWords(parts.focuses, request),
        request: request.ref,
        offer: offer.id,
      },
      summary: `Ask ${offer.schoolName} about ${request.ref}? Check what they would read. Nobody has been asked yet.`,
      sensitivity: 'restricted',
    };
  };
}

export const Propose = z.strictObject({
  ...about,
  halfDays: z.union([z.number(), z.string().max(20)]).optional(),
  text: z.string().max(100_000).optional(),
});

/**
 * Puts a school forward: its half-days are set aside, then the request says so, and its headteacher is asked. When the request
 * cannot say so after all, they are given back.
 */
export function propose(parts: SupportParts) {
  return async (wanted: z.infer<typeof Propose>, asking: Asking): Promise<Reply> => {
    const text = saidText(parts, wanted.text, 'needed');
    const taken: { readonly offer: OfferId; readonly request: RequestRef; readonly number: number }[] = [];
    try {
      const { request } = await changeRequest({
        store: parts.store,
        ref: wanted.request,
        asking,
        command: async (found) => {
          const { offer, left } = (await mayBeAsked(parts, found, wanted.offer, asking)).pairing;
          const halfDays = halfDaysSaid(wanted.halfDays, left);
          const school = parts.directory.get(found.request.wish.school);
          mustNotTellWhoAsked(text, found.request, { school, heads: headsOf(parts, found.request, asking) });
          const hold = { request: found.request.ref, number: found.request.proposals + 1 };
          taken.push({ offer: offer.id, ...hold });
          const at = sortableInstant(asking.now);
          if (!(await holdHalfDays(parts.store, offer.id, { ...hold, amount: halfDays, at }))) throw takenMeanwhile();
          const described = describedTo(parts, found.request, offer.school);
          const { school: partner, schoolName, id } = offer;
          return {
            do: 'propose',
            proposal: { offer: id, school: partner, schoolName, halfDays, message: text, described },
          };
        },
        telling: (decided, { request: before }) => [
          ...tellNews(decided, [before.requester.person], asking.now),
          ...askPartner(parts, decided, asking),
        ],
      });
      return done(
        request,
        'Their headteacher is being asked now. I’ll tell you the answer, and if there is none in time. The half-days are set aside.',
      );
    } catch (error) {
      if (error instanceof Refusal) {
        for (const { offer, request, number } of taken) await giveUpHold(parts.store, offer, request, number);
      }
      throw error;
    }
  };
}

/** The offer, weighed for this request as things stand, if its school may be asked. Says why when it may not. */
async function mayBeAsked(
  parts: SupportParts,
  { request, hats }: FoundRequest,
  wanted: string,
  asking: Asking,
): Promise<Weighed> {
  const refused = refusalOf(request, 'propose', hats);
  if (refused) throw refused;
  const id = OfferId.safeParse(wanted);
  const field = await readField(parts, [request], asking);
  const weighed = field.rankedFor(request).find(({ pairing }) => pairing.offer.id === id.data);
  if (!weighed) throw notYoursToKnow();
  if (weighed.standing !== 'cannot') return weighed;
  throw new Refusal(
    'out_of_date',
    `${weighed.pairing.offer.schoolName} can’t be asked about this one: ${weighed.barred.join('; ')}. Nobody has been asked.`,
  );
}

function describedTo(
  parts: SupportParts,
  request: SupportRequest,
  school: Weighed['pairing']['offer']['school'],
): string {
  const authority = parts.partnership.authority.name;
  const [asked, to] = [parts.directory.get(request.wish.school), parts.directory.get(school)];
  return asked && to ? describeUnnamed(asked, { to, authority }, parts.directory.all()) : `A school in ${authority}`;
}

function headsOf(parts: SupportParts, request: SupportRequest, { today }: Asking) {
  return parts.colleagues
    .holding('headteacher', today)
    .filter(({ grants }) => grants.some(({ scope }) => scope.type === 'school' && scope.id === request.wish.school));
}

function takenMeanwhile(): Refusal {
  return new Refusal(
    'out_of_date',
    'Another request has taken some of those half-days just now, so nobody has been asked. Please look at the partners again.',
  );
}

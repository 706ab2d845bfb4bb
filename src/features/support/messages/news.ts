import { londonDate } from '../../../core/clock.ts';
import type { StillDue } from '../../../core/outbox.ts';
import { readPerson } from '../../../core/read-person.ts';
import { longDate } from '../../../core/wording.ts';
import { focusesInWords } from '../focuses.ts';
import { readOffer } from '../offers/offer-records.ts';
import { OfferId } from '../offers/offer-schema.ts';
import { offerFacts } from '../offers/offer-words.ts';
import type { Parts } from '../parts.ts';
import { readEntry, readHistory, readRequestIn } from '../records.ts';
import { channelCard } from '../routing/channel-card.ts';
import { hatsOf, isHeadOf, mayRead } from '../states/hats.ts';
import { newsInWords, requestView, whereItIsView } from '../views/request-view.ts';
import { view } from '../views/view.ts';
import { REASON } from './telling.ts';

/** What a message about a request says now, to somebody who may still know; nothing once it no longer holds. */
export function supportStillDue(parts: Parts): StillDue {
  return async (row, now) => {
    if (row.reason === REASON.renew) return renewal(parts, row, now);
    const held = await readRequestIn(parts.store, row.about.partition);
    if (held && row.reason === REASON.channel) return channelCard(held.request);
    const person = await readPerson(parts.store, row.to);
    if (!held || !person) return undefined;
    const { request } = held;
    const hats = hatsOf(request, person, londonDate(now));
    if (row.reason === REASON.still_waiting) {
      if (!('routed' in request) || !hats.has('requester')) return undefined;
      const lead = [
        'Nobody has picked this up in the time we promise, so the people above have been told as well. It is not lost.',
      ];
      return requestView(parts, { request, history: await readHistory(parts.store, request), hats }, lead);
    }
    const entry = row.reason === REASON.news ? await readEntry(parts.store, row.about) : undefined;
    if (!entry) return undefined;
    if (mayRead(hats)) {
      const history = await readHistory(parts.store, request);
      return requestView(parts, { request, history, hats }, [sentence(newsInWords(entry, hats))]);
    }
    return hats.has('was_in_line') ? whereItIsView(request) : undefined;
  };
}

/** Whether an offer that ends soon is to be renewed, to a headteacher of its school; nothing once it is withdrawn or used. */
async function renewal(parts: Parts, row: Parameters<StillDue>[0], now: Parameters<StillDue>[1]) {
  const id = OfferId.safeParse(row.about.partition.replace(/^offer:/, ''));
  const held = id.success ? await readOffer(parts.store, id.data) : undefined;
  const person = await readPerson(parts.store, row.to);
  if (!held || !person || !isHeadOf(person, held.offer.school, londonDate(now))) return undefined;
  const { offer } = held;
  if (offer.state !== 'live' && offer.state !== 'paused') return undefined;
  return view({
    title: 'Your offer ends soon',
    subtitle: offer.schoolName,
    paragraphs: [
      `Your offer of ${focusesInWords(parts.focuses, offer.focuses)} ends on ${longDate(offer.to)}. To go on next year, offer it again then; otherwise you need do nothing.`,
    ],
    facts: offerFacts(offer),
    options: [{ label: 'See our offers', verb: 'support.offers', data: {} }],
  });
}

function sentence(words: string): string {
  return /[.?!”]$/.test(words) ? words : `${words}.`;
}

import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import {
  changeRequest,
  findReadableRequest,
  refusalOf,
  type ShowRequest,
  type SupportParts,
  saidText,
  tellNews,
  tellNotNeeded,
} from '../../support/index.ts';
import { showPartners } from './show-partners.ts';

/** Asks whether to wait no longer for a school that was asked. */
export function startTakeBack(parts: SupportParts) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const { request, hats } = await findReadableRequest(parts.store, wanted.request, asking);
    const refused = refusalOf(request, 'take_back', hats);
    if (refused || request.state !== 'proposed') throw refused;
    const title = `Wait no longer for ${request.proposal.schoolName}?`;
    const lead = `Its headteacher is told that there is nothing more to answer, and the half-days are free again. You can then ask another school for ${request.ref}.`;
    return {
      card: 'brokerage/say-no',
      data: {
        title,
        lead,
        label: 'A note for whoever has this after you, if you’d like',
        button: 'Wait no longer',
        verb: 'brokerage.take-back',
        request: request.ref,
        proposal: request.proposal.number,
        why: 'no_answer',
      },
      summary: `${title} ${lead}`,
      sensitivity: 'restricted',
    };
  };
}

export const TakeBack = z.strictObject({
  request: z.string().max(40),
  proposal: z.int().positive(),
  why: z.literal('no_answer'),
  text: z.string().max(100_000).optional(),
});

/** The half-days are given back, the school is told it need not answer, and the search goes on. */
export function takeBack(parts: SupportParts) {
  const show = showPartners(parts);
  return async (wanted: z.infer<typeof TakeBack>, asking: Asking): Promise<Reply> => {
    const reason = saidText(parts, wanted.text, 'optional');
    const { request } = await changeRequest({
      store: parts.store,
      ref: wanted.request,
      asking,
      command: () => ({ do: 'take_back', proposal: wanted.proposal, reason }),
      telling: (decided, { request: before }) => [
        ...tellNews(decided, [before.requester.person], asking.now),
        ...tellNotNeeded(parts, decided, before, asking),
      ],
    });
    return { ...(await show({ request: request.ref }, asking)), queued: true };
  };
}

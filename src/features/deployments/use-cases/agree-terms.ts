import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import {
  changeRequest,
  findReadableRequest,
  remindOfWork,
  resolveRef,
  type ShowRequest,
  tellNews,
  workPeople,
} from '../../support/index.ts';
import type { Parts } from '../parts.ts';
import { termsView } from '../terms-view.ts';

/** The terms as they stand, to anybody who may read the request. */
export function showTerms(parts: Parts) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const ref = await resolveRef(parts.store, wanted.request, asking);
    const { request, hats } = await findReadableRequest(parts.store, ref, asking);
    const reply = termsView(parts, request, hats);
    if (reply) return reply;
    throw new Refusal('already_done', `No terms have been put for ${ref} yet.`);
  };
}

export const AgreeTerms = z.strictObject({ request: z.string().max(40), number: z.int().positive() });

/** One headteacher agrees to exactly the terms on the card. With both, the work may begin. */
export function agreeTerms(parts: Parts) {
  return async (wanted: z.infer<typeof AgreeTerms>, asking: Asking): Promise<Reply> => {
    const { request, found } = await changeRequest({
      store: parts.store,
      ref: wanted.request,
      asking,
      command: () => ({ do: 'agree_terms', number: wanted.number }),
      telling: (decided, { request: before }) => [
        ...tellNews(decided, workPeople(parts, before, asking.today), asking.now),
        ...remindOfWork(parts, before, decided.request, asking.now),
      ],
    });
    const lead =
      request.state === 'terms_agreed'
        ? 'Thank you. Both headteachers have agreed, so the work can begin.'
        : 'Thank you. I’ll tell you when the other headteacher has agreed too.';
    const reply = termsView(parts, request, found.hats, [lead]);
    if (!reply) throw new Error(`${request.ref} has no terms after they were agreed`);
    return { ...reply, queued: true };
  };
}

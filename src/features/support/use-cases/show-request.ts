import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { findRequest, resolveRef } from '../find-request.ts';
import type { Parts } from '../parts.ts';
import { readHistory } from '../records.ts';
import { mayRead } from '../states/hats.ts';
import { proposalView } from '../views/proposal-view.ts';
import { requestView, whereItIsView } from '../views/request-view.ts';

export const ShowRequest = z.strictObject({ request: z.string().max(40) });

/** One request as the asker may see it: all of it, what was put to their school, who has it, or nothing. */
export function showRequest(parts: Parts) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking, lead: readonly string[] = []): Promise<Reply> => {
    const found = await findRequest(parts.store, await resolveRef(parts.store, wanted.request, asking), asking);
    const { request, hats } = found;
    if (mayRead(hats)) {
      return {
        ...requestView(parts, { request, history: await readHistory(parts.store, request), hats }, lead),
        topic: { school: request.wish.school },
        disclosures: [{ school: request.wish.school, outcome: 'disclosed', what: `request ${request.ref}` }],
      };
    }
    if (request.state === 'proposed' && hats.has('provider')) return proposalView(parts, request);
    if (hats.has('was_in_line')) return whereItIsView(request);
    throw notYoursToKnow();
  };
}

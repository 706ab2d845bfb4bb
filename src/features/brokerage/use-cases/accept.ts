import type { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import {
  changeRequest,
  findReadableRequest,
  type ShowRequest,
  type SupportParts,
  showRequest,
  tellNews,
} from '../../support/index.ts';

/**
 * Takes a request on. Of several who press at once the first to be written has it; the others, and the requester, are told
 * who. Pressing again what is already one's own changes nothing and shows it.
 */
export function accept(parts: SupportParts) {
  const show = showRequest(parts);
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    try {
      const { request } = await changeRequest({
        store: parts.store,
        ref: wanted.request,
        asking,
        command: () => ({ do: 'accept' }),
        telling: (decided, { request: before }) => {
          const line = 'routed' in before ? before.routed.line : [];
          return tellNews(decided, [before.requester.person, ...line], asking.now);
        },
      });
      const told = `It is yours, and ${request.requester.name} is being told.`;
      return { ...(await show({ request: request.ref }, asking, [told])), queued: true };
    } catch (error) {
      if (error instanceof Refusal && (await isTheirs(parts, wanted.request, asking))) {
        return show(wanted, asking, ['You have this one already.']);
      }
      throw error;
    }
  };
}

async function isTheirs(parts: SupportParts, ref: string, asking: Asking): Promise<boolean> {
  const found = await findReadableRequest(parts.store, ref, asking).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
  return found?.hats.has('owner') ?? false;
}

import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { Midpoint, type ShowRequest, saidText } from '../../support/index.ts';
import { doWork, findToDo } from '../do-work.ts';
import type { Parts } from '../parts.ts';

export const MidpointForm = z.strictObject({
  request: z.string().max(40),
  working: z.string().max(20).optional(),
  appropriate: z.string().max(20).optional(),
  text: z.string().max(100_000).optional(),
});

/** Asks how it goes, half way: working, right for the school, and what next (domain.md §10). */
export function showMidpointForm(parts: Parts) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const { request } = await findToDo(parts, wanted.request, 'review_midpoint', asking);
    return {
      card: 'deployments/midpoint-form',
      data: { request: request.ref, title: `Half way: ${request.ref}` },
      summary: `The mid-point review of ${request.ref}: is it working, is it right for the school, and what next?`,
      sensitivity: 'restricted',
      topic: { school: request.wish.school },
    };
  };
}

export function reviewMidpoint(parts: Parts) {
  const work = doWork(parts);
  return async (form: z.infer<typeof MidpointForm>, asking: Asking): Promise<Reply> => {
    const next = saidText(parts, form.text, 'needed');
    const working = Midpoint.shape.working.safeParse(form.working);
    if (!working.success) throw choose('working', 'Please say whether it is working. Nothing has changed yet.');
    if (form.appropriate !== 'yes' && form.appropriate !== 'no') {
      throw choose('appropriate', 'Please say whether it is the right support. Nothing has changed yet.');
    }
    const midpoint = { working: working.data, appropriate: form.appropriate === 'yes', next };
    return work(
      form.request,
      asking,
      { do: 'review_midpoint', midpoint },
      () => 'Thank you. The other headteacher and the adviser are being told.',
    );
  };
}

function choose(input: string, sentence: string): Refusal {
  return new Refusal('invalid_input', sentence, [{ input }]);
}

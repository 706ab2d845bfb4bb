import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { pounds } from '../../../core/wording.ts';
import { FormProblem, type ShowRequest, saidText } from '../../support/index.ts';
import { doWork, findToDo } from '../do-work.ts';
import { penceIn, Said } from '../form-words.ts';
import type { Parts } from '../parts.ts';

export const CloseForm = z.strictObject({
  request: z.string().max(40),
  spent: Said,
  text: z.string().max(100_000).optional(),
});

type Way = 'close' | 'stop';

const TEXTS = {
  close: {
    title: 'Close',
    lead: 'Everything is in. Closing it ends the reminders; it stays on record.',
    button: 'Close it',
    said: 'It is closed. Thank you.',
  },
  stop: {
    title: 'Close without its reviews:',
    lead: 'For work that came to an end without a final review or a result. Both headteachers are told your reason.',
    button: 'Close it without them',
    said: 'It is closed, and both headteachers are being told why.',
  },
} as const;

/** Asks what the pot really paid, when one does, and why, when the reviews are missing. */
export function showCloseForm(parts: Parts, way: Way) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const { request } = await findToDo(parts, wanted.request, way, asking);
    const terms = 'terms' in request ? request.terms : undefined;
    const pot = parts.partnership.pots.find(({ key }) => key === terms?.pot)?.name ?? terms?.pot;
    const { title, lead, button } = TEXTS[way];
    return {
      card: 'deployments/close-form',
      data: {
        title: `${title} ${request.ref}`,
        lead,
        button,
        verb: `deployments.${way}`,
        request: request.ref,
        hasPot: pot !== undefined,
        promised:
          pot === undefined
            ? ''
            : `${pounds(terms?.cost ?? 0)} is set aside for it in ${pot}. What is not spent goes back.`,
        cost: pot === undefined ? '' : pounds(terms?.cost ?? 0).slice(1),
        needsReason: way === 'stop',
      },
      summary: `${title} ${request.ref}? ${lead} Nothing changes until you press the button.`,
      sensitivity: 'restricted',
      topic: { school: request.wish.school },
    };
  };
}

export function closeWork(parts: Parts, way: Way) {
  const work = doWork(parts);
  return async (form: z.infer<typeof CloseForm>, asking: Asking): Promise<Reply> => {
    const reason = saidText(parts, form.text, way === 'stop' ? 'needed' : 'optional');
    const spent = form.spent === undefined ? {} : { spent: spentIn(form.spent) };
    const command = way === 'stop' ? ({ do: way, reason, ...spent } as const) : ({ do: way, ...spent } as const);
    return work(form.request, asking, command, () => TEXTS[way].said);
  };
}

function spentIn(said: z.infer<typeof Said>): number {
  try {
    return penceIn(said);
  } catch (error) {
    if (error instanceof FormProblem) throw new Refusal('invalid_input', error.message, [{ input: 'spent' }]);
    throw error;
  }
}

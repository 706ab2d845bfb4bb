import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { pounds } from '../../../core/wording.ts';
import {
  changeRequest,
  decide,
  FormProblem,
  type FoundRequest,
  findReadableRequest,
  holdMoney,
  mustBeKeepable,
  type RequestCommand,
  type RequestRef,
  remindOfWork,
  settlePot,
} from '../../support/index.ts';
import type { Parts } from '../parts.ts';
import { type TermsForm, termsOf, wordsOfTerms } from '../terms-form.ts';
import { termsView } from '../terms-view.ts';
import { askTermsAgain } from './terms-form.ts';

/**
 * Puts terms to both headteachers. What a pot is to pay is set aside before the terms are written, and given back if they are
 * not: whatever happens in between, no pound is promised twice.
 */
export function putTerms(parts: Parts) {
  return async (form: TermsForm, asking: Asking): Promise<Reply> => {
    mustBeKeepable(parts, ...wordsOfTerms(form));
    const held = new Set<string>();
    try {
      const { request, found } = await changeRequest({
        store: parts.store,
        ref: form.request,
        asking,
        command: (now) => withMoneyHeld(parts, form, now, asking, held),
        telling: ({ request: after }, { request: before }) => remindOfWork(parts, before, after, asking.now),
      });
      const lead = ['Put to both headteachers. I’ll tell you when they have agreed, or ask something.'];
      const reply = termsView(parts, request, found.hats, lead);
      if (!reply) throw new Error(`${request.ref} has no terms after they were put`);
      return { ...reply, queued: true };
    } catch (error) {
      if (!(error instanceof FormProblem || error instanceof Refusal)) throw error;
      const found = await findReadableRequest(parts.store, form.request, asking);
      for (const pot of held) await settlePot(parts.store, pot, found.request.ref, asking.now);
      if (error instanceof FormProblem) return askTermsAgain(parts, found, form, error.message, asking.now);
      if (error.code === 'invalid_input') return askTermsAgain(parts, found, form, error.sentence, asking.now);
      throw error;
    }
  };
}

/** The rules are asked first, so that nothing is set aside for terms that would be refused. */
async function withMoneyHeld(
  parts: Parts,
  form: TermsForm,
  { request, viewer, hats }: FoundRequest,
  asking: Asking,
  held: Set<string>,
): Promise<RequestCommand> {
  const command = {
    do: 'put_terms',
    terms: termsOf({ focuses: parts.focuses, pots: parts.partnership.pots }, form, asking.today.toString()),
  } as const;
  const who = { person: viewer.id, name: viewer.displayName };
  const decided = decide(request, command, { who, hats }, asking.now);
  if (decided instanceof Refusal) throw decided;
  const { pot: key, cost } = command.terms;
  const pot = parts.partnership.pots.find((one) => one.key === key);
  if (!pot || decided.request.state !== 'accepted' || !decided.request.draft) return command;
  held.add(pot.key);
  const wanted: { request: RequestRef; number: number; amount: number } = {
    request: request.ref,
    number: decided.request.draft.number,
    amount: cost,
  };
  const result = await holdMoney(parts.store, pot, wanted, asking.now);
  if (result.outcome === 'held') return command;
  throw new FormProblem(
    `Only ${pounds(result.left)} is left in ${pot.name}, so ${pounds(cost)} can’t be promised from it. Nothing has been put to anybody.`,
  );
}

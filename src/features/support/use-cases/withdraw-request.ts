import type { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { changeRequest } from '../change-request.ts';
import { findReadableRequest, resolveRef } from '../find-request.ts';
import { tellNotNeeded } from '../messages/tell-put-forward.ts';
import { tellNews } from '../messages/telling.ts';
import type { Parts } from '../parts.ts';
import { saidText, type WithText } from '../said-text.ts';
import type { SupportRequest } from '../schema.ts';
import { refusalOf } from '../states/refusals.ts';
import { sayForm } from '../views/say-form.ts';
import { type ShowRequest, showRequest } from './show-request.ts';

/** Asks why before a request is withdrawn. */
export function startWithdraw(parts: Parts) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const found = await findReadableRequest(parts.store, await resolveRef(parts.store, wanted.request, asking), asking);
    const refused = refusalOf(found.request, 'withdraw', found.hats);
    if (refused) throw refused;
    return sayForm({
      title: `Withdraw ${found.request.ref}?`,
      lead: 'Everybody who was asked will be told that it is withdrawn. Nothing changes until you press the button.',
      label: 'Why, if you’d like to say',
      button: 'Withdraw it',
      verb: 'support.withdraw',
      request: found.request.ref,
      optional: true,
    });
  };
}

/** Withdraws, and tells whoever has it or was asked. */
export function withdrawRequest(parts: Parts) {
  const show = showRequest(parts);
  return async (wanted: WithText, asking: Asking): Promise<Reply> => {
    const reason = saidText(parts, wanted.text, 'optional');
    const { request } = await changeRequest({
      store: parts.store,
      ref: wanted.request,
      asking,
      command: () => ({ do: 'withdraw', reason }),
      telling: (decided, found) => [
        ...tellNews(decided, concerned(found.request), asking.now),
        ...tellNotNeeded(parts, decided, found.request, asking),
      ],
    });
    return { ...(await show({ request: request.ref }, asking, ['It is withdrawn.'])), queued: true };
  };
}

/** Answers the adviser's question, and tells them. */
export function answerQuestion(parts: Parts) {
  const show = showRequest(parts);
  return async (wanted: WithText, asking: Asking): Promise<Reply> => {
    const text = saidText(parts, wanted.text, 'needed');
    const { request } = await changeRequest({
      store: parts.store,
      ref: wanted.request,
      asking,
      command: () => ({ do: 'answer', text }),
      telling: (decided, found) => {
        const { question } = found.request;
        return tellNews(decided, [...(question ? [question.person] : []), ...concerned(found.request)], asking.now);
      },
    });
    return {
      ...(await show({ request: request.ref }, asking, ['Thank you. I’ve passed your answer on.'])),
      queued: true,
    };
  };
}

export function startAnswer(parts: Parts) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const { request, hats } = await findReadableRequest(parts.store, wanted.request, asking);
    const refused = refusalOf(request, 'answer', hats);
    if (refused) throw refused;
    const { question } = request;
    if (!question) throw new Refusal('already_done', 'There is no question waiting for an answer.');
    return sayForm({
      title: `${question.name} asks about ${request.ref}:`,
      lead: question.text,
      label: 'Your answer',
      button: `Send to ${question.name}`,
      verb: 'support.answer',
      request: request.ref,
    });
  };
}

/** Who has it, or who is asked to take it on. */
export function concerned(request: SupportRequest) {
  if ('routed' in request) return request.routed.line;
  return 'owner' in request && request.owner ? [request.owner.person] : [];
}

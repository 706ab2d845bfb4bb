import type { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { Refusal } from '../../../core/refusal.ts';
import { listed } from '../../../core/wording.ts';
import { changeRequest } from '../change-request.ts';
import { type FoundRequest, findReadableRequest, resolveRef } from '../find-request.ts';
import { tellNews } from '../messages/telling.ts';
import type { Parts } from '../parts.ts';
import type { SupportRequest, Wish } from '../schema.ts';
import { refusalOf } from '../states/refusals.ts';
import { type AmendForm, FormProblem, mustBeKeepable, wishOf } from '../views/request-form.ts';
import { wishFacts } from '../views/request-view.ts';
import { type FilledIn, wishInputs } from '../views/wish-inputs.ts';
import { type ShowRequest, showRequest } from './show-request.ts';
import { concerned } from './withdraw-request.ts';

/** Shows a request that was sent, to be changed. Nothing changes until the button is pressed. */
export function startAmend(parts: Parts) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const found = await findReadableRequest(parts.store, await resolveRef(parts.store, wanted.request, asking), asking);
    mustBeAmendable(found);
    return amendForm(parts, found.request, found.request.wish);
  };
}

/** Changes what is asked for, until a partner has been asked about it. Whoever has it or was asked is told what changed. */
export function amendRequest(parts: Parts) {
  const show = showRequest(parts);
  return async (form: AmendForm, asking: Asking): Promise<Reply> => {
    mustBeKeepable(parts, form.outcome ?? '', form.tried ?? '', form.yearGroups ?? '');
    const found = await findReadableRequest(parts.store, form.request, asking);
    mustBeAmendable(found);
    const { school, schoolName } = found.request.wish;
    let wish: Wish;
    try {
      wish = wishOf(parts, form, { id: school, name: schoolName }, asking.today.toString());
    } catch (error) {
      if (error instanceof FormProblem) return amendForm(parts, found.request, filledIn(form), error.message);
      throw error;
    }
    const { request } = await changeRequest({
      store: parts.store,
      ref: form.request,
      asking,
      command: (now) => ({ do: 'amend', wish, said: whatChanged(parts, now.request.wish, wish) }),
      telling: (decided, { request: before }) => tellNews(decided, concerned(before), asking.now),
    });
    const told = listed(namesOf(request), 'and');
    const lead =
      told === ''
        ? 'It is changed.'
        : `It is changed, and ${told} ${told.includes(' and ') ? 'are' : 'is'} being told.`;
    return { ...(await show({ request: request.ref }, asking, [lead])), queued: true };
  };
}

/** Once a partner has been asked, what they were asked must stay what it was. */
function mustBeAmendable({ request, hats }: FoundRequest): void {
  const refused = refusalOf(request, 'amend', hats);
  if (!refused) return;
  if (refused.code === 'already_done' && request.open && 'owner' in request && request.owner && hats.has('requester')) {
    throw new Refusal(
      'already_done',
      `A partner has been asked about ${request.ref}, so it can’t be changed here any more. ${request.owner.name} has it: please speak to them. Nothing has changed just now.`,
    );
  }
  throw refused;
}

/** "Half-days: 6 (was 4); When: From 4 January 2027", the person’s own words included. */
function whatChanged(parts: Parts, before: Wish, after: Wish): string {
  const was = new Map(wishFacts(parts, before).map(({ title, value }) => [title, value]));
  const is = new Map(wishFacts(parts, after).map(({ title, value }) => [title, value]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((title) => was.get(title) !== is.get(title))
    .map((title) => `${title}: ${is.get(title) ?? 'nothing'} (was ${was.get(title) ?? 'nothing'})`)
    .join('; ');
}

function amendForm(parts: Parts, request: SupportRequest, filled: FilledIn, problem?: string): Reply {
  const names = listed(namesOf(request), 'and');
  const lead = `${names === '' ? 'Whoever takes it on' : names} will see what you change. Nothing changes until you press the button.`;
  return {
    card: 'support/request-form',
    data: {
      school: '',
      form: '',
      name: request.wish.schoolName,
      heading: `Change ${request.ref}`,
      lead,
      names: '',
      problem: problem ?? '',
      hasProblem: problem !== undefined,
      same: '',
      hasSame: false,
      ...wishInputs(parts, filled),
      amends: true,
      request: request.ref,
    },
    summary: [problem ?? '', `Change ${request.ref}.`, lead].filter((part) => part !== '').join(' '),
    sensitivity: 'restricted',
    topic: { school: request.wish.school },
  };
}

function namesOf(request: SupportRequest): readonly string[] {
  if ('routed' in request) return request.routed.names;
  return 'owner' in request && request.owner ? [request.owner.name] : [];
}

function filledIn({ focus, also, chairMayKnow, ...rest }: AmendForm): FilledIn {
  return {
    ...rest,
    focuses: [focus, also ?? ''],
    chairMayKnow: chairMayKnow === true || chairMayKnow === 'true',
  };
}

import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import { PersonId } from '../../../core/ids.ts';
import { grantsOn, type Person } from '../../../core/people.ts';
import { Refusal } from '../../../core/refusal.ts';
import { longDate } from '../../../core/wording.ts';
import {
  awayOn,
  changeRequest,
  findReadableRequest,
  readAbsence,
  refusalOf,
  remindOfWork,
  resolveRef,
  type SupportParts,
  type SupportRequest,
  saidText,
  tellNews,
  tellOfSilence,
} from '../../support/index.ts';
import { done } from '../done.ts';

export const StartReassign = z.strictObject({ request: z.string().max(40), named: z.string().max(200).optional() });

/** Shows the colleagues it could be passed to. Nothing changes until one is chosen and the button pressed. */
export function startReassign(parts: SupportParts) {
  return async (wanted: z.infer<typeof StartReassign>, asking: Asking): Promise<Reply> => {
    const { request, hats } = await findReadableRequest(
      parts.store,
      await resolveRef(parts.store, wanted.request, asking),
      asking,
    );
    const refused = refusalOf(request, 'reassign', hats);
    if (refused) throw refused;
    const colleagues = couldTakeIt(parts, request, asking);
    if (colleagues.length === 0) {
      throw new Refusal('invalid_input', 'There is no colleague on record to pass it to. You can pass it up instead.');
    }
    return {
      card: 'brokerage/pass-on',
      data: {
        ref: request.ref,
        request: request.ref,
        to: chosenByName(parts, colleagues, wanted.named),
        colleagues: await Promise.all(colleagues.map((colleague) => choice(parts, colleague, asking))),
      },
      summary: `Pass ${request.ref} to a colleague: choose who. Nothing changes until you press the button.`,
      sensitivity: 'restricted',
    };
  };
}

/** "Tom Akande, School Improvement Adviser, South (away until 14 December 2026)" */
async function choice({ store }: SupportParts, { id, displayName, title }: Person, { today }: Asking) {
  const away = awayOn(await readAbsence(store, id), today);
  const named = title ? `${displayName}, ${title}` : displayName;
  return { value: id, title: away ? `${named} (away until ${longDate(away.to)})` : named };
}

export const Reassign = z.strictObject({
  request: z.string().max(40),
  to: z.string().max(100).optional(),
  text: z.string().max(100_000).optional(),
});

/** Gives it to a named colleague, who is told, as is the requester. */
export function reassign(parts: SupportParts) {
  return async (wanted: z.infer<typeof Reassign>, asking: Asking): Promise<Reply> => {
    const reason = saidText(parts, wanted.text, 'optional');
    const chosen = PersonId.safeParse(wanted.to);
    const { request } = await changeRequest({
      store: parts.store,
      ref: wanted.request,
      asking,
      command: (found) => {
        const colleague = couldTakeIt(parts, found.request, asking).find(({ id }) => id === chosen.data);
        if (!colleague) throw notAColleague();
        return { do: 'reassign', to: { person: colleague.id, name: colleague.displayName }, reason };
      },
      telling: (decided, { request: before }) => {
        const others =
          'routed' in before ? before.routed.line : 'owner' in before && before.owner ? [before.owner.person] : [];
        const to = chosen.success ? [chosen.data] : [];
        return [
          ...tellNews(decided, [before.requester.person, ...to, ...others], asking.now),
          ...tellOfSilence(parts, decided, asking),
          ...remindOfWork(parts, before, decided.request, asking.now),
        ];
      },
    });
    return done(request, 'They are being told, and so is the headteacher.');
  };
}

function notAColleague(): Refusal {
  return new Refusal(
    'invalid_input',
    'Please choose a colleague from the list: an adviser, a senior adviser or the head of service. Nothing has changed.',
    [{ input: 'to' }],
  );
}

/** The one colleague a name said can only be. */
function chosenByName(parts: SupportParts, colleagues: readonly Person[], named: string | undefined): string {
  if (!named) return '';
  const meant = parts.colleagues.named(named).filter(({ id }) => colleagues.some((one) => one.id === id));
  return meant.length === 1 ? (meant[0]?.id ?? '') : '';
}

/** Everybody in the service who could have it, but whoever has it, whoever asks and the requester. */
function couldTakeIt(parts: SupportParts, request: SupportRequest, { today, viewer }: Asking): readonly Person[] {
  const roles = ['adviser', 'senior_adviser', 'head_of_service'] as const;
  const people = roles.flatMap((role) => parts.colleagues.holding(role, today));
  const has = 'owner' in request ? request.owner?.person : undefined;
  return [...new Map(people.map((person) => [person.id, person])).values()].filter(
    (person) =>
      person.id !== has &&
      person.id !== viewer?.id &&
      person.id !== request.requester.person &&
      !grantsOn(person, today).some(({ scope }) => scope.type === 'school' && scope.id === request.wish.school),
  );
}

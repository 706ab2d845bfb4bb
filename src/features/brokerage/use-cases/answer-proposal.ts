import { z } from 'zod';
import { sortableInstant } from '../../../core/clock.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import {
  changeRequest,
  findRequest,
  focusesInWords,
  headsOf,
  refusalOf,
  remindOfWork,
  type SupportParts,
  type SupportRequest,
  saidText,
  showRequest,
  tellNews,
  view,
} from '../../support/index.ts';
import { conflictWrite } from '../matching/conflicts.ts';

const about = { request: z.string().max(40), proposal: z.int().positive() };

export const Consent = z.strictObject(about);

/** The headteacher who was asked says yes: from now on both schools know of each other. */
export function consent(parts: SupportParts) {
  const show = showRequest(parts);
  return async (wanted: z.infer<typeof Consent>, asking: Asking): Promise<Reply> => {
    const { request } = await changeRequest({
      store: parts.store,
      ref: wanted.request,
      asking,
      command: () => ({ do: 'consent', proposal: wanted.proposal }),
      telling: (decided, { request: before }) => [
        ...tellNews(decided, concerned(parts, before, asking), asking.now),
        ...remindOfWork(parts, before, decided.request, asking.now),
      ],
    });
    const said = `Thank you. The school that asked is ${request.wish.schoolName}. ${request.requester.name} is being told that you said yes, and the adviser will bring you together to agree what happens.`;
    return { ...(await show({ request: request.ref }, asking, [said])), queued: true };
  };
}

export const StartRefuse = z.strictObject({ ...about, why: z.enum(['no', 'conflict']) });

const ASKS = {
  no: {
    title: 'You can’t help this time',
    lead: 'That is quite all right. Only the adviser is told that it was you; the school that asked never is.',
    label: 'Anything the adviser should know, if you’d like to say',
    button: 'Say no this time',
  },
  conflict: {
    title: 'A conflict of interest',
    lead: 'Only the adviser is told. Your two schools will not be put together again, whichever of them asks.',
    label: 'What the adviser should know, if you’d like to say',
    button: 'Say that there is a conflict',
  },
} as const;

/** Asks for a word with a no. Nothing changes until it is sent. */
export function startRefuse(parts: SupportParts) {
  return async (wanted: z.infer<typeof StartRefuse>, asking: Asking): Promise<Reply> => {
    const { request, hats } = await findRequest(parts.store, wanted.request, asking);
    const refused = refusalOf(request, 'refuse_proposal', hats);
    if (refused) throw refused;
    return {
      card: 'brokerage/say-no',
      data: { ...ASKS[wanted.why], verb: 'brokerage.refuse', ...wanted },
      summary: `${ASKS[wanted.why].title}: ${ASKS[wanted.why].lead}`,
      sensitivity: 'restricted',
    };
  };
}

export const Refuse = z.strictObject({ ...StartRefuse.shape, text: z.string().max(100_000).optional() });

/** They say no. The half-days are theirs again, the adviser hears why, and whoever asked hears only that one school cannot. */
export function refuse(parts: SupportParts) {
  return async (wanted: z.infer<typeof Refuse>, asking: Asking): Promise<Reply> => {
    const reason = saidText(parts, wanted.text, 'optional');
    const conflict = wanted.why === 'conflict';
    const { request } = await changeRequest({
      store: parts.store,
      ref: wanted.request,
      asking,
      command: () => ({ do: 'refuse_proposal', proposal: wanted.proposal, reason, conflict }),
      telling: (decided, { request: before, viewer }) => [
        ...tellNews(decided, concerned(parts, before, asking), asking.now),
        ...(conflict && before.state === 'proposed'
          ? [
              conflictWrite(
                {
                  request: before.ref,
                  by: { person: viewer.id, name: viewer.displayName },
                  at: sortableInstant(asking.now),
                },
                [before.proposal.school, before.wish.school],
              ),
            ]
          : []),
      ],
    });
    const what = focusesInWords(parts.focuses, request.wish.focuses).toLowerCase();
    return {
      ...view({
        title: 'Thank you for saying so',
        paragraphs: [
          `The adviser is told that you can’t help with ${what} this time, and looks for another school. The half-days are yours to give again.${conflict ? ' Your two schools will not be put together again.' : ''}`,
        ],
      }),
      queued: true,
    };
  };
}

/** Whoever asked, whoever has it, and the other heads of the school that was asked. */
function concerned(parts: SupportParts, before: SupportRequest, asking: Asking) {
  const owner = 'owner' in before && before.owner ? [before.owner.person] : [];
  const heads = before.state === 'proposed' ? headsOf(parts.colleagues, before.proposal.school, asking.today) : [];
  return [before.requester.person, ...owner, ...heads];
}

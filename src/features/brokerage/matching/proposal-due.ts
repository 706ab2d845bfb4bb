import { londonDate } from '../../../core/clock.ts';
import type { StillDue } from '../../../core/outbox.ts';
import { grantsOn } from '../../../core/people.ts';
import { readPerson } from '../../../core/read-person.ts';
import {
  focusesInWords,
  hatsOf,
  proposalView,
  REASON,
  readEntry,
  readHistory,
  readRequestIn,
  requestView,
  type SupportParts,
  view,
} from '../../support/index.ts';

/** Reasons of messages about a proposal: what each has become is asked here. */
export const ABOUT_A_PROPOSAL: readonly string[] = [
  REASON.put_forward,
  REASON.put_forward_again,
  REASON.unanswered,
  REASON.not_needed,
];

/** The card that asks a headteacher whether their school could help, while it is still asked; and what follows from silence. */
export function proposalStillDue(parts: SupportParts): StillDue {
  return async (row, now) => {
    const held = await readRequestIn(parts.store, row.about.partition);
    const [person, entry] = await Promise.all([readPerson(parts.store, row.to), readEntry(parts.store, row.about)]);
    if (!held || !person || !entry) return undefined;
    const { request } = held;
    const today = londonDate(now);
    const hats = hatsOf(request, person, today);
    if (row.reason === REASON.not_needed) {
      // Asked again since, or a headteacher no longer: then it would not be so.
      const heads = grantsOn(person, today).some(({ role }) => role === 'headteacher');
      return heads && !hats.has('provider') && !hats.has('partner') ? notNeeded(parts, request) : undefined;
    }
    // A proposal made since is another, and has messages of its own.
    if (request.state !== 'proposed' || entry.n < proposedAt(await readHistory(parts.store, request))) return undefined;
    if (row.reason === REASON.put_forward) return hats.has('provider') ? proposalView(parts, request) : undefined;
    if (row.reason === REASON.put_forward_again) {
      return hats.has('provider')
        ? proposalView(parts, request, 'A reminder: the adviser is waiting for your answer.')
        : undefined;
    }
    if (!hats.has('owner')) return undefined;
    const lead = `${request.proposal.schoolName} has not answered yet, though I have asked twice. You can go on waiting, or stop and ask another school.`;
    return requestView(parts, { request, history: await readHistory(parts.store, request), hats }, [lead]);
  };
}

/** The line of history with which the present proposal was made. */
function proposedAt(history: readonly { readonly n: number; readonly did: string }[]): number {
  return history.findLast(({ did }) => did === 'propose')?.n ?? 0;
}

function notNeeded(parts: SupportParts, { wish }: Parameters<typeof requestView>[1]['request']) {
  return view({
    title: 'You need do nothing more',
    paragraphs: [
      `We had asked whether your school could help another with ${focusesInWords(parts.focuses, wish.focuses).toLowerCase()}. It is not needed any more. The half-days are yours to give again. Thank you for being there.`,
    ],
  });
}

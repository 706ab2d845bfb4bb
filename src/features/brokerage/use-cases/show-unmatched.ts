import { z } from 'zod';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { grantsOn } from '../../../core/people.ts';
import { Refusal } from '../../../core/refusal.ts';
import { dayOf } from '../../../core/wording.ts';
import {
  findEveryRequest,
  focusesInWords,
  hatsOf,
  mayLookFor,
  type SupportParts,
  type SupportRequest,
} from '../../support/index.ts';
import { type Field, readField } from '../matching/field.ts';
import { assignTogether, type Choice, seekingOf } from '../matching/together.ts';
import type { Weighed } from '../matching/weigh.ts';

export const ShowUnmatched = z.strictObject({
  page: z.int().min(1).max(1000).optional(),
  schools: z.array(z.string().max(100)).max(5).optional(),
});

const ON_A_PAGE = 8;
const SERVICE: readonly string[] = ['adviser', 'senior_adviser', 'head_of_service'];

interface Unmatched {
  readonly request: SupportRequest;
  readonly ranked: readonly Weighed[];
  readonly fits: number;
}

/**
 * Every open request without a partner that is the asker's own, or of anybody's for those who oversee them: those with the
 * fewest possible partners first, then the longest waiting. Each with its best partner, and with another where two would
 * otherwise take the same half-days.
 */
export function showUnmatched(parts: SupportParts) {
  return async (wanted: z.infer<typeof ShowUnmatched>, asking: Asking): Promise<Reply> => {
    const requests = (await theirs(parts, asking)).filter(
      ({ wish }) => wanted.schools === undefined || wanted.schools.includes(wish.school),
    );
    const field = await readField(parts, requests, asking);
    const inOrder = order(requests, field);
    const together = taken(inOrder);
    const pages = Math.max(1, Math.ceil(inOrder.length / ON_A_PAGE));
    const at = Math.min(wanted.page ?? 1, pages);
    const shown = inOrder.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE);
    const lead =
      inOrder.length === 0
        ? 'Every request you have has a partner, or is not with you yet.'
        : 'Those with the fewest possible partners come first, then the longest waiting. Nobody has been asked by this.';
    const schools = wanted.schools ? { schools: wanted.schools } : {};
    const turn = (label: string, page: number) => ({ label, verb: 'brokerage.unmatched', data: { page, ...schools } });
    const actions = [
      ...(at > 1 ? [turn('The ones before', at - 1)] : []),
      ...(at < pages ? [turn('The next', at + 1)] : []),
    ];
    return {
      card: 'brokerage/unmatched',
      data: {
        title: 'What still needs a partner',
        lead,
        rows: shown.map((one) => row(parts, one, together.get(one.request.ref), asking)),
        page: pages > 1 ? `Part ${at} of ${pages}, ${inOrder.length} requests in all.` : '',
        hasPage: pages > 1,
        actions,
        hasActions: actions.length > 0,
      },
      summary: `What still needs a partner: ${inOrder.length === 0 ? lead : shown.map(({ request, fits }) => `${request.ref}, ${fits === 1 ? '1 possible partner' : `${fits} possible partners`}`).join('; ')}`,
      sensitivity: 'restricted',
      options: shown.map(({ request }) => ({
        label: request.ref,
        verb: 'support.show',
        data: { request: request.ref },
      })),
    };
  };
}

async function theirs(parts: SupportParts, asking: Asking): Promise<readonly SupportRequest[]> {
  const { viewer, today } = asking;
  if (!viewer) throw notYoursToKnow();
  if (!grantsOn(viewer, today).some(({ role }) => SERVICE.includes(role))) {
    throw new Refusal(
      'not_your_role',
      'Partners are found by the advisers. Your own adviser can tell you how it goes.',
    );
  }
  const open = await findEveryRequest(parts.store, [
    { field: 'open', eq: true },
    { field: 'state', in: ['assigned', 'reassigned', 'matching', 'proposed'] },
  ]);
  return open.filter((request) => {
    const hats = hatsOf(request, viewer, today);
    return hats.has('owner') || hats.has('overseer');
  });
}

function order(requests: readonly SupportRequest[], field: Field): readonly Unmatched[] {
  return requests
    .map((request) => {
      const ranked = field.rankedFor(request);
      return { request, ranked, fits: ranked.filter(({ standing }) => standing === 'fits').length };
    })
    .toSorted(
      (a, b) =>
        Number(a.request.state === 'proposed') - Number(b.request.state === 'proposed') ||
        a.fits - b.fits ||
        (a.request.submittedAt < b.request.submittedAt ? -1 : a.request.submittedAt > b.request.submittedAt ? 1 : 0) ||
        (a.request.ref < b.request.ref ? -1 : 1),
    );
}

/** What each would have were they all given a partner now, the longest waiting first. Those being asked already keep theirs. */
function taken(unmatched: readonly Unmatched[]): ReadonlyMap<string, Choice> {
  const searching = unmatched
    .filter(({ request }) => mayLookFor(request))
    .toSorted((a, b) => (a.request.submittedAt < b.request.submittedAt ? -1 : 1));
  const left = new Map(
    searching.flatMap(({ ranked }) => ranked.map(({ pairing }) => [pairing.offer.id, pairing.left])),
  );
  return assignTogether(
    searching.map(({ request, ranked }) => seekingOf(request.ref, ranked)),
    left,
  );
}

function row(parts: SupportParts, { request, ranked, fits }: Unmatched, choice: Choice | undefined, asking: Asking) {
  const [best] = ranked;
  const asks = 'proposal' in request ? request.proposal : undefined;
  const mine = 'owner' in request && request.owner?.person === asking.viewer?.id;
  const owner = mine || !('owner' in request) ? '' : ` ${request.owner?.name} has it.`;
  return {
    name: `${request.ref}: ${focusesInWords(parts.focuses, request.wish.focuses)}`,
    about: `${request.wish.schoolName}, sent ${dayOf(request.submittedAt)}.${owner}`,
    best: asks
      ? `${asks.schoolName} has been asked, on ${dayOf(asks.by.at)}, and has not answered yet.`
      : fits === 0 || !best
        ? 'No offer fits. Pass it up, ask a school whether it would offer, or look beyond the authority.'
        : `${fits === 1 ? '1 possible partner' : `${fits} possible partners`}. Best: ${best.pairing.offer.schoolName}, ${best.points} points.${insteadOf(best, choice, ranked)}`,
    label: mine && !asks ? `Find a partner for ${request.ref}` : `Open ${request.ref}`,
    verb: mine && !asks ? 'brokerage.look' : 'support.show',
    request: request.ref,
  };
}

/** Where the best has not enough for all who want it: what this one would have were all given a partner at once. */
function insteadOf(best: Weighed, choice: Choice | undefined, ranked: readonly Weighed[]): string {
  if (choice?.offer === best.pairing.offer.id) return '';
  const other = ranked.find(({ pairing }) => pairing.offer.id === choice?.offer);
  return other
    ? ` Seen together with the other requests: ${other.pairing.offer.schoolName}, ${other.points} points.`
    : ' Seen together with the other requests, there are not enough half-days for this one.';
}

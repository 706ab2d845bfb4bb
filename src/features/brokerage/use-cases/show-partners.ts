import { z } from 'zod';
import type { Asking, Reply } from '../../../core/feature.ts';
import {
  changeRequest,
  type FoundRequest,
  findReadableRequest,
  focusesInWords,
  refusalOf,
  resolveRef,
  type ShowRequest,
  type SupportParts,
} from '../../support/index.ts';
import { readField } from '../matching/field.ts';
import { partnerRow } from '../matching/rows.ts';
import type { Weighed } from '../matching/weigh.ts';
import { weightsInWords } from '../matching/weights-in-words.ts';

/** Partners on one card: more would be past what Teams takes. */
const ON_A_PAGE = 6;

export const ShowPartners = z.strictObject({
  request: z.string().max(40),
  page: z.int().min(1).max(1000).optional(),
});

/** Every offer for one request, best first, with why and why not; those that may not be asked last. */
export function showPartners(parts: SupportParts) {
  return async (wanted: z.infer<typeof ShowPartners>, asking: Asking): Promise<Reply> => {
    const ref = await resolveRef(parts.store, wanted.request, asking);
    const found = await findReadableRequest(parts.store, ref, asking);
    mustBeSearching(found);
    const field = await readField(parts, [found.request], asking);
    return partnersCard(parts, found, field.rankedFor(found.request), wanted.page ?? 1);
  };
}

/** Begins to look for a partner, so that whoever asked can see it, and shows who there is. */
export function lookForPartner(parts: SupportParts) {
  const show = showPartners(parts);
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const found = await findReadableRequest(parts.store, wanted.request, asking);
    mustBeSearching(found);
    if (found.request.state !== 'matching') {
      await changeRequest({
        store: parts.store,
        ref: wanted.request,
        asking,
        command: () => ({ do: 'match' }),
        telling: () => [],
      });
    }
    return show(wanted, asking);
  };
}

/** Only who has it looks for a partner, and only while there is none. */
function mustBeSearching({ request, hats }: FoundRequest): void {
  const refused = refusalOf(request, 'propose', hats);
  if (refused) throw refused;
}

function partnersCard(parts: SupportParts, { request }: FoundRequest, ranked: readonly Weighed[], page: number): Reply {
  const pages = Math.max(1, Math.ceil(ranked.length / ON_A_PAGE));
  const at = Math.min(page, pages);
  const from = (at - 1) * ON_A_PAGE;
  const fits = ranked.filter(({ standing }) => standing === 'fits').length;
  const title = `Partners for ${request.ref}: ${focusesInWords(parts.focuses, request.wish.focuses)}`;
  const lead = leadOf(ranked, fits);
  const shown = ranked.slice(from, from + ON_A_PAGE);
  const turn = (label: string, to: number) => ({
    label,
    verb: 'brokerage.partners',
    data: { request: request.ref, page: to },
  });
  const actions = [
    ...(at > 1 ? [turn('The ones before', at - 1)] : []),
    ...(at < pages ? [turn(`The next ${Math.min(ON_A_PAGE, ranked.length - from - ON_A_PAGE)}`, at + 1)] : []),
    ...(fits === 0 ? [{ label: 'Pass it up', verb: 'brokerage.start-escalate', data: { request: request.ref } }] : []),
    { label: `Back to ${request.ref}`, verb: 'support.show', data: { request: request.ref } },
  ];
  return {
    card: 'brokerage/partners',
    data: {
      title,
      subtitle: request.wish.schoolName,
      lead,
      request: request.ref,
      rows: shown.map((one, index) => ({ ...partnerRow(one, from + index + 1, parts.focuses), request: request.ref })),
      page: pages > 1 ? `Part ${at} of ${pages}, ${ranked.length} offers in all.` : '',
      hasPage: pages > 1,
      weights: weightsInWords(parts.partnership.matching),
      actions,
    },
    summary: `${title}. ${lead}`,
    sensitivity: 'restricted',
    topic: { school: request.wish.school },
    options: shown
      .filter(({ standing }) => standing !== 'cannot')
      .map(({ pairing }) => ({
        label: pairing.offer.schoolName,
        verb: 'brokerage.start-propose',
        data: { request: request.ref, offer: pairing.offer.id },
      })),
    disclosures: [{ school: request.wish.school, outcome: 'disclosed', what: `possible partners for ${request.ref}` }],
  };
}

function leadOf(ranked: readonly Weighed[], fits: number): string {
  if (ranked.length === 0) {
    return 'No school offers anything at present. You can pass the request up, ask a school you know whether it would offer, or look beyond the authority.';
  }
  const could = ranked.filter(({ standing }) => standing === 'could').length;
  if (fits === 0) {
    return `No offer fits this request${could > 0 ? ', though some could still be asked' : ''}. You can pass it up, ask a school you know whether it would offer, or look beyond the authority.`;
  }
  const [best] = ranked;
  const from = best?.pairing.offer.schoolName;
  return `${fits === 1 ? `One offer fits it, from ${from}` : `${fits} offers fit it. The best is from ${from}`}. Nobody is asked until you say so, and neither school hears the other’s name before the one asked says yes.`;
}

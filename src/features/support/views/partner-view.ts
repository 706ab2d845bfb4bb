import type { Entry, SupportRequest } from '../schema.ts';
import { type Hat, mayRead } from '../states/hats.ts';

/** Those who look for a partner: they alone see which schools were asked, and what those said. */
export function seesPartners(hats: ReadonlySet<Hat>): boolean {
  return hats.has('owner') || hats.has('overseer');
}

/** The partner, once its headteacher has said yes; whoever is being asked, for those who look for one. */
export function partnerFacts(
  request: SupportRequest,
  hats: ReadonlySet<Hat>,
): readonly { readonly title: string; readonly value: string }[] {
  if ('partner' in request) return [{ title: 'Partner', value: request.partner.schoolName }];
  if ('proposal' in request && seesPartners(hats)) {
    const { schoolName, halfDays } = request.proposal;
    return [{ title: 'Asked', value: `${schoolName}, for ${halfDays} half-day${halfDays === 1 ? '' : 's'}` }];
  }
  return [];
}

/** What the adviser and the headteacher who asked say to one another. */
const BETWEEN_OTHERS: readonly string[] = ['ask', 'answer'];

/** The history as somebody may read it: a partner school reads from its own yes on, and none of how it was found. */
export function historyFor(
  request: SupportRequest,
  history: readonly Entry[],
  hats: ReadonlySet<Hat>,
): readonly Entry[] {
  if (!isPartnerAlone(hats) || !('partner' in request)) return history;
  const consented = history.find(({ did, at }) => did === 'consent' && at === request.partner.consented.at);
  return consented ? history.filter(({ n, did }) => n >= consented.n && !BETWEEN_OTHERS.includes(did)) : [];
}

/** A partner school, and nothing else to this request: what the adviser and the headteacher say to one another is not for it. */
export function isPartnerAlone(hats: ReadonlySet<Hat>): boolean {
  return hats.has('partner') && !mayRead(new Set([...hats].filter((hat) => hat !== 'partner')));
}

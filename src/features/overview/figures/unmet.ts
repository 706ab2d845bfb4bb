import type { FirstTimes, State, SupportRequest } from '../../support/index.ts';

const WITHOUT_A_PARTNER: readonly State[] = [
  'submitted',
  'acknowledged',
  'escalated',
  'assigned',
  'reassigned',
  'matching',
  'proposed',
];
const ENDED_EARLY: readonly State[] = ['withdrawn', 'lapsed'];

/** Asked for, and no partner has said yes: still open, or ended so. */
export function isUnmet(request: SupportRequest, matched: FirstTimes['matched']): boolean {
  if (WITHOUT_A_PARTNER.includes(request.state)) return true;
  return ENDED_EARLY.includes(request.state) && !matched.has(request.ref);
}

/** Requests by what they are mainly about, most first. */
export function byMainFocus(requests: readonly SupportRequest[]): ReadonlyMap<string, readonly SupportRequest[]> {
  const groups = Map.groupBy(requests, ({ wish }) => wish.focuses[0] ?? '');
  return new Map([...groups].toSorted(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1)));
}

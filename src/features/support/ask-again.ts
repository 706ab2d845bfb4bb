import type { Option } from '../../core/feature.ts';
import type { Parts } from './parts.ts';
import type { SupportRequest } from './schema.ts';
import type { Hat } from './states/hats.ts';

/** A request that lapsed is not the end of it: whom to ring. */
export function lapsedLine({ partnership }: Pick<Parts, 'partnership'>, { state }: SupportRequest): readonly string[] {
  if (state !== 'lapsed') return [];
  const { name, phone } = partnership.contacts.adviserTeam;
  return [`The need may still be there. Please ring ${name}${phone ? ` on ${phone}` : ''}, or ask again.`];
}

/** The same request on a fresh card, for the headteacher; without its days, which may have passed. */
export function askAgain({ state, wish }: SupportRequest, hats: ReadonlySet<Hat>): readonly Option[] {
  if (state !== 'lapsed' || !hats.has('requester')) return [];
  const { school, focuses, kind, halfDays, yearGroups, outcome, tried, chairMayKnow } = wish;
  const known = halfDays === undefined ? {} : { halfDays };
  const data = { school, focuses, kind, ...known, yearGroups, outcome, tried, chairMayKnow };
  return [{ label: 'Ask again', verb: 'support.start-request', data }];
}

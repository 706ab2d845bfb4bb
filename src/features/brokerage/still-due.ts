import { londonDate } from '../../core/clock.ts';
import type { StillDue } from '../../core/outbox.ts';
import { readPerson } from '../../core/read-person.ts';
import { hatsOf, REASON, readHistory, readRequestIn, requestView, type SupportParts } from '../support/index.ts';

import { ABOUT_A_PROPOSAL, proposalStillDue } from './matching/proposal-due.ts';

/** The card that asks somebody to take a request on: only while nobody has, and only to those who may. */
export function brokerageStillDue(parts: SupportParts): StillDue {
  const aboutAProposal = proposalStillDue(parts);
  return async (row, now) => {
    if (ABOUT_A_PROPOSAL.includes(row.reason)) return aboutAProposal(row, now);
    const held = await readRequestIn(parts.store, row.about.partition);
    const person = await readPerson(parts.store, row.to);
    if (!held || !person || !('routed' in held.request)) return undefined;
    const { request } = held;
    const hats = hatsOf(request, person, londonDate(now));
    const shown = async (lead: string) =>
      requestView(parts, { request, history: await readHistory(parts.store, request), hats }, [lead]);
    if (row.reason === REASON.wanted && hats.has('in_line')) {
      return shown('This request needs somebody to take it on, and it has come to you.');
    }
    if (row.reason !== REASON.nudge) return undefined;
    if (hats.has('in_line')) return shown('A reminder: this request is still waiting to be picked up.');
    return hats.has('overseer') ? shown('Nobody has picked this request up in the time promised.') : undefined;
  };
}

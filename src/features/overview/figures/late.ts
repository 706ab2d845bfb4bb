import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../../core/calendar.ts';
import { londonDate } from '../../../core/clock.ts';
import type { Framework } from '../../../core/framework.ts';
import { afterHours, type Due, type State, type SupportRequest, workDue } from '../../support/index.ts';
import { dayOf } from '../survey.ts';

/** Something that should have happened by now. */
export interface Late {
  /** "To be picked up" */
  readonly what: string;
  /** Who is waited for, by name. Nobody: there is no one in line. */
  readonly waitingFor: readonly string[];
  /** The day by which it should have been done. */
  readonly due: Temporal.PlainDate;
}

export interface LateRules {
  readonly calendar: Calendar;
  readonly sla: Framework['sla'];
  readonly now: Temporal.Instant;
}

/**
 * What is overdue of a request, the longest overdue first. Only what the authority has set a time for, or what those in it
 * agreed a day for: where neither is so, nothing is late.
 */
export function lateIn(request: SupportRequest, rules: LateRules): readonly Late[] {
  const today = londonDate(rules.now);
  return [...notPickedUp(request, rules), ...notMatched(request, rules), ...workLate(request, rules)]
    .filter(({ due }) => Temporal.PlainDate.compare(due, today) < 0 || 'routed' in request)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.due, b.due));
}

/** By the same reckoning as the reminders: working time, in term. */
function notPickedUp(request: SupportRequest, { sla, calendar, now }: LateRules): readonly Late[] {
  if (sla.acknowledgeHours === null || !('routed' in request)) return [];
  const due = afterHours(Temporal.Instant.from(request.submittedAt), sla.acknowledgeHours, calendar);
  if (Temporal.Instant.compare(now, due) < 0) return [];
  return [{ what: 'To be picked up', waitingFor: request.routed.names, due: londonDate(due) }];
}

const SEARCHING: readonly State[] = ['assigned', 'reassigned', 'matching'];

function notMatched(request: SupportRequest, { sla, calendar }: LateRules): readonly Late[] {
  if (sla.matchWorkingDays === null) return [];
  const after = (at: string) => calendar.addWorkingDays(dayOf(at), sla.matchWorkingDays ?? 0);
  if (request.state === 'proposed') {
    const { schoolName, by } = request.proposal;
    return [
      { what: 'To say whether they can help', waitingFor: [`the headteacher of ${schoolName}`], due: after(by.at) },
    ];
  }
  if (!SEARCHING.includes(request.state) || !('owner' in request) || !request.owner) return [];
  return [{ what: 'To find a partner', waitingFor: [request.owner.name], due: after(request.owner.at) }];
}

function workLate(request: SupportRequest, { sla, calendar }: LateRules): readonly Late[] {
  return workDue(request, { sla, calendar }).map((due) => ({
    what: WORK[due.kind],
    waitingFor: [nameOf(due.by, request)],
    due: due.on,
  }));
}

const WORK = {
  terms: 'To put terms to both schools',
  question: 'To answer a question about the terms',
  agree: 'To agree the terms',
  begin: 'To record the start',
  visit: 'To record a visit',
  midpoint: 'To review it at the mid-point',
  final: 'To write the final review',
  evaluate: 'To record what changed',
  close: 'To close it',
} as const satisfies Record<Due['kind'], string>;

function nameOf(by: Due['by'], request: SupportRequest): string {
  if (by === 'partner' && 'partner' in request) return request.partner.consented.name;
  if (by === 'owner' && 'owner' in request && request.owner) return request.owner.name;
  return request.requester.name;
}

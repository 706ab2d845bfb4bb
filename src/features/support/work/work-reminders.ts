import { Temporal } from 'temporal-polyfill';
import { LONDON, londonDate } from '../../../core/clock.ts';
import type { PersonId, SchoolId } from '../../../core/ids.ts';
import { queueReminder } from '../../../core/outbox.ts';
import type { Write } from '../../../core/store.ts';
import { headsOf } from '../messages/tell-put-forward.ts';
import type { Parts } from '../parts.ts';
import { requestAddress, requestPartition } from '../records.ts';
import type { SupportRequest } from '../schema.ts';
import { type Due, USUAL_WORKING_DAYS, workDue } from './work-due.ts';

/** Told at once, when it is due, again when it is late, and then to somebody above who waited. */
export const STAGES = ['now', 'due', 'again', 'above'] as const;
export type Stage = (typeof STAGES)[number];

type From = Pick<Parts, 'calendar' | 'framework' | 'colleagues'>;

/**
 * Reminders of everything the work is owed after a change that nobody, or somebody else, would have been reminded of before.
 * Whether each still holds is asked when it is sent, so what has been done in time is never asked for.
 */
export function remindOfWork(
  parts: From,
  before: SupportRequest,
  request: SupportRequest,
  now: Temporal.Instant,
): readonly Write[] {
  const told = new Set(remindersOf(parts, before, now).map(markOf));
  return remindersOf(parts, request, now)
    .filter((reminder) => !told.has(markOf(reminder)))
    .map((reminder) => rowOf(parts, request, reminder, now));
}

/** The reason a row carries: which stage, of what. */
export function reasonOf(stage: Stage, key: string): string {
  return `${stage}:${key}`;
}

export function readReason(reason: string): { readonly stage: Stage; readonly key: string } | undefined {
  const [said, key] = reason.split(':');
  const stage = STAGES.find((one) => one === said);
  return stage && key ? { stage, key } : undefined;
}

interface Reminder {
  readonly stage: Stage;
  readonly due: Due;
  readonly to: PersonId;
}

function markOf({ stage, due, to }: Reminder): string {
  return [stage, due.key, to].join(' ');
}

function remindersOf(parts: From, request: SupportRequest, now: Temporal.Instant): readonly Reminder[] {
  const today = londonDate(now);
  return workDue(request, { calendar: parts.calendar, sla: parts.framework.sla }).flatMap((due) => {
    const side = sideOf(parts, due.by, request, today);
    const stages: readonly (readonly [Stage, readonly PersonId[]])[] = [
      ...(due.kind === 'agree' ? ([['now', side]] as const) : []),
      ['due', side],
      ['again', side],
      ['above', aboveOf(parts, due, request, today)],
    ];
    return stages.flatMap(([stage, people]) => people.map((to) => ({ stage, due, to })));
  });
}

const WAITS = { now: 0, due: 0, again: 1, above: 2 } as const satisfies Record<Stage, number>;

function rowOf(parts: From, request: SupportRequest, { stage, due, to }: Reminder, now: Temporal.Instant): Write {
  const wait = parts.framework.sla.contactWorkingDays ?? USUAL_WORKING_DAYS;
  const day = parts.calendar.addWorkingDays(due.on, wait * WAITS[stage]);
  const sendAt = stage === 'now' ? now : parts.calendar.nextWorkingTime(morningOf(day, now), { termTimeOnly: true });
  return queueReminder(requestPartition(request.ref), {
    id: `${stage}/${request.entries}/${due.key}/${to}`,
    to,
    sendAt,
    patient: stage !== 'now',
    feature: 'deployments',
    reason: reasonOf(stage, due.key),
    about: requestAddress(request.ref),
  });
}

function morningOf(day: Temporal.PlainDate, now: Temporal.Instant): Temporal.Instant {
  const at = day.toZonedDateTime({ timeZone: LONDON, plainTime: '09:00' }).toInstant();
  return Temporal.Instant.compare(at, now) > 0 ? at : now.add({ hours: 24 });
}

/** Everybody the work is between: who heads either school today, who asked or said yes for it, and who has it. */
export function workPeople(parts: Pick<Parts, 'colleagues'>, request: SupportRequest, today: Temporal.PlainDate) {
  const sides = ['requester', 'partner', 'owner'] as const;
  return sides.flatMap((by) => sideOf(parts, by, request, today));
}

/** Whoever heads the school today; whoever did then, should nobody be on record. */
function sideOf(
  { colleagues }: Pick<Parts, 'colleagues'>,
  by: Due['by'],
  request: SupportRequest,
  today: Temporal.PlainDate,
): readonly PersonId[] {
  const headsOr = (school: SchoolId, then: PersonId) => {
    const heads = headsOf(colleagues, school, today);
    return heads.length > 0 ? heads : [then];
  };
  switch (by) {
    case 'requester':
      return headsOr(request.wish.school, request.requester.person);
    case 'partner':
      return 'partner' in request ? headsOr(request.partner.school, request.partner.consented.person) : [];
    case 'owner':
      return 'owner' in request && request.owner ? [request.owner.person] : [];
  }
}

/** The owner hears of a headteacher who has not answered; the head of service, of an owner. */
function aboveOf(parts: From, due: Due, request: SupportRequest, today: Temporal.PlainDate): readonly PersonId[] {
  const owner = sideOf(parts, 'owner', request, today);
  if (due.by !== 'owner') return owner;
  const above = [
    ...parts.colleagues.holding('senior_adviser', today),
    ...parts.colleagues.holding('head_of_service', today),
  ];
  return above
    .map(({ id }) => id)
    .filter((id) => !owner.includes(id))
    .slice(0, MOST_ABOVE);
}

const MOST_ABOVE = 5;

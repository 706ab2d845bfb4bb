import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../../core/calendar.ts';
import { LONDON, londonDate } from '../../../core/clock.ts';
import type { PersonId } from '../../../core/ids.ts';
import { queueReminder } from '../../../core/outbox.ts';
import type { Write } from '../../../core/store.ts';
import { entryAddress, requestAddress, requestPartition } from '../records.ts';
import type { SupportRequest } from '../schema.ts';
import type { Decided } from '../states/decide.ts';

/** Reasons of the messages about a request. What each becomes is asked at sending time, so none is ever stale. */
export const REASON = {
  /** Something happened: told from its line of history. */
  news: 'news',
  /** Somebody is asked to take it on. */
  wanted: 'wanted',
  /** Nobody has yet: to those asked, then to those above them, and to who asked. */
  nudge: 'nudge',
  still_waiting: 'still_waiting',
  /** The brokerage channel is told that somebody is needed. */
  channel: 'channel',
  /** Their school is put forward as a partner; again, when they have not answered; and the owner is told of the silence. */
  put_forward: 'put_forward',
  put_forward_again: 'put_forward_again',
  unanswered: 'unanswered',
  /** They were asked to help, and need not any more. */
  not_needed: 'not_needed',
  /** An offer ends soon: to be renewed or let go. */
  renew: 'renew',
} as const;

/** Tells each of these people of one thing that happened, whoever did it left out. */
export function tellNews(
  { request, entry }: Decided,
  people: Iterable<PersonId>,
  now: Temporal.Instant,
): readonly Write[] {
  return [...new Set(people)]
    .filter((person) => person !== entry.by.person)
    .map((to) =>
      queueReminder(requestPartition(request.ref), {
        id: `news/${entry.n}/${to}`,
        to,
        sendAt: now,
        patient: false,
        feature: 'support',
        reason: REASON.news,
        about: entryAddress(request.ref, entry.n),
      }),
    );
}

/**
 * Asks everybody in line to take it on, at once, and again when the authority's time has passed; then those above them, one
 * step for each such time that passes, and the requester is told.
 */
export function askTheLine(
  request: SupportRequest,
  people: { readonly alreadyAsked: readonly PersonId[]; readonly above: readonly (readonly PersonId[])[] },
  clock: { readonly now: Temporal.Instant; readonly calendar: Calendar; readonly acknowledgeHours: number | null },
): readonly Write[] {
  if (!('routed' in request)) return [];
  const line = request.routed.line.filter((person) => !people.alreadyAsked.includes(person));
  if (line.length === 0) return [];
  const about = requestAddress(request.ref);
  const queue = (reason: string, to: PersonId, sendAt: Temporal.Instant, patient: boolean) =>
    queueReminder(requestPartition(request.ref), {
      id: `${reason}/${request.entries}/${to}`,
      to,
      sendAt,
      patient,
      feature: reason === REASON.still_waiting ? 'support' : 'brokerage',
      reason,
      about,
    });
  const asked = line.map((person) => queue(REASON.wanted, person, clock.now, false));
  if (clock.acknowledgeHours === null) return asked;
  const due = (times: number) => afterHours(clock.now, (clock.acknowledgeHours ?? 0) * times, clock.calendar);
  return [
    ...asked,
    ...line.map((person) => queue(REASON.nudge, person, due(1), true)),
    ...people.above.flatMap((higher, step) =>
      higher
        .filter((person) => !line.includes(person))
        .map((person) => queue(REASON.nudge, person, due(step + 2), true)),
    ),
    queue(REASON.still_waiting, request.requester.person, due(2), true),
  ];
}

/** So many hours on, a day of them being a working day; never outside working hours or in the holidays. */
export function afterHours(now: Temporal.Instant, hours: number, calendar: Calendar): Temporal.Instant {
  const days = Math.floor(hours / 24);
  const on = calendar.addWorkingDays(londonDate(now), days);
  const time = now.toZonedDateTimeISO(LONDON).toPlainTime();
  const at = on.toZonedDateTime({ timeZone: LONDON, plainTime: time }).toInstant();
  return calendar.nextWorkingTime(at.add({ hours: hours - days * 24 }), { termTimeOnly: true });
}

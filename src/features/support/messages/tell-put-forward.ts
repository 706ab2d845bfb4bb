import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../../core/calendar.ts';
import { LONDON, londonDate } from '../../../core/clock.ts';
import type { Colleagues } from '../../../core/directory.ts';
import type { Asking } from '../../../core/feature.ts';
import type { PersonId, SchoolId } from '../../../core/ids.ts';
import { queueReminder } from '../../../core/outbox.ts';
import type { Write } from '../../../core/store.ts';
import type { Parts } from '../parts.ts';
import { entryAddress, requestPartition } from '../records.ts';
import type { SupportRequest } from '../schema.ts';
import type { Decided } from '../states/decide.ts';
import { isHeadOf } from '../states/hats.ts';
import { REASON } from './telling.ts';

type TellingParts = Pick<Parts, 'colleagues' | 'calendar' | 'framework'>;

/** Whoever heads a school that day. */
export function headsOf(colleagues: Colleagues, school: SchoolId, today: Temporal.PlainDate): readonly PersonId[] {
  return colleagues
    .holding('headteacher', today)
    .filter((person) => isHeadOf(person, school, today))
    .map(({ id }) => id);
}

/**
 * Asks the headteacher of a school just put forward; asks again when the authority's time has passed; and when it has passed
 * twice tells whoever has the request that there is no answer. Each is asked at sending time whether it still holds.
 */
export function askPartner(parts: TellingParts, { request, entry }: Decided, asking: Asking): readonly Write[] {
  if (request.state !== 'proposed') return [];
  const heads = headsOf(parts.colleagues, request.proposal.school, asking.today);
  const days = parts.framework.sla.matchWorkingDays;
  const queue = remind(request, entry.n);
  return [
    ...heads.map((head) => queue(REASON.put_forward, head, asking.now, false)),
    ...(days === null
      ? []
      : heads.map((head) =>
          queue(REASON.put_forward_again, head, inWorkingDays(asking.now, days, parts.calendar), true),
        )),
    ...tellOfSilence(parts, { request, entry }, asking),
  ];
}

/** Whoever has a request with no answer yet is told when the time for one has passed twice: at a proposal, and when it changes hands. */
export function tellOfSilence(
  parts: Pick<TellingParts, 'calendar' | 'framework'>,
  { request, entry }: Pick<Decided, 'request' | 'entry'>,
  asking: Pick<Asking, 'now'>,
): readonly Write[] {
  const days = parts.framework.sla.matchWorkingDays;
  if (request.state !== 'proposed' || days === null) return [];
  const at = inWorkingDays(asking.now, days * 2, parts.calendar);
  return [remind(request, entry.n)(REASON.unanswered, request.owner.person, at, true)];
}

/** Tells the headteacher of a school that was asked, or said yes, that it is not needed any more. Nobody is named in it. */
export function tellNotNeeded(
  parts: Pick<TellingParts, 'colleagues'>,
  { request, entry }: Decided,
  before: SupportRequest,
  asking: Asking,
): readonly Write[] {
  const put = 'proposal' in before ? before.proposal : 'partner' in before ? before.partner : undefined;
  if (!put) return [];
  const heads = headsOf(parts.colleagues, put.school, asking.today).filter((head) => head !== entry.by.person);
  return heads.map((head) => remind(request, entry.n)(REASON.not_needed, head, asking.now, false));
}

function remind(request: SupportRequest, n: number) {
  return (reason: string, to: PersonId, sendAt: Temporal.Instant, patient: boolean): Write =>
    queueReminder(requestPartition(request.ref), {
      id: `${reason}/${n}/${to}`,
      to,
      sendAt,
      patient,
      feature: 'brokerage',
      reason,
      about: entryAddress(request.ref, n),
    });
}

/** The same time of day so many working days on; never in the holidays. */
function inWorkingDays(now: Temporal.Instant, days: number, calendar: Calendar): Temporal.Instant {
  const plainTime = now.toZonedDateTimeISO(LONDON).toPlainTime();
  const at = calendar.addWorkingDays(londonDate(now), days).toZonedDateTime({ timeZone: LONDON, plainTime });
  return calendar.nextWorkingTime(at.toInstant(), { termTimeOnly: true });
}

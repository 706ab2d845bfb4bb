import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../../core/calendar.ts';
import { LONDON, londonDate } from '../../../core/clock.ts';
import { PersonId } from '../../../core/ids.ts';
import { type ErrandRow, OUTBOX_TYPE, OutboxRow, queueErrand, type RunErrand } from '../../../core/outbox.ts';
import { Refusal } from '../../../core/refusal.ts';
import type { Store, Write } from '../../../core/store.ts';
import { queueRevisit } from '../messages/revisit.ts';
import { REASON, tellNews } from '../messages/telling.ts';
import type { Parts } from '../parts.ts';
import {
  changedRequestWrites,
  entryAddress,
  readEntry,
  readRequestIn,
  requestAddress,
  requestPartition,
} from '../records.ts';
import type { SupportRequest, Who } from '../schema.ts';
import { decide } from '../states/decide.ts';

export const LAPSE = 'lapse';

type Clocked = Pick<Parts, 'store' | 'calendar' | 'partnership' | 'colleagues'>;

/** A line of history is somebody’s: "Nobody took it on in time, so it has lapsed". */
const TIME: Who = { person: PersonId.parse('nobody'), name: 'Nobody' };

/**
 * The errand that ends a request nobody has picked up, so long after `since`, the last thing that happened to it. None where
 * the authority lets no request lapse.
 */
export function queueLapse(
  { calendar, partnership }: Pick<Parts, 'calendar' | 'partnership'>,
  request: SupportRequest,
  since: Temporal.Instant,
): readonly Write[] {
  const days = partnership.routing.lapseWorkingDays;
  if (days === null || !('routed' in request)) return [];
  return [lapseErrand(request, after(calendar, since, days), `${request.entries}`)];
}

/**
 * Lapses a request when its time has come: never while something has happened to it since, and never before every step above
 * it has been told that nobody picked it up. Otherwise it looks again later. Whoever was asked, the headteacher and those
 * above are told. Safe to repeat.
 */
export function runLapse(parts: Clocked): RunErrand {
  return async (row, now) => {
    const held = await readRequestIn(parts.store, row.about.partition);
    const days = parts.partnership.routing.lapseWorkingDays;
    if (!held || days === null || !('routed' in held.request)) return;
    const { request } = held;
    const last = await readEntry(parts.store, entryAddress(request.ref, request.entries));
    const due = after(parts.calendar, Temporal.Instant.from(last?.at ?? request.submittedAt), days);
    if (Temporal.Instant.compare(now, due) < 0) return later(parts.store, row, request, due);
    const today = londonDate(now);
    const above = (['senior_adviser', 'head_of_service'] as const)
      .flatMap((role) => parts.colleagues.holding(role, today))
      .map(({ id }) => id);
    if (!(await everybodyWasTold(parts.store, request, above))) {
      return later(parts.store, row, request, after(parts.calendar, now, LOOK_AGAIN_DAYS));
    }
    const decided = decide(request, { do: 'lapse' }, { who: TIME, hats: new Set(['clock']) }, now);
    if (decided instanceof Refusal) return;
    const people = [request.requester.person, ...request.routed.line, ...above.slice(0, MOST_TOLD)];
    const result = await parts.store.commit([
      ...changedRequestWrites(held, decided.request, decided.entry),
      ...tellNews(decided, people, now),
      queueRevisit(decided, now),
    ]);
    if (result.outcome === 'conflict') throw new Error('The request changed as it was about to lapse: look again');
  };
}

/** One commit holds a hundred writes, of which the line may take twenty. */
const MOST_TOLD = 40;

const LOOK_AGAIN_DAYS = 5;

/** Every reminder that it waits has gone out, to the headteacher too, and somebody above has had one. */
async function everybodyWasTold(store: Store, request: SupportRequest, above: readonly PersonId[]): Promise<boolean> {
  const page = await store.query({
    type: OUTBOX_TYPE,
    partition: requestPartition(request.ref),
    where: [{ field: 'kind', eq: 'reminder' }],
    limit: 1000,
  });
  const rows = page.items.flatMap(({ body }) => {
    const row = OutboxRow.safeParse(body);
    return row.success && row.data.kind === 'reminder' ? [row.data] : [];
  });
  const told = rows.filter(({ reason }) => TELLS.includes(reason));
  const sent = told.filter(({ state }) => state === 'sent');
  return (
    told.every(({ state }) => state !== 'due' && state !== 'sending') &&
    sent.some(({ reason }) => reason === REASON.still_waiting) &&
    sent.some(({ reason, to }) => reason === REASON.nudge && (above.length === 0 || above.includes(to)))
  );
}

const TELLS: readonly string[] = [REASON.wanted, REASON.nudge, REASON.still_waiting];

/** Named "3/2": the second look after the third thing that happened. One that is queued already is not queued again. */
async function later(store: Store, row: ErrandRow, request: SupportRequest, at: Temporal.Instant): Promise<void> {
  const [, entry, tries = '1'] = row.reason.split('/');
  const again = entry === String(request.entries) ? `/${Number(tries) + 1}` : '';
  await store.commit([lapseErrand(request, at, `${request.entries}${again}`)]);
}

function lapseErrand(request: SupportRequest, sendAt: Temporal.Instant, name: string): Write {
  return queueErrand(requestPartition(request.ref), {
    id: `${LAPSE}/${name}`,
    to: request.requester.person,
    sendAt,
    patient: true,
    feature: 'support',
    reason: `${LAPSE}/${name}`,
    about: requestAddress(request.ref),
  });
}

/** The same time of day, so many working days on, in term and working hours. */
function after(calendar: Calendar, since: Temporal.Instant, days: number): Temporal.Instant {
  const local = since.toZonedDateTimeISO(LONDON);
  const day = calendar.addWorkingDays(londonDate(since), days);
  const at = day.toZonedDateTime({ timeZone: LONDON, plainTime: local.toPlainTime() }).toInstant();
  return calendar.nextWorkingTime(at, { termTimeOnly: true });
}

import type { z } from 'zod';
import { londonDate, sortableInstant } from '../../../core/clock.ts';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import type { MakeFile } from '../../../core/files.ts';
import { Refusal } from '../../../core/refusal.ts';
import { dayAndDate } from '../../../core/wording.ts';
import {
  findReadableRequest,
  focusesInWords,
  hatsOf,
  mayRead,
  RequestRef,
  readRequest,
  type ShowRequest,
  type SupportRequest,
} from '../../support/index.ts';
import { calendarEntries } from '../calendar-entries.ts';
import type { Parts } from '../parts.ts';

export const CALENDAR_FILE = 'deployments.calendar';

/** Shows the agreed dates, with a link from which a diary can take them. */
export function offerCalendar(parts: Parts) {
  return async (wanted: z.infer<typeof ShowRequest>, asking: Asking): Promise<Reply> => {
    const { request, viewer } = await findReadableRequest(parts.store, wanted.request, asking);
    const dates = entriesOf(parts, request).map(({ title, from }) => ({
      title: dayAndDate(from),
      value: title.split(':')[0] ?? title,
    }));
    const { files } = parts;
    if (!files) throw new Refusal('not_set_up', 'Files can’t be taken away here.');
    const url = await files.linkTo({
      file: CALENDAR_FILE,
      data: { request: request.ref },
      viewer: viewer.id,
      now: asking.now,
    });
    return {
      card: 'deployments/calendar',
      data: { title: `Dates of ${request.ref}`, between: betweenSchools(request), request: request.ref, dates, url },
      summary: `The agreed dates of ${request.ref}, and a file your diary can open. The link works for a quarter of an hour.`,
      sensitivity: 'restricted',
      topic: { school: request.wish.school },
    };
  };
}

/** The file itself, for whoever may read the request when the link is opened. */
export function calendarFile(parts: Parts): MakeFile {
  return async (data, viewer, now) => {
    const ref = RequestRef.safeParse(data.request);
    const held = ref.success ? await readRequest(parts.store, ref.data) : undefined;
    if (!held || !mayRead(hatsOf(held.request, viewer, londonDate(now)))) throw notYoursToKnow();
    const { request } = held;
    const name = `${request.ref}: ${focusesInWords(parts.focuses, request.wish.focuses)}`;
    return {
      name: `${request.ref.toLowerCase()}.ics`,
      type: 'text/calendar; charset=utf-8; method=PUBLISH',
      bytes: parts.writeCalendar({ name, entries: entriesOf(parts, request), at: sortableInstant(now) }),
    };
  };
}

function betweenSchools(request: SupportRequest): string {
  return 'partner' in request ? `${request.wish.schoolName}, with ${request.partner.schoolName}` : '';
}

function entriesOf(parts: Parts, request: SupportRequest) {
  if ('agreed' in request) return calendarEntries(parts, request);
  throw new Refusal('already_done', `No dates are agreed for ${request.ref} yet.`);
}

import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { WriteCalendar } from '../core/calendar-file.ts';

/** Made by the library, which folds and escapes. Days are whole days, so no time zone comes into it. */
export const writeCalendar: WriteCalendar = ({ name, entries, at }) => {
  const calendar = ical({
    name: oneLine(name),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'partnership-bot', product: 'support', language: 'EN' },
  });
  for (const { uid, sequence, from, to, title, words, place } of entries) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(at),
      allDay: true,
      start: from,
      // The end of a whole day is the day after it (RFC 5545, 3.6.1).
      end: Temporal.PlainDate.from(to).add({ days: 1 }).toString(),
      summary: oneLine(title),
      description: plainLines(words),
      ...(place === undefined ? {} : { location: oneLine(place) }),
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
  }
  return new TextEncoder().encode(`${calendar.toString().trimEnd()}\r\n`);
};

function oneLine(words: string): string {
  return plainLines(words).replace(/\s+/g, ' ').trim();
}

/** Control characters are no text in a calendar, but for the end of a line (RFC 5545, 3.3.11). */
function plainLines(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  return words.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
}

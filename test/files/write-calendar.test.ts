import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from '../../src/core/calendar-file.ts';
import { writeCalendar } from '../../src/files/write-calendar.ts';

const AT = '2026-11-18T10:00:00.000Z';
const ENTRY: CalendarEntry = {
  uid: 'sr-2026-0001.visit-1@calderbrook.partnership-bot',
  sequence: 7,
  from: '2027-07-12',
  to: '2027-07-12',
  title: 'Support visit: Moorbank, with Stonepit',
  words: 'SR-2026-0001.',
  place: 'Moorbank Infant School',
};
const written = (changes: Partial<CalendarEntry> = {}) =>
  new TextDecoder().decode(writeCalendar({ name: 'Dates', entries: [{ ...ENTRY, ...changes }], at: AT }));
/** Lines as a diary reads them: folded ones joined (RFC 5545, 3.1). */
const lines = (file: string) => file.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('A calendar file', () => {
  it('says whole days, in nobody’s time zone, whose end is the day after', () => {
    const said = lines(written());
    expect(said).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        `UID:${ENTRY.uid}`,
        'SEQUENCE:7',
        'DTSTAMP:20261118T100000Z',
        'DTSTART;VALUE=DATE:20270712',
        'DTEND;VALUE=DATE:20270713',
        'SUMMARY:Support visit: Moorbank\\, with Stonepit',
        'LOCATION:Moorbank Infant School',
        'END:VCALENDAR',
      ]),
    );
  });

  it('ends every line as RFC 5545 has it, none longer than 75 bytes', () => {
    const file = written({ words: 'Ünser’s längste Zeile, '.repeat(40) });
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is the same for the same, so that a diary changes an entry and adds none', () => {
    expect(written()).toBe(written());
  });

  it('takes words as words: whatever is in them adds no line and no property', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'AZ:;,\\\r\n\u0000"=’ -') });
    fc.assert(
      fc.property(nasty, nasty, (title, words) => {
        const said = lines(
          written({ title: `x${title}\r\nATTENDEE:mailto:a@b.c`, words: `y${words}\nBEGIN:VALARM`, place: title }),
        );
        expect(said.filter((line) => line.startsWith('BEGIN:'))).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT']);
        expect(said.some((line) => line.startsWith('ATTENDEE'))).toBe(false);
      }),
    );
  });
});

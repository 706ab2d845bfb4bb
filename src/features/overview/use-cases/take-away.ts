import { z } from 'zod';
import { londonDate } from '../../../core/clock.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import type { MakeFile } from '../../../core/files.ts';
import type { SheetWriters } from '../../../core/sheet.ts';
import { academicYearInWords } from '../../../core/wording.ts';
import { workingDaysWithin } from '../figures/working-days.ts';
import type { Parts } from '../parts.ts';
import { mustReach } from '../reach.ts';
import { requestSheet } from '../request-sheet.ts';
import { survey } from '../survey.ts';
import { WhichYear, yearAsked } from '../which-year.ts';
import { requestsInWords } from '../words.ts';

/** The file's name among those the bot can make. */
export const REQUESTS_FILE = 'overview.requests';

/** Offers the requests of a year as a spreadsheet, of either kind. Nothing is made until a link is opened. */
export function takeAway(parts: Parts) {
  return async (wanted: WhichYear, asking: Asking): Promise<Reply> => {
    const { viewer, reach } = mustReach(asking);
    const year = yearAsked(wanted, asking);
    const found = await survey(parts.store, year, viewer, asking.today);
    const link = (format: keyof SheetWriters) =>
      parts.files.linkTo({ file: REQUESTS_FILE, data: { year, format }, viewer: viewer.id, now: asking.now });
    const [xlsx, csv] = [await link('xlsx'), await link('csv')];
    const count = requestsInWords(found.within.length + found.carriedOver.length);
    const title = `Support requests, ${academicYearInWords(year)}`;
    const whose = reach === 'authority' ? 'in the authority' : 'with you';
    const sentence = `${count} ${whose}, a row for each. The links are yours alone and work for fifteen minutes; after that, ask again.`;
    const care = 'It names schools and what they asked for. Please keep it where only those who may know can read it.';
    return {
      card: 'overview/take-away',
      data: { title, sentence, care, xlsx, csv },
      summary: `${title}. ${sentence}`,
      sensitivity: 'restricted',
      disclosures: [{ outcome: 'disclosed', what: `link to support requests, ${reach}, ${year}` }],
    };
  };
}

const FileWanted = z.strictObject({ ...WhichYear.required().shape, format: z.enum(['xlsx', 'csv']) });

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<keyof SheetWriters, string>;

/** Makes the file for whoever the person is by then. Throws `Refusal` once they have no overview. */
export function makeRequestsFile(parts: Parts): MakeFile {
  return async (data, viewer, now) => {
    const { year, format } = FileWanted.parse(data);
    const today = londonDate(now);
    mustReach({ viewer, today });
    const found = await survey(parts.store, year, viewer, today);
    const sheet = requestSheet({
      parts,
      found,
      days: workingDaysWithin(parts.calendar, found.earliest, today),
      rules: { calendar: parts.calendar, sla: parts.framework.sla, now },
    });
    return {
      name: `support-requests-${year}-as-at-${today.toString()}.${format}`,
      type: TYPES[format],
      bytes: await parts.sheets[format](sheet),
    };
  };
}

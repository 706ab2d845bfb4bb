import { z } from 'zod';
import { academicYearOf } from '../../../core/academic-year.ts';
import type { Asking, Reply } from '../../../core/feature.ts';
import { lateInWords, lateRequests, lateRow } from '../late-rows.ts';
import type { Parts } from '../parts.ts';
import { mustReach } from '../reach.ts';
import { survey } from '../survey.ts';
import { requestsInWords } from '../words.ts';

export const ListLate = z.strictObject({});

/** As many as one card shows well; the rest are in the spreadsheet. */
const MOST_ROWS = 12;

/** What is overdue, since when and who is waited for: of every request, or of those that are with the viewer. */
export function listLate(parts: Parts) {
  return async (_: z.infer<typeof ListLate>, asking: Asking): Promise<Reply> => {
    const { viewer, reach } = mustReach(asking);
    const found = await survey(parts.store, academicYearOf(asking.today), viewer, asking.today);
    const rules = { calendar: parts.calendar, sla: parts.framework.sla, now: asking.now };
    const late = lateRequests([...found.within, ...found.carriedOver], rules);
    const title = late.length === 0 ? 'Nothing is overdue' : `Overdue: ${requestsInWords(late.length)}`;
    const lead = leadOf(late.length, reach === 'authority');
    const shown = late.slice(0, MOST_ROWS);
    return {
      card: 'overview/late',
      data: { title, lead, rows: shown.map((one) => lateRow(parts, one)) },
      summary: [
        `${title}.`,
        ...shown.map(({ request, late: [first] }) => (first ? `${request.ref}: ${lateInWords(first)}` : request.ref)),
      ].join(' '),
      sensitivity: 'restricted',
      disclosures: [{ outcome: 'disclosed', what: `overdue support, ${reach}` }],
      options: shown.map(({ request }) => ({
        label: request.ref,
        verb: 'support.show',
        data: { request: request.ref },
      })),
    };
  };
}

function leadOf(count: number, everybody: boolean): string {
  if (count > MOST_ROWS) return `The ${MOST_ROWS} longest overdue. All of them are in the spreadsheet of the overview.`;
  if (count > 0) return 'The longest overdue first.';
  return everybody
    ? 'No request has waited longer than the authority’s own times, or past a day that was agreed.'
    : 'None of the requests that are with you has waited longer than the authority’s own times, or past a day that was agreed.';
}

import { type AcademicYear, academicYearOf, yearBefore } from '../../../core/academic-year.ts';
import type { Asking, Option, Reply } from '../../../core/feature.ts';
import type { Person } from '../../../core/people.ts';
import { academicYearInWords, longDate } from '../../../core/wording.ts';
import { elsewhere } from '../elsewhere.ts';
import { workingDaysWithin } from '../figures/working-days.ts';
import { type LateRequest, lateRequests, lateRow } from '../late-rows.ts';
import type { Parts } from '../parts.ts';
import { potsSection } from '../pots-section.ts';
import { mustReach, type Reach } from '../reach.ts';
import { type Section, sectionData, sectionInWords } from '../section.ts';
import { howLong, whereTheyAre, whoHasWhat, withoutAPartner } from '../sections.ts';
import { type Survey, survey } from '../survey.ts';
import { type WhichYear, yearAsked } from '../which-year.ts';
import { requestsInWords } from '../words.ts';

/** The longest overdue, on the overview itself; all of them have a card of their own. */
const MOST_LATE = 3;

/** How support goes: for the whole authority, or for an adviser's own requests and the rest in groups that point at nobody. */
export function showOverview(parts: Parts) {
  return async (wanted: WhichYear, asking: Asking): Promise<Reply> => {
    const { viewer, reach } = mustReach(asking);
    const year = yearAsked(wanted, asking);
    const found = await survey(parts.store, year, viewer, asking.today);
    const open = [...found.within, ...found.carriedOver].filter((request) => request.open);
    const late = lateRequests(open, { calendar: parts.calendar, sla: parts.framework.sla, now: asking.now });
    const sections = await sectionsFor(parts, found, reach, asking);
    return reply(parts, { viewer, reach, year, found, open: open.length, late, sections }, asking);
  };
}

async function sectionsFor(parts: Parts, found: Survey, reach: Reach, { today }: Asking): Promise<readonly Section[]> {
  const days = workingDaysWithin(parts.calendar, found.earliest, today);
  const own =
    found.within.length === 0
      ? []
      : [whereTheyAre(found.within), howLong(found.within, found, days), withoutAPartner(parts, found.within, found)];
  if (reach === 'caseload') return [...own, ...elsewhere(parts, found, days)];
  const load =
    academicYearOf(today) === found.year ? [whoHasWhat(parts, [...found.within, ...found.carriedOver], today)] : [];
  return [...own, ...load, ...(await potsSection(parts, found.year, today))];
}

interface Shown {
  readonly viewer: Person;
  readonly reach: Reach;
  readonly year: AcademicYear;
  readonly found: Survey;
  readonly open: number;
  readonly late: readonly LateRequest[];
  readonly sections: readonly Section[];
}

function reply(parts: Parts, shown: Shown, asking: Asking): Reply {
  const { reach, year, late, sections } = shown;
  const title = `Support overview, ${academicYearInWords(year)}`;
  const scope =
    reach === 'authority' ? `${parts.partnership.authority.name}, every request` : 'Requests that are with you';
  const lead = leadOf(shown);
  const options = optionsOf(shown, asking);
  return {
    card: 'overview/overview',
    data: {
      title,
      subtitle: `${scope}, as at ${longDate(asking.today.toString())}`,
      lead,
      sections: sections.map(sectionData),
      late: late.slice(0, MOST_LATE).map((one) => lateRow(parts, one)),
      hasLate: late.length > 0,
      lateHeading: late.length > MOST_LATE ? `Overdue: the ${MOST_LATE} longest of ${late.length}` : 'Overdue',
      actions: options.map(({ label, verb, data }) => ({ label, verb, data })),
    },
    summary: [`${title}. ${lead}`, ...sections.map(sectionInWords)].join(' '),
    sensitivity: 'restricted',
    disclosures: [{ outcome: 'disclosed', what: `overview of support, ${reach}, ${year}` }],
    options,
  };
}

function leadOf({ found, open, late }: Shown): string {
  const carried = found.carriedOver.length;
  return [
    found.within.length === 0 ? 'No requests were sent.' : `${requestsInWords(found.within.length)} sent.`,
    carried === 0 ? '' : `${requestsInWords(carried)} from earlier years still open.`,
    open === 0 ? 'None is open.' : `${open} open, ${late.length === 0 ? 'none' : late.length} overdue.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function optionsOf({ late, year, found, open }: Shown, { today }: Asking): readonly Option[] {
  const has = found.within.length > 0 || open > 0;
  const before = yearBefore(year);
  return [
    ...(late.length > MOST_LATE ? [{ label: `See all ${late.length} overdue`, verb: 'overview.late', data: {} }] : []),
    ...(has ? [{ label: 'Take it away as a spreadsheet', verb: 'overview.take-away', data: { year } }] : []),
    year === academicYearOf(today)
      ? { label: `See ${academicYearInWords(before)}`, verb: 'overview.show', data: { year: before } }
      : { label: 'See this year', verb: 'overview.show', data: {} },
  ];
}

import type { Sheet, SheetCell, SheetColumn } from '../../core/sheet.ts';
import { academicYearInWords, listed } from '../../core/wording.ts';
import { focusesInWords, KIND_WORDS, STATE_WORDS, type SupportRequest } from '../support/index.ts';
import { type Late, type LateRules, lateIn } from './figures/late.ts';
import type { WorkingDays } from './figures/working-days.ts';
import type { Parts } from './parts.ts';
import { dayOf, daySent, type Survey } from './survey.ts';

interface Given {
  readonly parts: Pick<Parts, 'focuses' | 'directory' | 'partnership'>;
  readonly found: Survey;
  readonly days: WorkingDays;
  readonly rules: LateRules;
}

interface Column extends SheetColumn {
  readonly of: (request: SupportRequest, given: Given, late: readonly Late[]) => SheetCell;
}

const text = (heading: string, width: number, of: Column['of']): Column => ({ heading, kind: 'text', width, of });
const date = (heading: string, of: Column['of']): Column => ({ heading, kind: 'date', width: 12, of });
const number = (heading: string, of: Column['of']): Column => ({ heading, kind: 'number', width: 12, of });

const COLUMNS: readonly Column[] = [
  text('Request', 14, ({ ref }) => ref),
  text('School', 34, ({ wish }) => wish.schoolName),
  text('Area', 14, ({ wish }, { parts }) => areaOf(parts, wish.school)),
  date('Sent', (request) => daySent(request).toString()),
  text('Where it is', 30, ({ state }) => STATE_WORDS[state]),
  text('Mainly about', 24, ({ wish }, { parts }) => focusesInWords(parts.focuses, wish.focuses.slice(0, 1))),
  text('Also about', 28, ({ wish }, { parts }) => focusesInWords(parts.focuses, wish.focuses.slice(1))),
  text('Kind of help', 28, ({ wish }) => KIND_WORDS[wish.kind]),
  number('Half-days asked for', ({ wish }) => wish.halfDays),
  date('Wanted from', ({ wish }) => wish.from),
  date('Wanted to', ({ wish }) => wish.to),
  text('What should be different', 48, ({ wish }) => wish.outcome),
  text('Asked by', 22, ({ requester }) => requester.name),
  text('Who has it', 22, (request) => ('owner' in request ? request.owner?.name : undefined)),
  date('First picked up', ({ ref }, { found }) => dayIn(found.times.accepted, ref)),
  number('Working days to that', (request, given) => daysTo(request, given, 'accepted')),
  text('Partner', 34, (request) => ('partner' in request ? request.partner.schoolName : undefined)),
  date('Partner said yes', ({ ref }, { found }) => dayIn(found.times.matched, ref)),
  number('Working days to that yes', (request, given) => daysTo(request, given, 'matched')),
  number('Half-days agreed', (request) => ('terms' in request ? request.terms.halfDays : undefined)),
  date('Work from', (request) => ('terms' in request ? request.terms.from : undefined)),
  date('Work to', (request) => ('terms' in request ? request.terms.to : undefined)),
  {
    heading: 'Cost',
    kind: 'pounds',
    width: 12,
    of: (request) => ('terms' in request ? request.terms.cost / 100 : undefined),
  },
  text('Overdue', 40, (_request, _given, late) => late.map(({ what }) => what).join('; ')),
  text('Waiting for', 28, (_request, _given, late) =>
    listed([...new Set(late.flatMap(({ waitingFor }) => waitingFor))]),
  ),
];

/** A row for each request the viewer counts one by one, the newest first. Nothing of any other request is in it. */
export function requestSheet(given: Given): Sheet {
  const { found } = given;
  const requests = [...found.within, ...found.carriedOver].toSorted((a, b) => (a.submittedAt > b.submittedAt ? -1 : 1));
  return {
    name: `Support ${academicYearInWords(found.year).replace('/', '-')}`,
    columns: COLUMNS.map(({ heading, kind, width }) => ({ heading, kind, width })),
    rows: requests.map((request) => {
      const late = request.open ? lateIn(request, given.rules) : [];
      return COLUMNS.map(({ of }) => of(request, given, late));
    }),
  };
}

function areaOf({ directory, partnership }: Given['parts'], school: SupportRequest['wish']['school']): string {
  const key = directory.get(school)?.area;
  return partnership.areas.find((area) => area.key === key)?.name ?? '';
}

function dayIn(times: ReadonlyMap<string, string>, ref: string): string | undefined {
  const at = times.get(ref);
  return at === undefined ? undefined : dayOf(at).toString();
}

function daysTo(request: SupportRequest, { found, days }: Given, what: 'accepted' | 'matched'): number | undefined {
  const at = found.times[what].get(request.ref);
  const sent = daySent(request);
  return at === undefined ? undefined : days(sent, dayOf(at));
}

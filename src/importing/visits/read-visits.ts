import { Temporal } from 'temporal-polyfill';
import { academicYearOf } from '../../core/academic-year.ts';
import type { RowsFile } from '../categories/read-categories.ts';
import type { PeopleBook } from '../people/people-book.ts';
import { findActor } from '../people/read-act.ts';
import type { Column, TableKind } from '../reading/columns.ts';
import { openTable } from '../reading/open-table.ts';
import type { Reject } from '../reading/reject.ts';
import type { Row } from '../reading/row.ts';
import type { SchoolFinder } from '../schools/find-school.ts';
import { plain } from '../words/nearest.ts';
import { VISIT_KINDS, type VisitKindInFile, type VisitRow } from './visit-row.ts';

const columns = {
  school: { names: ['school', 'urn'], required: true },
  date: { names: ['date'], required: true },
  halfDays: { names: ['half_days', 'half-days'], required: true },
  kind: { names: ['kind'], required: true },
  focus: { names: ['focus'] },
  adviser: { names: ['adviser', 'adviser_email'] },
  counted: { names: ['counted'] },
} satisfies Record<string, Column>;
type VisitColumn = keyof typeof columns;

export const VISITS: TableKind<VisitColumn> = { name: 'the visits file', columns };

export interface VisitContext {
  readonly schools: SchoolFinder;
  readonly people: PeopleBook;
  readonly today: Temporal.PlainDate;
}

/** Reads the visits file. Throws `BrokenFile` when it is none. */
export async function readVisits(
  file: string,
  context: VisitContext,
  rowRead: (rows: number) => void,
): Promise<RowsFile<VisitRow>> {
  const table = await openTable<VisitColumn>(file, [VISITS]);
  const rejects: Reject[] = [];
  const rows: VisitRow[] = [];
  const alike = new Map<string, number>();
  let rowsRead = 0;
  for await (const row of table.rows((reject) => rejects.push(reject))) {
    rowsRead += 1;
    rowRead(rowsRead);
    const visit = parseVisit(row, context);
    rejects.push(...row.refusals);
    if (!visit) continue;
    const key = `${visit.school} ${visit.date} ${visit.kind}`;
    const ordinal = (alike.get(key) ?? 0) + 1;
    alike.set(key, ordinal);
    rows.push({ ...visit, ordinal });
  }
  return { file, rowsRead, rows, rejects, unused: table.unused };
}

function parseVisit(row: Row<VisitColumn>, context: VisitContext): Omit<VisitRow, 'ordinal'> | undefined {
  const written = row.required('school');
  const found = written === undefined ? undefined : context.schools.find(written);
  if (found && 'reason' in found) row.refuse('school', found.reason);
  const date = row.required('date') === undefined ? undefined : row.date('date');
  const halfDays = row.required('halfDays') === undefined ? undefined : row.whole('halfDays', 1, 20);
  const kind = readKind(row);
  const counted = readCounted(row, kind);
  const adviser = readAdviser(row, context);
  const focus = row.text('focus');
  if (!row.good || !found || !('school' in found) || !date || !halfDays || !kind) return undefined;
  return {
    line: row.line,
    school: found.school.id,
    academicYear: academicYearOf(Temporal.PlainDate.from(date)),
    date,
    halfDays,
    kind,
    status: date <= context.today.toString() ? 'held' : 'planned',
    counted,
    ...(focus === undefined ? {} : { focus }),
    ...(adviser === undefined ? {} : { adviser }),
  };
}

function readKind(row: Row<VisitColumn>): VisitKindInFile | undefined {
  const written = row.required('kind');
  if (written === undefined) return undefined;
  const kind = VISIT_KINDS.find((option) => plain(option) === plain(written));
  if (!kind) row.refuse('kind', `The kind is one of: ${VISIT_KINDS.join(', ').replaceAll('_', ' ')}.`);
  return kind;
}

function readCounted(row: Row<VisitColumn>, kind: VisitKindInFile | undefined): boolean {
  const written = row.text('counted')?.toLowerCase();
  if (written === undefined) return kind === 'core' || kind === 'shared_review';
  if (written !== 'yes' && written !== 'no') row.refuse('counted', 'Write “yes” or “no”, or leave it blank.');
  return written === 'yes';
}

function readAdviser(row: Row<VisitColumn>, { people }: VisitContext) {
  const written = row.text('adviser');
  if (written === undefined) return undefined;
  const actor = findActor(written, people);
  if ('by' in actor && actor.person) return actor.person;
  row.refuse(
    'adviser',
    'reason' in actor ? actor.reason : `Nobody here is called ${written}. Write their e-mail address.`,
  );
  return undefined;
}

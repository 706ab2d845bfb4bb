import type { Temporal } from 'temporal-polyfill';
import { type AcademicYear, academicYearOf, yearBefore } from '../../core/academic-year.ts';
import type { DirectoryEntry } from '../../core/directory.ts';
import type { Level } from '../../core/framework-levels.ts';
import type { VisitBalance } from '../../core/framework-visits.ts';
import type { SchoolId } from '../../core/ids.ts';
import { counted } from '../../core/wording.ts';
import { balanceInWords, lastVisit, type Visit, VisitLedger, visitsSoFar } from '../visits/index.ts';
import { levelOnRecord } from './level-on-record.ts';
import type { Parts } from './parts.ts';
import { readYear } from './read-year.ts';
import { Communicated, Plan } from './schema.ts';

/** One school of a caseload, with what it is listed by. */
export interface CaseloadRow {
  readonly school: DirectoryEntry;
  readonly level?: Level;
  readonly levelInWords: string;
  /** Still owed for certain, in the promise's unit; zero where nothing is promised. */
  readonly owed: number;
  readonly visits: string;
  /** ISO date; last year's where this year has none. */
  readonly lastVisit?: string;
}

/** Reads three kinds of record for the year, and last year's visits, each in one query however many schools there are. */
export async function readCaseload(
  parts: Parts,
  schools: readonly DirectoryEntry[],
  today: Temporal.PlainDate,
): Promise<readonly CaseloadRow[]> {
  const year = academicYearOf(today);
  const ids = schools.map((school) => school.id);
  const [levels, ledgers, before, plans] = await Promise.all([
    readYear(parts.store, { type: 'category', year, schools: ids, parse: Communicated.parse }),
    readYear(parts.store, { type: 'visits', year, schools: ids, parse: VisitLedger.parse }),
    readYear(parts.store, { type: 'visits', year: yearBefore(year), schools: ids, parse: VisitLedger.parse }),
    readYear(parts.store, { type: 'plan', year, schools: ids, parse: Plan.parse }),
  ]);
  return schools.map((school) =>
    rowOf(parts, school, today, {
      current: levels.get(school.id),
      ledger: ledgers.get(school.id) ?? emptyLedger(school.id, year),
      last: lastVisitOf([ledgers.get(school.id), before.get(school.id)], today),
      plan: plans.get(school.id),
    }),
  );
}

function rowOf(
  { framework }: Parts,
  school: DirectoryEntry,
  today: Temporal.PlainDate,
  record: {
    readonly current: Communicated | undefined;
    readonly ledger: VisitLedger;
    readonly last: Visit | undefined;
    readonly plan: Plan | undefined;
  },
): CaseloadRow {
  const { current, ledger, last, plan } = record;
  const level = levelOnRecord(framework, current);
  const known = { school, levelInWords: level?.label ?? (current ? `“${current.level}”` : 'None recorded') };
  const lastOn = last ? { lastVisit: last.date } : {};
  if (!level) return { ...known, owed: 0, visits: 'Nothing promised', ...lastOn };
  const unit = framework.terms.visitUnit;
  const { recorded, balance } = visitsSoFar(level.visits, ledger, today, plan?.statedHalfDays);
  const said = balanceInWords(balance, { unit, adviser: 'the school’s adviser', entitlement: level.visits });
  return {
    ...known,
    level,
    owed: owedFor(balance),
    visits: `${counted(recorded, unit)} recorded · ${said.remaining}`,
    ...lastOn,
  };
}

function lastVisitOf(ledgers: readonly (VisitLedger | undefined)[], today: Temporal.PlainDate): Visit | undefined {
  for (const ledger of ledgers) {
    const last = ledger && lastVisit(ledger, today);
    if (last) return last;
  }
  return undefined;
}

function emptyLedger(school: SchoolId, academicYear: AcademicYear): VisitLedger {
  return { v: 1, school, academicYear, visits: [] };
}

function owedFor(balance: VisitBalance): number {
  switch (balance.mode) {
    case 'exact':
      return balance.left;
    case 'at_least':
      return balance.owed;
    case 'set_by_plan':
      return balance.left ?? 0;
    case 'up_to':
    case 'none':
      return 0;
  }
}

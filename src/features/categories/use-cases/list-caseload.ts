import { z } from 'zod';
import { type AcademicYear, academicYearOf } from '../../../core/academic-year.ts';
import type { DirectoryEntry } from '../../../core/directory.ts';
import { notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Option, Reply } from '../../../core/feature.ts';
import type { Level } from '../../../core/framework-levels.ts';
import { levelByKey } from '../../../core/framework-lookups.ts';
import { visitBalance } from '../../../core/framework-visits.ts';
import { schoolsWithin } from '../../../core/scope.ts';
import { academicYearInWords, counted, longDate } from '../../../core/wording.ts';
import { balanceInWords, lastVisit, recordedHalfDays, VisitLedger } from '../../visits/index.ts';
import type { Parts } from '../parts.ts';
import { readYear } from '../read-year.ts';
import { Communicated, Plan } from '../schema.ts';

export const CaseloadOrder = z.enum(['level', 'owed', 'last_visit']);

export const ListCaseload = z.strictObject({
  by: CaseloadOrder,
  /** Only these levels. Empty: all. */
  levels: z.array(z.string()).max(10),
  page: z.int().min(0).max(1000),
});
export type ListCaseload = z.infer<typeof ListCaseload>;

const PAGE = 8;

interface Row {
  readonly school: DirectoryEntry;
  readonly level?: Level;
  readonly levelOnRecord?: string;
  readonly recorded: number;
  /** Half-days still owed for certain; zero where nothing is promised. */
  readonly owed: number;
  readonly left: string;
  readonly lastVisit?: string;
}

/** The schools a viewer works with, by level, by visits still owed, or by how long since the last visit. */
export function listCaseload(parts: Parts) {
  return async (wanted: ListCaseload, asking: Asking): Promise<Reply> => {
    const { framework } = parts;
    const scope = [...schoolsWithin(asking.viewer, parts.directory, asking.today)].filter(
      (school) => school.status === 'open' && parts.needToKnow.may(asking.viewer, 'level', school, asking.today),
    );
    // One school is its head's or chair's own: a list would only say that others exist.
    if (scope.length < 2) throw notYoursToKnow();

    const year = academicYearOf(asking.today);
    const rows = (await readRows(parts, scope, year, asking))
      .filter((row) => wanted.levels.length === 0 || wanted.levels.includes(row.levelOnRecord ?? ''))
      .filter((row) => wanted.by !== 'owed' || row.owed > 0)
      .toSorted(ORDER[wanted.by](framework.levels.map((level) => level.key)));
    const shown = rows.slice(wanted.page * PAGE, (wanted.page + 1) * PAGE);
    const more = rows.length - (wanted.page + 1) * PAGE;
    const options: Option[] = shown.map((row) => ({
      label: row.school.name,
      verb: 'categories.show',
      data: { school: row.school.id, about: wanted.by === 'level' ? 'level' : 'visits' },
    }));
    const title = titleOf(wanted, framework.terms.level.plural, rows.length);
    return {
      card: 'categories/caseload',
      data: {
        title,
        strapline: `${academicYearInWords(year)} · as recorded today`,
        empty: rows.length === 0 ? 'None of your schools fits that.' : '',
        isEmpty: rows.length === 0,
        rows: shown.map((row, index) => ({
          name: row.school.name,
          level: row.level?.label ?? (row.levelOnRecord ? `“${row.levelOnRecord}”` : 'None recorded'),
          detail: `${counted(row.recorded, framework.terms.visitUnit)} recorded · ${row.left}`,
          last: row.lastVisit ? `Last visit ${longDate(row.lastVisit)}` : 'No visit recorded this year',
          verb: options[index]?.verb ?? '',
          data: options[index]?.data ?? {},
        })),
        hasMore: more > 0,
        moreLabel: `Show ${Math.min(more, PAGE)} more of ${rows.length}`,
        moreData: { ...wanted, page: wanted.page + 1 },
      },
      summary:
        rows.length === 0
          ? 'None of your schools fits that.'
          : `${title}: ${shown.map((row) => row.school.name).join('; ')}${more > 0 ? ` and ${more} more` : ''}.`,
      sensitivity: 'restricted',
      options,
      disclosures: shown.map((row) => ({
        school: row.school.id,
        outcome: 'disclosed',
        what: `caseload by ${wanted.by}`,
      })),
    };
  };
}

const ORDER: Record<z.infer<typeof CaseloadOrder>, (levels: readonly string[]) => (a: Row, b: Row) => number> = {
  level: (levels) => (a, b) =>
    levels.indexOf(b.levelOnRecord ?? '') - levels.indexOf(a.levelOnRecord ?? '') || byName(a, b),
  owed: () => (a, b) => b.owed - a.owed || byName(a, b),
  last_visit: () => (a, b) => (a.lastVisit ?? '').localeCompare(b.lastVisit ?? '') || byName(a, b),
};

function byName(a: Row, b: Row): number {
  return a.school.name.localeCompare(b.school.name, 'en-GB');
}

function titleOf(wanted: ListCaseload, levels: string, count: number): string {
  const schools = count === 1 ? '1 school' : `${count} schools`;
  if (wanted.by === 'owed') return `Visits still owed: ${schools}`;
  if (wanted.by === 'last_visit') return `Longest since a visit first: ${schools}`;
  return wanted.levels.length > 0
    ? `Your schools in ${wanted.levels.join(' or ')}: ${schools}`
    : `Your schools by ${levels === '' ? 'level' : levels.replace(/ies$/, 'y').replace(/s$/, '')}: ${schools}`;
}

async function readRows(
  parts: Parts,
  scope: readonly DirectoryEntry[],
  year: AcademicYear,
  asking: Asking,
): Promise<readonly Row[]> {
  const ids = scope.map((school) => school.id);
  const [levels, ledgers, plans] = await Promise.all([
    readYear(parts.store, { type: 'category', year, schools: ids, parse: Communicated.parse }),
    readYear(parts.store, { type: 'visits', year, schools: ids, parse: VisitLedger.parse }),
    readYear(parts.store, { type: 'plan', year, schools: ids, parse: Plan.parse }),
  ]);
  return scope.map((school): Row => {
    const current = levels.get(school.id);
    const level = current ? levelByKey(parts.framework, current.level) : undefined;
    const ledger = ledgers.get(school.id) ?? { v: 1, school: school.id, academicYear: year, visits: [] };
    const recorded = recordedHalfDays(ledger, asking.today);
    const balance = level ? visitBalance(level.visits, recorded, plans.get(school.id)?.statedHalfDays) : undefined;
    const last = lastVisit(ledger, asking.today);
    return {
      school,
      recorded,
      owed: balance ? owedFor(balance) : 0,
      left: balance ? balanceInWords(parts.framework, balance).remaining : 'nothing promised',
      ...(level ? { level } : {}),
      ...(current ? { levelOnRecord: current.level } : {}),
      ...(last ? { lastVisit: last.date } : {}),
    };
  });
}

function owedFor(balance: ReturnType<typeof visitBalance>): number {
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

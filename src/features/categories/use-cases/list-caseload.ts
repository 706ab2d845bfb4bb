import { z } from 'zod';
import { academicYearOf } from '../../../core/academic-year.ts';
import { type Fact, notYoursToKnow } from '../../../core/disclosure.ts';
import type { Asking, Option, Reply } from '../../../core/feature.ts';
import type { Framework } from '../../../core/framework.ts';
import { levelByKey } from '../../../core/framework-lookups.ts';
import { academicYearInWords, listed, longDate } from '../../../core/wording.ts';
import { type CaseloadRow, readCaseload } from '../caseload-rows.ts';
import { onlyTellable } from '../only-tellable.ts';
import { openSchools } from '../open-schools.ts';
import { moreLabel, PageNumber, pageOf } from '../paging.ts';
import type { Parts } from '../parts.ts';
import { worksAcrossSchools } from '../works-across.ts';

export const CaseloadOrder = z.enum(['level', 'owed', 'last_visit']);
export type CaseloadOrder = z.infer<typeof CaseloadOrder>;

export const ListCaseload = z.strictObject({
  by: CaseloadOrder,
  /** Only these levels. Empty: all. */
  levels: z.array(z.string().max(60)).max(10),
  page: PageNumber,
});
export type ListCaseload = z.infer<typeof ListCaseload>;

/** What every row tells. A list with a gap in it would tell as much as the row. */
const FACTS: readonly Fact[] = ['level', 'visits'];

/** The schools a viewer works with, by level, by visits still owed, or by how long since the last visit. */
export function listCaseload(parts: Parts) {
  return async (wanted: ListCaseload, asking: Asking): Promise<Reply> => {
    const { framework } = parts;
    const scope = openSchools(parts, asking, FACTS);
    // One school is its head's or chair's own: a list would only say that others exist.
    if (scope.length === 0 || (scope.length === 1 && !worksAcrossSchools(asking))) throw notYoursToKnow();

    const rows = (await readCaseload(parts, scope, asking.today))
      .filter((row) => wanted.levels.length === 0 || wanted.levels.includes(row.level?.key ?? ''))
      .filter((row) => wanted.by !== 'owed' || row.owed > 0)
      .toSorted(ORDER[wanted.by](framework.levels.map((level) => level.key)));
    const page = pageOf(rows, wanted.page);
    const shown = await onlyTellable(parts, page.rows, asking, FACTS);
    const options: readonly Option[] = shown.map((row) => ({
      label: row.school.name,
      verb: 'categories.show',
      data: { school: row.school.id, about: wanted.by === 'level' ? 'level' : 'visits' },
    }));
    const title = titleOf(wanted, framework);
    const more = page.more > 0 ? ` and ${page.more} more` : '';
    return {
      card: 'categories/caseload',
      data: {
        title,
        strapline: [
          schools(rows.length),
          academicYearInWords(academicYearOf(asking.today)),
          ...(rows.length > 0 ? ['press one to open it'] : []),
        ].join(' · '),
        empty: EMPTY[wanted.by],
        isEmpty: rows.length === 0,
        rows: shown.map((row, index) => ({
          name: row.school.name,
          level: row.levelInWords,
          detail: row.visits,
          last: row.lastVisit ? `Last visit ${longDate(row.lastVisit)}` : 'No visit on record',
          verb: options[index]?.verb ?? '',
          data: options[index]?.data ?? {},
        })),
        hasMore: page.more > 0,
        moreLabel: moreLabel(page, rows.length),
        moreData: { ...wanted, page: wanted.page + 1 },
      },
      summary:
        rows.length === 0
          ? EMPTY[wanted.by]
          : `${title}: ${schools(rows.length)}. ${listed(shown.map((row) => inOneLine(row, wanted.by)))}${more}.`,
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

/** The level of most concern first, none recorded last; the most owed first; the longest since a visit first, never first of all. */
const ORDER: Record<CaseloadOrder, (levels: readonly string[]) => (a: CaseloadRow, b: CaseloadRow) => number> = {
  level: (levels) => (a, b) => levels.indexOf(b.level?.key ?? '') - levels.indexOf(a.level?.key ?? '') || byName(a, b),
  owed: () => (a, b) => b.owed - a.owed || byName(a, b),
  last_visit: () => (a, b) => (a.lastVisit ?? '').localeCompare(b.lastVisit ?? '') || byName(a, b),
};

function byName(a: CaseloadRow, b: CaseloadRow): number {
  return a.school.name.localeCompare(b.school.name, 'en-GB');
}

const EMPTY: Record<CaseloadOrder, string> = {
  level: 'None of your schools fits that.',
  owed: 'No visits are still owed to your schools.',
  last_visit: 'None of your schools fits that.',
};

function titleOf(wanted: ListCaseload, framework: Framework): string {
  const levels = wanted.levels.flatMap((key) => levelByKey(framework, key)?.inSentence ?? []);
  const of = levels.length > 0 ? ` in ${listed(levels, 'or')}` : '';
  switch (wanted.by) {
    case 'owed':
      return `Visits still owed${of}`;
    case 'last_visit':
      return `Longest since a visit${of}`;
    case 'level':
      return of === '' ? `Your schools by ${framework.terms.level.singular}` : `Your schools${of}`;
  }
}

function schools(count: number): string {
  return count === 1 ? '1 school' : `${count} schools`;
}

function inOneLine(row: CaseloadRow, by: CaseloadOrder): string {
  switch (by) {
    case 'level':
      return `${row.school.name} (${row.level?.inSentence ?? row.levelInWords.toLowerCase()})`;
    case 'owed':
      return `${row.school.name} (${row.owed})`;
    case 'last_visit':
      return `${row.school.name} (${row.lastVisit ? longDate(row.lastVisit) : 'none on record'})`;
  }
}

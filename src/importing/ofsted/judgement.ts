import type { CategoryOfConcern, Inspection, Judgement } from '../../core/inspection.ts';
import type { Row } from '../reading/row.ts';
import type { OfstedColumn } from './layout.ts';

/** The file's own word for "no such inspection". */
export const NO_SUCH = 'NULL';

/** A cell of judgement in the file's own words, never translated. Blank and NULL inside an inspection record nothing. */
export function readJudgement(row: Row<OfstedColumn>, key: OfstedColumn): Judgement {
  const text = row.printed(key) ?? '';
  if (text === '' || text === NO_SUCH) return { is: 'not_recorded' };
  if (text === '9' || text.toLowerCase() === 'not applicable') return { is: 'not_applicable' };
  if (text.toLowerCase() === 'not judged') return { is: 'not_judged' };
  return { is: 'grade', text };
}

/** The grades in use until 2025 are printed as 1 to 4; another number means that the columns have slipped. */
export function readGrade(row: Row<OfstedColumn>, key: OfstedColumn): Judgement {
  const judgement = readJudgement(row, key);
  if (judgement.is === 'grade' && /^\d+$/.test(judgement.text) && !/^[0-4]$/.test(judgement.text)) {
    row.refuse(key, 'Ofsted’s grades are 1 to 4, or 9 where a judgement does not apply.');
  }
  return judgement;
}

export function readConcern(row: Row<OfstedColumn>, key: OfstedColumn): CategoryOfConcern {
  const text = row.printed(key);
  if (text === undefined || text === NO_SUCH) return { is: 'not_recorded' };
  return text === '' ? { is: 'none' } : { is: 'named', code: text };
}

/** Newest first, whatever the scheme; of one day, the report card before the grade before the short visit. */
export function newestFirst(inspections: readonly Inspection[]): Inspection[] {
  return [...inspections].sort((one, other) => other.date.localeCompare(one.date) || rank(one) - rank(other));
}

function rank({ scheme }: Inspection): number {
  return ['report_card', 'oeif_graded', 'legacy_graded', 'ungraded'].indexOf(scheme);
}

import type { AcademicYear } from '../../core/academic-year.ts';
import type { SchoolId } from '../../core/ids.ts';
import { readOnce } from '../../core/read-once.ts';
import type { Ref, Store, Write } from '../../core/store.ts';
import { VisitLedger } from './schema.ts';

export function ledgerRef(school: SchoolId, year: AcademicYear): Ref {
  return { partition: `school:${school}`, id: `visits/${year}` };
}

const asLedger = readOnce(VisitLedger);

/** The year's visits; an empty ledger when none was ever recorded. One point read. */
export async function readLedger(store: Store, school: SchoolId, year: AcademicYear): Promise<VisitLedger> {
  const found = await store.get(ledgerRef(school, year));
  return found ? asLedger(found.body) : { v: 1, school, academicYear: year, visits: [] };
}

/** Puts a whole year's ledger, as an import does. */
export function ledgerWrite(ledger: VisitLedger): Write {
  return {
    kind: 'put',
    ref: ledgerRef(ledger.school, ledger.academicYear),
    type: 'visits',
    body: VisitLedger.parse(ledger),
    guard: 'any',
  };
}

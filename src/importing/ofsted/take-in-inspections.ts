import type { SchoolId } from '../../core/ids.ts';
import { INSPECTION_TYPE, InspectionRecord, inspectionRef } from '../../core/inspection.ts';
import type { School } from '../../core/school.ts';
import type { Store, Stored } from '../../core/store.ts';
import type { Reject } from '../reading/reject.ts';
import type { SchoolBook } from '../schools/school-book.ts';
import type { Change, Plan } from '../writing/plan.ts';
import { readAll } from '../writing/read-all.ts';
import type { OfstedEntry, OfstedFile } from './read-ofsted.ts';

export interface InspectionsTakenIn {
  readonly changes: Readonly<Record<Change, number>>;
  readonly matched: number;
  /** Rows about schools of authorities held here that are not held themselves, each with a hint where there is one. */
  readonly unmatched: readonly Reject[];
  /** Rows about schools of authorities of which no school is held: the file covers all England. */
  readonly elsewhere: number;
  /** Schools whose facts held are from a later file than this one: left as they are. */
  readonly newerHeld: number;
}

/** Plans each school's Ofsted facts, found by its URN of today or one it had before. An older file never replaces newer facts. */
export async function takeInInspections(
  store: Store,
  ofsted: OfstedFile,
  book: SchoolBook,
  plan: Plan,
): Promise<InspectionsTakenIn> {
  const held = new Map<string, Stored>();
  for await (const stored of readAll(store, { type: INSPECTION_TYPE })) held.set(stored.partition, stored);
  const byLaestab = new Map([...book.all()].map((school) => [school.laestab ?? '', school]));
  const authorities = new Set([...byLaestab.keys()].map(authorityOf));
  const unmatched: Reject[] = [];
  let elsewhere = 0;
  const bySchool = new Map<SchoolId, OfstedEntry>();
  for (const entry of ofsted.entries) {
    const school = book.byAnyUrn(entry.urn);
    if (!school && entry.laestab !== undefined && !authorities.has(authorityOf(entry.laestab))) elsewhere += 1;
    else if (!school) unmatched.push(entry.note(hint(entry, byLaestab)));
    // A file of all inspections may list a school under its old URN and its new: the one of today speaks for it.
    else if (!bySchool.has(school.id) || school.urn === entry.urn) bySchool.set(school.id, entry);
  }
  const changes: Record<Change, number> = { new: 0, changed: 0, unchanged: 0 };
  let newerHeld = 0;
  for (const [id, entry] of bySchool) {
    const ref = inspectionRef(id);
    const before = held.get(ref.partition);
    if (before && InspectionRecord.parse(before.body).fileAsAt > ofsted.asAt.fileAsAt) newerHeld += 1;
    else changes[plan.put(ref, INSPECTION_TYPE, recordOf(id, entry, ofsted), before)] += 1;
  }
  return { changes, matched: bySchool.size, unmatched, elsewhere, newerHeld };
}

function recordOf(school: SchoolId, entry: OfstedEntry, { asAt }: OfstedFile): InspectionRecord {
  const { urn, inspections, mostRecentConcern, link } = entry;
  return InspectionRecord.parse({
    v: 1,
    school,
    urn,
    ...asAt,
    inspections,
    ...(mostRecentConcern === undefined ? {} : { mostRecentConcern }),
    ...(link === undefined ? {} : { link }),
  });
}

function hint(entry: OfstedEntry, byLaestab: ReadonlyMap<string, School>): string {
  const missing = `No school with URN ${entry.urn} (${entry.name}) is held here.`;
  const twin = byLaestab.get(entry.laestab ?? 'none');
  return twin
    ? `${missing} ${twin.name}, URN ${twin.urn}, has the same LAESTAB ${entry.laestab}: it may have converted. Import a newer register and links file.`
    : `${missing} Import a newer register file if it should be.`;
}

/** The first three digits of a LAESTAB. */
function authorityOf(laestab: string): string {
  return laestab.slice(0, 3);
}

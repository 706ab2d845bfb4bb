import { Temporal } from 'temporal-polyfill';
import { type AcademicYear, academicYearOf, yearBefore } from '../core/academic-year.ts';
import { SchoolId } from '../core/ids.ts';
import { INSPECTION_TYPE, InspectionRecord, inspectionRef } from '../core/inspection.ts';
import { School } from '../core/school.ts';
import type { JsonObject, Write } from '../core/store.ts';
import {
  Communicated,
  communicatedWrite,
  Pending,
  Plan,
  pendingWrite,
  planWrite,
} from '../features/categories/index.ts';
import { ledgerWrite, Visit, VisitLedger } from '../features/visits/index.ts';
import type { Days } from './days.ts';
import { inspectionsOf } from './inspections.ts';
import type { Scene } from './scene.ts';

/** Every record of the scene, as writes by school: each school's go in one commit. */
export function schoolWrites(scene: Scene, days: Days, framework: string): ReadonlyMap<SchoolId, readonly Write[]> {
  const writes = new Map<SchoolId, Write[]>();
  const add = (school: string, write: Write) => {
    const id = SchoolId.parse(school);
    writes.set(id, [...(writes.get(id) ?? []), write]);
  };
  for (const entry of scene.schools) {
    const school = School.parse({ ...entry, v: 1, formerUrns: [], status: 'open' });
    add(entry.id, put(`school:${entry.id}`, 'school', 'school', school));
  }
  for (const entry of scene.categories) {
    const assignment = Communicated.parse({
      ...assignmentOf(entry, days, framework),
      state: 'communicated',
      ratified: act(entry.ratified, days),
      communicated: act(entry.communicated, days),
    });
    add(entry.school, communicatedWrite(assignment));
  }
  for (const entry of scene.pending) {
    const pending = Pending.parse({
      ...assignmentOf(entry, days, framework),
      state: 'ratified',
      ratified: act(entry.ratified, days),
    });
    add(entry.school, pendingWrite(pending));
  }
  for (const entry of scene.previous) add(entry.school, communicatedWrite(lastYears(entry, days, framework)));
  for (const entry of scene.visits) {
    for (const ledger of ledgersOf(entry, days)) add(entry.school, ledgerWrite(ledger));
  }
  for (const { school, milestones, ...plan } of scene.plans) {
    const dated = milestones.map(({ inDays, ...milestone }) => ({ ...milestone, due: days.on(inDays) }));
    add(school, planWrite(Plan.parse({ v: 1, school, academicYear: days.year, ...plan, milestones: dated })));
  }
  for (const [school, record] of inspectionsOf(scene, days)) {
    const ref = inspectionRef(school);
    add(school, put(ref.partition, ref.id, INSPECTION_TYPE, InspectionRecord.parse(record)));
  }
  return writes;
}

/** What was held counts this year; what is planned may fall in the next, and then stands in that year's ledger. */
function ledgersOf(entry: Scene['visits'][number], days: Days): readonly VisitLedger[] {
  const byYear = new Map<AcademicYear, Visit[]>([[days.year, []]]);
  for (const [index, { inDays, ...visit }] of entry.visits.entries()) {
    const date = visit.status === 'held' ? days.held(inDays) : days.planned(inDays);
    const year = academicYearOf(Temporal.PlainDate.from(date));
    const dated = Visit.parse({ ...visit, id: `demo-${index}`, date, adviser: entry.adviser });
    byYear.set(year, [...(byYear.get(year) ?? []), dated]);
  }
  return [...byYear].map(([academicYear, visits]) =>
    VisitLedger.parse({ v: 1, school: entry.school, academicYear, visits }),
  );
}

function assignmentOf(entry: Scene['pending'][number], days: Days, framework: string) {
  return {
    v: 1,
    school: entry.school,
    framework,
    level: entry.level,
    academicYear: days.year,
    reasons: entry.reasons,
    proposed: act(entry.proposed, days),
  };
}

function lastYears(entry: Scene['previous'][number], days: Days, framework: string): Communicated {
  const year = yearBefore(days.year);
  const on = (month: number, day: number) => new Temporal.PlainDate(Number(year.slice(0, 4)), month, day).toString();
  return Communicated.parse({
    v: 1,
    school: entry.school,
    framework,
    level: entry.level,
    academicYear: year,
    reasons: [],
    state: 'communicated',
    proposed: { by: 'Priya Nair', at: on(9, 22) },
    ratified: { by: 'Helen Marsh', at: on(10, 6) },
    communicated: { by: 'Priya Nair', at: on(10, 10) },
  });
}

function act(entry: Scene['pending'][number]['proposed'], days: Days) {
  const { inDays, ...who } = entry;
  return { ...who, at: days.on(inDays) };
}

function put(partition: string, id: string, type: string, body: JsonObject): Write {
  return { kind: 'put', ref: { partition, id }, type, body, guard: 'any' };
}

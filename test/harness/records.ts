import { AcademicYear, startOf } from '../../src/core/academic-year.ts';
import { SchoolId } from '../../src/core/ids.ts';
import { INSPECTION_TYPE, InspectionRecord, inspectionRef } from '../../src/core/inspection.ts';
import { personRef } from '../../src/core/linking.ts';
import { type Grant, Person, type Role } from '../../src/core/people.ts';
import { School } from '../../src/core/school.ts';
import type { JsonObject, Write } from '../../src/core/store.ts';
import {
  Communicated,
  communicatedWrite,
  Pending,
  Plan,
  pendingWrite,
  planWrite,
} from '../../src/features/categories/index.ts';
import { ledgerWrite, Visit, VisitLedger } from '../../src/features/visits/index.ts';

export const THIS_YEAR = AcademicYear.parse('2026-27');
export const LAST_YEAR = AcademicYear.parse('2025-26');

/** An invented school. Every name in tests is made up; no level is ever attached to a real one. */
export function schoolWrite(id: string, more: Partial<Record<keyof School, unknown>> = {}): Write {
  const school = School.parse({
    v: 1,
    id,
    urn: String(990100 + (hashOf(id) % 800)),
    formerUrns: [],
    name: `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')} School`,
    aliases: [],
    phase: 'primary',
    governance: 'community',
    status: 'open',
    ...more,
  });
  return put(`school:${id}`, 'school', 'school', school);
}

type Held = readonly [role: Role, scope: string, from?: string, to?: string];

/** `grants`: ["headteacher", "school:alder"], ["head_of_service", "authority"]; from 2020-09-01 unless told. */
export function personOf(
  id: string,
  grants: readonly Held[],
  more: Partial<Record<keyof Person, unknown>> = {},
): Person {
  return Person.parse({
    v: 1,
    id,
    displayName: `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`,
    grants: grants.map(grantOf),
    ...more,
  });
}

function grantOf([role, scope, from = '2020-09-01', to]: Held): Record<keyof Grant, unknown> {
  const [type, id] = scope.split(':');
  return { role, scope: id === undefined ? { type } : { type, id }, from, ...(to ? { to } : {}) } as never;
}

export function personWrite(person: Person): Write {
  return put(personRef(person.id).partition, 'person', 'person', person);
}

const ACT = { by: 'Somebody', at: '2026-10-01' };

export function levelWrite(
  school: string,
  level: string,
  more: Partial<Record<keyof Communicated, unknown>> = {},
): Write {
  return communicatedWrite(
    Communicated.parse({
      v: 1,
      school,
      framework: 'leeds-2013',
      level,
      academicYear: THIS_YEAR,
      reasons: [],
      proposed: ACT,
      ratified: ACT,
      communicated: ACT,
      state: 'communicated',
      ...more,
    }),
  );
}

/** A level on its way to a school: ratified unless told otherwise. */
export function waitingWrite(school: string, level: string, state: 'proposed' | 'ratified' = 'ratified'): Write {
  return pendingWrite(
    Pending.parse({
      v: 1,
      school,
      framework: 'leeds-2013',
      level,
      academicYear: THIS_YEAR,
      reasons: [],
      proposed: ACT,
      ...(state === 'ratified' ? { ratified: ACT } : {}),
      state,
    }),
  );
}

/** "2026-11-02 held", "2026-11-02 held x2", "2026-12-09 planned core uncounted". Core, counted and one half-day unless told. */
export function visitsWrite(school: string, visits: readonly string[], year: AcademicYear = THIS_YEAR): Write {
  return ledgerWrite(ledgerOf(school, visits, year));
}

export function ledgerOf(
  school: string,
  visits: readonly string[],
  academicYear: AcademicYear = THIS_YEAR,
): VisitLedger {
  return VisitLedger.parse({ v: 1, school, academicYear, visits: visits.map((words, index) => visitOf(words, index)) });
}

function visitOf(words: string, index: number): Visit {
  const [date, status, ...rest] = words.split(' ');
  return Visit.parse({
    id: `v${index}`,
    date,
    status,
    halfDays: Number(rest.find((word) => /^x\d+$/.test(word))?.slice(1) ?? 1),
    kind: rest.find((word) => Visit.options[0].shape.kind.safeParse(word).success) ?? 'core',
    counted: !rest.includes('uncounted'),
  });
}

/** So many half-days of core visits, all in the first weeks of the year. */
export function heldVisits(school: string, halfDays: number, year: AcademicYear = THIS_YEAR): Write {
  const first = startOf(year);
  return visitsWrite(
    school,
    Array.from({ length: halfDays }, (_, index) => `${first.add({ days: index + 7 }).toString()} held`),
    year,
  );
}

export function actionPlanWrite(school: string, more: Partial<Record<keyof Plan, unknown>> = {}): Write {
  return planWrite(
    Plan.parse({ v: 1, school, academicYear: THIS_YEAR, title: 'Action plan', milestones: [], ...more }),
  );
}

export function inspectionWrite(school: string, inspections: readonly unknown[], more: JsonObject = {}): Write {
  const ref = inspectionRef(SchoolId.parse(school));
  const record = inspectionOf(school, inspections, more);
  return put(ref.partition, ref.id, INSPECTION_TYPE, record);
}

export function inspectionOf(school: string, inspections: readonly unknown[], more: JsonObject = {}): InspectionRecord {
  return InspectionRecord.parse({
    v: 1,
    school,
    urn: '990100',
    fileAsAt: '2026-10-31',
    fileAsAtFrom: 'file_name',
    inspections,
    ...more,
  });
}

export function put(partition: string, id: string, type: string, body: JsonObject): Write {
  return { kind: 'put', ref: { partition, id }, type, body, guard: 'any' };
}

function hashOf(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_003, 7);
}

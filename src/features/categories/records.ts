import type { AcademicYear } from '../../core/academic-year.ts';
import type { SchoolId } from '../../core/ids.ts';
import { readOnce } from '../../core/read-once.ts';
import { School } from '../../core/school.ts';
import type { Ref, Store, Write } from '../../core/store.ts';
import { Communicated, Pending, Plan } from './schema.ts';

export const CATEGORY_TYPE = 'category';

export function schoolPartition(school: SchoolId): string {
  return `school:${school}`;
}

export function schoolRef(school: SchoolId): Ref {
  return { partition: schoolPartition(school), id: 'school' };
}

/**
 * Communicated and pending levels are separate documents: answering a school never even reads what it has not been told.
 */
function communicatedRef(school: SchoolId, year: AcademicYear): Ref {
  return { partition: schoolPartition(school), id: `category/${year}` };
}

function pendingRef(school: SchoolId): Ref {
  return { partition: schoolPartition(school), id: 'category-pending' };
}

function planRef(school: SchoolId, year: AcademicYear): Ref {
  return { partition: schoolPartition(school), id: `plan/${year}` };
}

const asSchool = readOnce(School);
const asCommunicated = readOnce(Communicated);
const asPlan = readOnce(Plan);

export async function readSchool(store: Store, school: SchoolId): Promise<School | undefined> {
  const found = await store.get(schoolRef(school));
  return found ? asSchool(found.body) : undefined;
}

export async function readCommunicated(
  store: Store,
  school: SchoolId,
  year: AcademicYear,
): Promise<Communicated | undefined> {
  const found = await store.get(communicatedRef(school, year));
  return found ? asCommunicated(found.body) : undefined;
}

export async function readPlan(store: Store, school: SchoolId, year: AcademicYear): Promise<Plan | undefined> {
  const found = await store.get(planRef(school, year));
  return found ? asPlan(found.body) : undefined;
}

export function communicatedWrite(assignment: Communicated): Extract<Write, { kind: 'put' }> {
  const body = Communicated.parse(assignment);
  return {
    kind: 'put',
    ref: communicatedRef(body.school, body.academicYear),
    type: CATEGORY_TYPE,
    body,
    guard: 'any',
  };
}

export function pendingWrite(assignment: Pending): Write {
  const body = Pending.parse(assignment);
  return { kind: 'put', ref: pendingRef(body.school), type: 'category-pending', body, guard: 'any' };
}

export function planWrite(plan: Plan): Write {
  const body = Plan.parse(plan);
  return { kind: 'put', ref: planRef(body.school, body.academicYear), type: 'plan', body, guard: 'any' };
}

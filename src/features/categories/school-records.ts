import type { Temporal } from 'temporal-polyfill';
import { academicYearOf, endOf, yearBefore } from '../../core/academic-year.ts';
import type { SchoolId } from '../../core/ids.ts';
import { InspectionRecord, inspectionRef } from '../../core/inspection.ts';
import { readOnce } from '../../core/read-once.ts';
import type { Store } from '../../core/store.ts';
import { lastVisit, nextVisit, readLedger, type Visit, type VisitLedger } from '../visits/index.ts';
import { readCommunicated, readPlan } from './records.ts';
import type { Communicated, Plan } from './schema.ts';

/** Which kinds of record the viewer may be told of. What may not be told is not read. */
export interface Telling {
  readonly level: boolean;
  readonly visits: boolean;
  readonly jointReviewGroup: boolean;
  readonly plan: boolean;
  readonly inspection: boolean;
}

export interface SchoolRecords {
  readonly year: string;
  readonly current?: Communicated;
  readonly previous?: Communicated;
  readonly ledger: VisitLedger;
  readonly last: Visit | undefined;
  readonly next: Visit | undefined;
  readonly plan: Plan | undefined;
  readonly inspection: InspectionRecord | undefined;
}

/** All that one school's card is made of: point reads only, side by side. */
export async function readSchoolRecords(
  store: Store,
  school: SchoolId,
  today: Temporal.PlainDate,
  may: Telling,
): Promise<SchoolRecords> {
  const year = academicYearOf(today);
  const [current, previous, visits, plan, inspection] = await Promise.all([
    may.level ? readCommunicated(store, school, year) : undefined,
    may.level ? readCommunicated(store, school, yearBefore(year)) : undefined,
    readVisits(store, school, today, may),
    may.plan ? readPlan(store, school, year) : undefined,
    may.inspection ? readInspection(store, school) : undefined,
  ]);
  return {
    year,
    ...visits,
    plan,
    inspection,
    ...(current ? { current } : {}),
    ...(previous ? { previous } : {}),
  };
}

/** The year's visits; the last and the next one are looked for beyond its ends, as people do in July and in September. */
async function readVisits(
  store: Store,
  school: SchoolId,
  today: Temporal.PlainDate,
  may: Telling,
): Promise<Pick<SchoolRecords, 'ledger' | 'last' | 'next'>> {
  const year = academicYearOf(today);
  if (!may.visits) {
    return { ledger: { v: 1, school, academicYear: year, visits: [] }, last: undefined, next: undefined };
  }
  const read = async (of: typeof year) => tellable(await readLedger(store, school, of), may);
  const ledger = await read(year);
  return {
    ledger,
    last: lastVisit(ledger, today) ?? lastVisit(await read(yearBefore(year)), today),
    next: nextVisit(ledger, today) ?? nextVisit(await read(academicYearOf(endOf(year).add({ days: 1 }))), today),
  };
}

/** That a school has a joint review group is a fact of its own, and a visit to one would tell it. */
function tellable(ledger: VisitLedger, may: Telling): VisitLedger {
  if (may.jointReviewGroup) return ledger;
  return { ...ledger, visits: ledger.visits.filter((visit) => visit.kind !== 'joint_review_group') };
}

const asInspections = readOnce(InspectionRecord);

async function readInspection(store: Store, school: SchoolId): Promise<InspectionRecord | undefined> {
  const found = await store.get(inspectionRef(school));
  return found ? asInspections(found.body) : undefined;
}

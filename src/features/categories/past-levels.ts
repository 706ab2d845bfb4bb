import type { SchoolId } from '../../core/ids.ts';
import type { Store, Write } from '../../core/store.ts';
import { CATEGORY_TYPE, communicatedWrite, schoolPartition } from './records.ts';
import { Communicated, Superseded } from './schema.ts';

const HISTORY_TYPE = 'category-history';
/** Far more than any school has in the years records are kept. */
const MOST = 500;

/**
 * Everything a school was ever told, as it was told: each year's level, and those another took the place of within a year.
 * What waits to be told is another document, and never read here.
 */
export async function readToldLevels(
  store: Store,
  school: SchoolId,
): Promise<{ readonly told: readonly Communicated[]; readonly past: readonly Superseded[] }> {
  const partition = schoolPartition(school);
  const [told, past] = await Promise.all([
    store.query({ type: CATEGORY_TYPE, partition, limit: MOST }),
    store.query({ type: HISTORY_TYPE, partition, limit: MOST }),
  ]);
  return {
    told: told.items.map((item) => Communicated.parse(item.body)),
    past: past.items.map((item) => Superseded.parse(item.body)),
  };
}

/**
 * The writes that put a level on record as told to the school. When another stands there for that year, it is kept beside it,
 * as it was, in the same commit. Nothing, when this is an older level of the year that another has since taken the place of:
 * an old file imported again does not turn time back. `today` is the day of writing.
 */
export async function communicatedWrites(
  store: Store,
  assignment: Communicated,
  today: string,
): Promise<readonly Write[]> {
  const next = communicatedWrite(assignment);
  const found = await store.get(next.ref);
  if (!found) return [{ ...next, guard: 'must-not-exist' }];
  const instead = { ...next, guard: { etag: found.etag } } as const;
  const held = Communicated.parse(found.body);
  if (isSameTelling(held, assignment)) return [instead];
  const { past } = await readToldLevels(store, assignment.school);
  if (past.some((each) => each.because === 'changed' && isSameTelling(each, assignment))) return [];
  const changed = assignment.communicated.at > held.communicated.at;
  // The same level with an earlier day: only the day was wrong, and nobody was ever told anything else.
  if (!changed && isSameLevel(held, assignment)) return [instead];
  const kept: Superseded = {
    ...held,
    state: 'superseded',
    supersededOn: changed ? assignment.communicated.at : today,
    because: changed ? 'changed' : 'corrected',
  };
  const number = past.filter((each) => each.academicYear === assignment.academicYear).length + 1;
  return [instead, historyWrite(kept, number)];
}

function historyWrite(superseded: Superseded, number: number): Write {
  const body = Superseded.parse(superseded);
  const id = `category-history/${body.academicYear}/${String(number).padStart(3, '0')}`;
  return {
    kind: 'put',
    ref: { partition: schoolPartition(body.school), id },
    type: HISTORY_TYPE,
    body,
    guard: 'must-not-exist',
  };
}

type Telling = Pick<Communicated, 'framework' | 'level' | 'communicated'>;

function isSameTelling(one: Telling, other: Telling): boolean {
  return isSameLevel(one, other) && one.communicated.at === other.communicated.at;
}

function isSameLevel(one: Telling, other: Telling): boolean {
  return one.framework === other.framework && one.level === other.level;
}

import type { Temporal } from 'temporal-polyfill';
import type { Framework } from './core/framework.ts';
import { levelByKey } from './core/framework-lookups.ts';
import type { SchoolId } from './core/ids.ts';
import type { Store, Write } from './core/store.ts';
import {
  type Communicated,
  communicatedWrites,
  Pending,
  Plan,
  pendingWrite,
  planWrite,
} from './features/categories/index.ts';
import type { CategoryRow, CategoryRowSink } from './importing/categories/category-row.ts';
import type { SinkPlan } from './importing/writing/row-sink.ts';
import { settle } from './importing/writing/settle.ts';

/**
 * Makes category records of an import's rows, under the framework in force. A level that was on its way and has now been
 * communicated is on its way no longer; one that another takes the place of is kept as it was; nothing is ever taken away.
 */
export function recordCategoryRows(store: Store, framework: Framework, today: Temporal.PlainDate): CategoryRowSink {
  return async (rows) => {
    const commits: SinkPlan['commits'][number][] = [];
    let unchanged = 0;
    for (const some of bySchool(rows).values()) {
      const { change, writes } = await settle(store, await writesFor(store, some, framework, today));
      if (change === 'unchanged') unchanged += 1;
      else commits.push({ change, writes });
    }
    return { commits, unchanged, refused: [] };
  };
}

function bySchool(rows: readonly CategoryRow[]): ReadonlyMap<SchoolId, readonly CategoryRow[]> {
  const schools = new Map<SchoolId, CategoryRow[]>();
  for (const row of rows) schools.set(row.school, [...(schools.get(row.school) ?? []), row]);
  return schools;
}

/** Everything the file says of one school, each record once: one that arrives and one newly on its way share a place. */
async function writesFor(
  store: Store,
  rows: readonly CategoryRow[],
  framework: Framework,
  today: Temporal.PlainDate,
): Promise<readonly Write[]> {
  const byPlace = new Map<string, Write>();
  for (const row of rows) {
    for (const write of await noLongerPending(store, row, framework)) byPlace.set(write.ref.id, write);
  }
  for (const row of rows) {
    const writes = [...(await levelWrites(store, row, framework, today)), ...(await planWrites(store, row, framework))];
    for (const write of writes) byPlace.set(write.ref.id, write);
  }
  return [...byPlace.values()];
}

async function levelWrites(
  store: Store,
  row: CategoryRow,
  framework: Framework,
  today: Temporal.PlainDate,
): Promise<readonly Write[]> {
  switch (row.state) {
    case 'proposed':
      return [pendingWrite({ ...common(row, framework), state: row.state })];
    case 'ratified':
      return [pendingWrite({ ...common(row, framework), state: row.state, ratified: row.ratified })];
    case 'communicated': {
      const { state, ratified, communicated } = row;
      const assignment = { ...common(row, framework), state, ratified, communicated };
      return communicatedWrites(store, assignment, today.toString());
    }
  }
}

function common({ school, level, academicYear, reasons, proposed }: CategoryRow, framework: Framework) {
  const label = levelByKey(framework, level)?.label;
  return {
    v: 1,
    school,
    framework: framework.id,
    level,
    ...(label === undefined ? {} : { label }),
    academicYear,
    reasons: [...reasons],
    proposed,
  } satisfies Partial<Communicated>;
}

/** Only what was on its way before the school was told has arrived: an old file says nothing of a newer proposal. */
async function noLongerPending(store: Store, row: CategoryRow, framework: Framework): Promise<readonly Write[]> {
  if (row.state !== 'communicated') return [];
  const { ref } = pendingWrite({ ...common(row, framework), state: 'proposed' });
  const held = await store.get(ref);
  const pending = held && Pending.parse(held.body);
  const arrived =
    pending?.level === row.level &&
    pending.academicYear === row.academicYear &&
    pending.proposed.at <= row.communicated.at;
  return held && arrived ? [{ kind: 'delete', ref, guard: { etag: held.etag } }] : [];
}

/** The number of half-days the plan states; what else is known of the plan stays. */
async function planWrites(store: Store, row: CategoryRow, framework: Framework): Promise<readonly Write[]> {
  const { school, academicYear, planHalfDays } = row;
  if (planHalfDays === undefined) return [];
  const title = framework.terms.actionPlan.singular;
  const first: Plan = { v: 1, school, academicYear, title, statedHalfDays: planHalfDays, milestones: [] };
  const held = await store.get(planWrite(first).ref);
  return [planWrite(held ? { ...Plan.parse(held.body), statedHalfDays: planHalfDays } : first)];
}

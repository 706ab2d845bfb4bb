import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { AcademicYear } from '../../src/core/academic-year.ts';
import { PersonId, SchoolId } from '../../src/core/ids.ts';
import type { Store } from '../../src/core/store.ts';
import { ledgerWrite, readLedger } from '../../src/features/visits/index.ts';
import type { CategoryRow } from '../../src/importing/categories/category-row.ts';
import type { VisitRow } from '../../src/importing/visits/visit-row.ts';
import type { RowSink } from '../../src/importing/writing/row-sink.ts';
import { loadFramework } from '../../src/partnership/load-framework.ts';
import { recordCategoryRows } from '../../src/record-category-rows.ts';
import { recordVisitRows } from '../../src/record-visit-rows.ts';
import { openMemory } from './support/importing.ts';

const framework = loadFramework({
  id: 'leeds-2013',
  root: fileURLToPath(new URL('../../partnerships', import.meta.url)),
});
const school = SchoolId.parse('northcliffe');
const academicYear = AcademicYear.parse('2026-27');

let store: Store;
beforeEach(() => {
  store = openMemory();
});

async function take<Row>(sink: RowSink<Row>, ...rows: readonly Row[]) {
  const plan = await sink(rows);
  for (const { writes } of plan.commits) expect(await store.commit(writes)).toMatchObject({ outcome: 'committed' });
  return { changes: plan.commits.map(({ change }) => change), unchanged: plan.unchanged };
}

const act = { by: 'Priya Nair', person: PersonId.parse('adviser-north'), at: '2026-09-18' };
const common = { line: 2, school, academicYear, level: '3', reasons: [{ criterion: 'xii' }], proposed: act };
const proposed: CategoryRow = { ...common, state: 'proposed' };
const communicated: CategoryRow = { ...common, state: 'communicated', ratified: act, communicated: act };
const told = { partition: 'school:northcliffe', id: 'category/2026-27' };
const onItsWay = { partition: 'school:northcliffe', id: 'category-pending' };

describe('a category that is imported', () => {
  const sink = () => recordCategoryRows(store, framework);

  it('is on its way until somebody has told the school', async () => {
    await take(sink(), proposed);
    expect((await store.get(onItsWay))?.body).toMatchObject({ state: 'proposed', level: '3', framework: 'leeds-2013' });
    expect(await store.get(told)).toBeUndefined();
    await take(sink(), { ...common, state: 'ratified', ratified: act });
    expect((await store.get(onItsWay))?.body).toMatchObject({ state: 'ratified' });
    expect(await store.get(told)).toBeUndefined();
  });

  it('is on its way no longer once it is communicated', async () => {
    await take(sink(), proposed);
    await take(sink(), communicated);
    expect((await store.get(told))?.body).toMatchObject({ state: 'communicated', level: '3', communicated: act });
    expect(await store.get(onItsWay)).toBeUndefined();
  });

  it('leaves another level on its way alone, from before or from the same file', async () => {
    await take(sink(), { ...proposed, level: '4' });
    await take(sink(), communicated);
    expect((await store.get(onItsWay))?.body).toMatchObject({ level: '4' });
    await take(sink(), { ...proposed, level: '3' });
    await take(sink(), communicated, { ...proposed, level: '5' });
    expect((await store.get(onItsWay))?.body).toMatchObject({ level: '5' });
  });

  it('states the half-days of the plan, and takes nothing else from it', async () => {
    await take(sink(), { ...communicated, planHalfDays: 12 });
    const plan = { partition: 'school:northcliffe', id: 'plan/2026-27' };
    expect((await store.get(plan))?.body).toMatchObject({ title: 'Raising Attainment Plan', statedHalfDays: 12 });
    const milestones = [{ text: 'Phonics', due: '2027-03-01', status: 'on_track' }];
    const body = { ...(await store.get(plan))?.body, milestones };
    await store.commit([{ kind: 'put', ref: plan, type: 'plan', body, guard: 'any' }]);
    await take(sink(), { ...communicated, planHalfDays: 14 });
    expect((await store.get(plan))?.body).toMatchObject({ statedHalfDays: 14, milestones });
  });

  it('changes nothing the second time', async () => {
    const rows = [
      { ...communicated, planHalfDays: 12 },
      { ...proposed, level: '4' },
    ];
    expect(await take(sink(), ...rows)).toEqual({ changes: ['new'], unchanged: 0 });
    expect(await take(sink(), ...rows)).toEqual({ changes: [], unchanged: 1 });
  });
});

describe('visits that are imported', () => {
  const sink = () => recordVisitRows(store);
  const visit: VisitRow = {
    line: 2,
    school,
    academicYear,
    date: '2026-10-14',
    halfDays: 1,
    kind: 'core',
    status: 'held',
    counted: true,
    ordinal: 1,
  };
  const visits = async () => (await readLedger(store, school, academicYear)).visits;

  it('are in the ledger of their year in order of day', async () => {
    expect(await take(sink(), { ...visit, date: '2026-11-04' }, visit)).toEqual({ changes: ['new'], unchanged: 0 });
    expect((await visits()).map(({ date }) => date)).toEqual(['2026-10-14', '2026-11-04']);
  });

  it('change nothing the second time, and are corrected by a corrected row', async () => {
    await take(sink(), visit);
    expect(await take(sink(), visit)).toEqual({ changes: [], unchanged: 1 });
    await take(sink(), { ...visit, halfDays: 2, focus: 'Reading' });
    expect(await visits()).toMatchObject([{ halfDays: 2, focus: 'Reading' }]);
  });

  it('never count again one that was recorded in conversation, nor take one away', async () => {
    const said = {
      id: 'turn-1',
      date: '2026-10-14',
      halfDays: 2,
      kind: 'core',
      counted: true,
      status: 'held',
    } as const;
    await store.commit([ledgerWrite({ v: 1, school, academicYear, visits: [said] })]);
    await take(sink(), visit, { ...visit, kind: 'additional' });
    expect(await visits()).toMatchObject([{ id: 'turn-1', halfDays: 2 }, { kind: 'additional' }]);
    await take(sink(), { ...visit, date: '2026-11-04' });
    expect(await visits()).toHaveLength(3);
  });
});

import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
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
const TODAY = Temporal.PlainDate.from('2026-11-18');
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
  const sink = () => recordCategoryRows(store, framework, TODAY);

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

describe('a level that another takes the place of', () => {
  const sink = () => recordCategoryRows(store, framework, TODAY);
  const on = (at: string, level: string, more: object = {}): CategoryRow => ({
    ...common,
    level,
    state: 'communicated',
    ratified: act,
    communicated: { ...act, at },
    ...more,
  });
  const kept = async () =>
    (await store.query({ type: 'category-history' })).items.map(({ body }) => [
      body.level,
      body.label,
      body.state,
      body.because,
      body.supersededOn,
    ]);

  it('is kept as it was, in the same commit', async () => {
    await take(sink(), on('2026-09-20', '2', { reasons: [{ note: 'As it was said then.' }] }));
    const plan = await sink()([on('2026-11-10', '3')]);
    expect(plan.commits.map(({ writes }) => writes.map((write) => write.ref.id))).toEqual([
      ['category/2026-27', 'category-history/2026-27/001'],
    ]);
    await take(sink(), on('2026-11-10', '3'));
    const [past] = (await store.query({ type: 'category-history' })).items;
    expect(past?.body).toMatchObject({
      framework: 'leeds-2013',
      level: '2',
      label: 'Category 2',
      communicated: { at: '2026-09-20' },
      reasons: [{ note: 'As it was said then.' }],
    });
    expect(await kept()).toEqual([['2', 'Category 2', 'superseded', 'changed', '2026-11-10']]);
    expect((await store.get(told))?.body).toMatchObject({ level: '3', state: 'communicated' });
  });

  it('is kept each time, and an old file imported again does not turn time back', async () => {
    for (const row of [on('2026-09-20', '2'), on('2026-10-10', '3'), on('2026-11-10', '2')]) await take(sink(), row);
    expect((await kept()).map(([level]) => level)).toEqual(['2', '3']);
    expect(await take(sink(), on('2026-10-10', '3'))).toEqual({ changes: [], unchanged: 1 });
    expect((await store.get(told))?.body).toMatchObject({ level: '2', communicated: { at: '2026-11-10' } });
  });

  it('is kept as a correction where the day says that the school was never told it after', async () => {
    await take(sink(), on('2026-09-20', '4'));
    await take(sink(), on('2026-09-20', '3'));
    expect(await kept()).toEqual([['4', 'Category 4', 'superseded', 'corrected', '2026-11-18']]);
  });

  it('is no other level when only a day, a name or a reason is put right', async () => {
    await take(sink(), on('2026-09-20', '3'));
    await take(sink(), on('2026-09-18', '3'));
    await take(sink(), on('2026-09-18', '3', { reasons: [{ note: 'Better said.' }] }));
    expect(await kept()).toEqual([]);
    expect((await store.get(told))?.body).toMatchObject({ communicated: { at: '2026-09-18' } });
  });

  it('is kept when the same level is told again, later', async () => {
    await take(sink(), on('2026-09-20', '3'));
    await take(sink(), on('2026-11-10', '3'));
    expect(await kept()).toEqual([['3', 'Category 3', 'superseded', 'changed', '2026-11-10']]);
  });

  it('from before levels had a label gets one, and no history', async () => {
    const { label, ...body } = { label: '', ...(await levelOf(on('2026-09-20', '3'))) };
    await store.commit([{ kind: 'put', ref: told, type: 'category', body, guard: 'any' }]);
    expect(await take(sink(), on('2026-09-20', '3'))).toMatchObject({ changes: ['changed'] });
    expect((await store.get(told))?.body.label).toBe('Category 3');
    expect([label, await kept()]).toEqual(['Category 3', []]);
  });

  it('is not lost to somebody who writes at the same moment', async () => {
    await take(sink(), on('2026-09-20', '2'));
    const plan = await sink()([on('2026-11-10', '3')]);
    await take(sink(), on('2026-10-10', '4'));
    const results = await Promise.all(plan.commits.map(({ writes }) => store.commit(writes)));
    expect(results).toMatchObject([{ outcome: 'conflict' }]);
    expect((await kept()).map(([level]) => level)).toEqual(['2']);
  });

  it('is not lost to somebody who writes between its being read and its being settled', async () => {
    await take(sink(), on('2026-09-20', '2'));
    const { get } = store;
    let reads = 0;
    store.get = async (ref) => {
      reads += ref.id === told.id ? 1 : 0;
      if (reads === 2 && ref.id === told.id) {
        store.get = get;
        await take(sink(), on('2026-10-10', '4'));
      }
      return get.call(store, ref);
    };
    const plan = await sink()([on('2026-11-10', '3')]);
    const results = await Promise.all(plan.commits.map(({ writes }) => store.commit(writes)));
    expect(results).toMatchObject([{ outcome: 'conflict' }]);
    expect((await store.get(told))?.body).toMatchObject({ level: '4' });
  });

  it('leaves a newer proposal of the same level alone', async () => {
    await take(sink(), { ...proposed, level: '3', proposed: { ...act, at: '2026-11-12' } });
    await take(sink(), on('2026-09-20', '3'));
    expect((await store.get(onItsWay))?.body).toMatchObject({ level: '3' });
  });

  async function levelOf(row: CategoryRow) {
    const [commit] = (await sink()([row])).commits;
    const [write] = commit?.writes ?? [];
    return write?.kind === 'put' ? write.body : {};
  }
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

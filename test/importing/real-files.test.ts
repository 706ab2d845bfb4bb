import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { PersonId } from '../../src/core/ids.ts';
import { InspectionRecord } from '../../src/core/inspection.ts';
import { personRef } from '../../src/core/linking.ts';
import { Person } from '../../src/core/people.ts';
import type { Store } from '../../src/core/store.ts';
import { confirmConversion } from '../../src/importing/conversions/decide-conversion.ts';
import { RENEWED } from '../../src/importing/ofsted/renewed-layout.ts';
import { openTable } from '../../src/importing/reading/open-table.ts';
import type { ImportReport } from '../../src/importing/report.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { importInto, NOW, openMemory, schoolByUrn } from './support/importing.ts';

const DATA = resolve(process.env.SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)));
const data = (name: string) => join(DATA, name);
const LEEDS = { gias: data('gias-leeds.csv'), links: data('gias-links-leeds.csv'), ofsted: data('ofsted-leeds.csv') };
const absent = !existsSync(LEEDS.gias);
const named = (name: string) =>
  absent ? `${name} (skipped: the public data files are not beside this repository)` : name;

describe.skipIf(absent)(named('the public files of Leeds'), () => {
  let store: Store;
  let report: ImportReport;
  beforeAll(async () => {
    store = openSqliteStore({ file: ':memory:', clock: { now: () => NOW } });
    report = await importInto(store, LEEDS);
    return () => store.close();
  });

  const inspections = async (urn: string) => {
    const { items } = await store.query({ type: 'inspection', where: [{ field: 'urn', eq: urn }] });
    return InspectionRecord.parse(items[0]?.body);
  };

  it('come in whole, with no row rejected', () => {
    expect(report.rejects).toEqual([]);
    expect(report.parts.register?.read.rowsRead).toBe(771);
    expect(report.parts.register?.taken).toMatchObject({ changes: { new: 725 }, open: 282, closed: 443 });
    expect(Object.fromEntries(report.parts.register?.read.leftOut ?? [])).toEqual({
      'Independent schools': 33,
      Universities: 5,
      'Other types': 8,
    });
  });

  it('change nothing the second time', async () => {
    expect(await importInto(store, LEEDS)).toMatchObject({ outcome: 'nothing_changed', written: { committed: 0 } });
  });

  it('have Ofsted’s facts for the schools the register of 2023 knows, and tell of the 17 that opened since', () => {
    expect(report.parts.ofsted?.taken).toMatchObject({ matched: 262, elsewhere: 0 });
    expect(report.unmatched).toHaveLength(17);
    expect(report.unmatched.map(({ reason }) => reason)).toContainEqual(
      expect.stringContaining('Ashfield Primary School, URN 107877, has the same LAESTAB 3832401'),
    );
  });

  it('tell the schemes apart as the file does', async () => {
    const { items } = await store.query({ type: 'inspection', limit: 1000 });
    const records = items.map(({ body }) => InspectionRecord.parse(body));
    const all = records.flatMap((record) => record.inspections);
    expect(all.filter(({ scheme }) => scheme === 'report_card')).toHaveLength(2);
    expect(all.some((one) => one.scheme === 'oeif_graded' && one.overall.is === 'not_judged')).toBe(true);
    expect(records.filter((record) => record.inspections.length === 0).length).toBeGreaterThan(0);
    const card = (await inspections('107848')).inspections[0];
    expect(card).toMatchObject({ scheme: 'report_card', safeguarding: { judgement: { is: 'grade', text: 'Met' } } });
  });

  it('say that Sacred Heart’s ungraded inspection is older than its graded one, and its predecessor’s', async () => {
    expect((await inspections('147484')).inspections).toMatchObject([
      { scheme: 'oeif_graded', date: '2023-11-22', belongsTo: { sameSchool: true } },
      { scheme: 'ungraded', date: '2020-02-13', belongsTo: { urn: '108031', sameSchool: false } },
    ]);
  });

  it('propose 92 conversions, Temple Moor’s and Sacred Heart’s among them, and no merger', () => {
    const open = report.parts.conversions?.open.map(({ id }) => id);
    expect(open).toHaveLength(92);
    expect(open).toEqual(expect.arrayContaining(['108064-146247', '108031-147484', '107882-147554', '108014-139355']));
    expect(open).not.toContain('107905-107911');
  });

  it('carry Temple Moor’s identity to its new URN when a person confirms it', async () => {
    const officer = Person.parse({ v: 1, id: 'officer', displayName: 'An officer', grants: [] });
    const mine = openMemory();
    await importInto(mine, LEEDS);
    await mine.commit([
      { kind: 'put', ref: personRef(PersonId.parse('officer')), type: 'person', body: officer, guard: 'any' },
    ]);
    const by = { store: mine, proposal: '108064-146247', by: 'officer', now: NOW, recordTypes: [], namingTypes: [] };
    const { school } = await confirmConversion(by);
    expect(school).toMatchObject({ id: 'school-108064', urn: '146247', formerUrns: ['108064'], status: 'open' });
    expect((await schoolByUrn(mine, '146247'))?.aliases).toEqual(['Temple Moor High School Science College']);
    expect(await importInto(mine, LEEDS)).toMatchObject({ outcome: 'nothing_changed' });
  });

  it('have every column of Ofsted’s that is used, under the heading it is looked for', async () => {
    const table = await openTable(LEEDS.ofsted, [RENEWED]);
    for await (const row of table.rows(() => undefined)) {
      for (const key of Object.keys(RENEWED.columns)) expect([key, row.has(key as never)]).toEqual([key, true]);
      break;
    }
  });
});

describe.skipIf(absent)(named('the register of all England'), () => {
  it('comes in whole, and changes nothing the second time', async () => {
    const store = openMemory();
    const gias = data('gias-england-scale.csv');
    const { parts, rejects, written } = await importInto(store, { gias });
    expect(rejects).toEqual([]);
    expect(parts.register?.read.rowsRead).toBe(26_078);
    expect(parts.register?.taken.changes).toEqual({ new: 24_148, changed: 0, unchanged: 0 });
    expect(written.committed).toBe(24_148);
    expect(await importInto(store, { gias })).toMatchObject({ outcome: 'nothing_changed' });
  });

  it('comes in with independent schools when they are asked for', async () => {
    const { parts } = await importInto(openMemory(), { gias: data('gias-england-scale.csv') }, { allTypes: true });
    expect(parts.register?.taken.changes.new).toBe(26_078);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../../src/core/inspection.ts';
import { InspectionRecord } from '../../../src/core/inspection.ts';
import type { Store } from '../../../src/core/store.ts';
import { asAtOf, dateInName } from '../../../src/importing/ofsted/as-at.ts';
import { readOfsted } from '../../../src/importing/ofsted/read-ofsted.ts';
import {
  bodiesOf,
  changedSample,
  fileOf,
  importInto,
  openMemory,
  sample,
  withSampleSchools,
} from '../support/importing.ts';

const FEB_2026 = 'ofsted_latest_inspections_as_at_28_Feb_2026.csv';
const AUG_2024 = 'ofsted_latest_inspections_as_at_31_Aug_2024.csv';
const UNTIL_2019 = 'ofsted_1_September_2015_to_31_August_2019.csv';

async function read(file: string) {
  const ofsted = await readOfsted(file, undefined, () => undefined);
  const of = (urn: string): readonly Inspection[] => {
    const entry = ofsted.entries.find((one) => one.urn === urn);
    if (!entry) throw new Error(`The file does not list ${urn}.`);
    return entry.inspections;
  };
  return { ...ofsted, of };
}

const grade = (text: string) => ({ is: 'grade', text });

describe('a report card', () => {
  it('keeps its areas in its own words, and has no overall grade', async () => {
    const [card] = (await read(sample(FEB_2026))).of('990106');
    expect(card).toEqual({
      scheme: 'report_card',
      number: '10500001',
      kind: 'S5 Inspection',
      date: '2026-01-06',
      published: '2026-02-10',
      belongsTo: { urn: '990106', name: 'Old Mill Primary School', type: 'Community School', sameSchool: true },
      areas: [
        ['Inclusion', grade('Strong standard')],
        ['Curriculum and teaching', grade('Needs attention')],
        ['Achievement', grade('Expected standard')],
        ['Attendance and behaviour', grade('Expected standard')],
        ['Personal development and wellbeing', grade('Strong standard')],
        ['Early years (where applicable)', grade('Expected standard')],
        ['Post-16 provision (where applicable)', { is: 'not_applicable' }],
        ['Leadership and governance', grade('Expected standard')],
      ].map(([area, judgement]) => ({ area, judgement, date: '2026-01-06' })),
      safeguarding: { judgement: grade('Met'), date: '2026-01-06' },
      categoryOfConcern: { is: 'none' },
    });
    expect(card).not.toHaveProperty('overall');
  });

  it('is read when the file calls the day of a judgement the day of a grade', async () => {
    const file = changedSample(FEB_2026, { 'Inclusion - date of judgement': 'Inclusion - date of grade' });
    const [card] = (await read(file)).of('990106');
    expect(card).toMatchObject({ areas: [{ area: 'Inclusion', date: '2026-01-06' }, {}, {}, {}, {}, {}, {}, {}] });
  });

  it('stands beside the older grade, which stays as it was', async () => {
    const [, graded] = (await read(sample(FEB_2026))).of('990106');
    expect(graded).toMatchObject({ scheme: 'oeif_graded', date: '2022-01-13', overall: grade('2') });
  });
});

describe('a graded inspection', () => {
  it('tells 9, Not judged, a grade and no category of concern apart', async () => {
    const [graded] = (await read(sample(FEB_2026))).of('990102');
    expect(graded).toMatchObject({
      overall: { is: 'not_judged' },
      judgements: [
        { area: 'Quality of education', judgement: grade('3') },
        { area: 'Behaviour and attitudes', judgement: grade('3') },
        { area: 'Personal development', judgement: grade('3') },
        { area: 'Effectiveness of leadership and management', judgement: grade('3') },
        { area: 'Early years provision (where applicable)', judgement: { is: 'not_applicable' } },
        { area: 'Sixth form provision (where applicable)', judgement: { is: 'not_applicable' } },
      ],
      safeguarding: grade('Yes'),
      categoryOfConcern: { is: 'none' },
    });
  });

  it('keeps a category of concern by its code', async () => {
    const [graded] = (await read(sample(FEB_2026))).of('990203');
    expect(graded).toMatchObject({ overall: grade('4'), categoryOfConcern: { is: 'named', code: 'SM' } });
  });

  it('is said to be the predecessor’s when it is', async () => {
    const [graded] = (await read(sample(FEB_2026))).of('990201');
    expect(graded?.belongsTo).toEqual({
      urn: '990101',
      name: 'Kettle Lane Primary School',
      type: 'Community School',
      sameSchool: false,
    });
  });
});

describe('a row', () => {
  it('puts the newest first: an ungraded inspection may be older than the graded one', async () => {
    const inspections = (await read(sample(FEB_2026))).of('990102');
    expect(inspections.map(({ scheme, date }) => [scheme, date])).toEqual([
      ['oeif_graded', '2025-01-28'],
      ['ungraded', '2020-02-13'],
    ]);
    expect(inspections[1]).toMatchObject({ outcome: 'School remains Good' });
  });

  it('of NULLs tells of a school that has not been inspected', async () => {
    const { of, entries } = await read(sample(FEB_2026));
    expect(of('990109')).toEqual([]);
    expect(entries.find(({ urn }) => urn === '990109')?.mostRecentConcern).toEqual({ is: 'not_recorded' });
  });

  it('leads to Ofsted’s own site, never in the clear and nowhere else', async () => {
    const changes = { 'http://www.ofsted.gov.uk': 'https://ofsted.gov.uk.example' };
    const link = async (file: string) => (await read(file)).entries.find(({ urn }) => urn === '990106')?.link;
    expect(await link(sample(FEB_2026))).toMatch(/^https:\/\/www\.ofsted\.gov\.uk\//);
    expect(await link(changedSample(FEB_2026, changes))).toBeUndefined();
  });

  it.each([
    ['a grade there is none of', { ',2,2,2,2,2,Yes': ',2,7,2,2,2,Yes' }, 'Latest OEIF quality of education', /1 to 4/],
    [
      'a day that is none',
      { '13/01/2022': '13/13/2022' },
      'Inspection start date of latest OEIF graded inspection',
      /not a date/,
    ],
    [
      'a number without a day',
      { '13/01/2022': 'NULL' },
      'Inspection start date of latest OEIF graded inspection',
      /no date/,
    ],
    ['a school without a URN', { ',990106,9992106,': ',99010,9992106,' }, 'URN', /six digits/],
  ])('is left out with the reason when it has %s', async (_, changes, column, reason) => {
    const { rejects, entries } = await read(changedSample(FEB_2026, changes));
    expect(rejects).toEqual([expect.objectContaining({ line: 2, column, reason: expect.stringMatching(reason) })]);
    expect(entries).toHaveLength(7);
  });
});

describe('a file of an earlier era', () => {
  it('of 2019 to 2025 holds the latest and the previous inspection, each under the framework of its day', async () => {
    const { of, layout } = await read(sample(AUG_2024));
    expect(layout).toContain('2019 to 2025');
    expect(of('990102').map(({ scheme, date }) => [scheme, date])).toEqual([
      ['ungraded', '2024-05-14'],
      ['oeif_graded', '2020-01-21'],
      ['legacy_graded', '2014-10-03'],
    ]);
    expect(of('990102')[1]).toMatchObject({ overall: grade('2'), categoryOfConcern: { is: 'none' } });
    expect(of('990102')[2]).toMatchObject({ overall: grade('3'), number: 'ITS400001' });
  });

  it('without overall grades, as published from September 2024, records none', async () => {
    const file = changedSample(AUG_2024, { ',Overall effectiveness,': ',Old overall,' });
    expect((await read(file)).of('990102')[1]).toMatchObject({ overall: { is: 'not_recorded' } });
  });

  it('of 2015 to 2019 has a title above its header, and several rows for one school', async () => {
    const { of, rowsRead } = await read(sample(UNTIL_2019));
    expect(rowsRead).toBe(2);
    expect(of('990103')).toMatchObject([
      { scheme: 'legacy_graded', date: '2018-02-06', overall: grade('3'), categoryOfConcern: { is: 'none' } },
      {
        scheme: 'legacy_graded',
        date: '2015-11-10',
        overall: grade('4'),
        categoryOfConcern: { is: 'named', code: 'SM' },
      },
    ]);
    expect(of('990103')[0]).toMatchObject({
      judgements: expect.arrayContaining([{ area: 'Outcomes for pupils', judgement: grade('3') }]),
    });
  });

  it('is refused kindly when it is of no era we know', async () => {
    const file = fileOf('URN,School name,Ofsted phase,Stars\n990106,Old Mill,Primary,5\n');
    await expect(read(file)).rejects.toMatchObject({
      name: 'BrokenFile',
      sentence: expect.stringContaining('this is not Ofsted’s file'),
    });
  });

  it('is refused when it has a header and nothing else', async () => {
    const [header] = readFileSync(sample(AUG_2024), 'latin1').split('\n');
    await expect(read(fileOf(`${header}\n`))).rejects.toMatchObject({ sentence: expect.stringContaining('no rows') });
  });
});

describe('the day up to which a file speaks', () => {
  it.each([
    ['Management_information_-_state-funded_schools_-_latest_inspections_as_at_28_Feb_2026.csv', '2026-02-28'],
    ['/data/latest inspections as at 31 August 2026.csv', '2026-08-31'],
    ['1_September_2015_to_31_August_2019.csv', '2019-08-31'],
    ['ofsted-2026-02-28.csv', '2026-02-28'],
    ['ofsted-leeds.csv', undefined],
    ['as_at_31_Foo_2026.csv', undefined],
  ])('is in the name %s', (name, day) => {
    expect(dateInName(name)).toBe(day);
  });

  it('is what the person importing says before all else, and at worst the newest publication', () => {
    expect(asAtOf('as_at_28_Feb_2026.csv', '2026-03-01', '2026-02-10')).toEqual({
      fileAsAt: '2026-03-01',
      fileAsAtFrom: 'told',
    });
    expect(asAtOf('as_at_28_Feb_2026.csv', undefined, '2026-02-10')).toEqual({
      fileAsAt: '2026-02-28',
      fileAsAtFrom: 'file_name',
    });
    expect(asAtOf('ofsted.csv', undefined, '2026-02-10')).toEqual({
      fileAsAt: '2026-02-10',
      fileAsAtFrom: 'newest_publication',
    });
  });

  it('must be said when neither name nor rows tell it', async () => {
    const [header, row] = readFileSync(sample(AUG_2024), 'latin1').split('\n');
    const cells = (row ?? '').split(',').map((cell, at) => (at > 0 && at < 4 ? cell : 'NULL'));
    const file = fileOf(`${header}\n${cells.join(',')}\n`);
    await expect(read(file)).rejects.toMatchObject({ sentence: expect.stringContaining('--ofsted-as-at') });
    expect((await readOfsted(file, '2026-02-28', () => undefined)).asAt.fileAsAt).toBe('2026-02-28');
  });
});

describe('importing Ofsted’s facts', () => {
  const records = async (store: Store) =>
    (await bodiesOf(store, 'inspection')).map((body) => InspectionRecord.parse(body));

  it('keeps them with the school of that URN, and tells of rows whose school is not held', async () => {
    const store = await withSampleSchools();
    const { parts, unmatched, rejects } = await importInto(store, { ofsted: sample(FEB_2026) });
    expect(parts.ofsted?.taken).toMatchObject({ matched: 6, elsewhere: 1, newerHeld: 0 });
    expect(rejects).toEqual([]);
    expect(unmatched).toEqual([
      expect.objectContaining({
        line: 8,
        value: '990299',
        reason: expect.stringContaining('has the same LAESTAB 9991109'),
      }),
    ]);
    expect((await records(store)).find(({ school }) => school === 'school-990106')).toMatchObject({
      urn: '990106',
      fileAsAt: '2026-02-28',
      fileAsAtFrom: 'file_name',
      mostRecentConcern: { is: 'none' },
    });
  });

  it('changes nothing the second time', async () => {
    const store = await withSampleSchools();
    await importInto(store, { ofsted: sample(FEB_2026) });
    expect(await importInto(store, { ofsted: sample(FEB_2026) })).toMatchObject({ outcome: 'nothing_changed' });
  });

  it('never puts an older file’s facts in the place of newer ones', async () => {
    const store = await withSampleSchools();
    await importInto(store, { ofsted: sample(FEB_2026) });
    const older = await importInto(store, { ofsted: sample(AUG_2024) });
    expect(older).toMatchObject({ outcome: 'nothing_changed', parts: { ofsted: { taken: { newerHeld: 1 } } } });
    const other = openMemory();
    await importInto(other, { gias: sample('register-2023.csv'), ofsted: sample(AUG_2024) });
    await importInto(other, { ofsted: sample(FEB_2026) });
    expect((await records(other)).find(({ urn }) => urn === '990102')?.fileAsAt).toBe('2026-02-28');
  });
});

import { describe, expect, it } from 'vitest';
import { personRef } from '../../../src/core/linking.ts';
import { Person } from '../../../src/core/people.ts';
import type { VisitRow } from '../../../src/importing/visits/visit-row.ts';
import { fileOf, importInto, takesNothing, withSampleSchools } from '../support/importing.ts';

const HEADER = 'school,date,half_days,kind,focus,adviser,counted';

async function take(...rows: readonly string[]) {
  const store = await withSampleSchools();
  const pat = Person.parse({ v: 1, id: 'pat', displayName: 'Pat Lane', email: 'pat@c.example', grants: [] });
  await store.commit([{ kind: 'put', ref: personRef(pat.id), type: 'person', body: pat, guard: 'any' }]);
  const taken: VisitRow[] = [];
  const visits = fileOf([HEADER, ...rows, ''].join('\n'), 'visits.csv');
  const visitSink = async (given: readonly VisitRow[]) => {
    taken.push(...given);
    return takesNothing();
  };
  const { rejects } = await importInto(store, { visits }, {}, { visitSink });
  return { taken, rejects };
}

describe('a row of the visits file', () => {
  it('is a visit of its academic year, held or planned by its day', async () => {
    const { taken, rejects } = await take(
      '990106,14/10/2026,1,core,Attainment,pat@c.example,',
      '990106,22/11/2026,2,Shared review,,,',
      '990106,01/12/2026,1,additional,,,',
      '990106,31/08/2026,1,governing body,,Pat Lane,yes',
    );
    expect(rejects).toEqual([]);
    expect(taken.map(({ academicYear, status, counted, kind }) => [academicYear, status, counted, kind])).toEqual([
      ['2026-27', 'held', true, 'core'],
      ['2026-27', 'held', true, 'shared_review'],
      ['2026-27', 'planned', false, 'additional'],
      ['2025-26', 'held', true, 'governing_body'],
    ]);
    expect(taken[0]).toMatchObject({
      school: 'school-990106',
      focus: 'Attainment',
      adviser: 'pat',
      halfDays: 1,
      ordinal: 1,
    });
  });

  it('may be there twice for two visits on one day', async () => {
    const { taken } = await take('990106,14/10/2026,1,core,,,', '990106,14/10/2026,1,core,,,');
    expect(taken.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });

  it.each([
    ['no day', '990106,,1,core,,,', 'date', 'must not be'],
    ['a day that is none', '990106,31/02/2026,1,core,,,', 'date', 'not a date'],
    ['no half-days', '990106,14/10/2026,,core,,,', 'half_days', 'must not be'],
    ['half a half-day', '990106,14/10/2026,0.5,core,,,', 'half_days', 'whole number'],
    ['a kind that is none', '990106,14/10/2026,1,chat,,,', 'kind', 'joint review group'],
    ['an adviser nobody knows', '990106,14/10/2026,1,core,,Sam,', 'adviser', 'Nobody here is called Sam'],
    ['an address nobody has', '990106,14/10/2026,1,core,,sam@c.example,', 'adviser', 'Did you mean pat@c.example?'],
    ['a count that is neither yes nor no', '990106,14/10/2026,1,core,,,perhaps', 'counted', '“yes” or “no”'],
    ['a school that is none', '999999,14/10/2026,1,core,,,', 'school', 'No school here'],
  ])('is left out with the reason when it has %s', async (_, row, column, reason) => {
    const { taken, rejects } = await take(row);
    expect(taken).toEqual([]);
    expect(rejects).toMatchObject([{ line: 2, column, reason: expect.stringContaining(reason) }]);
  });
});

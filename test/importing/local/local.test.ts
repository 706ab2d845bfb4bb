import { describe, expect, it } from 'vitest';
import { fileOf, importInto, schoolByUrn, withSampleSchools } from '../support/importing.ts';

const WORDS = { areas: [{ id: 'north', names: ['North'] }] };

function take(store: Awaited<ReturnType<typeof withSampleSchools>>, ...rows: readonly string[]) {
  const schools = fileOf(['school,area,other_names', ...rows, ''].join('\n'), 'schools.csv');
  return importInto(store, { schools }, {}, { words: WORDS });
}

describe('the partnership’s own details of its schools', () => {
  it('give a school its area and the names people use', async () => {
    const store = await withSampleSchools();
    await take(store, '990106,north,Old Mill; The Mill ;Old Mill;');
    expect(await schoolByUrn(store, '990106')).toMatchObject({ area: 'north', aliases: ['Old Mill', 'The Mill'] });
    expect(await take(store, '990106,North,Old Mill;The Mill')).toMatchObject({ outcome: 'nothing_changed' });
  });

  it('take nothing away by a blank cell', async () => {
    const store = await withSampleSchools();
    await take(store, '990106,North,Old Mill');
    await take(store, '990106,,');
    expect(await schoolByUrn(store, '990106')).toMatchObject({ area: 'north', aliases: ['Old Mill'] });
  });

  it('may come in two rows for one school', async () => {
    const store = await withSampleSchools();
    await take(store, '990106,North,', '990106,,Old Mill');
    expect(await schoolByUrn(store, '990106')).toMatchObject({ area: 'north', aliases: ['Old Mill'] });
  });

  it('are found by a name given in the same run when people are read', async () => {
    const store = await withSampleSchools();
    const schools = fileOf('school,area,other_names\n990106,North,The Mill\n');
    const people = fileOf('name,email,role,scope,where\nAnn,ann@c.example,head,school,The Mill\n');
    expect((await importInto(store, { schools, people }, {}, { words: WORDS })).rejects).toEqual([]);
  });

  it('are left out with the reason when school or area is unknown', async () => {
    const store = await withSampleSchools();
    const { rejects } = await take(store, '999999,North,', '990106,Nroth,');
    expect(rejects).toMatchObject([
      { line: 2, column: 'school', reason: expect.stringContaining('999999') },
      { line: 3, column: 'area', reason: expect.stringContaining('not an area of this partnership') },
    ]);
  });
});

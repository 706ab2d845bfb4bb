import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../../src/importing/people/columns.ts';
import type { TableKind } from '../../../src/importing/reading/columns.ts';
import { openTable } from '../../../src/importing/reading/open-table.ts';
import type { Reject } from '../../../src/importing/reading/reject.ts';
import { REGISTER } from '../../../src/importing/register/columns.ts';
import { fileOf, newFolder, sample } from '../support/importing.ts';

const ANIMALS: TableKind<'name' | 'legs'> = {
  name: 'the animals file',
  columns: { name: { names: ['Name', 'Animal'], required: true }, legs: { names: ['Number of legs'] } },
};

async function readAll(content: string) {
  const rejects: Reject[] = [];
  const table = await openTable(fileOf(content, 'animals.csv'), [ANIMALS]);
  const rows: (readonly [number, string | undefined, string | undefined])[] = [];
  for await (const row of table.rows((reject) => rejects.push(reject))) {
    rows.push([row.line, row.text('name'), row.text('legs')]);
  }
  return { rows, rejects: rejects.map(({ line, reason }) => [line, reason]), unused: table.unused };
}

function refusal(content: string, kinds: readonly TableKind<string>[] = [ANIMALS]) {
  return expect(openTable(fileOf(content, 'some.csv'), kinds)).rejects;
}

describe('a table', () => {
  it('finds columns by heading, whatever their order, case and spacing', async () => {
    const { rows, unused } = await readAll('Colour,NUMBER  OF legs, name \nbrown,4,Dog\n');
    expect(rows).toEqual([[2, 'Dog', '4']]);
    expect(unused).toEqual(['Colour']);
  });

  it('knows a heading by its older name, and does without a column it need not have', async () => {
    expect((await readAll('Animal\nDog\n')).rows).toEqual([[2, 'Dog', undefined]]);
  });

  it('finds the header under a title', async () => {
    expect((await readAll('All animals of 2019\nName\nDog\n')).rows).toEqual([[3, 'Dog', undefined]]);
  });

  it('counts lines as a text editor does, over blank lines and cells of several lines', async () => {
    const { rows } = await readAll('Name,Number of legs\r\n"Dog\r\nor Cat",4\r\n\r\n,,\r\nHen\rhouse,2\r\nNewt,4\r\n');
    expect(rows).toEqual([
      [2, 'Dog or Cat', '4'],
      [6, 'Hen house', '2'],
      [7, 'Newt', '4'],
    ]);
  });

  it('keeps quotation marks inside a cell', async () => {
    const { rows } = await readAll('Name,Number of legs\nThe "Old" Dog,4\n"The ""New"" Dog",4\n');
    expect(rows.map(([, name]) => name)).toEqual(['The "Old" Dog', 'The "New" Dog']);
  });

  it('leaves out a row with too few or too many cells, and goes on', async () => {
    const { rows, rejects } = await readAll('Name,Number of legs\nDog\nCat,4,white\nNewt,4\n');
    expect(rows).toEqual([[4, 'Newt', '4']]);
    expect(rejects).toEqual([
      [2, 'This row’s number of cells is 1; the header’s is 2.'],
      [3, 'This row’s number of cells is 3; the header’s is 2.'],
    ]);
  });
});

describe('a file that cannot be used', () => {
  it('is told which columns it lacks', async () => {
    await refusal('Number of legs\n4\n').toMatchObject({
      name: 'BrokenFile',
      sentence: expect.stringMatching(/this is not the animals file: the column “Name” cannot be found\.$/),
    });
  });

  it('is told what it looks like instead', async () => {
    await expect(openTable(sample('register-2023.csv'), [PEOPLE])).rejects.toMatchObject({
      sentence: expect.stringContaining('It looks like the schools register (GIAS): use --gias.'),
    });
    await expect(openTable(sample('links.csv'), [REGISTER])).rejects.toMatchObject({
      sentence: expect.stringContaining('use --links'),
    });
    await expect(openTable(sample('ofsted_latest_inspections_as_at_28_Feb_2026.csv'), [PEOPLE])).rejects.toMatchObject({
      sentence: expect.stringContaining('use --ofsted'),
    });
  });

  it('has a column twice', async () => {
    await refusal('Name,Name\nDog,Cat\n').toMatchObject({ sentence: expect.stringContaining('“Name” is there twice') });
  });

  it('has a quotation mark that is never closed', async () => {
    const file = fileOf('Name,Number of legs\n"Dog,4\nCat,4\nNewt,4\n');
    const read = async () => {
      const table = await openTable(file, [ANIMALS]);
      for await (const row of table.rows(() => undefined)) row.text('name');
    };
    await expect(read()).rejects.toMatchObject({ sentence: expect.stringMatching(/quotation mark/) });
  });

  it('swallows other rows into a cell', async () => {
    const file = fileOf('Name,Number of legs\n"Dog,4\nCat,4\nNewt"s,4\n');
    const read = async () => {
      const table = await openTable(file, [ANIMALS]);
      for await (const row of table.rows(() => undefined)) row.text('name');
    };
    await expect(read()).rejects.toMatchObject({ name: 'BrokenFile' });
  });

  it('is not there, or is a folder', async () => {
    await expect(openTable('/no/such/file.csv', [ANIMALS])).rejects.toMatchObject({
      sentence: '/no/such/file.csv: there is no such file. Check the name and the folder.',
    });
    await expect(openTable(newFolder(), [ANIMALS])).rejects.toMatchObject({
      sentence: expect.stringContaining('this is a folder'),
    });
  });

  it('has a header and nothing we know', async () => {
    await refusal('one,two\n').toMatchObject({ sentence: expect.not.stringContaining('It looks like') });
  });
});

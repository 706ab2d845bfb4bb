import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { personRef } from '../../src/core/linking.ts';
import { Person } from '../../src/core/people.ts';
import type { Store } from '../../src/core/store.ts';
import { readArguments } from '../../src/importing/arguments.ts';
import { type CommandTools, EXIT, runCommand } from '../../src/importing/command.ts';
import { printProgress } from '../../src/importing/print-progress.ts';
import { bodiesOf, changedSample, fileOf, NOW, newFolder, openMemory, sample, toolsFor } from './support/importing.ts';

async function run(store: Store, args: readonly string[], changes: Partial<CommandTools> = {}) {
  const command = readArguments(args);
  if (command.do === 'help') throw new Error('Nothing to run.');
  const said: string[] = [];
  const rejectsFolder = changes.rejectsFolder ?? newFolder();
  const say = (line: string) => void said.push(line);
  const tools = { ...toolsFor(store), now: NOW, recordTypes: [], namingTypes: [], say, ...changes, rejectsFolder };
  const code = await runCommand(command, tools);
  return { code, text: said.join('\n'), rejectsFolder };
}

const REGISTER = sample('register-2023.csv');
const slip = () => changedSample('register-2023.csv', { '31-12-2025': '31-02-2025' });

describe('the import command', () => {
  it('ends with a summary an officer understands, and the command to confirm a conversion', async () => {
    const { code, text } = await run(openMemory(), ['--gias', REGISTER, '--links', sample('links.csv')]);
    expect(code).toBe(EXIT.done);
    expect(text).toContain('Schools register (register-2023.csv, 15 rows)\n  13 schools: 9 open, 4 closed');
    expect(text).toContain('13 new, 0 changed, 0 unchanged');
    expect(text).toContain('left out by type: 1 Independent schools, 1 Universities');
    expect(text).toContain('2 conversions waiting for a person to confirm (2 new)');
    expect(text).toContain('npm run import -- --confirm-conversion 990101-990201 --by <your person id or e-mail>');
    expect(text).toContain('Written: 15 records.');
  });

  it('says that nothing changed the second time', async () => {
    const store = openMemory();
    await run(store, ['--gias', REGISTER]);
    const { code, text } = await run(store, ['--gias', REGISTER]);
    expect(code).toBe(EXIT.done);
    expect(text).toContain('Nothing changed: everything was already as the files say.');
  });

  it('takes the good rows, and lists the others with line, column and reason in a file it names', async () => {
    const store = openMemory();
    const { code, text, rejectsFolder } = await run(store, ['--gias', slip()]);
    expect(code).toBe(EXIT.done);
    expect(await bodiesOf(store, 'school')).toHaveLength(12);
    const list = join(rejectsFolder, 'register-2023.rejects.csv');
    expect(text).toContain(`1 line, with the reason of each, in ${list}`);
    expect(readFileSync(list, 'utf8')).toBe(
      '\uFEFFfile,line,column,value,reason\r\n' +
        '"register-2023.csv","5","CloseDate","31-02-2025","This is not a date. Write it as day/month/year, like 31/08/2026."\r\n',
    );
  });

  it('takes its old list away when nothing is left out any more', async () => {
    const store = openMemory();
    const { rejectsFolder } = await run(store, ['--gias', slip()]);
    await run(store, ['--gias', REGISTER], { rejectsFolder });
    expect(readdirSync(rejectsFolder)).toEqual([]);
  });

  it('never lists a cell that a spreadsheet would run', async () => {
    const people = fileOf(
      'name,email,role,scope,where\n"=cmd|"" /C calc""!A0",a@c.example,"=1+1",school,x\n',
      'people.csv',
    );
    const { rejectsFolder } = await run(openMemory(), ['--people', people]);
    expect(readFileSync(join(rejectsFolder, 'people.rejects.csv'), 'utf8')).toContain(`"'=1+1"`);
  });

  it('writes nothing with --strict when a row is rejected', async () => {
    const store = openMemory();
    const { code, text } = await run(store, ['--gias', slip(), '--strict']);
    expect(code).toBe(EXIT.held_back);
    expect(text).toContain('Nothing was written: --strict was given and rows were rejected.');
    expect(await bodiesOf(store, 'school')).toEqual([]);
  });

  it('writes nothing of any file when one of them cannot be used', async () => {
    const store = openMemory();
    const people = fileOf('name,email\nAnn,ann@c.example\n', 'people.csv');
    const { code, text } = await run(store, ['--gias', REGISTER, '--people', people]);
    expect(code).toBe(EXIT.refused);
    expect(text).toMatch(
      /people\.csv: this is not the people file: the columns “role”, “scope”, “where” cannot be found\.\nNothing was written\./,
    );
    expect(await bodiesOf(store, 'school')).toEqual([]);
  });

  it('asks to be run again when somebody changed a record meanwhile', async () => {
    const store = openMemory();
    const commitMany: Store['commitMany'] = async (batches) => batches.map(() => ({ outcome: 'conflict', index: 0 }));
    const { code, text } = await run({ ...store, commitMany }, ['--gias', REGISTER]);
    expect(code).toBe(EXIT.again);
    expect(text).toContain('run the same import again');
  });

  it('lists the conversions that wait, and confirms and declines them', async () => {
    const store = openMemory();
    await run(store, ['--gias', REGISTER, '--links', sample('links.csv')]);
    const officer = Person.parse({ v: 1, id: 'officer', displayName: 'Jo', grants: [] });
    await store.commit([{ kind: 'put', ref: personRef(officer.id), type: 'person', body: officer, guard: 'any' }]);
    const listed = await run(store, ['--list-conversions']);
    expect(listed.text).toContain('990103-990203  Ferncliffe High School (990103) → Ferncliffe Academy (990203)');
    expect(listed.text).toContain('the register’s reason for closing: For Academy');
    const confirmed = await run(store, ['--confirm-conversion', '990101-990201', '--by', 'officer']);
    expect(confirmed.text).toBe('990101-990201: Kettle Lane Academy now has URN 990201; before, 990101.');
    const declined = await run(store, ['--decline-conversion', '990103-990203', '--by', 'officer']);
    expect(declined.text).toContain('noted as two schools');
    expect((await run(store, ['--list-conversions'])).text).toBe('No conversion is waiting for anybody.');
    const again = await run(store, ['--confirm-conversion', '990101-990201', '--by', 'officer']);
    expect(again).toMatchObject({ code: EXIT.refused, text: '990101-990201 was confirmed on 2026-11-22.' });
  });

  it('lets a fault through: it is not the officer’s to mend', async () => {
    const store = openMemory();
    const commitMany: Store['commitMany'] = async () => {
      throw new Error('the disk is on fire');
    };
    await expect(run({ ...store, commitMany }, ['--gias', REGISTER])).rejects.toThrow('the disk is on fire');
    expect(existsSync(REGISTER)).toBe(true);
  });
});

describe('progress', () => {
  function shown(isTTY: boolean) {
    const written: string[] = [];
    const progress = printProgress({ isTTY, write: (text) => written.push(text) });
    for (let rows = 1; rows <= 20_500; rows += 1) progress.rowsRead('/data/a.csv', rows);
    progress.rowsRead('/data/b.csv', 1);
    progress.checked(20_501, 2);
    for (const records of [5_000, 10_000, 12_000]) progress.written(records, 12_000);
    progress.end();
    return written.join('');
  }

  it('is a line now and then where nobody sees it move', () => {
    expect(shown(false).split('\n')).toEqual([
      '  a.csv: 10,000 rows read',
      '  a.csv: 20,000 rows read',
      '  a.csv: 20,500 rows read',
      '  b.csv: 1 row read',
      '  checked 20,501 rows, 2 rejected',
      '  written 10,000 of 12,000',
      '  written 12,000 of 12,000',
      '',
    ]);
  });

  it('is one line that moves on a terminal', () => {
    const text = shown(true);
    expect(text.split('\n').map((line) => line.split('\r').at(-1))).toEqual([
      '  a.csv: 20,500 rows read',
      '  b.csv: 1 row read',
      '  checked 20,501 rows, 2 rejected',
      '  written 12,000 of 12,000',
      '',
    ]);
    expect(text).toContain('\r  a.csv: 500 rows read');
  });
});

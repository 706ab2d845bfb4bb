import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newFolder, sample } from './support/importing.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, DATA_DIR: newFolder(), ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/import.ts', ...args], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run import', () => {
  it('imports into the data folder, shows progress aside and the summary in front', () => {
    const DATA_DIR = newFolder();
    const first = run(['--gias', sample('register-2025.csv')], { DATA_DIR });
    expect(first).toMatchObject({ status: 0, stdout: expect.stringContaining('13 schools: 9 open, 4 closed') });
    expect(first.stderr).toContain('register-2025.csv: 15 rows read\n  checked 15 rows, 0 rejected\n');
    expect(existsSync(join(DATA_DIR, 'partnership.sqlite'))).toBe(true);
    const second = run(['--gias', sample('register-2023.csv')], { DATA_DIR });
    expect(second).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing changed') });
  });

  it('explains itself, and a wrong command line', () => {
    expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--confirm-conversion ID') });
    expect(run([])).toMatchObject({ status: 2, stderr: expect.stringContaining('Name at least one file to import.') });
  });

  it('says plainly what whoever runs it can mend', () => {
    expect(run(['--gias', 'x.csv'], { PARTNERSHIP: 'nowhere' })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('there is no partnership.json here'),
    });
    expect(run(['--gias', '/no/such.csv'])).toMatchObject({
      status: 3,
      stdout: expect.stringContaining('no such file'),
    });
  });
});

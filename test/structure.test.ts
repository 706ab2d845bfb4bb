import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);

describe('The structure in ARCHITECTURE.md', () => {
  it('is kept by every import', { timeout: 180_000 }, async () => {
    const depcruise = join(ROOT, 'node_modules/.bin/depcruise');
    const { stdout } = await run(depcruise, ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'], {
      cwd: ROOT,
    }).catch((error: { stdout: string }) => ({ stdout: error.stdout }));
    expect(stdout).toContain('no dependency violations found');
  });

  it('leaves the clock and the environment to the top', () => {
    const offenders = sources('src').filter((path) => {
      if (/^src\/[^/]+\.ts$/.test(path)) return false;
      return /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bprocess\.env\b/.test(withoutComments(path));
    });
    expect(offenders).toEqual([]);
  });

  it('keeps files to one idea: none past 250 lines', () => {
    const long = sources('src').filter((path) => readFileSync(join(ROOT, path), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path}`);
}

function withoutComments(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '');
}

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A throwaway copy of the partnerships that come with the bot. Gone after the test. */
export function copyOfPartnerships(): string {
  const root = join(mkdtempSync(join(tmpdir(), 'partnerships-')), 'partnerships');
  made.push(join(root, '..'));
  cpSync('partnerships', root, { recursive: true });
  return root;
}

// biome-ignore lint/suspicious/noExplicitAny: a test spoils files in ways their types forbid.
export type Spoilt = any;

/** Changes one JSON file of a copy. */
export function spoil(root: string, file: string, change: (json: Spoilt) => void): void {
  const path = join(root, file);
  const json = JSON.parse(readFileSync(path, 'utf8'));
  change(json);
  writeFileSync(path, JSON.stringify(json, null, 2));
}

export function spoilText(root: string, file: string, change: (text: string) => string): void {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

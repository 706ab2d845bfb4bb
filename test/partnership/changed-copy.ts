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

/** Sets the field at a path such as "levels[2].visits.min" in one JSON file of a copy; `undefined` takes it out. */
export function spoilAt(root: string, file: string, path: string, value: unknown): void {
  const json: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '');
  const last = parts.pop() ?? '';
  const holder = parts.reduce<object>((inner, part) => Object(Reflect.get(inner, part)), Object(json));
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
  writeFileSync(join(root, file), JSON.stringify(json, null, 2));
}

export function spoilText(root: string, file: string, change: (text: string) => string): void {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

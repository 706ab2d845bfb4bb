import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Reject } from './reading/reject.ts';

export interface RejectsFile {
  readonly about: string;
  readonly path: string;
  readonly rows: number;
}

/**
 * Writes what was left out of each file, and why, into `folder`: `people.csv` -> `people.rejects.csv`. A file that has nothing
 * left out any more loses its old list. They stay with the bot's own data, since they quote what may be private.
 */
export function writeRejects(
  files: readonly string[],
  rejects: readonly Reject[],
  folder: string,
): readonly RejectsFile[] {
  return files.flatMap((about) => {
    const rows = rejects.filter(({ file }) => file === about);
    const path = join(folder, `${basename(about, extname(about))}.rejects.csv`);
    if (rows.length > 0) {
      writeFileSync(path, [HEADER, ...rows.map(inCsv)].join('\r\n').concat('\r\n'), 'utf8');
      return [{ about, path, rows: rows.length }];
    }
    if (existsSync(path)) rmSync(path);
    return [];
  });
}

// The mark makes a spreadsheet read the apostrophes right.
const HEADER = '\uFEFFfile,line,column,value,reason';

function inCsv({ file, line, column, value, reason }: Reject): string {
  return [basename(file), String(line), column, value, reason].map(cell).join(',');
}

/** Quoted, and never read by a spreadsheet as a formula. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Reject } from './reading/reject.ts';

export interface RejectsFile {
  readonly about: string;
  readonly path: string;
  readonly rows: number;
}

/**
 * Writes what was left out of each file, and why, to a CSV file beside it: `people.csv` -> `people.rejects.csv`. Where that
 * folder may not be written to, it goes to `otherwise`. A file that has nothing left out any more loses its old one.
 */
export function writeRejects(
  files: readonly string[],
  rejects: readonly Reject[],
  otherwise: string,
): readonly RejectsFile[] {
  return files.flatMap((about) => {
    const rows = rejects.filter(({ file }) => file === about);
    const path = join(folderFor(about, otherwise), `${basename(about, extname(about))}.rejects.csv`);
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

function folderFor(file: string, otherwise: string): string {
  try {
    accessSync(dirname(file), constants.W_OK);
    return dirname(file);
  } catch {
    return otherwise;
  }
}

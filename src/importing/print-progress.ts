import { basename } from 'node:path';
import type { Progress } from './progress.ts';

export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Where nobody sees a line change in place, one in so many is printed. */
const ROWS_BETWEEN = 10_000;

/** Shows an import's progress: on a terminal in one line that moves, elsewhere in a line now and then. */
export function printProgress(screen: Screen): Progress & { end(): void } {
  let file: string | undefined;
  let shown = '';
  const show = (line: string, settled: boolean) => {
    if (screen.isTTY) {
      screen.write(`\r${line.padEnd(shown.length)}${settled ? '\n' : ''}`);
      shown = settled ? '' : line;
    } else if (settled) screen.write(`${line}\n`);
  };
  let rows = 0;
  const endFile = () => {
    if (file !== undefined) show(readLine(file, rows), true);
    file = undefined;
  };
  return {
    rowsRead(next, count) {
      if (next !== file) endFile();
      [file, rows] = [next, count];
      if (count % ROWS_BETWEEN === 0) show(readLine(next, count), !screen.isTTY);
      else if (screen.isTTY && count % 500 === 0) show(readLine(next, count), false);
    },
    checked(count, rejected) {
      endFile();
      show(`  checked ${number(count)} rows, ${number(rejected)} rejected`, true);
    },
    written(records, of) {
      if (records === of || records % ROWS_BETWEEN === 0)
        show(`  written ${number(records)} of ${number(of)}`, records === of || !screen.isTTY);
      else if (screen.isTTY) show(`  written ${number(records)} of ${number(of)}`, false);
    },
    end: endFile,
  };
}

function readLine(file: string, rows: number): string {
  return `  ${basename(file)}: ${number(rows)} ${rows === 1 ? 'row' : 'rows'} read`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}

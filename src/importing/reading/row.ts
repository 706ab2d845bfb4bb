import { known, readDate, tidy, UNKNOWN_DATE } from './cells.ts';
import type { Columns } from './columns.ts';
import type { Reject } from './reject.ts';

/**
 * One line of a file, seen only through the columns its kind names: no other cell ever leaves the reader. Asking for a
 * cell that is wrong refuses the row with the reason, and goes on, so that one look reports everything.
 */
export class Row<K extends string> {
  readonly file: string;
  readonly line: number;
  readonly refusals: Reject[] = [];
  readonly #cells: readonly string[];
  readonly #columns: Columns<K>;

  constructor(file: string, line: number, cells: readonly string[], columns: Columns<K>) {
    this.file = file;
    this.line = line;
    this.#cells = cells;
    this.#columns = columns;
  }

  get good(): boolean {
    return this.refusals.length === 0;
  }

  /** Whether the file has this column at all. */
  has(key: K): boolean {
    return this.#columns.at(key) !== undefined;
  }

  /** The tidied cell as printed, "" when blank; `undefined` when the file has no such column. */
  printed(key: K): string | undefined {
    const at = this.#columns.at(key);
    return at === undefined ? undefined : tidy(this.#cells[at] ?? '');
  }

  /** The tidied cell; `undefined` when it says nothing. */
  text(key: K): string | undefined {
    return known(this.printed(key) ?? '');
  }

  required(key: K): string | undefined {
    const text = this.text(key);
    if (text === undefined) this.refuse(key, 'This cell is blank and must not be.');
    return text;
  }

  /** An ISO date. The register's 1 January 1900 counts as unknown. */
  date(key: K): string | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const date = readDate(text);
    if (date === undefined) this.refuse(key, 'This is not a date. Write it as day/month/year, like 31/08/2026.');
    return date === UNKNOWN_DATE ? undefined : date;
  }

  whole(key: K, least: number, most: number): number | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    this.refuse(key, `This should be a whole number from ${least} to ${most}.`);
    return undefined;
  }

  /** Leaves the row out, and remembers why. */
  refuse(key: K, reason: string): void {
    this.refusals.push(this.note(key, reason));
  }

  /** Something to tell about this row that does not leave it out. */
  note(key: K, reason: string): Reject {
    const { file, line } = this;
    return { file, line, column: this.#columns.heading(key), value: this.printed(key) ?? '', reason };
  }
}

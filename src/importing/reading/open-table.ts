import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { BrokenFile } from './broken-file.ts';
import { tidy } from './cells.ts';
import { type Bound, bindColumns, type Columns, type TableKind } from './columns.ts';
import { decodeText, type Encoding, findTextForm, type TextForm } from './encoding.ts';
import { recognise } from './recognise.ts';
import type { Reject } from './reject.ts';
import { Row } from './row.ts';

export interface Table<K extends string> {
  readonly file: string;
  readonly kind: TableKind<K>;
  readonly encoding: Encoding;
  readonly columns: Columns<K>;
  readonly unused: readonly string[];
  /** Once through, in order. Rows with too few or too many cells go to `reject`; blank lines are passed over. */
  rows(reject: (reject: Reject) => void): AsyncGenerator<Row<K>>;
}

interface Line {
  readonly number: number;
  readonly end: number;
  readonly cells: readonly string[];
}

/** Some publications put a title above the header. */
const HEADER_WITHIN = 3;

/**
 * Opens a CSV file as the first of `kinds` whose required columns it has. Throws `BrokenFile` naming the columns that are
 * missing and what the file looks like instead.
 */
export async function openTable<K extends string>(file: string, kinds: readonly TableKind<K>[]): Promise<Table<K>> {
  const form = await readable(file, () => findTextForm(file));
  const lines = readLines(file, form);
  const tried: (readonly string[])[] = [];
  for (let attempt = 0; attempt < HEADER_WITHIN; attempt += 1) {
    const line = await lines.next();
    if (line.done) break;
    const header = line.value.cells.map(tidy);
    tried.push(header);
    const found = firstThatFits(file, header, kinds);
    if (!found) continue;
    const { kind, bound } = found;
    return {
      file,
      kind,
      encoding: form.encoding,
      columns: bound.columns,
      unused: bound.unused,
      rows: (reject) => readRows(file, header.length, bound.columns, lines, reject),
    };
  }
  await lines.return(undefined);
  throw new BrokenFile(file, whatIsMissing(tried, kinds));
}

async function readable<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
    if (code === 'ENOENT') throw new BrokenFile(file, 'there is no such file. Check the name and the folder.');
    if (code === 'EACCES') throw new BrokenFile(file, 'this file may not be read. Check its permissions.');
    if (code === 'EISDIR') throw new BrokenFile(file, 'this is a folder. Name the CSV file inside it.');
    throw fault;
  }
}

function firstThatFits<K extends string>(file: string, header: readonly string[], kinds: readonly TableKind<K>[]) {
  for (const kind of kinds) {
    const bound: Bound<K> = bindColumns(header, kind);
    if (bound.missing.length > 0) continue;
    if (bound.doubled.length > 0) {
      throw new BrokenFile(file, `the column “${bound.doubled[0]}” is there twice. Delete one of them.`);
    }
    return { kind, bound };
  }
  return undefined;
}

function whatIsMissing<K extends string>(
  headers: readonly (readonly string[])[],
  kinds: readonly TableKind<K>[],
): string {
  const candidates = headers.flatMap((header) =>
    kinds.map((kind) => ({ header, kind, missing: bindColumns(header, kind).missing })),
  );
  const [nearest] = candidates.sort((a, b) => a.missing.length - b.missing.length);
  if (!nearest) return 'the file has no rows.';
  const seen = headers.map(recognise).find((says) => says !== undefined);
  const names = nearest.missing.slice(0, 6).map((name) => `“${name}”`);
  const more = nearest.missing.length > names.length ? ` and ${nearest.missing.length - names.length} more` : '';
  const columns = nearest.missing.length === 1 ? 'the column' : 'the columns';
  const looksLike = seen ? ` It looks like ${seen}.` : '';
  return `this is not ${nearest.kind.name}: ${columns} ${names.join(', ')}${more} cannot be found.${looksLike}`;
}

async function* readRows<K extends string>(
  file: string,
  width: number,
  columns: Columns<K>,
  lines: AsyncGenerator<Line>,
  reject: (reject: Reject) => void,
): AsyncGenerator<Row<K>> {
  for await (const { number, end, cells } of lines) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (end > number && (cells.length !== width || cells.some(isSwallowed))) {
      throw new BrokenFile(
        file,
        `a quotation mark opened on line ${number} is not closed properly before line ${end}.`,
      );
    }
    if (cells.length === width) {
      yield new Row(file, number, cells, columns);
    } else {
      const reason = `This row’s number of cells is ${cells.length}; the header’s is ${width}.`;
      reject({ file, line: number, column: '', value: '', reason });
    }
  }
}

/** What a cell looks like when its quotation mark was closed only by one that opens or stands in a later row. */
function isSwallowed(cell: string): boolean {
  return cell.startsWith('"') && cell.includes('\n');
}

async function* readLines(file: string, form: TextForm): AsyncGenerator<Line> {
  const delimiter = form.lineEnd === 'line_feed' ? ['\n', '\r\n'] : ['\r'];
  const parser = parse({
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: delimiter,
    max_record_size: 1 << 20,
  });
  // A fault of the source reaches the loop below through the parser, which pipeline destroys with it.
  pipeline(Readable.from(decodeText(file, form.encoding)), parser, () => undefined);
  let next = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const number = next;
      next += 1 + lineFeedsIn(cells);
      yield { number, end: next - 1, cells };
    }
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (!code.startsWith('CSV_')) throw fault;
    throw new BrokenFile(
      file,
      `from line ${next} on this cannot be read as CSV: a quotation mark is probably not closed.`,
    );
  }
}

function lineFeedsIn(cells: readonly string[]): number {
  let feeds = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) feeds += 1;
  }
  return feeds;
}

import type { Sheet, SheetCell, WriteSheet } from '../core/sheet.ts';
import { plainCell } from './plain-cell.ts';

/** So that Excel reads it as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180, every cell in quotes; dates as 2026-11-18, which every spreadsheet takes for the same day. */
export const writeCsv: WriteSheet = async (sheet) => new TextEncoder().encode(`${BYTE_ORDER_MARK}${csvOf(sheet)}`);

function csvOf({ columns, rows }: Sheet): string {
  return [columns.map(({ heading }) => heading), ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: SheetCell): string {
  if (cell === undefined) return '""';
  // A number of ours is a number, below nought too.
  const text = typeof cell === 'number' ? String(cell) : plainCell(cell);
  return `"${text.replaceAll('"', '""')}"`;
}

import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { Sheet, SheetCell, SheetColumn, WriteSheet } from '../core/sheet.ts';
import { plainCell } from './plain-cell.ts';

/** An Excel workbook of one sheet: headings in bold that stay when it is scrolled, dates that are dates, money that is money. */
export const writeXlsx: WriteSheet = async ({ name, columns, rows }: Sheet) => {
  const headings = columns.map(
    ({ heading }): Cell => ({ value: plainCell(heading), type: String, fontWeight: 'bold' }),
  );
  const body = rows.map((row) => columns.map((column, index) => cellOf(column, row[index])));
  const file = writeExcelFile([headings, ...body], {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
  });
  return new Uint8Array(await file.toBuffer());
};

function cellOf({ kind }: SheetColumn, cell: SheetCell): Cell {
  if (cell === undefined || cell === '') return null;
  if (typeof cell === 'number') {
    return { value: cell, type: Number, ...(kind === 'pounds' ? { format: '£#,##0.00' } : {}) };
  }
  if (kind !== 'date') return { value: plainCell(cell), type: String, wrap: true, alignVertical: 'top' };
  // The library writes days as they are in UTC.
  return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
}

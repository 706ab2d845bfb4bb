import type { KnownBlock, RichTextBlock, TableBlock } from '@slack/types';
import { type CardNode, childrenOf, keywordOf } from './card-node.ts';
import type { Run } from './inline-markdown.ts';
import { LIMITS } from './limits.ts';
import { joined } from './lines.ts';
import { richLines, runBytes, section } from './rich-text.ts';
import type { ElementTranslator, Translation } from './translation.ts';

/** Slack's own table where it fits and may stand; else each row by itself, every value beside its heading. */
export const translateTable: ElementTranslator = (node, translation) => {
  const rows = childrenOf(node, 'rows', 'TableRow').map((row) => childrenOf(row, 'cells', 'TableCell'));
  const cells = rows.map((row) => row.map((cell) => translation.lines(childrenOf(cell, 'items'))));
  if (rows.length === 0) return [];
  return nativeTable(node, cells, translation) ?? rowByRow(node, rows, cells, translation);
};

type Cell = Run[][] | undefined;

function nativeTable(node: CardNode, cells: readonly Cell[][], translation: Translation): TableBlock[] | undefined {
  const width = Math.max(...cells.map((row) => row.length));
  if (!translation.nativeTable || width === 0 || width > LIMITS.tableColumns || cells.length > LIMITS.tableRows)
    return undefined;
  let bytes = 0;
  const rows: RichTextBlock[][] = [];
  for (const [index, row] of cells.entries()) {
    const written: RichTextBlock[] = [];
    for (let column = 0; column < width; column++) {
      // An element that is more than words cannot stand in a cell.
      if (column < row.length && row[column] === undefined) return undefined;
      const runs = inOneCell(row[column] ?? []);
      bytes += Math.max(1, runBytes(runs));
      written.push(cellOf(index === 0 && hasHeadings(node) ? runs.map((run) => ({ ...run, bold: true })) : runs));
    }
    rows.push(written);
  }
  if (bytes > LIMITS.tableBytes || !translation.claimTable()) return undefined;
  return [{ type: 'table', column_settings: columnSettings(node, width), rows }];
}

const hasHeadings = (node: CardNode) => node.at.firstRowAsHeaders !== false;

const inOneCell = (lines: readonly Run[][]) => joined(lines, '\n');

/** Slack refuses a cell without text. */
const cellOf = (runs: readonly Run[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [section(runs.some((run) => run.text !== '') ? runs : [{ text: ' ' }])],
});

function columnSettings(node: CardNode, width: number): TableBlock['column_settings'] {
  const columns = childrenOf(node, 'columns', 'TableColumnDefinition');
  return Array.from({ length: width }, (_, index) => {
    const column = columns[index];
    const align = keywordOf(column ?? node, 'horizontalCellContentAlignment');
    return { is_wrapped: true, ...((align === 'center' || align === 'right') && { align }) };
  });
}

function rowByRow(
  node: CardNode,
  rows: readonly CardNode[][],
  cells: readonly Cell[][],
  translation: Translation,
): KnownBlock[] {
  const headings = hasHeadings(node) ? (cells[0] ?? []) : [];
  // Headings with nothing under them, or with more in them than words, are told as a row of their own.
  const under = rows.slice(1);
  const headed =
    under.length > 0 &&
    headings.length > 0 &&
    headings.every((heading) => heading !== undefined) &&
    under.every((row) => row.length >= headings.length);
  const body = headed ? 1 : 0;
  return rows.slice(body).flatMap((row, index) => {
    const lines: Run[][] = [];
    const others: KnownBlock[] = [];
    for (const [column, cell] of row.entries()) {
      const words = cells[index + body]?.[column];
      const heading = headed ? inOneCell(headings[column] ?? []) : [];
      const title =
        heading.length > 0 ? [...heading.map((run) => ({ ...run, bold: true })), { text: ': ', bold: true }] : [];
      if (words !== undefined) lines.push([...title, ...inOneCell(words)]);
      else {
        if (title.length > 0) others.push(...richLines([title]));
        others.push(...translation.elements(childrenOf(cell, 'items')));
      }
    }
    return [...richLines(lines), ...others];
  });
}

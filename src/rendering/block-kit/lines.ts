import { type CardNode, childrenOf } from './card-node.ts';
import { factLines } from './fact-set.ts';
import type { Run } from './inline-markdown.ts';
import { inlineRuns, textBlockLines } from './text-blocks.ts';
import type { Translation } from './translation.ts';

/** What the elements say, line by line, when they say it in words alone; `undefined` when any of them is more than words. */
export function linesOf(nodes: readonly CardNode[], translation: Translation): Run[][] | undefined {
  const lines: Run[][] = [];
  for (const node of nodes) {
    const said = translation.shown(node) ? linesOfOne(node, translation) : [];
    if (said === undefined) return undefined;
    lines.push(...said);
  }
  return lines.filter(saysSomething);
}

/** A chevron alone at the end of a row points out that the row can be pressed. Slack shows a button for that. */
const POINTERS: readonly string[] = ['›', '»', '▸'];

function saysSomething(line: readonly Run[]): boolean {
  const text = line
    .map((run) => run.text)
    .join('')
    .trim();
  return text !== '' && !POINTERS.includes(text);
}

function linesOfOne(node: CardNode, translation: Translation): Run[][] | undefined {
  switch (node.type) {
    case 'TextBlock':
      return textBlockLines(node);
    case 'RichTextBlock':
      return [inlineRuns(node)];
    case 'FactSet':
      return factLines(node);
    case 'ColumnSet': {
      const columns = childrenOf(node, 'columns', 'Column').filter(translation.shown);
      const said = columns.map((column) => translation.lines(childrenOf(column, 'items')));
      const pressed = [node, ...columns].some((each) => each.at.selectAction !== undefined);
      return pressed || said.includes(undefined) ? undefined : rowOf(said.flatMap((lines) => (lines ? [lines] : [])));
    }
    default:
      return undefined;
  }
}

/** Columns of one line each become one line; of more, they follow one another, a paragraph each. */
export function rowOf(columns: readonly Run[][][]): Run[][] {
  const filled = columns.filter((lines) => lines.length > 0);
  if (filled.every((lines) => lines.length === 1)) return filled.length > 0 ? [joined(filled.flat(), '  ·  ')] : [];
  return filled.map((lines) => joined(lines, '\n'));
}

/** Lines as one, with something between them. */
export const joined = (lines: readonly Run[][], between: string): Run[] =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ text: between }, ...line]));

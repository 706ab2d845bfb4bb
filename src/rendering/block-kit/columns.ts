import type { KnownBlock } from '@slack/types';
import { button } from './actions.ts';
import { type CardNode, childOf, childrenOf, textOf } from './card-node.ts';
import type { Run } from './inline-markdown.ts';
import { LIMITS } from './limits.ts';
import { richLines } from './rich-text.ts';
import { fits, plainText } from './text.ts';
import type { ElementTranslator, Translation } from './translation.ts';

/**
 * Slack has no columns. A row of single lines becomes one line; a row of lines and one button becomes text with the button at
 * its side; columns of words become paragraphs of one block; anything else stands one under another, in reading order.
 */
export const translateColumnSet: ElementTranslator = (node, translation) => {
  const columns = childrenOf(node, 'columns', 'Column').filter(translation.shown);
  const actions = [node, ...columns].flatMap((each) => childOf(each, 'selectAction') ?? []);
  return [
    ...(row(columns, translation) ?? columns.flatMap((column) => translation.elements(childrenOf(column, 'items')))),
    ...(actions.length > 0 ? translation.actions(actions) : []),
  ];
};

function row(columns: readonly CardNode[], translation: Translation): KnownBlock[] | undefined {
  const last = columns.at(-1);
  const side = last && onlyAction(last, translation);
  const worded = side ? columns.slice(0, -1) : columns;
  const lines: Run[][][] = [];
  for (const column of worded) {
    const words = translation.lines(childrenOf(column, 'items'));
    if (words === undefined) return undefined;
    if (words.length > 0) lines.push(words);
  }
  const paragraphs = lines.every((column) => column.length === 1)
    ? [betweenDots(lines.flat())]
    : lines.map(underEachOther);
  if (side === undefined) return richLines(paragraphs);
  return besideButton(paragraphs, side, translation);
}

function besideButton(
  paragraphs: readonly Run[][],
  side: CardNode,
  translation: Translation,
): KnownBlock[] | undefined {
  const runs = paragraphs.flatMap((paragraph, index) => (index === 0 ? paragraph : [{ text: '\n' }, ...paragraph]));
  const text = runs.map((run) => run.text).join('');
  if (text.trim() === '' || !fits(text, LIMITS.sectionText) || runs.some((run) => run.url !== undefined))
    return undefined;
  const accessory = button(side, translation);
  if (accessory === undefined) return richLines(paragraphs);
  return [{ type: 'section', text: plainText(text, LIMITS.sectionText), accessory }];
}

/** The action of a column that holds one button and nothing else. */
function onlyAction(column: CardNode, translation: Translation): CardNode | undefined {
  const items = childrenOf(column, 'items');
  const [set] = items;
  if (items.length !== 1 || set?.type !== 'ActionSet' || !translation.shown(set)) return undefined;
  const actions = childrenOf(set, 'actions');
  const [action] = actions;
  const plain = action?.type === 'Action.Execute' || action?.type === 'Action.Submit';
  if (actions.length !== 1 || !plain || action.at === translation.submit || action.at.isEnabled === false)
    return undefined;
  return fits(textOf(action, 'title'), LIMITS.buttonText) ? action : undefined;
}

const betweenDots = (lines: readonly Run[][]) =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ text: '  ·  ' }, ...line]));

const underEachOther = (lines: readonly Run[][]) =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));

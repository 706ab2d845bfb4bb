import type { KnownBlock } from '@slack/types';
import { besideButton } from './beside-button.ts';
import { type CardNode, childOf, childrenOf } from './card-node.ts';
import type { Run } from './inline-markdown.ts';
import { rowOf } from './lines.ts';
import { richLines } from './rich-text.ts';
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
  const action = last && onlyAction(last, translation);
  const said: Run[][][] = [];
  for (const column of action ? columns.slice(0, -1) : columns) {
    const lines = translation.lines(childrenOf(column, 'items'));
    if (lines === undefined) return undefined;
    said.push(lines);
  }
  return action ? besideButton(rowOf(said), action, translation) : richLines(rowOf(said));
}

/** The action of a column that holds one button and nothing else. */
function onlyAction(column: CardNode, translation: Translation): CardNode | undefined {
  const items = childrenOf(column, 'items');
  const [set] = items;
  if (items.length !== 1 || set?.type !== 'ActionSet' || !translation.shown(set)) return undefined;
  const actions = childrenOf(set, 'actions');
  return actions.length === 1 ? actions[0] : undefined;
}

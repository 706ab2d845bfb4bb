import type { KnownBlock } from '@slack/types';
import { besideButton } from './beside-button.ts';
import { type CardNode, childOf, childrenOf, keywordOf } from './card-node.ts';
import { LIMITS } from './limits.ts';
import { context } from './text-blocks.ts';
import type { ElementTranslator } from './translation.ts';
import type { Words } from './words.ts';

/** Its contents, and its own action as a button beside or after them. A style that means something is said with a mark. */
export const translateContainer: ElementTranslator = (node, translation) => {
  const items = childrenOf(node, 'items');
  const mark = markOf(node, translation.words);
  const action = childOf(node, 'selectAction');
  if (action === undefined) return withMark(translation.elements(items), mark);
  const lines = mark === undefined ? translation.lines(items) : undefined;
  const row = lines && besideButton(lines, action, translation);
  return row ?? [...withMark(translation.elements(items), mark), ...translation.actions([action])];
};

function markOf(node: CardNode, { marks }: Words): string | undefined {
  const style = keywordOf(node, 'style');
  return Object.entries(marks).find(([name]) => name === style)?.[1];
}

/** Colour tells nothing to those who cannot see it, and Slack has none: the first words are given a mark instead. */
function withMark(blocks: readonly KnownBlock[], mark: string | undefined): KnownBlock[] {
  const [first, ...rest] = blocks;
  if (mark === undefined || first === undefined) return [...blocks];
  if (first.type === 'header' && first.text.text.length + mark.length < LIMITS.headerText) {
    return [{ ...first, text: { ...first.text, text: `${mark} ${first.text.text}` } }, ...rest];
  }
  const [opening, ...others] = first.type === 'rich_text' ? first.elements : [];
  if (first.type === 'rich_text' && opening?.type === 'rich_text_section') {
    const begun = { ...opening, elements: [{ type: 'text' as const, text: `${mark} ` }, ...opening.elements] };
    return [{ ...first, elements: [begun, ...others] }, ...rest];
  }
  return [context(mark), ...blocks];
}

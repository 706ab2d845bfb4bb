import type { KnownBlock } from '@slack/types';
import { type CardNode, childOf, childrenOf, textOf } from './card-node.ts';
import { LIMITS } from './limits.ts';
import { context } from './text-blocks.ts';
import type { ElementTranslator } from './translation.ts';
import type { Words } from './words.ts';

/** Its contents, and its own action as a button after them. A style that means something is said with a mark. */
export const translateContainer: ElementTranslator = (node, translation) => {
  const contents = translation.elements(childrenOf(node, 'items'));
  const marked = withMark(contents, markOf(node, translation.words));
  const action = childOf(node, 'selectAction');
  return action ? [...marked, ...translation.actions([action])] : marked;
};

function markOf(node: CardNode, { marks }: Words): string | undefined {
  const style = textOf(node, 'style').toLowerCase();
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

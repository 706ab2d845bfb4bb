import type { KnownBlock } from '@slack/types';
import { button } from './actions.ts';
import { type CardNode, textOf } from './card-node.ts';
import type { Run } from './inline-markdown.ts';
import { LIMITS } from './limits.ts';
import { joined } from './lines.ts';
import { richLines } from './rich-text.ts';
import { fits, plainText } from './text.ts';
import type { Translation } from './translation.ts';

/**
 * Words with one button at their side: a row of a list in one block. `undefined` when the words hold a link or are too many, or
 * the action is no button; they then stand apart.
 */
export function besideButton(
  lines: readonly Run[][],
  action: CardNode,
  translation: Translation,
): KnownBlock[] | undefined {
  const runs = joined(lines, '\n');
  const text = runs.map((run) => run.text).join('');
  const pressed = action.type === 'Action.Execute' || action.type === 'Action.Submit';
  const titled = fits(textOf(action, 'title'), LIMITS.buttonText);
  if (!pressed || !titled || action.at === translation.submit || action.at.isEnabled === false) return undefined;
  if (text.trim() === '' || !fits(text, LIMITS.sectionText) || runs.some((run) => run.url !== undefined))
    return undefined;
  const accessory = button(action, translation);
  if (accessory === undefined) return richLines(lines);
  return [{ type: 'section', text: plainText(text, LIMITS.sectionText), accessory }];
}

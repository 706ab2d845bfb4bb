import type { KnownBlock } from '@slack/types';
import { type Card, toBlockKit } from '../../../src/rendering/block-kit/index.ts';

/** The least card that holds these elements and actions. */
export const cardOf = (body: readonly object[], actions: readonly object[] = []): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
});

export const blocksOf = (...body: object[]): KnownBlock[] => toBlockKit(cardOf(body)).blocks;

export const line = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });

export const execute = (title: string, more: object = {}) => ({
  type: 'Action.Execute',
  title,
  verb: 'do',
  data: { id: 1 },
  ...more,
});

export const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });

/** A block of rich text with one section of these runs. */
export const rich = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

export const run = (text: string, ...styles: string[]) => ({
  type: 'text',
  text,
  ...(styles.length > 0 && { style: Object.fromEntries(styles.map((style) => [style, true])) }),
});

import type { KnownBlock } from '@slack/types';
import { type Card, isRecord, nodeOf, textOf } from './card-node.ts';
import { formsIn } from './forms.ts';
import { LIMITS } from './limits.ts';
import { type Page, showPage } from './page-turning.ts';
import { MESSAGE, paginate } from './pages.ts';
import { richLines } from './rich-text.ts';
import { fallbackText } from './text.ts';
import { context } from './text-blocks.ts';
import { translateCard } from './translate.ts';
import { BRITISH, type Words } from './words.ts';

export interface MessageOptions {
  /** The whole message in a sentence or two, plain. The card's `fallbackText` unless given. */
  readonly summary?: string;
  /**
   * `inline` (the default): inputs stand in the message, and a press of a button brings what is in them along. `modal`: they
   * are left out, and a button asks for `toModal`. A card with inputs that needs more than one page is always `modal`.
   */
  readonly forms?: 'inline' | 'modal';
  /** Which page to show, from 1. */
  readonly page?: number;
  /** Whatever finds this card again: small, and plain JSON. It comes back with the press of a page or form button. */
  readonly ref?: unknown;
  readonly words?: Partial<Words>;
}

export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Spread into `chat.postMessage` beside a message: Slack is to read nothing into the text and fetch nothing for it. */
export const POSTING = {
  mrkdwn: false,
  parse: 'none',
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
} as const;

/**
 * The card as one message: at most 50 blocks, and a `text`. A card that needs more has pages, and buttons to turn them, each with
 * what `readPress` needs. Throws `UnsupportedElementError` or `BlockKitLimitError`, naming the place in the card.
 */
export function toBlockKit(card: Card, options: MessageOptions = {}): Message & Page {
  const { pages, words, nextId } = paged(card, options);
  const shown = showPage(pages, options.page, { words, nextId, ref: options.ref });
  return { ...shown, text: textFor(card, options.summary, shown.blocks) };
}

/** The card as all the messages it takes, one after another, with nothing to press between them. */
export function toMessages(card: Card, options: Omit<MessageOptions, 'page'> = {}): Message[] {
  const { pages, words } = paged(card, options);
  return pages.map((blocks, index) => {
    const all = pages.length > 1 ? [...blocks, context(words.part(index + 1, pages.length))] : blocks;
    return { text: textFor(card, options.summary, all), blocks: all };
  });
}

/** Plain words, exactly as they are, as the messages they take. */
export function textMessages(text: string): Message[] {
  const blocks = richLines(text.split(/\r\n?|\n/).map((line) => [{ text: line }]));
  return paginate(blocks, MESSAGE).map((page) => ({ text: fallbackText(text, LIMITS.fallbackText), blocks: page }));
}

interface Paged {
  readonly pages: KnownBlock[][];
  readonly words: Words;
  readonly nextId: () => number;
}

function paged(card: Card, options: MessageOptions): Paged {
  const inline = paginateCard(card, options, options.forms ?? 'inline');
  const parted = inline.pages.length > 1 && options.forms !== 'modal' && formsIn(card).length > 0;
  // Slack sends what is filled in with a press in the same message only.
  return parted ? paginateCard(card, options, 'modal') : inline;
}

function paginateCard(card: Card, options: MessageOptions, forms: 'inline' | 'modal'): Paged {
  const words = { ...BRITISH, ...options.words };
  let id = 0;
  const nextId = () => ++id;
  const inputs = forms === 'inline' ? 'inline' : 'button';
  const blocks = translateCard(card, nodeOf(card, '', 'AdaptiveCard'), {
    words,
    ref: options.ref,
    ownInputs: inputs,
    showCardInputs: inputs,
    nativeTable: true,
    submit: undefined,
    nextId,
  });
  return { words, nextId, pages: paginate(blocks, MESSAGE) };
}

function textFor(card: Card, summary: string | undefined, blocks: readonly KnownBlock[]): string {
  const given = summary ?? textOf(nodeOf(card, '', 'AdaptiveCard'), 'fallbackText');
  return fallbackText(given.trim() === '' ? wordsOf(blocks) : given, LIMITS.fallbackText);
}

/** Whatever the blocks say, for a card that says nothing of itself. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(' ');
  if (!isRecord(value)) return '';
  return typeof value.text === 'string' ? value.text : Object.values(value).map(wordsOf).filter(Boolean).join(' ');
}

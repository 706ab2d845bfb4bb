import type { PlainTextElement } from '@slack/types';

const WORD_JOINER = '\u2060';

/** Slack's clients link written-out addresses even in plain text. Adaptive Cards do not, so here they are parted, invisibly. */
export function unlinked(text: string): string {
  return text.includes('://') || /www\./i.test(text)
    ? text.replace(/:(?=\/\/)|(?<=\bwww)\.(?!\u2060)/gi, `$&${WORD_JOINER}`)
    : text;
}

/** The text, or its beginning and an ellipsis, in at most `most` characters. Never half a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 1;
  const splitsPair = /[\ud800-\udbff]/.test(text[end - 1] ?? '');
  return `${text.slice(0, splitsPair ? end - 1 : end).trimEnd()}…`;
}

/** Whether `plainText` would keep all of it. */
export const fits = (text: string, most: number) => unlinked(text).length <= most;

/** Text that Slack formats in no way: no emphasis, no mention, no `:emoji:`. */
export function plainText(text: string, most: number): PlainTextElement {
  return { type: 'plain_text', text: cut(unlinked(text), most), emoji: false };
}

/** Names of emoji become pictures in fallback text; parted they do not. */
const EMOJI_NAME = /:(?=[\w+-]+:)/g;
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/**
 * For the one place Slack gives no plain text: the `text` of a message, which notifications and screen readers use. There is
 * no escape for its formatting marks, so those that could format are replaced by characters that look like them.
 */
export function fallbackText(text: string, most: number): string {
  return unlinked(cut(text, most))
    .replace(/^\s*>/gm, (quote) => `${WORD_JOINER}${quote}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/`|_(?!(?<=\w_)\w)|[*~](?!(?<=\s.)\s)/g, (mark) => LOOKALIKES[mark] ?? mark)
    .replace(EMOJI_NAME, `$&${WORD_JOINER}`)
    .replace(/[@#](?=\w)/g, `$&${WORD_JOINER}`);
}

/** How much room the text takes in a message, by Slack's own measure. */
export const bytesOf = (text: string) => Buffer.byteLength(text);

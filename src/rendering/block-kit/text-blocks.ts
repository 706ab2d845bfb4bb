import type { ContextBlock, HeaderBlock } from '@slack/types';
import { type CardNode, childOf, keywordOf, textOf } from './card-node.ts';
import { UnsupportedElementError } from './errors.ts';
import type { Run } from './inline-markdown.ts';
import { LIMITS } from './limits.ts';
import { type Passage, parseMarkdown } from './markdown.ts';
import { richText } from './rich-text.ts';
import { fits, plainText } from './text.ts';
import type { ElementTranslator } from './translation.ts';

/** A heading, a line of small print, or a paragraph. */
export const translateTextBlock: ElementTranslator = (node) => {
  const passages = parseMarkdown(textOf(node, 'text'));
  const plain = plainLines(passages);
  if (plain !== undefined && plain.trim() !== '') {
    if (isHeading(node) && fits(plain, LIMITS.headerText) && !plain.includes('\n')) return [header(plain)];
    if (isSmallPrint(node) && fits(plain, LIMITS.contextText)) return [context(plain)];
  }
  return richText(passages.map((passage) => styled(passage, node)));
};

export const header = (text: string): HeaderBlock => ({ type: 'header', text: plainText(text, LIMITS.headerText) });

export const context = (text: string): ContextBlock => ({
  type: 'context',
  elements: [plainText(text, LIMITS.contextText)],
});

const isHeading = (node: CardNode) =>
  keywordOf(node, 'style') === 'heading' || ['large', 'extralarge'].includes(keywordOf(node, 'size'));

const isSmallPrint = (node: CardNode) => node.at.isSubtle === true || keywordOf(node, 'size') === 'small';

/** The text without its styles, when nothing but styles would be lost by that. */
function plainLines(passages: readonly Passage[]): string | undefined {
  const lines: string[] = [];
  for (const passage of passages) {
    if (passage.kind === 'list' || passage.runs.some((run) => run.url !== undefined)) return undefined;
    lines.push(passage.runs.map((run) => run.text).join(''));
  }
  return lines.join('\n');
}

function styled(passage: Passage, node: CardNode): Passage {
  const style = {
    ...((isHeading(node) || isBold(node)) && { bold: true }),
    ...(keywordOf(node, 'fontType') === 'monospace' && { code: true }),
  };
  const dress = (runs: readonly Run[]) => runs.map((run) => ({ ...run, ...style }));
  return passage.kind === 'paragraph'
    ? { ...passage, runs: dress(passage.runs) }
    : { ...passage, items: passage.items.map(dress) };
}

const isBold = (node: CardNode) => keywordOf(node, 'weight') === 'bolder';

export const translateRichTextBlock: ElementTranslator = (node) =>
  richText([{ kind: 'paragraph', runs: inlineRuns(node) }]);

/** The lines of a TextBlock, for places that hold only lines: rows of columns and the cells of tables. */
export function textBlockLines(node: CardNode): Run[][] {
  return parseMarkdown(textOf(node, 'text'))
    .map((passage) => styled(passage, node))
    .flatMap((passage) =>
      passage.kind === 'paragraph'
        ? [[...passage.runs]]
        : passage.items.map((item, index) => [{ text: passage.ordered ? `${index + 1}. ` : '• ' }, ...item]),
    );
}

/** The runs of a RichTextBlock, which Adaptive Cards do not read as Markdown. */
export function inlineRuns(node: CardNode): Run[] {
  const { inlines } = node.at;
  if (!Array.isArray(inlines)) throw new UnsupportedElementError(node.path, 'a RichTextBlock without inlines');
  return inlines.map((inline: unknown, index) => {
    if (typeof inline === 'string') return { text: inline };
    return textRun({ path: `${node.path}.inlines[${index}]`, at: Object(inline), type: String(Object(inline).type) });
  });
}

function textRun(node: CardNode): Run {
  if (node.type !== 'TextRun') throw new UnsupportedElementError(node.path, `inline "${node.type}"`);
  const { at } = node;
  const action = childOf(node, 'selectAction');
  if (action && action.type !== 'Action.OpenUrl')
    throw new UnsupportedElementError(action.path, `"${action.type}" on a run of text`);
  return {
    text: textOf(node, 'text'),
    ...(isBold(node) && { bold: true }),
    ...(at.italic === true && { italic: true }),
    ...(at.strikethrough === true && { strike: true }),
    ...(at.underline === true && { underline: true }),
    ...(keywordOf(node, 'fontType') === 'monospace' && { code: true }),
    ...(action && { url: textOf(action, 'url') }),
  };
}

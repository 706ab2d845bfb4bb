import type {
  KnownBlock,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextList,
  RichTextSection,
} from '@slack/types';
import type { Run } from './inline-markdown.ts';
import { LIMITS } from './limits.ts';
import type { Passage } from './markdown.ts';
import { bytesOf, unlinked } from './text.ts';

/**
 * Everything a card says in words becomes rich text: its elements are text and links and nothing else, so whatever the words
 * are they cannot mention, link or format. Blocks are kept small enough that a long card can be split between them.
 */
export function richText(passages: readonly Passage[]): RichTextBlock[] {
  return pack(passages.flatMap(elementsOf));
}

/** Lines one under another, each a section of its own. */
export function richLines(lines: readonly (readonly Run[])[]): RichTextBlock[] {
  return richText(lines.map((runs) => ({ kind: 'paragraph', runs })));
}

function elementsOf(passage: Passage): RichTextBlockElement[] {
  if (passage.kind === 'paragraph') return sections(passage.runs);
  const bytes = passage.items.reduce((sum, item) => sum + runBytes(item), 0);
  if (bytes <= LIMITS.richTextBytes) {
    const list: RichTextList = {
      type: 'rich_text_list',
      style: passage.ordered ? 'ordered' : 'bullet',
      elements: passage.items.map(section),
    };
    return [list];
  }
  // Too long for one block, and a numbered list would begin again at one in the next.
  return passage.items.flatMap((item, index) =>
    sections([{ text: passage.ordered ? `${index + 1}. ` : '• ' }, ...item]),
  );
}

export function section(runs: readonly Run[]): RichTextSection {
  return { type: 'rich_text_section', elements: runs.filter((run) => run.text !== '').map(elementOf) };
}

function elementOf({ text, url, bold, italic, strike, underline, code }: Run): RichTextElement {
  const styled = bold || italic || strike || underline || code;
  const style = styled
    ? {
        style: {
          ...(bold && { bold }),
          ...(italic && { italic }),
          ...(strike && { strike }),
          ...(underline && { underline }),
          ...(code && { code }),
        },
      }
    : {};
  return url === undefined ? { type: 'text', text: unlinked(text), ...style } : { type: 'link', url, text, ...style };
}

/** One section, or as many as it takes to keep each within a block. */
function sections(runs: readonly Run[]): RichTextSection[] {
  if (runs.every((run) => run.text.trim() === '')) return [];
  if (runBytes(runs) <= LIMITS.richTextBytes) return [section(runs)];
  return splitRuns(runs, LIMITS.richTextBytes).map(section);
}

export const runBytes = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + bytesOf(run.text), 0);

/** Breaks between words where it can, and never inside a character. */
function splitRuns(runs: readonly Run[], most: number): Run[][] {
  const parts: Run[][] = [[]];
  let room = most;
  for (const run of runs) {
    let text = run.text;
    while (bytesOf(text) > room) {
      const head = headOf(text, room);
      if (head !== '') parts.at(-1)?.push({ ...run, text: head });
      text = text.slice(head.length);
      parts.push([]);
      room = most;
    }
    parts.at(-1)?.push({ ...run, text });
    room -= bytesOf(text);
  }
  return parts.filter((part) => part.some((run) => run.text.trim() !== ''));
}

function headOf(text: string, room: number): string {
  let bytes = 0;
  let end = 0;
  let lastSpace = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > room) break;
    end += character.length;
    if (/\s/.test(character)) lastSpace = end;
  }
  return text.slice(0, lastSpace > 0 ? lastSpace : end);
}

function pack(elements: readonly RichTextBlockElement[]): RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  let room = 0;
  for (const element of elements) {
    const bytes = elementBytes(element);
    const last = blocks.at(-1);
    if (last && bytes <= room) {
      const before = last.elements.at(-1);
      if (isBullets(before) && isBullets(element)) last.elements.splice(-1, 1, joined(before, element));
      else last.elements.push(element);
      room -= bytes;
    } else {
      blocks.push({ type: 'rich_text', elements: [element] });
      room = LIMITS.richTextBytes - bytes;
    }
  }
  return blocks;
}

const isBullets = (element: RichTextBlockElement | undefined): element is RichTextList =>
  element?.type === 'rich_text_list' && element.style === 'bullet';

const joined = (first: RichTextList, second: RichTextList): RichTextList => ({
  ...first,
  elements: [...first.elements, ...second.elements],
});

/** Neighbouring blocks of rich text as one, as far as they fit: less air between paragraphs, and fewer blocks. */
export function mergeRichText(blocks: readonly KnownBlock[]): KnownBlock[] {
  const merged: KnownBlock[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    const both =
      block.type === 'rich_text' && last?.type === 'rich_text' ? [...last.elements, ...block.elements] : undefined;
    if (both === undefined) merged.push(block);
    else merged.splice(-1, 1, ...pack(both));
  }
  return merged;
}

function elementBytes(element: RichTextBlockElement): number {
  let bytes = 0;
  for (const part of element.elements) {
    if (part.type === 'rich_text_section') bytes += elementBytes(part);
    else if ('text' in part && part.text !== undefined) bytes += bytesOf(part.text);
  }
  return bytes;
}

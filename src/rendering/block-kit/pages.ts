import type { KnownBlock } from '@slack/types';
import { LIMITS } from './limits.ts';
import { mergeRichText } from './rich-text.ts';
import { bytesOf } from './text.ts';

/** How much one message or view may hold. */
export interface Room {
  readonly blocks: number;
  readonly bytes: number;
}

export const MESSAGE: Room = { blocks: LIMITS.messageBlocks, bytes: LIMITS.messageTextBytes };
export const VIEW: Room = { blocks: LIMITS.viewBlocks, bytes: 200_000 };

/** What turning the page takes up: a line that says which page it is, and the buttons. */
const TURNING: Room = { blocks: 2, bytes: 400 };

/** As many pages as it takes; one, when all of it fits. Every block is on exactly one page, in order. */
export function paginate(blocks: readonly KnownBlock[], room: Room): KnownBlock[][] {
  if (fits(blocks, room)) return [[...blocks]];
  const merged = mergeRichText(blocks);
  if (fits(merged, room)) return [merged];
  const pages: KnownBlock[][] = [];
  let page: KnownBlock[] = [];
  let bytes = 0;
  const turn = () => {
    const carried = headingsAtTheEnd(page);
    pages.push(page.slice(0, page.length - carried));
    page = page.slice(page.length - carried);
    bytes = page.reduce((sum, block) => sum + textBytes(block), 0);
  };
  for (const block of merged) {
    const more = textBytes(block);
    const full = page.length + 1 > room.blocks - TURNING.blocks || bytes + more > room.bytes - TURNING.bytes;
    if (full && page.length > 0) turn();
    page.push(block);
    bytes += more;
  }
  pages.push(page);
  return pages;
}

/** How many blocks at the end only make sense with what comes next. Never all of them. */
function headingsAtTheEnd(page: readonly KnownBlock[]): number {
  let count = 0;
  while (count < page.length - 1 && ['header', 'divider'].includes(page[page.length - 1 - count]?.type ?? '')) count++;
  return count;
}

function fits(blocks: readonly KnownBlock[], room: Room): boolean {
  if (blocks.length > room.blocks) return false;
  let bytes = 0;
  for (const block of blocks) bytes += textBytes(block);
  return bytes <= room.bytes;
}

/** The text a block shows, in UTF-8 bytes. */
export function textBytes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let bytes = 0;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string') bytes += key === 'text' || key === 'alt_text' ? bytesOf(inner) : 0;
    else bytes += textBytes(inner);
  }
  return bytes;
}

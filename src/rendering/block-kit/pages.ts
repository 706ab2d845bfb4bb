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
  for (const block of merged) {
    const more = textBytes(JSON.stringify(block));
    const full = page.length + 1 > room.blocks - TURNING.blocks || bytes + more > room.bytes - TURNING.bytes;
    if (full && page.length > 0) {
      const end = page.length - headingsAtTheEnd(page);
      pages.push(page.slice(0, end));
      page = page.slice(end);
      bytes = textBytes(JSON.stringify(page));
    }
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
  // Nearly always the whole of it takes less than its text may, and then nothing needs counting.
  const json = JSON.stringify(blocks);
  return bytesOf(json) <= room.bytes || textBytes(json) <= room.bytes;
}

const TEXT = /"(?:alt_)?text":"((?:[^"\\]|\\.)*)"/g;

/** The text that blocks show, in UTF-8 bytes. Read from their JSON, which is quicker than walking them. */
function textBytes(json: string): number {
  let bytes = 0;
  for (const [, text = ''] of json.matchAll(TEXT)) bytes += bytesOf(text);
  return bytes;
}

import type { KnownBlock } from '@slack/types';
import { ownButton, refOf, rows } from './actions.ts';
import { context } from './text-blocks.ts';
import type { Words } from './words.ts';

export interface Page {
  readonly page: number;
  readonly pages: number;
  readonly blocks: KnownBlock[];
}

/** One page of several, which one it is, and buttons to those beside it. A page out of range is the nearest there is. */
export function showPage(
  pages: readonly KnownBlock[][],
  wanted: number | undefined,
  { words, nextId, ref }: { readonly words: Words; readonly nextId: () => number; readonly ref?: unknown },
): Page {
  const count = pages.length;
  const page = Math.min(Math.max(1, Math.trunc(wanted ?? 1) || 1), count);
  const blocks = [...(pages[page - 1] ?? [])];
  if (count > 1) {
    const neighbours = [page - 1, page + 1].filter((to) => to >= 1 && to <= count);
    const buttons = neighbours.map((to) =>
      ownButton('page', words.showPart(to, count), { page: to, ...refOf(ref) }, nextId),
    );
    blocks.push(context(words.part(page, count)), ...rows(buttons));
  }
  return { page, pages: count, blocks };
}

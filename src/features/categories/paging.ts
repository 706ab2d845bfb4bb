import { z } from 'zod';

/** As many rows as a phone shows without tiring anybody, and a card holds with room to spare. */
export const ROWS_A_PAGE = 8;

/** Counted from 0. */
export const PageNumber = z.int().min(0).max(100_000);

export interface PageOf<T> {
  readonly rows: readonly T[];
  /** How many follow. Zero on the last page. */
  readonly more: number;
}

/** One page of a list. A page past the end, as a list grown shorter leaves behind, is the last one. */
export function pageOf<T>(all: readonly T[], page: number): PageOf<T> {
  const last = Math.max(0, Math.ceil(all.length / ROWS_A_PAGE) - 1);
  const from = Math.min(page, last) * ROWS_A_PAGE;
  const rows = all.slice(from, from + ROWS_A_PAGE);
  return { rows, more: all.length - from - rows.length };
}

/** "Show 8 more of 20" */
export function moreLabel({ more }: PageOf<unknown>, total: number): string {
  return `Show ${Math.min(more, ROWS_A_PAGE)} more of ${total}`;
}

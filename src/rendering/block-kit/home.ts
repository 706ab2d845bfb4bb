import type { DividerBlock, HomeView, KnownBlock } from '@slack/types';
import { type Card, nodeOf } from './card-node.ts';
import { showPage } from './page-turning.ts';
import { paginate, VIEW } from './pages.ts';
import { translateCard } from './translate.ts';
import { BRITISH, type Words } from './words.ts';

export interface HomeSection {
  readonly card: Card;
  /** Whatever finds this card again, for its form buttons. */
  readonly ref?: unknown;
}

export interface HomeOptions {
  /** Which page to show, from 1, should the cards need more than 100 blocks. */
  readonly page?: number;
  /** Comes back with the press of a page button. */
  readonly ref?: unknown;
  readonly callbackId?: string;
  readonly words?: Partial<Words>;
}

const DIVIDER: DividerBlock = { type: 'divider' };

/** Cards one under another as a Home tab, a line between them. Their forms open as modals. */
export function toHome(sections: readonly HomeSection[], options: HomeOptions = {}): HomeView {
  const words = { ...BRITISH, ...options.words };
  let id = 0;
  const nextId = () => ++id;
  const all = sections.flatMap(({ card, ref }, index): KnownBlock[] => {
    const settings = { words, ref, nextId, nativeTable: false, submit: undefined };
    const root = nodeOf(card, '', 'AdaptiveCard');
    const blocks = translateCard(card, root, { ...settings, ownInputs: 'button', showCardInputs: 'button' });
    return index === 0 || blocks.length === 0 ? blocks : [DIVIDER, ...blocks];
  });
  return {
    type: 'home',
    blocks: showPage(paginate(all, VIEW), options.page, { words, nextId, ref: options.ref }).blocks,
    ...(options.callbackId !== undefined && { callback_id: options.callbackId }),
  };
}

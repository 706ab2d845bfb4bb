import type { Outgoing } from '../../core/reply.ts';
import type { BlockKit, SlackMessage } from './block-kit.ts';
import type { KeptCards, Shown } from './kept-cards.ts';
import type { Log } from './log.ts';

/** Makes what is said into what Slack takes. */
export interface Dressing {
  /** One message as the messages it takes: one for a card, which has pages of its own; for words, however many they need. */
  dress(message: Outgoing): Promise<readonly SlackMessage[]>;
  /** One page of a card that was shown before. */
  page(shown: Shown, page: number): SlackMessage;
}

export function createDressing(parts: {
  readonly blockKit: BlockKit;
  readonly cards: KeptCards;
  readonly log: Log;
}): Dressing {
  const { blockKit, cards, log } = parts;

  function pageOf({ summary, card }: Shown, page: number, ref: unknown) {
    return blockKit.toBlockKit(card, { summary, forms: 'modal', page, ref });
  }

  /** Most cards have no form and one page: only the others are named, and kept. */
  async function firstPage(shown: Shown): Promise<SlackMessage> {
    if (blockKit.formsIn(shown.card).length === 0) {
      const { text, blocks, pages } = pageOf(shown, 1, undefined);
      if (pages === 1) return { text, blocks };
    }
    await cards.keep(shown);
    const { text, blocks } = pageOf(shown, 1, cards.refOf(shown));
    return { text, blocks };
  }

  return {
    async dress({ summary, card }) {
      if (!card) return blockKit.textMessages(summary);
      try {
        return [await firstPage({ summary, card })];
      } catch (fault) {
        // A card Slack cannot show still has its whole meaning in a sentence or two.
        log.error({ err: fault }, 'a card could not be shown in Slack, and its summary was');
        return blockKit.textMessages(summary);
      }
    },
    page(shown, page) {
      const { text, blocks } = pageOf(shown, page, cards.refOf(shown));
      return { text, blocks };
    },
  };
}

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

  function pageOf(shown: Shown, page: number) {
    return blockKit.toBlockKit(shown.card, { summary: shown.summary, forms: 'modal', page, ref: cards.refOf(shown) });
  }

  return {
    async dress({ summary, card }) {
      if (!card) return blockKit.textMessages(summary);
      const shown = { summary, card };
      try {
        const { text, blocks, pages } = pageOf(shown, 1);
        if (pages > 1 || blockKit.formsIn(card).length > 0) await cards.keep(shown);
        return [{ text, blocks }];
      } catch (fault) {
        // A card Slack cannot show still has its whole meaning in a sentence or two.
        log.error({ err: fault }, 'a card could not be shown in Slack, and its summary was');
        return blockKit.textMessages(summary);
      }
    },
    page(shown, page) {
      const { text, blocks } = pageOf(shown, page);
      return { text, blocks };
    },
  };
}

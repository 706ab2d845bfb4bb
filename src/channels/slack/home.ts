import { z } from 'zod';
import type { Reception } from '../../core/channel.ts';
import type { AdaptiveCard } from '../../core/reply.ts';
import type { BlockKit } from './block-kit.ts';
import type { KeptCards } from './kept-cards.ts';
import type { Log } from './log.ts';
import { personOf, type Receiving, type Speaker } from './receive.ts';
import { SENTENCES } from './sentences.ts';
import { named } from './turn-ids.ts';
import type { Web } from './web.ts';

/** Goes with the page buttons of the Home tab. */
export const HomeRef = z.object({ home: z.literal(true) });

const CALLBACK = 'partnership-home';

export interface HomePage {
  /** Fills the person's Home tab afresh. `note` stands above everything else. Never rejects. */
  show(speaker: Speaker, id: string, options?: { readonly page?: number; readonly note?: string }): Promise<void>;
}

/** The Home tab as the person's own page. Only they ever see it. */
export function createHomePage(parts: {
  readonly reception: Reception;
  readonly receiving: Receiving;
  readonly blockKit: BlockKit;
  readonly cards: KeptCards;
  readonly web: Web;
  readonly log: Log;
}): HomePage {
  const { reception, receiving, blockKit, cards, web, log } = parts;

  async function sectionsFor(speaker: Speaker, id: string) {
    const visit = { id: named('home', id), at: receiving.clock.now(), from: personOf(speaker, receiving) };
    const shown = (await reception.home(visit)).map(({ summary, card }) => ({ summary, card: card ?? words(summary) }));
    for (const one of shown) if (blockKit.formsIn(one.card).length > 0) await cards.keep(one);
    return shown.map((one) => ({ card: one.card, ref: cards.refOf(one) }));
  }

  return {
    async show(speaker, id, { page, note } = {}) {
      try {
        const sections = await sectionsFor(speaker, id);
        const view = blockKit.toHome([...(note === undefined ? [] : [{ card: words(note) }]), ...sections], {
          ...(page === undefined ? {} : { page }),
          ref: { home: true } satisfies z.infer<typeof HomeRef>,
          callbackId: CALLBACK,
        });
        const published = await web.publishHome(speaker.team, speaker.user, view);
        if (published.outcome !== 'sent') log.warn({ ...published }, 'a Home tab was not filled');
      } catch (fault) {
        log.error({ err: fault }, 'a Home tab could not be filled');
        const sorry = blockKit.toHome([{ card: words(SENTENCES.fault) }], { ref: {}, callbackId: CALLBACK });
        await web.publishHome(speaker.team, speaker.user, sorry);
      }
    },
  };
}

/** A card that only says something, in a kind of text that formats nothing. */
function words(text: string): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] }],
  };
}

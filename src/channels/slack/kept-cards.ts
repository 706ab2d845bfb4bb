import { hash } from 'node:crypto';
import { z } from 'zod';
import { JsonRecord } from '../../core/json.ts';
import type { AdaptiveCard, Outgoing } from '../../core/reply.ts';
import type { JsonObject, Ref, Store } from '../../core/store.ts';

/** What a button that needs its card again carries. */
export const CardRef = z.object({ card: z.string().min(1).max(100) });

const Kept = z.strictObject({ v: z.literal(1), summary: z.string(), card: JsonRecord, retention: z.literal('turn') });

/** Longer than anybody leaves a form and comes back to it; whatever a form sends is checked afresh anyway. */
const KEPT_SECONDS = 60 * 24 * 60 * 60;

/** A card that was shown, with its summary. */
export type Shown = Required<Outgoing>;

/**
 * Cards with a form or further pages, kept so that the press of a button can open one or turn to the other: Slack's buttons
 * hold 2,000 characters. The same card is the same document, however often it is shown.
 */
export interface KeptCards {
  refOf(shown: Shown): z.infer<typeof CardRef>;
  keep(shown: Shown): Promise<void>;
  /** `undefined` for anything that was not kept, or not for so long. */
  find(ref: unknown): Promise<Shown | undefined>;
}

export function createKeptCards(store: Pick<Store, 'get' | 'commit'>): KeptCards {
  return {
    refOf,
    async keep(shown) {
      const { card } = refOf(shown);
      await store.commit([
        {
          kind: 'put',
          ref: keptRef(card),
          type: 'slack-card',
          body: Kept.parse({ v: 1, ...shown, retention: 'turn' }),
          guard: 'any',
          ttlSeconds: KEPT_SECONDS,
        },
      ]);
    },
    async find(ref) {
      const wanted = CardRef.safeParse(ref);
      const found = wanted.success ? await store.get(keptRef(wanted.data.card)) : undefined;
      if (!found) return undefined;
      const { summary, card } = Kept.parse(found.body);
      return { summary, card: toCard(card) };
    },
  };
}

function refOf({ card, summary }: Shown): z.infer<typeof CardRef> {
  return { card: hash('sha256', JSON.stringify([summary, card]), 'base64url') };
}

function keptRef(card: string): Ref {
  return { partition: `slack-card:${card}`, id: 'card' };
}

function toCard(card: JsonObject): AdaptiveCard {
  return { ...card, type: 'AdaptiveCard', version: typeof card.version === 'string' ? card.version : '1.5' };
}

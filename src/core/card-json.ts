import type { AdaptiveCard } from './reply.ts';

const written = new WeakMap<AdaptiveCard, string>();

/**
 * A card as JSON. It is written out once to be weighed and once to be sent, and costs as much each time as all that filled it
 * in: so it is written once and kept for as long as the card is. A card is never changed once it is drawn.
 */
export function cardJson(card: AdaptiveCard): string {
  const known = written.get(card);
  if (known !== undefined) return known;
  const json = JSON.stringify(card);
  written.set(card, json);
  return json;
}

import type { Heard, IntentName } from '../core/intent.ts';

/**
 * Questions that one school's card answers together: whichever was meant, its section is on the card and its neighbours
 * are a tap away, so a doubt between two of these is no reason to ask.
 */
const ON_THE_SCHOOL_CARD: readonly IntentName[] = [
  'ask_category',
  'explain_category',
  'entitlement_visits',
  'expectations',
  'who_is_adviser',
];

/** How likely it must be that the meaning is on the card, for the card to be the answer. */
const CARD_CONFIDENCE = 0.7;

export type Choice =
  | { readonly kind: 'settled'; readonly intent: IntentName }
  | { readonly kind: 'ask'; readonly intents: readonly IntentName[] };

/** Whether to answer, and as what; or which meanings to offer. Never more than three. */
export function chooseIntent(heard: Heard): Choice {
  const [first] = heard.intents;
  if (!first) return { kind: 'ask', intents: [] };
  if (heard.sure || onTheCard(heard)) return { kind: 'settled', intent: first.name };
  return { kind: 'ask', intents: heard.intents.slice(0, 3).map((intent) => intent.name) };
}

function onTheCard(heard: Heard): boolean {
  const [first] = heard.intents;
  if (!first || !ON_THE_SCHOOL_CARD.includes(first.name)) return false;
  const together = heard.intents
    .filter((intent) => ON_THE_SCHOOL_CARD.includes(intent.name))
    .reduce((sum, intent) => sum + intent.confidence, 0);
  return together >= CARD_CONFIDENCE;
}

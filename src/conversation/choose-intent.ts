import type { Heard, IntentName, Topic } from '../core/intent.ts';

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

/** What went before this ask in the conversation. */
interface Before {
  readonly topic: Topic;
  /** The message leans on what went before: "and visits?". */
  readonly followsOn: boolean;
}

/** Whether to answer, and as what; or which meanings to offer. Never more than three. */
export function chooseIntent(heard: Heard, before: Before): Choice {
  const [first] = heard.intents;
  if (isJustAName(heard)) return { kind: 'settled', intent: carriedOn(before.topic) };
  if (!first) return { kind: 'ask', intents: [] };
  if (heard.sure || onTheCard(heard)) return { kind: 'settled', intent: first.name };
  // Amid talk of one school, a short follow-up about anything on its card can only be about that card.
  if (before.followsOn && before.topic.school && isOnTheCard(first.name))
    return { kind: 'settled', intent: first.name };
  return { kind: 'ask', intents: heard.intents.slice(0, 3).map((intent) => intent.name) };
}

function onTheCard(heard: Heard): boolean {
  const [first] = heard.intents;
  if (!first || !isOnTheCard(first.name)) return false;
  const together = heard.intents
    .filter((intent) => isOnTheCard(intent.name))
    .reduce((sum, intent) => sum + intent.confidence, 0);
  return together >= CARD_CONFIDENCE;
}

function isOnTheCard(intent: IntentName): boolean {
  return ON_THE_SCHOOL_CARD.includes(intent);
}

/** A school's name carries on with what was being asked; said out of the blue, it asks for the school's card. */
function carriedOn(topic: Topic): IntentName {
  return topic.intent && isOnTheCard(topic.intent) ? topic.intent : 'ask_category';
}

const BESIDE_A_NAME = /\b(and|what|how|about|for|now|ok|okay|then|the|at|please|pls|same|school)\b/gi;

/** "Hollin Lane", "990002", "and St Joseph's?": one school and no wish. */
function isJustAName(heard: Heard): boolean {
  const [school, another] = heard.entities.schools;
  if (!school || another || school.fit === 'none') return false;
  const rest = heard.text.replace(school.text, ' ').replace(BESIDE_A_NAME, ' ');
  return !/[\p{L}\p{N}]/u.test(rest);
}

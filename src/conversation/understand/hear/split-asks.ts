import type { IntentName } from '../../../core/intent.ts';
import type { Ranking } from '../classify/classifier.ts';

/**
 * Where a message may turn from one wish to another, as whole ways of cutting it in two or three. Only a proposal: whether each
 * part is a wish of its own is for the classifier to say.
 */
export function waysToSplit(text: string): readonly (readonly string[])[] {
  const sentences = text
    .split(/(?<=[?!])\s+|(?<=[.;])\s+(?=[A-Za-z])|\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ways: string[][] = [];
  if (sentences.length >= 2 && sentences.length <= 3) ways.push(sentences);
  for (const joint of JOINTS) {
    for (const match of text.matchAll(joint)) {
      const before = text.slice(0, match.index).trim();
      const after = text.slice(match.index + match[0].length).trim();
      const cut = [before, after].map((part) => part.replace(/^[,;:\s-]+|[,;:\s-]+$/g, ''));
      if (cut.every((part) => part.split(/\s+/).length >= 2)) ways.push(cut);
    }
  }
  return ways;
}

const ASKING =
  "(?:(?:who|what|when|where|which|how|whens|whats|whos|please|pls)(?:'s)?|(?:can|could|would|do|does|is|are|has|have|may) (?:you|we|i|my|our|there|someone|somebody|the|it|she|he))";
const DOING =
  '(?:accept|decline|reject|withdraw|cancel|close|pass|reassign|move|show|list|mute|remind|log|record|export|send|add|put|tell|find|book|share|post|publish|delete|stop|turn)';

const JOINTS: readonly RegExp[] = [
  /[,;.!?]?\s+(?:and )?also[,:]?\s+/gi,
  new RegExp(`[,;]?\\s+(?:and|&|\\+|plus|then|and then|but)\\s+(?=${ASKING}\\b)`, 'gi'),
  new RegExp(`[,;]?\\s+(?:and|&|\\+|plus|then|and then|but)\\s+(?=${DOING}\\b)`, 'gi'),
  new RegExp(`[,;]\\s+(?=(?:${DOING}|${ASKING})\\b)`, 'gi'),
  new RegExp(`(?<=\\d)\\s+(?=${DOING}\\b)`, 'gi'),
];

/** However many joints a long message has, only so many ways of cutting it are weighed. */
const MOST_WAYS = 12;
const PART_SURE = 0.75;
const NO_WISH: ReadonlySet<IntentName> = new Set(['greeting', 'thanks', 'help', 'out_of_scope']);
/** A question, an order or a plea. What merely tells ("we expect an inspection") is background to the wish beside it. */
const ASKS = new RegExp(
  `\\?\\s*$|^\\W*(?:${ASKING}|${DOING}|why|did|will|is|are|help|need|want|visited|visit)\\b|\\b(?:please|pls|i want|we want|i need|we need|i'd like|we'd like|can you|could you|can i|can we|could we)\\b`,
  'i',
);
/** A part that only points back ("who do I tell", "is it 80?") belongs to what went before it. */
const POINTS_BACK = /\b(?:it|that|they|them|this|those|he|she|him|her|there|one|do i|can i|do we|so|is any)\b/i;

/**
 * The wishes a message holds, when it plainly holds several different ones: each part must be sure by itself, and the whole must
 * have been heard as any of them too. Otherwise `undefined`: it is one wish.
 */
export function splitAsks(
  text: string,
  whole: Ranking,
  rank: (part: string) => Ranking,
): readonly string[] | undefined {
  let best: { parts: readonly string[]; weakest: number } | undefined;
  const heard = new Set(whole.slice(0, 4).map(({ name }) => name));
  for (const way of waysToSplit(text).slice(0, MOST_WAYS)) {
    if (way.filter(mayAsk).length < 2) continue;
    const read = way.map((part) => ({ part, first: rank(part)[0] }));
    const wishes = read.flatMap(({ part, first }) => (first && !NO_WISH.has(first.name) ? [{ part, first }] : []));
    const names = new Set(wishes.map(({ first }) => first.name));
    if (wishes.length < 2 || names.size !== wishes.length) continue;
    if (![...names].every((name) => heard.has(name))) continue;
    if (!wishes.every(({ part }) => mayAsk(part))) continue;
    const weakest = Math.min(...wishes.map(({ first }) => first.confidence));
    if (weakest >= PART_SURE && weakest > (best?.weakest ?? 0))
      best = { parts: wishes.map(({ part }) => part), weakest };
  }
  return best?.parts;
}

/** Asks for something by itself. */
function mayAsk(part: string): boolean {
  return ASKS.test(part) && !(part.split(/\s+/).length <= 6 && POINTS_BACK.test(part));
}

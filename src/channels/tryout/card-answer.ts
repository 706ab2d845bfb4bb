import { z } from 'zod';
import type { JsonObject } from '../../core/store.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const TEXT = 'application/vnd.microsoft.activity.message';

const InvokeAnswer = z.looseObject({ statusCode: z.number(), type: z.string(), value: z.unknown() });
const Card = z.looseObject({ type: z.literal('AdaptiveCard') });
const CardError = z.looseObject({ message: z.string() });

/**
 * What a bot answered to a Universal Action: the card that takes the pressed one's place, or words to show under it. As in
 * Teams, an answer of no known shape changes nothing; the person is told so.
 */
export function cardAnswer(body: unknown): { readonly card: JsonObject } | { readonly notice: string } {
  const answer = InvokeAnswer.safeParse(body);
  if (!answer.success) return { notice: 'The bot gave no answer to that button.' };
  const { statusCode, type, value } = answer.data;
  if (statusCode === 200 && type === CARD) {
    const card = Card.safeParse(value);
    if (card.success) return { card: card.data as JsonObject };
  }
  if (statusCode === 200 && type === TEXT && typeof value === 'string') return { notice: value };
  const problem = CardError.safeParse(value);
  return { notice: problem.success ? problem.data.message : 'The bot could not do that just now. Please try again.' };
}

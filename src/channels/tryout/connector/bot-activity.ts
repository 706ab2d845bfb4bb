import { z } from 'zod';
import type { JsonObject } from '../../../core/store.ts';
import type { Contents } from '../message.ts';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

const Attachment = z.looseObject({ contentType: z.string(), content: z.unknown() });

/** What the page can draw of an activity a bot sends. Loose: bots send more than we read. */
export const BotActivity = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  summary: z.string().nullish(),
  replyToId: z.string().nullish(),
  attachments: z.array(Attachment).nullish(),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.unknown() })).nullish() })
    .nullish(),
});
export type BotActivity = z.infer<typeof BotActivity>;

const Card = z.looseObject({ type: z.literal('AdaptiveCard') });

export function contentsOf(activity: BotActivity): Contents {
  const attachments = activity.attachments ?? [];
  const cards = attachments
    .filter((attachment) => attachment.contentType === ADAPTIVE_CARD)
    .map((attachment) => Card.safeParse(attachment.content))
    .flatMap((card) => (card.success ? [card.data as JsonObject] : []));
  return {
    // Teams reads a bot's text as markdown unless told otherwise.
    format: activity.textFormat === 'plain' ? 'plain' : 'markdown',
    ...(activity.text ? { text: activity.text.replaceAll(/<at[^>]*>(.*?)<\/at>/g, '$1') } : {}),
    cards,
    notShown: attachments.length - cards.length,
    suggestions: (activity.suggestedActions?.actions ?? []).map(({ title, value }) => ({
      title,
      value: typeof value === 'string' ? value : title,
    })),
  };
}

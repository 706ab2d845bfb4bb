import { cardJson } from '../../core/card-json.ts';
import type { Outgoing } from '../../core/reply.ts';
import type { TeamsAddress } from './address.ts';

export const CARD_CONTENT_TYPE = 'application/vnd.microsoft.card.adaptive';

/**
 * One message as Teams takes it: a card with its summary for notifications, or plain words, never both in one activity, for
 * then Teams loses the message's id. Words are marked plain, so that nothing a person wrote becomes a link or bold. Given as
 * JSON, in which the card stands as it was already written out.
 */
export function writeActivity(
  { summary, card }: Outgoing,
  { bot, person, conversation }: TeamsAddress,
  about: { readonly id?: string; readonly replyTo?: string | undefined } = {},
): string {
  const activity = JSON.stringify({
    type: 'message',
    from: { id: bot },
    ...(person === undefined ? {} : { recipient: { id: person } }),
    ...(conversation === undefined ? {} : { conversation: { id: conversation } }),
    ...(about.replyTo === undefined ? {} : { replyToId: about.replyTo }),
    ...(about.id === undefined ? {} : { id: about.id }),
    ...(card ? { summary } : { text: summary, textFormat: 'plain' }),
  });
  if (!card) return activity;
  const attachment = `{"contentType":"${CARD_CONTENT_TYPE}","content":${cardJson(card)}}`;
  return `${activity.slice(0, -1)},"attachments":[${attachment}]}`;
}

export function typingActivity(address: TeamsAddress): string {
  const { bot, conversation } = address;
  return JSON.stringify({ type: 'typing', from: { id: bot }, conversation: { id: conversation } });
}

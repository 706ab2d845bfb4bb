import type { Outgoing } from '../../core/reply.ts';
import type { TeamsAddress } from './address.ts';

export const CARD_CONTENT_TYPE = 'application/vnd.microsoft.card.adaptive';

/**
 * One message as Teams takes it: a card with its summary for notifications, or plain words, never both in one activity, for
 * then Teams loses the message's id. Words are marked plain, so that nothing a person wrote becomes a link or bold.
 */
export function toActivity(message: Outgoing, address: TeamsAddress, replyTo?: string): object {
  const { bot, person, conversation } = address;
  return {
    type: 'message',
    from: { id: bot },
    ...(person === undefined ? {} : { recipient: { id: person } }),
    ...(conversation === undefined ? {} : { conversation: { id: conversation } }),
    ...(replyTo === undefined ? {} : { replyToId: replyTo }),
    ...(message.card
      ? { summary: message.summary, attachments: [{ contentType: CARD_CONTENT_TYPE, content: message.card }] }
      : { text: message.summary, textFormat: 'plain' }),
  };
}

export function typingActivity(address: TeamsAddress): object {
  const { bot, conversation } = address;
  return { type: 'typing', from: { id: bot }, conversation: { id: conversation } };
}

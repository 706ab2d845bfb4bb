import { z } from 'zod';
import type { Address, PlaceKind } from '../../core/turn.ts';
import type { Activity } from './activity.ts';

/**
 * What it takes to write to a conversation later. Without `conversation` it means the person's own chat with the bot, which
 * is then found or begun. Holds nothing that changes from message to message, so that the same place is the same address.
 */
export const TeamsAddress = z.strictObject({
  v: z.literal(1),
  serviceUrl: z.string().min(1),
  tenant: z.string().optional(),
  bot: z.string().min(1),
  conversation: z.string().min(1).optional(),
  person: z.string().min(1).optional(),
});
export type TeamsAddress = z.infer<typeof TeamsAddress>;

/** The place an activity came from. In a channel that is the thread: its id carries the message it hangs from. */
export function addressOf(activity: Activity): TeamsAddress & { readonly conversation: string } {
  const tenant = tenantOf(activity);
  return {
    v: 1,
    serviceUrl: activity.serviceUrl,
    ...(tenant === undefined ? {} : { tenant }),
    bot: activity.recipient.id,
    conversation: activity.conversation.id,
    ...(placeKindOf(activity) === 'personal' ? { person: activity.from.id } : {}),
  };
}

/** The person's own chat with the bot, whoever else could read the place they spoke in. */
export function directAddressOf(activity: Activity): TeamsAddress {
  const { conversation: _shared, ...rest } = addressOf(activity);
  return { ...rest, person: activity.from.id };
}

export function tenantOf(activity: Activity): string | undefined {
  return (activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? undefined)?.toLowerCase();
}

/** Anything Teams does not call personal is taken to be read by others. */
export function placeKindOf(activity: Activity): PlaceKind {
  const { conversationType } = activity.conversation;
  if (conversationType === 'personal' || conversationType === 'channel') return conversationType;
  return 'group';
}

export function toAddress(address: TeamsAddress): Address {
  return address;
}

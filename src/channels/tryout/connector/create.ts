import { z } from 'zod';
import { personByUserId } from '../people.ts';
import { CHANNEL_CONVERSATION, conversationIdOf, placeByConversation, placeOf } from '../places.ts';
import type { Tryout } from '../tryout.ts';
import { receive } from './activities.ts';
import { BotActivity } from './bot-activity.ts';
import { badArgument, conversationNotFound } from './errors.ts';

export const CreateConversation = z.looseObject({
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  channelData: z.looseObject({ channel: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  activity: BotActivity.nullish(),
});

/** The bot opens a conversation: with one person, which always leads to the same chat, or a new thread in the channel. */
export function createConversation(
  tryout: Tryout,
  asked: z.infer<typeof CreateConversation>,
): { readonly id: string; readonly activityId?: string } {
  const channel = asked.channelData?.channel?.id;
  if (channel !== undefined) {
    if (channel !== CHANNEL_CONVERSATION) throw conversationNotFound();
    if (!asked.activity) throw badArgument('A new thread needs its first message.');
    const place = placeByConversation(tryout.setting, CHANNEL_CONVERSATION);
    if (place === undefined) throw conversationNotFound();
    const activityId = receive(tryout, place, asked.activity);
    return { id: conversationIdOf({ ...place, thread: activityId }), activityId };
  }
  const [member, ...others] = asked.members ?? [];
  if (member === undefined || others.length > 0) throw badArgument('Name exactly one member to talk to.');
  const person = personByUserId(tryout.setting.people, member.id);
  if (person === undefined) throw conversationNotFound();
  const place = placeOf(tryout.setting, 'personal', person);
  if (!asked.activity) return { id: place.conversation };
  return { id: place.conversation, activityId: receive(tryout, place, asked.activity) };
}

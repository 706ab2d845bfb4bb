import type { Message } from '../message.ts';
import type { Place } from '../places.ts';
import type { Tryout } from '../tryout.ts';
import { type BotActivity, contentsOf } from './bot-activity.ts';
import { activityNotFound, badArgument } from './errors.ts';

/** The bot writes to a place. Returns the new activity's id; anything but messages and typing is taken and forgotten. */
export function receive(tryout: Tryout, place: Place, activity: BotActivity, replyTo?: string): string {
  const id = tryout.newId();
  const thread = threadOf(tryout, place, id, replyTo ?? activity.replyToId ?? undefined);
  if (activity.type === 'typing') {
    tryout.board.announce({
      name: 'typing',
      conversation: place.conversation,
      data: { conversation: place.conversation, ...(thread === undefined || thread === id ? {} : { thread }) },
    });
  }
  if (activity.type !== 'message') return id;
  const contents = contentsOf(activity);
  if (contents.text === undefined && contents.cards.length === 0 && contents.notShown === 0) {
    throw badArgument('A message needs text or an attachment.');
  }
  const message: Message = {
    ...contents,
    id,
    conversation: place.conversation,
    ...(thread === undefined ? {} : { thread }),
    at: tryout.clock.now().toString(),
    name: tryout.setting.bot.name,
    edited: false,
    views: {},
  };
  tryout.board.post(message);
  return id;
}

/** The bot changes a message of its own, for everybody. */
export function update(tryout: Tryout, place: Place, id: string, activity: BotActivity): void {
  ownMessage(tryout, place, id);
  const { text, ...contents } = contentsOf(activity);
  tryout.board.change(place.conversation, id, {
    ...contents,
    ...(text === undefined ? {} : { text }),
    edited: true,
    views: {},
  });
}

export function remove(tryout: Tryout, place: Place, id: string): void {
  ownMessage(tryout, place, id);
  tryout.board.remove(place.conversation, id);
}

function ownMessage(tryout: Tryout, place: Place, id: string): void {
  const message = tryout.board.find(place.conversation, id);
  if (message === undefined || message.by !== undefined) throw activityNotFound();
}

/** In a channel, an answer goes into the thread it was sent to, or that of the message it answers; else it begins one. */
function threadOf(tryout: Tryout, place: Place, id: string, replyTo: string | undefined): string | undefined {
  if (place.kind !== 'channel') return undefined;
  if (place.thread !== undefined) return place.thread;
  return (replyTo === undefined ? undefined : tryout.board.find(place.conversation, replyTo)?.thread) ?? id;
}

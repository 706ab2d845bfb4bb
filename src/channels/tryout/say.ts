import { z } from 'zod';
import { messageActivity, type Sending } from './activity.ts';
import { type Message, NOTHING } from './message.ts';
import type { TryoutPerson } from './people.ts';
import { placeOf } from './places.ts';
import { postToBot, type Taken } from './post-to-bot.ts';
import { TryoutRefusal } from './refusal.ts';
import { serviceUrlAt, type Tryout } from './tryout.ts';

const LONGEST_TEXT = 8_000;

export const WhereAndWho = z.object({
  person: z.string(),
  place: z.enum(['personal', 'group', 'channel']).default('personal'),
  /** In a channel: the thread that is answered. Left out, a new one begins. */
  thread: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
});
export type WhereAndWho = z.infer<typeof WhereAndWho>;

export const Say = WhereAndWho.extend({
  text: z.string().trim().min(1, 'write something first').max(LONGEST_TEXT, `${LONGEST_TEXT} characters at most`),
});

/** A demo person says something to the bot. Resolves once the bot has taken it, or failed to. */
export async function say(tryout: Tryout, origin: string, said: z.infer<typeof Say>): Promise<Message> {
  const sending = sendingFor(tryout, origin, said);
  const message: Message = {
    ...NOTHING,
    id: sending.id,
    conversation: sending.place.conversation,
    ...(sending.place.thread === undefined ? {} : { thread: sending.place.thread }),
    at: sending.at.toString(),
    by: sending.person.id,
    name: sending.person.name,
    text: said.text,
    edited: false,
    views: {},
  };
  tryout.board.post(message);
  const taken = await deliver(tryout, origin, messageActivity(sending, said.text));
  if (taken.outcome === 'taken') return message;
  tryout.board.change(message.conversation, message.id, { failed: taken.problem });
  throw new TryoutRefusal(502, 'bot_failed', taken.problem);
}

/** Everything an activity tells about its sender. In a channel, a message that answers no thread begins its own. */
export function sendingFor(tryout: Tryout, origin: string, where: WhereAndWho): Sending {
  const person = personNamed(tryout, where.person);
  const id = tryout.newId();
  return {
    setting: tryout.setting,
    person,
    place: placeOf(tryout.setting, where.place, person, where.thread ?? id),
    id,
    at: tryout.clock.now(),
    serviceUrl: serviceUrlAt(origin),
  };
}

export async function deliver(
  tryout: Tryout,
  origin: string,
  activity: Parameters<typeof postToBot>[1],
): Promise<Taken> {
  const taken = await postToBot(`${origin}${tryout.messagesPath}`, activity);
  if (taken.outcome === 'failed') {
    tryout.log.warn({ err: taken.cause, status: taken.status, activity: activity.type }, 'try-out: the bot failed');
  }
  return taken;
}

function personNamed(tryout: Tryout, id: string): TryoutPerson {
  const person = tryout.setting.people.find((each) => each.id === id);
  if (person === undefined)
    throw new TryoutRefusal(404, 'nobody', 'There is nobody by that name in the demonstration.');
  return person;
}

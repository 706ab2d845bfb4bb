import { z } from 'zod';
import type { JsonObject } from '../../core/store.ts';
import { executeActivity, type Sending, submitActivity } from './activity.ts';
import { cardAnswer } from './card-answer.ts';
import { TryoutRefusal } from './refusal.ts';
import { deliver, sendingFor, WhereAndWho } from './say.ts';
import type { Tryout } from './tryout.ts';

const Data = z.record(z.string(), z.json());

export const Press = WhereAndWho.extend({
  /** The message whose card was pressed. */
  message: z.string().min(1).max(40),
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().optional(),
    title: z.string().optional(),
    verb: z.string().optional(),
    data: Data.default({}),
  }),
});

/** What pressing did, for whoever pressed: a notice is shown under the card. */
export interface Pressed {
  readonly outcome: 'replaced' | 'sent' | 'notice';
  readonly notice?: string;
}

/** A demo person presses a button of a card. Resolves once the bot has taken it. */
export async function press(tryout: Tryout, origin: string, pressed: z.infer<typeof Press>): Promise<Pressed> {
  const sending = sendingFor(tryout, origin, pressed);
  const { conversation } = sending.place;
  const target = tryout.board.find(conversation, pressed.message);
  if (target === undefined) throw new TryoutRefusal(404, 'card_gone', 'That card is no longer here. Please ask again.');
  const here: Sending = {
    ...sending,
    place: { ...sending.place, ...(target.thread ? { thread: target.thread } : {}) },
  };

  if (pressed.action.type === 'Action.Submit')
    return submit(tryout, origin, here, pressed.message, pressed.action.data);
  const taken = await deliver(tryout, origin, executeActivity(here, pressed.message, pressed.action));
  if (taken.outcome === 'failed') throw new TryoutRefusal(502, 'bot_failed', taken.problem);
  const answer = cardAnswer(taken.body);
  if ('notice' in answer) return { outcome: 'notice', notice: answer.notice };
  const now = tryout.board.find(conversation, pressed.message) ?? target;
  const alone = here.place.kind === 'personal';
  tryout.board.change(
    conversation,
    pressed.message,
    alone ? { cards: [answer.card], views: {} } : { views: { ...now.views, [here.person.id]: answer.card } },
  );
  return { outcome: 'replaced' };
}

async function submit(
  tryout: Tryout,
  origin: string,
  sending: Sending,
  message: string,
  data: JsonObject,
): Promise<Pressed> {
  const { msteams, ...rest } = data;
  const teams = z.object({ type: z.literal('messageBack'), text: z.string().optional(), value: Data.optional() });
  const back = teams.safeParse(msteams);
  const value: JsonObject = back.success ? { ...rest, ...back.data.value } : data;
  const text = back.success ? back.data.text : undefined;
  const taken = await deliver(tryout, origin, submitActivity(sending, message, value, text));
  if (taken.outcome === 'failed') throw new TryoutRefusal(502, 'bot_failed', taken.problem);
  return { outcome: 'sent' };
}

import type { Listener, SendOutcome } from '../../core/channel.ts';
import type { Outgoing } from '../../core/reply.ts';
import type { Turn } from '../../core/turn.ts';
import type { Activity } from './activity.ts';
import { addressOf, directAddressOf, placeKindOf, type TeamsAddress } from './address.ts';
import type { Connector } from './connector.ts';
import { postPatiently, sendDirectly } from './deliver.ts';
import { INVOKE_FAULT, INVOKE_UNKNOWN, type InvokeBody, invokeBody } from './invoke.ts';
import type { Log } from './log.ts';
import { typingActivity } from './outgoing.ts';
import type { PersonalChats } from './personal-chats.ts';
import { post } from './sender.ts';
import { SENTENCES } from './sentences.ts';
import { typingAfter } from './typing.ts';

/** `body` answers a pressed button, in the response itself; `afterwards` is what is said once that has left. */
export interface Answered {
  readonly body?: InvokeBody;
  readonly afterwards?: readonly Outgoing[];
}

export interface Answering {
  readonly listener: Listener;
  readonly connector: Connector;
  readonly chats: PersonalChats;
  readonly log: Log;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly typingAfterMs?: number;
}

/** Hears one activity out: asks the listener, shows typing when that takes long, and says the answer where it belongs. */
export function activityAnswerer(parts: Answering) {
  const { listener, connector, chats, log, wait } = parts;

  async function hear(turn: Turn, address: TeamsAddress & { readonly conversation: string }, quiet: boolean) {
    const show = () => connector.post(address.serviceUrl, address.conversation, typingActivity(address));
    const stop = quiet ? undefined : typingAfter(show, parts.typingAfterMs);
    try {
      return { answer: await listener.hear(turn) };
    } catch (fault) {
      log.error({ err: fault, turn: turn.ids[0] }, 'the turn could not be answered');
      return { fault: true };
    } finally {
      stop?.();
    }
  }

  async function say(activity: Activity, message: Outgoing, turnId: string, to?: TeamsAddress): Promise<SendOutcome> {
    // A reply hangs below the message it answers; what the bot says of itself, or to the person alone, does not.
    const replyTo = to === undefined && activity.type === 'message' ? (activity.id ?? undefined) : undefined;
    const address = to ?? addressOf(activity);
    const sent = await postPatiently((words) => post(connector, chats, address, words, replyTo), message, wait);
    if (sent.outcome !== 'sent') log.warn({ turn: turnId, ...sent }, 'a reply was not delivered');
    return sent;
  }

  async function answer(activity: Activity, turn: Turn): Promise<Answered> {
    const [turnId] = turn.ids;
    const place = placeKindOf(activity);
    const address = addressOf(activity);
    if (place === 'personal') chats.remember(address);
    const isInvoke = activity.type === 'invoke';
    const heard = await hear(turn, address, isInvoke);
    if (heard.fault) {
      if (isInvoke) return { body: INVOKE_FAULT };
      await say(activity, { summary: SENTENCES.fault }, turnId);
      return {};
    }
    const direct = (message: Outgoing) => say(activity, message, turnId, directAddressOf(activity));
    const here = heard.answer ? await sendDirectly(heard.answer, place, direct) : [];
    if (isInvoke) return { body: invokeBody(here, heard.answer), afterwards: here.slice(1) };
    for (const message of here) await say(activity, message, turnId);
    return {};
  }

  return {
    answer,
    /** Says the rest of an answer. Never rejects. */
    async sayAfterwards(activity: Activity, messages: readonly Outgoing[], turnId: string): Promise<void> {
      for (const message of messages) await say(activity, message, turnId);
    },
    /** For an activity that is no turn. A button always gets a body, even one nobody knows. */
    ignored: (activity: Activity): Answered => (activity.type === 'invoke' ? { body: INVOKE_UNKNOWN } : {}),
    say,
  };
}

import type { PlaceKind } from '../../core/turn.ts';
import type { TryoutPerson } from './people.ts';
import type { Setting } from './setting.ts';

/** One of the demonstration's conversations. */
export interface Place {
  readonly kind: PlaceKind;
  /** The conversation itself. A channel's threads share it. */
  readonly conversation: string;
  /** In a channel, the first message of the thread. */
  readonly thread?: string;
  /** Who is in it, the bot not counted. */
  readonly members: readonly TryoutPerson[];
}

export const GROUP_CONVERSATION = '19:tryout-group@thread.v2';
export const CHANNEL_CONVERSATION = '19:tryout-channel@thread.tacv2';
export const TEAM_CONVERSATION = '19:tryout-team@thread.tacv2';

export function personalConversation(person: TryoutPerson): string {
  return `a:tryout-${person.id}`;
}

export function placeOf(setting: Setting, kind: PlaceKind, person: TryoutPerson, thread?: string): Place {
  if (kind === 'personal') return { kind, conversation: personalConversation(person), members: [person] };
  if (kind === 'group') return { kind, conversation: GROUP_CONVERSATION, members: setting.people };
  return {
    kind,
    conversation: CHANNEL_CONVERSATION,
    members: setting.people,
    ...(thread === undefined ? {} : { thread }),
  };
}

/** What a conversation id from the bot stands for. A channel thread is written `<channel>;messageid=<first message>`, as in Teams. */
export function placeByConversation(setting: Setting, id: string): Place | undefined {
  if (id === GROUP_CONVERSATION) return { kind: 'group', conversation: id, members: setting.people };
  const [base, thread] = id.split(';messageid=');
  if (base === CHANNEL_CONVERSATION) {
    return {
      kind: 'channel',
      conversation: base,
      members: setting.people,
      ...(thread === undefined ? {} : { thread }),
    };
  }
  const person = setting.people.find((each) => personalConversation(each) === id);
  return person === undefined ? undefined : { kind: 'personal', conversation: id, members: [person] };
}

/** The id as it stands in an activity. */
export function conversationIdOf(place: Place): string {
  return place.thread === undefined ? place.conversation : `${place.conversation};messageid=${place.thread}`;
}

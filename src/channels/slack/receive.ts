import type { Clock } from '../../core/clock.ts';
import type { EventId } from '../../core/ids.ts';
import type { Identity } from '../../core/people.ts';
import type { Input, PlaceKind, Turn } from '../../core/turn.ts';
import { toAddress } from './address.ts';
import type { Received } from './answer-turn.ts';
import type { Command, EventCallback, Interaction, MessageEvent } from './payloads.ts';
import type { PersonalChats } from './personal-chats.ts';
import type { Spot } from './speak.ts';
import { mentions, namelessIn, wordsOf } from './text.ts';
import { installationId, messageIds, triggerId } from './turn-ids.ts';

export interface Receiving {
  readonly clock: Clock;
  readonly chats: PersonalChats;
  readonly verifiedEmail: (team: string, user: string) => Promise<string | undefined>;
  readonly nameOf: (team: string, user: string) => Promise<string | undefined>;
}

/** Somebody in Slack, as one payload shows them. */
export interface Speaker {
  /** The workspace the bot is installed in. */
  readonly team: string;
  /** The workspace the person is of. The same, but for guests from elsewhere in a shared channel. */
  readonly home: string;
  readonly user: string;
  readonly name?: string;
}

/** Messages that are somebody's new words; edits, deletions, joins and the bot's own are not. */
const SPOKEN: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/** The turn a message is, or `undefined` when it is nothing this bot answers. */
export async function receiveMessage(
  body: EventCallback,
  event: MessageEvent,
  receiving: Receiving,
): Promise<Received | undefined> {
  const { user } = event;
  if (!user || event.bot_id || !SPOKEN.includes(event.subtype ?? undefined)) return undefined;
  const isPersonal = event.channel_type === 'im' || event.channel.startsWith('D');
  const botUser = botUserOf(body);
  const text = event.text ?? '';
  const addressed = isPersonal || event.type === 'app_mention' || (botUser !== undefined && mentions(text, botUser));
  if (!addressed) return undefined;

  const team = teamOf(body);
  const home = body.is_ext_shared_channel ? (event.user_team ?? event.source_team ?? event.team ?? body.team_id) : team;
  if (isPersonal) receiving.chats.remember(team, user, event.channel);
  // In a channel an answer hangs below the question; alone with the bot, wherever the person is writing.
  const thread = event.thread_ts ?? (isPersonal ? undefined : event.ts);
  const names = await namesIn(text, botUser, (id) => receiving.nameOf(team, id));
  const hasAttachment = (event.files?.length ?? 0) > 0;
  return received(
    receiving,
    { team, home, user },
    {
      ids: messageIds(body, event),
      kind: isPersonal ? 'personal' : event.channel_type === 'mpim' ? 'group' : 'channel',
      spot: { team, user, channel: event.channel, ...(thread === undefined ? {} : { thread }) },
      input: {
        kind: 'text',
        text: wordsOf(text, { bot: botUser, names }),
        ...(hasAttachment ? { hasAttachment: true as const } : {}),
      },
    },
  );
}

/** Opening the conversation with the bot, which is as near as Slack comes to somebody adding it for themselves. */
export function receiveOpening(body: EventCallback, opened: { user: string; channel: string }, receiving: Receiving) {
  const team = teamOf(body);
  receiving.chats.remember(team, opened.user, opened.channel);
  return received(
    receiving,
    { team, home: team, user: opened.user },
    {
      ids: [installationId(opened.channel, opened.user)],
      kind: 'personal',
      spot: { team, user: opened.user, channel: opened.channel },
      input: { kind: 'installed' },
    },
  );
}

/** A slash command. Where it was given may be a conversation the bot is no part of, two people's own included. */
export async function receiveCommand(command: Command, receiving: Receiving): Promise<Received> {
  const { team_id: team, user_id: user, channel_id: channel } = command;
  const own = await receiving.chats.find(team, user);
  const speaker = { team, home: team, user, ...(command.user_name ? { name: command.user_name } : {}) };
  const text = wordsOf(command.text ?? '', { bot: undefined });
  const said = {
    ids: [triggerId('command', command.trigger_id)] as const,
    input: { kind: 'text', text: text === '' ? 'help' : text } as const,
  };
  // A conversation of two people is nobody's to post in, and a channel the person was alone in is theirs.
  if (channel.startsWith('D')) {
    return received(receiving, speaker, { ...said, kind: 'personal', spot: { team, user, channel: own ?? user } });
  }
  const responseUrl = command.response_url ? { responseUrl: command.response_url } : {};
  return received(receiving, speaker, {
    ...said,
    kind: 'channel',
    spot: { team, user, channel, outside: true, ...responseUrl },
  });
}

/** Something asked by pressing. `spot` without a channel is the person's own conversation. */
export async function receivePress(
  interaction: Interaction,
  what: { readonly id: EventId; readonly input: Input; readonly spot: Omit<Spot, 'team' | 'user'> },
  receiving: Receiving,
): Promise<Received> {
  const { team, user } = speakerOf(interaction);
  const channel = what.spot.channel ?? (await receiving.chats.find(team, user)) ?? user;
  const spot: Spot = { team, user, ...what.spot, channel };
  return received(receiving, speakerOf(interaction), {
    ids: [what.id],
    kind: what.spot.channel === undefined || channel.startsWith('D') ? 'personal' : 'channel',
    spot,
    input: what.input,
  });
}

export function speakerOf(interaction: Interaction): Speaker {
  const { user } = interaction;
  const team = interaction.team?.id ?? user.team_id ?? '';
  const name = user.name ?? user.username;
  return { team, home: user.team_id ?? team, user: user.id, ...(name ? { name } : {}) };
}

/** The workspace whose installation the event was sent to. `team_id` can be that of whoever spoke. */
export function teamOf(body: EventCallback): string {
  return body.authorizations?.[0]?.team_id ?? body.team_id;
}

/** Who somebody is to the rest of the bot. The address is asked of Slack when it is wanted, and once. */
export function personOf({ team, home, user, name }: Speaker, { verifiedEmail }: Receiving): Turn['from'] {
  const identity: Identity = { platform: 'slack', tenant: home, user };
  let email: Promise<string | undefined> | undefined;
  return {
    identity,
    ...(name ? { displayName: name } : {}),
    verifiedEmail: () => {
      email ??= home === team ? verifiedEmail(team, user) : Promise.resolve(undefined);
      return email;
    },
  };
}

/** As many names as a question needs; the rest stay unsaid rather than keep it waiting. */
const MOST_NAMES = 3;

async function namesIn(
  text: string,
  bot: string | undefined,
  nameOf: (user: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const users = namelessIn(text, bot).slice(0, MOST_NAMES);
  const found = await Promise.all(users.map(async (user) => [user, (await nameOf(user)) ?? ''] as const));
  return new Map(found);
}

function botUserOf(body: EventCallback): string | undefined {
  return body.authorizations?.find(({ is_bot }) => is_bot)?.user_id ?? undefined;
}

function received(
  receiving: Receiving,
  speaker: Speaker,
  said: { readonly ids: Turn['ids']; readonly kind: PlaceKind; readonly spot: Spot; readonly input: Input },
): Received {
  const { kind, spot } = said;
  const { team, user } = speaker;
  const channel = spot.channel ?? user;
  const isPersonal = kind === 'personal';
  // Alone with the bot there is one conversation, however many threads; in a channel every thread is one.
  const conversation = [team, channel, ...(isPersonal || !spot.thread ? [] : [spot.thread])].join(':');
  const thread = isPersonal || !spot.thread ? {} : { thread: spot.thread };
  return {
    spot,
    turn: {
      ids: said.ids,
      at: receiving.clock.now(),
      from: personOf(speaker, receiving),
      place: {
        kind,
        conversation,
        address: toAddress({ v: 1, team, channel, ...(isPersonal ? { user } : thread) }),
      },
      input: said.input,
      ...(isPersonal && spot.pressed !== undefined ? { replaces: spot.pressed } : {}),
    },
  };
}

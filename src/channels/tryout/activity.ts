import type { Temporal } from 'temporal-polyfill';
import { LONDON } from '../../core/clock.ts';
import type { JsonObject } from '../../core/store.ts';
import { type TryoutPerson, userIdOf } from './people.ts';
import { conversationIdOf, type Place, TEAM_CONVERSATION } from './places.ts';
import type { Setting } from './setting.ts';

/** Who sends an activity, from where and when: what every activity of a Teams client tells. */
export interface Sending {
  readonly setting: Setting;
  readonly person: TryoutPerson;
  readonly place: Place;
  /** The activity's own id, new for each. */
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly serviceUrl: string;
}

export type Activity = JsonObject & { readonly type: string };

/** What somebody typed. Outside a personal chat the bot is mentioned in front, or Teams would not pass the message on. */
export function messageActivity(sending: Sending, text: string): Activity {
  const { bot } = sending.setting;
  if (sending.place.kind === 'personal') {
    return { ...envelope(sending), type: 'message', textFormat: 'plain', text, entities: [clientInfo] };
  }
  const mention = `<at>${bot.name}</at>`;
  return {
    ...envelope(sending),
    type: 'message',
    textFormat: 'plain',
    text: `${mention} ${text}`,
    entities: [{ type: 'mention', mentioned: { id: bot.id, name: bot.name }, text: mention }, clientInfo],
    // Teams repeats the message as HTML beside a mention; a bot must not take that for a file somebody sent.
    attachments: [{ contentType: 'text/html', content: asTeamsHtml(bot.name, text) }],
  };
}

/** `Action.Submit`: a message without words. `messageBack` buttons add words to it. */
export function submitActivity(sending: Sending, cardMessage: string, value: JsonObject, text?: string): Activity {
  return {
    ...envelope(sending),
    type: 'message',
    textFormat: 'plain',
    ...(text === undefined ? {} : { text }),
    value,
    replyToId: cardMessage,
    entities: [clientInfo],
  };
}

/** `Action.Execute`: answered in the response to this very request. */
export function executeActivity(sending: Sending, cardMessage: string, action: JsonObject): Activity {
  return {
    ...envelope(sending),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action, trigger: 'manual' },
    replyToId: cardMessage,
    entities: [clientInfo],
  };
}

/** What Teams tells a bot when it is added somewhere: one update of each kind. */
export function installActivities(sending: Sending, secondId: string): readonly Activity[] {
  const { bot } = sending.setting;
  return [
    { ...envelope(sending), type: 'installationUpdate', action: 'add', entities: [clientInfo] },
    { ...envelope({ ...sending, id: secondId }), type: 'conversationUpdate', membersAdded: [{ id: bot.id }] },
  ];
}

const clientInfo = { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: LONDON };

function envelope({ setting, person, place, id, at, serviceUrl }: Sending): JsonObject {
  const moment = at.round('millisecond');
  return {
    id,
    timestamp: moment.toString({ smallestUnit: 'millisecond' }),
    localTimestamp: moment.toZonedDateTimeISO(LONDON).toString({ smallestUnit: 'millisecond', timeZoneName: 'never' }),
    localTimezone: LONDON,
    channelId: 'msteams',
    serviceUrl,
    locale: 'en-GB',
    from: { id: userIdOf(person), name: person.name, aadObjectId: person.aadObjectId },
    recipient: { id: setting.bot.id, name: setting.bot.name },
    conversation: {
      id: conversationIdOf(place),
      tenantId: setting.tenantId,
      conversationType: place.kind === 'group' ? 'groupChat' : place.kind,
      ...(place.kind === 'personal' ? {} : { isGroup: true }),
    },
    channelData: {
      tenant: { id: setting.tenantId },
      ...(place.kind === 'channel'
        ? {
            teamsChannelId: place.conversation,
            teamsTeamId: TEAM_CONVERSATION,
            channel: { id: place.conversation, name: setting.channelName },
            team: { id: TEAM_CONVERSATION, name: setting.teamName },
          }
        : {}),
    },
  };
}

function asTeamsHtml(botName: string, text: string): string {
  const mention = `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">${escapeHtml(botName)}</span>`;
  return `<p>${mention}&nbsp;${escapeHtml(text)}</p>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

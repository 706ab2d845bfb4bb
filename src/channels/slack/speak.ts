import type { SendOutcome } from '../../core/channel.ts';
import type { Outgoing } from '../../core/reply.ts';
import type { SlackMessage } from './block-kit.ts';
import { patiently } from './deliver.ts';
import type { Log } from './log.ts';
import type { Dressing } from './outgoing.ts';
import type { PersonalChats } from './personal-chats.ts';
import type { ResponseUrl } from './response-url.ts';
import type { Done, Posted, Web } from './web.ts';

/** Where one answer goes. */
export interface Spot {
  readonly team: string;
  readonly user: string;
  /** Absent: the person's own conversation with the bot. */
  readonly channel?: string;
  readonly thread?: string;
  /** The message whose button was pressed: what is answered first stands in its place. */
  readonly pressed?: string;
  /** For messages and places the bot cannot write to by itself. */
  readonly responseUrl?: string;
  /** The bot may not be a member there, so everything goes by the response URL. */
  readonly outside?: true;
}

export interface Speaking {
  /** Says it where it was asked. `note`: nothing a person will want again. */
  here(spot: Spot, message: Outgoing, how: { readonly replacing: boolean; readonly note: boolean }): Promise<void>;
  /** Says it to the person alone. */
  directly(spot: Spot, message: Outgoing): Promise<SendOutcome>;
  /** Tells the person alone, in passing, what they will not want again. */
  aside(url: string, message: Outgoing): Promise<void>;
}

export function createSpeaking(parts: {
  readonly web: Web;
  readonly chats: PersonalChats;
  readonly dressing: Dressing;
  readonly responseUrl: ResponseUrl;
  readonly log: Log;
  readonly wait: (ms: number) => Promise<unknown>;
}): Speaking {
  const { web, chats, dressing, responseUrl, log, wait } = parts;

  function post(spot: Spot, channel: string, message: SlackMessage): Promise<Done<Posted>> {
    const to = { team: spot.team, channel, ...(spot.thread === undefined ? {} : { thread: spot.thread }) };
    return patiently(() => web.post(to, message), wait);
  }

  async function directly(spot: Spot, message: Outgoing): Promise<SendOutcome> {
    // Slack takes a person's id for the conversation with them, should it not say which that is.
    const channel = (await chats.find(spot.team, spot.user)) ?? spot.user;
    const { thread: _elsewhere, ...alone } = spot;
    for (const part of await dressing.dress(message)) {
      const done = await post(alone, channel, part);
      if (done.outcome !== 'sent') return noted(done, spot);
    }
    return { outcome: 'sent', address: {} };
  }

  function noted<T extends SendOutcome | Done<Posted>>(done: T, spot: Spot): T {
    if (done.outcome !== 'sent') log.warn({ team: spot.team, ...done }, 'an answer was not delivered');
    return done;
  }

  /** True once it stands where the pressed message stood. */
  async function replace(spot: Spot, message: SlackMessage): Promise<boolean> {
    const { team, channel, pressed } = spot;
    if (channel !== undefined && pressed !== undefined && !spot.outside) {
      const done = await patiently(() => web.update({ team, channel }, pressed, message), wait);
      // Perhaps it does: saying it again would say it twice.
      if (done.outcome === 'sent' || done.outcome === 'unknown') return true;
    }
    if (spot.responseUrl === undefined) return false;
    return responseUrl.respond(spot.responseUrl, message, { replace_original: true });
  }

  return {
    directly,
    async aside(url, message) {
      for (const part of await dressing.dress(message)) {
        await responseUrl.respond(url, part, { response_type: 'ephemeral' });
      }
    },
    async here(spot, message, { replacing, note }) {
      const { channel } = spot;
      if (channel === undefined) {
        await directly(spot, message);
        return;
      }
      const [first, ...rest] = await dressing.dress(message);
      if (!first) return;
      const replaced = replacing && (await replace(spot, first));
      for (const part of replaced ? rest : [first, ...rest]) {
        if (!spot.outside) noted(await post(spot, channel, part), spot);
        else if (!(await outside(spot, part, note)) && !note) {
          await directly(spot, message);
          return;
        }
      }
    },
  };

  async function outside(spot: Spot, message: SlackMessage, note: boolean): Promise<boolean> {
    if (spot.responseUrl === undefined) return false;
    return responseUrl.respond(spot.responseUrl, message, { response_type: note ? 'ephemeral' : 'in_channel' });
  }
}

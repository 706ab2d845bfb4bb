import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { SlackMessage } from './block-kit.ts';
import { isNotInstalled } from './installations.ts';
import { type NotDone, notDone } from './outcome.ts';
import type { Workspaces } from './workspaces.ts';

/** What Slack gave back, or why it did not. */
export type Done<T> = { readonly outcome: 'sent'; readonly answer: T } | NotDone;

/** A conversation, as the calls need it. */
export interface Destination {
  readonly team: string;
  readonly channel: string;
  readonly thread?: string;
}

const Posted = z.object({ ts: z.string().min(1).optional(), channel: z.string().min(1).optional() });
export type Posted = z.infer<typeof Posted>;
const Opened = z.object({ channel: z.object({ id: z.string().min(1) }) });
const User = z.object({
  user: z.object({
    id: z.string(),
    name: z.string().nullish(),
    real_name: z.string().nullish(),
    team_id: z.string().nullish(),
    deleted: z.boolean().nullish(),
    is_bot: z.boolean().nullish(),
    is_stranger: z.boolean().nullish(),
    is_email_confirmed: z.boolean().nullish(),
    profile: z.object({ email: z.string().nullish() }).nullish(),
  }),
});
export type SlackUser = z.infer<typeof User>['user'];
const Nothing = z.unknown();

/** The seven calls of Slack's Web API this channel makes. None rejects, and none is made twice. */
export interface Web {
  post(to: Destination, message: SlackMessage): Promise<Done<Posted>>;
  update(to: Destination, ts: string, message: SlackMessage): Promise<Done<Posted>>;
  /** The conversation a person has with the bot alone; begun when there is none. */
  open(team: string, user: string): Promise<Done<string>>;
  user(team: string, user: string): Promise<Done<SlackUser>>;
  /** Good for 3 seconds after the press that `trigger` comes from. */
  openView(team: string, trigger: string, view: types.ModalView): Promise<Done<unknown>>;
  publishHome(team: string, user: string, view: types.HomeView): Promise<Done<unknown>>;
  suggest(to: Required<Destination>, title: string, prompts: readonly string[]): Promise<Done<unknown>>;
}

/** As Slack takes it. Left to the SDK, the blocks would be walked through twice more for a log that is never written. */
function asJson({ text, blocks }: SlackMessage): { readonly text: string; readonly blocks: string } {
  return { text, blocks: JSON.stringify(blocks) };
}

/** Nothing was called yet, so nothing can have arrived. */
function noToken(error: unknown): NotDone {
  return isNotInstalled(error)
    ? { outcome: 'refused', reason: 'not_installed', detail: 'not installed in that workspace' }
    : { outcome: 'later', detail: 'no token for that workspace' };
}

export function createWeb(workspaces: Workspaces, posting: Readonly<Record<string, unknown>>): Web {
  async function call<T>(
    answer: z.ZodType<T>,
    team: string,
    method: string,
    options: Record<string, unknown>,
  ): Promise<Done<T>> {
    const client = await workspaces.client(team).catch((error: unknown) => noToken(error));
    if ('outcome' in client) return client;
    try {
      const parsed = answer.safeParse(await client.apiCall(method, options));
      return parsed.success
        ? { outcome: 'sent', answer: parsed.data }
        : { outcome: 'unknown', detail: `the answer to ${method} could not be read` };
    } catch (error) {
      return notDone(error);
    }
  }

  return {
    post: ({ team, channel, thread }, message) =>
      call(Posted, team, 'chat.postMessage', { channel, thread_ts: thread, ...posting, ...asJson(message) }),
    update: ({ team, channel }, ts, message) => {
      // What is fetched for a message is settled when it is posted.
      const { unfurl_links: _links, unfurl_media: _media, mrkdwn: _mrkdwn, ...rest } = posting;
      return call(Posted, team, 'chat.update', { channel, ts, ...rest, ...asJson(message) });
    },
    async open(team, user) {
      const opened = await call(Opened, team, 'conversations.open', { users: user });
      return opened.outcome === 'sent' ? { outcome: 'sent', answer: opened.answer.channel.id } : opened;
    },
    async user(team, user) {
      const found = await call(User, team, 'users.info', { user });
      return found.outcome === 'sent' ? { outcome: 'sent', answer: found.answer.user } : found;
    },
    openView: (team, trigger, view) => call(Nothing, team, 'views.open', { trigger_id: trigger, view }),
    publishHome: (team, user, view) => call(Nothing, team, 'views.publish', { user_id: user, view }),
    suggest: ({ team, channel, thread }, title, prompts) =>
      call(Nothing, team, 'assistant.threads.setSuggestedPrompts', {
        channel_id: channel,
        thread_ts: thread,
        title,
        prompts: prompts.map((prompt) => ({ title: prompt, message: prompt })),
      }),
  };
}

import { z } from 'zod';

/** What Slack sends, in the fields this channel uses. Loose: anything else it says is dropped at the door. */
const Id = z.string().min(1).max(200);
const Ts = z.string().min(1).max(50);
const Values = z.record(z.string(), z.record(z.string(), z.unknown()));

export const EventCallback = z.object({
  type: z.literal('event_callback'),
  event_id: Id,
  team_id: Id,
  is_ext_shared_channel: z.boolean().nullish(),
  authorizations: z
    .array(z.object({ team_id: z.string().nullish(), user_id: z.string().nullish(), is_bot: z.boolean().nullish() }))
    .nullish(),
});
export type EventCallback = z.infer<typeof EventCallback>;

export const MessageEvent = z.object({
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().nullish(),
  channel: Id,
  channel_type: z.string().nullish(),
  user: Id.nullish(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  ts: Ts,
  thread_ts: Ts.nullish(),
  files: z.array(z.unknown()).nullish(),
  team: z.string().nullish(),
  user_team: z.string().nullish(),
  source_team: z.string().nullish(),
});
export type MessageEvent = z.infer<typeof MessageEvent>;

export const HomeOpened = z.object({
  type: z.literal('app_home_opened'),
  user: Id,
  channel: Id,
  tab: z.string().nullish(),
});

export const AssistantThreadStarted = z.object({
  type: z.literal('assistant_thread_started'),
  assistant_thread: z.object({ user_id: Id, channel_id: Id, thread_ts: Ts }),
});

export const Command = z.object({
  command: z.string(),
  text: z.string().nullish(),
  user_id: Id,
  user_name: z.string().nullish(),
  team_id: Id,
  channel_id: Id,
  trigger_id: Id,
  response_url: z.string().nullish(),
});
export type Command = z.infer<typeof Command>;

const interaction = {
  user: z.object({
    id: Id,
    team_id: z.string().nullish(),
    username: z.string().nullish(),
    name: z.string().nullish(),
  }),
  team: z.object({ id: Id }).nullish(),
  trigger_id: Id,
};
export type Interaction = z.infer<z.ZodObject<typeof interaction>>;

export const BlockActions = z.object({
  ...interaction,
  type: z.literal('block_actions'),
  container: z.object({
    type: z.string(),
    message_ts: Ts.nullish(),
    channel_id: z.string().nullish(),
    is_ephemeral: z.boolean().nullish(),
    thread_ts: Ts.nullish(),
  }),
  channel: z.object({ id: z.string() }).nullish(),
  message: z.object({ ts: Ts, thread_ts: Ts.nullish() }).nullish(),
  state: z.object({ values: Values.nullish() }).nullish(),
  actions: z
    .array(z.object({ action_id: z.string().nullish(), value: z.string().nullish(), action_ts: z.string().nullish() }))
    .min(1),
  response_url: z.string().nullish(),
});
export type BlockActions = z.infer<typeof BlockActions>;

export const Shortcut = z.object({
  ...interaction,
  type: z.enum(['shortcut', 'message_action']),
  callback_id: z.string(),
  message: z.object({ text: z.string().nullish() }).nullish(),
});
export type Shortcut = z.infer<typeof Shortcut>;

export const ViewSubmission = z.object({
  ...interaction,
  type: z.literal('view_submission'),
  view: z.object({
    id: Id,
    callback_id: z.string().nullish(),
    private_metadata: z.string().nullish(),
    state: z.object({ values: Values.nullish() }).nullish(),
  }),
});
export type ViewSubmission = z.infer<typeof ViewSubmission>;

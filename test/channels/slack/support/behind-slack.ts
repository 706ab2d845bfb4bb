import { createSlackChannel, SlackConfig } from '../../../../src/channels/slack/index.ts';
import type { Sender } from '../../../../src/core/channel.ts';
import type { JsonObject } from '../../../../src/core/store.ts';
import * as blockKit from '../../../../src/rendering/block-kit/index.ts';
import { A_SCHOOL_DAY, type Bot } from '../../../harness/bot.ts';
import { type Called, type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { oneWorkspace } from './slack-bot.ts';

export const SLACK_PLACES = ['personal', 'group', 'channel', 'command'] as const;
export type SlackPlace = (typeof SLACK_PLACES)[number];

/** Everything Slack was given for one thing somebody did, by who can see it. */
export interface Seen {
  /** In the place, for everybody who is there. */
  readonly here: readonly Called[];
  /** By the person alone. */
  readonly alone: readonly Called[];
}

/** The whole bot as the demo's people meet it in Slack: what they do goes in as Slack sends it, and what it says is kept. */
export interface BehindSlack {
  say(nn: string, text: string, place?: SlackPlace): Promise<Seen>;
  press(nn: string, verb: string, data: JsonObject, place?: Exclude<SlackPlace, 'command'>): Promise<Seen>;
  /** Any payload at all, said to come from there. */
  deliver(payload: JsonObject): Promise<Seen>;
  /** Sends a form, and gives back what it was answered with. */
  submit(payload: JsonObject): Promise<object | undefined>;
  openHome(nn: string): Promise<Seen>;
  readonly calls: readonly Called[];
  readonly slack: FakeSlack;
  readonly sender: Sender;
  close(): Promise<void>;
}

const WORKSPACE = 'T0DEMO';
const BOT_USER = 'U0PARTNERBOT';

/** Puts a bot behind the Slack channel, with a Slack that only takes note. */
export async function behindSlack(bot: Bot): Promise<BehindSlack> {
  const slack = await startFakeSlack();
  const channel = createSlackChannel({
    config: SlackConfig.parse(oneWorkspace(slack)),
    listener: bot.conversation,
    reception: bot.reception,
    store: bot.store,
    blockKit,
    clock: { now: () => A_SCHOOL_DAY },
    log: { info() {}, warn: (fields) => bot.faults.push(fields), error: (fields) => bot.faults.push(fields) },
  });
  let count = 0;

  async function deliver(payload: JsonObject): Promise<Seen> {
    const before = slack.calls.length;
    await channel.deliveries.take(payload, async () => {});
    await channel.deliveries.idle();
    const calls = slack.calls.slice(before).filter(({ method }) => method !== 'conversations.open');
    return { here: calls.filter(isForAll), alone: calls.filter((call) => !isForAll(call)) };
  }

  function event(what: JsonObject): JsonObject {
    return {
      type: 'event_callback',
      event_id: `Ev${count}`,
      team_id: WORKSPACE,
      authorizations: [{ team_id: WORKSPACE, user_id: BOT_USER, is_bot: true }],
      event: what,
    };
  }

  return {
    deliver,
    calls: slack.calls,
    slack,
    sender: channel.sender,
    say(nn, text, place = 'personal') {
      count += 1;
      const user = `U0DEMO${nn}`;
      const ts = `1795000000.${String(count).padStart(6, '0')}`;
      switch (place) {
        case 'personal':
          return deliver(
            event({ type: 'message', channel_type: 'im', channel: `D0DEMO${nn}`, user, text: escaped(text), ts }),
          );
        case 'group':
          return deliver(
            event({
              type: 'message',
              channel_type: 'mpim',
              channel: 'C0GROUP',
              user,
              text: `<@${BOT_USER}> ${escaped(text)}`,
              ts,
            }),
          );
        case 'channel':
          // One thread, as a conversation carried on in a channel is.
          return deliver(
            event({
              type: 'app_mention',
              channel: 'C0HEADS',
              user,
              text: `<@${BOT_USER}> ${escaped(text)}`,
              ts,
              thread_ts: '1795000000.000000',
            }),
          );
        case 'command':
          return deliver({
            command: '/partnership',
            text,
            user_id: user,
            team_id: WORKSPACE,
            channel_id: 'C0HEADS',
            trigger_id: `t${count}`,
            response_url: slack.responseUrl,
          });
      }
    },
    press(nn, verb, data, place = 'personal') {
      count += 1;
      const id = place === 'personal' ? `D0DEMO${nn}` : place === 'group' ? 'C0GROUP' : 'C0HEADS';
      return deliver({
        type: 'block_actions',
        user: { id: `U0DEMO${nn}`, team_id: WORKSPACE },
        team: { id: WORKSPACE },
        trigger_id: `t${count}`,
        container: { type: 'message', message_ts: '1795000000.000000', channel_id: id },
        actions: [{ action_id: 'act:1', value: JSON.stringify({ verb, data }), action_ts: String(count) }],
        response_url: slack.responseUrl,
      });
    },
    async submit(payload) {
      let answered: object | undefined;
      await channel.deliveries.take(payload, async (instead) => {
        answered = instead;
      });
      await channel.deliveries.idle();
      return answered;
    },
    openHome(nn) {
      count += 1;
      return deliver(event({ type: 'app_home_opened', tab: 'home', channel: `D0DEMO${nn}`, user: `U0DEMO${nn}` }));
    },
    async close() {
      await channel.stop();
      await slack.close();
    },
  };
}

function isForAll({ method, args }: Called): boolean {
  if (method === 'response_url') return args.response_type === 'in_channel' || args.replace_original === true;
  return typeof args.channel === 'string' && args.channel.startsWith('C');
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

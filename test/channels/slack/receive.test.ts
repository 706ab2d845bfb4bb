import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receive as receiveFromTeams } from '../../../src/channels/teams/receive.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import type { Turn } from '../../../src/core/turn.ts';
import { activity } from '../teams/support/payload.ts';
import { ok, refuse } from './support/fake-slack.ts';
import { event, payload } from './support/payload.ts';
import { NOW, type SlackBot, startSlackBot } from './support/slack-bot.ts';

let bot: SlackBot;
beforeEach(async () => {
  bot = await startSlackBot();
});
afterEach(() => bot.close());

async function turnOf(what: JsonObject): Promise<Turn> {
  await bot.deliver(what);
  const [turn] = bot.turns;
  if (!turn) throw new Error('nothing was heard');
  return turn;
}

describe('A message to the bot alone', () => {
  it('is a turn in the person’s own conversation, under both names it may come by', async () => {
    const turn = await turnOf(payload('message-im'));
    expect(turn).toMatchObject({
      ids: ['Ev0MESSAGE1', expect.stringMatching(/^said:/)],
      from: { identity: { platform: 'slack', tenant: 'T0DEMO', user: 'U0DEMO01' } },
      place: {
        kind: 'personal',
        conversation: 'T0DEMO:D0DEMO01',
        address: { v: 1, team: 'T0DEMO', channel: 'D0DEMO01', user: 'U0DEMO01' },
      },
      input: { kind: 'text', text: 'What category are we?' },
    });
    expect(turn.at.equals(NOW)).toBe(true);
  });

  it('is the same conversation at the same address in whichever thread it is written', async () => {
    const [message, thread] = [await turnOf(payload('message-im')), payload('thread-im')];
    await bot.deliver(thread);
    expect(bot.turns[1]?.place).toEqual(message.place);
  });

  it('is read as the person typed it', async () => {
    const turn = await turnOf(payload('message-im-escaped'));
    expect(turn.input).toEqual({
      kind: 'text',
      text: 'What category are we & <why>?\nSee the page, head@example.org and #headteachers, here.',
    });
  });

  it('that is only a file says so', async () => {
    expect((await turnOf(payload('file-im'))).input).toEqual({ kind: 'text', text: '', hasAttachment: true });
  });

  it('names people as Slack knows them, and asks for no more than three', async () => {
    bot.slack.answer('users.info', ({ args }, response) =>
      args.user === 'U0DEMO04'
        ? ok(response, { user: { id: 'U0DEMO04', real_name: 'Priya Nair' } })
        : refuse(response, 'user_not_found'),
    );
    const text = 'has <@U0DEMO04> or <@U1> or <@U2> or <@U3> booked?';
    expect((await turnOf(event('message-im', { text }))).input).toMatchObject({
      text: 'has Priya Nair or or or booked?',
    });
    expect(bot.slack.to('users.info')).toHaveLength(3);
  });
});

describe('A message in a shared place', () => {
  it('is heard when it mentions the bot, each thread a conversation of its own', async () => {
    const turn = await turnOf(payload('mention-channel'));
    const { ts } = payload('mention-channel').event as { ts: string };
    expect(turn).toMatchObject({
      place: {
        kind: 'channel',
        conversation: `T0DEMO:C0HEADS:${ts}`,
        address: { v: 1, team: 'T0DEMO', channel: 'C0HEADS', thread: ts },
      },
      input: { kind: 'text', text: 'What category are we?' },
    });
  });

  it('is heard in a group of people when it mentions the bot, and never otherwise', async () => {
    await bot.deliver(payload('talk-group'));
    expect(bot.turns).toEqual([]);
    expect((await turnOf(payload('mention-group'))).place.kind).toBe('group');
  });

  it('by somebody of another workspace is theirs, and their address is never asked for', async () => {
    const turn = await turnOf(payload('mention-from-elsewhere'));
    expect(turn.from.identity).toEqual({ platform: 'slack', tenant: 'T0ELSEWHERE', user: 'U0GUEST' });
    expect(await turn.from.verifiedEmail?.()).toBeUndefined();
    expect(bot.slack.to('users.info')).toEqual([]);
    expect(turn.place.address).toMatchObject({ team: 'T0DEMO' });
  });
});

describe('A slash command', () => {
  it('in a channel is heard there', async () => {
    const turn = await turnOf(payload('command-channel'));
    expect(turn).toMatchObject({
      from: { displayName: 'ruth.ellison' },
      place: { kind: 'channel', conversation: 'T0DEMO:C0HEADS' },
      input: { kind: 'text', text: 'What category are we?' },
    });
  });

  it('with nothing after it asks for help', async () => {
    expect((await turnOf(payload('command-channel', { text: '' }))).input).toEqual({ kind: 'text', text: 'help' });
  });

  it.each(['command-im', 'command-two-people'])('in a conversation of two is the person’s own: %s', async (name) => {
    expect((await turnOf(payload(name))).place).toMatchObject({ kind: 'personal', conversation: 'T0DEMO:D0DEMO01' });
  });
});

describe('Everything else a person can do', () => {
  it('a button is what it carries', async () => {
    expect(await turnOf(payload('press-im'))).toMatchObject({
      ids: [expect.stringMatching(/^press:/)],
      from: { identity: { user: 'U0DEMO01' }, displayName: 'ruth.ellison' },
      place: { kind: 'personal', conversation: 'T0DEMO:D0DEMO01' },
      input: { kind: 'action', verb: 'conversation.do', data: { do: 'categories.start-challenge' } },
    });
  });

  it('a button in a channel is pressed in front of others', async () => {
    expect((await turnOf(payload('press-channel'))).place.kind).toBe('channel');
  });

  it('a button on the person’s own page is theirs alone', async () => {
    expect((await turnOf(payload('press-home'))).place).toMatchObject({
      kind: 'personal',
      conversation: 'T0DEMO:D0DEMO01',
      address: { v: 1, team: 'T0DEMO', channel: 'D0DEMO01', user: 'U0DEMO01' },
    });
  });

  it('a form is what it carries and what was filled in', async () => {
    expect((await turnOf(payload('submit-form'))).input).toMatchObject({
      kind: 'action',
      verb: 'categories.challenge',
      data: { school: 'northcliffe', kind: 'review', text: 'The deputy is now the substantive head.' },
    });
  });

  it.each([
    ['ask_for_support', 'request_support'],
    ['offer_support', 'offer_support'],
    ['my_school', 'ask_category'],
  ])('the shortcut %s is one settled meaning, asked in the person’s own conversation', async (callback, intent) => {
    const turn = await turnOf(payload('shortcut-my-school', { callback_id: callback }));
    expect(turn).toMatchObject({
      place: { kind: 'personal', conversation: 'T0DEMO:D0DEMO01' },
      input: { kind: 'action', verb: 'conversation.meant', data: { intent } },
    });
  });

  it('the shortcut on a message takes its words along, and no more than a question may hold', async () => {
    const turn = await turnOf(payload('message-shortcut'));
    expect(turn.input).toEqual({
      kind: 'action',
      verb: 'conversation.meant',
      data: { intent: 'request_support', text: 'Could anybody help us with phonics before Easter?' },
    });
    await bot.deliver(payload('message-shortcut', { message: { text: 'x'.repeat(9_000) }, trigger_id: 'another' }));
    expect(JSON.stringify(bot.turns[1]?.input).length).toBeLessThan(4_200);
  });

  it('a shortcut that is nobody’s is left alone', async () => {
    await bot.deliver(payload('shortcut-my-school', { callback_id: 'somebody_elses' }));
    expect(bot.turns).toEqual([]);
  });

  it('opening the conversation is adding the bot, one thing however often it is told of', async () => {
    const turn = await turnOf(payload('messages-opened'));
    await bot.deliver(payload('messages-opened', { event_id: 'Ev0LATER' }));
    expect(turn).toMatchObject({ input: { kind: 'installed' }, place: { kind: 'personal' } });
    expect(bot.turns[1]?.ids).toEqual(turn.ids);
  });
});

describe('The same words and presses are the same turn in Teams and in Slack:', () => {
  const receiving = {
    clock: { now: () => NOW },
    newTurnId: () => 'made-up',
    verifiedEmail: async () => undefined,
  };

  it.each([
    ['words to the bot alone', activity('message-personal', { text: 'What category are we?' }), payload('message-im')],
    [
      'words with signs in them',
      activity('message-personal', { text: 'What category are we &amp; &lt;why&gt;?' }),
      event('message-im-escaped', { text: 'What category are we &amp; &lt;why&gt;?' }),
    ],
    ['a mention in a channel', activity('message-channel'), payload('mention-channel')],
    ['a mention in a group', activity('message-group'), payload('mention-group')],
    ['a file', activity('file-personal'), payload('file-im')],
    [
      'a mention of somebody else',
      activity('message-channel-mentions'),
      event('mention-channel', { text: '<@U0PARTNERBOT> has <@U0DEMO02> booked the visit &amp; told us?' }),
    ],
    ['adding the bot', activity('installed-personal'), payload('messages-opened')],
    [
      'a button',
      activity('execute-personal'),
      payload('press-im', {
        actions: [{ type: 'button', action_id: 'act:1', value: '{"verb":"more","data":{"school":"northcliffe"}}' }],
      }),
    ],
    [
      'a button of the older kind',
      activity('submit-personal'),
      payload('press-im', {
        actions: [{ type: 'button', action_id: 'act:1', value: '{"data":{"verb":"older","school":"northcliffe"}}' }],
      }),
    ],
  ])('%s', async (_what, teams, slack) => {
    bot.slack.answer('users.info', (_called, response) =>
      ok(response, { user: { id: 'U0DEMO02', real_name: 'Colleague 2' } }),
    );
    const there = receiveFromTeams(teams, receiving);
    const here = await turnOf(slack);
    const same = (turn: Turn | undefined) => ({ input: turn?.input, kind: turn?.place.kind, at: turn?.at.toString() });
    expect(same(here)).toEqual(same(there));
  });
});

describe('A person’s e-mail address', () => {
  const user = {
    id: 'U0DEMO01',
    team_id: 'T0DEMO',
    is_email_confirmed: true,
    profile: { email: 'Ruth.Ellison@Calderbrook.example' },
  };

  async function emailOf(found: object): Promise<string | undefined> {
    bot.slack.answer('users.info', (_called, response) => ok(response, { user: found }));
    return (await turnOf(payload('message-im'))).from.verifiedEmail?.();
  }

  it('is the one Slack holds and they confirmed, asked for once, and only when somebody wants to know', async () => {
    expect(await emailOf(user)).toBe('ruth.ellison@calderbrook.example');
    expect(bot.slack.to('users.info')).toHaveLength(1);
    await bot.turns[0]?.from.verifiedEmail?.();
    expect(bot.slack.to('users.info')).toHaveLength(1);
  });

  it.each([
    ['they have not confirmed it', { ...user, is_email_confirmed: false }],
    ['Slack does not say that they have', { ...user, is_email_confirmed: undefined }],
    ['they are of another workspace', { ...user, team_id: 'T0ELSEWHERE' }],
    ['they are a stranger', { ...user, is_stranger: true }],
    ['they are a bot', { ...user, is_bot: true }],
    ['they have left', { ...user, deleted: true }],
    ['Slack tells of somebody else', { ...user, id: 'U0DEMO02' }],
    ['it is no address', { ...user, profile: { email: 'ruth' } }],
    ['there is none', { ...user, profile: {} }],
  ])('is not taken when %s', async (_why, found) => {
    expect(await emailOf(found)).toBeUndefined();
  });

  it('is not known when Slack will not say', async () => {
    bot.slack.answer('users.info', (_called, response) => refuse(response, 'missing_scope'));
    expect(await (await turnOf(payload('message-im'))).from.verifiedEmail?.()).toBeUndefined();
  });
});

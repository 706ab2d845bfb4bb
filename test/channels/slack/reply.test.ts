import { afterEach, describe, expect, it } from 'vitest';
import { createResponseUrl } from '../../../src/channels/slack/response-url.ts';
import { SENTENCES } from '../../../src/channels/slack/sentences.ts';
import type { AdaptiveCard, Answer } from '../../../src/core/reply.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import { type Answering, json, refuse } from './support/fake-slack.ts';
import { payload } from './support/payload.ts';
import { type SlackBot, type SlackBotOptions, says, startSlackBot } from './support/slack-bot.ts';

let bot: SlackBot;
afterEach(() => bot.close());

const CARD: AdaptiveCard = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Category 3' }] };

async function deliver(
  what: JsonObject,
  answer: Answer | undefined,
  options: SlackBotOptions & { readonly slack?: never; readonly api?: Readonly<Record<string, Answering>> } = {},
): Promise<SlackBot> {
  bot = await startSlackBot({ hear: async () => answer, ...options });
  for (const [method, answering] of Object.entries(options.api ?? {})) bot.slack.answer(method, answering);
  await bot.deliver('response_url' in what ? { ...what, response_url: bot.slack.responseUrl } : what);
  return bot;
}

const posted = () => bot.slack.to('chat.postMessage').map(({ args }) => args);
const responded = () => bot.slack.to('response_url').map(({ args }) => args);

describe('An answer to the person alone', () => {
  it('is a message with a text, in which nothing is read and for which nothing is fetched', async () => {
    await deliver(payload('message-im'), says({ summary: 'See *this* <https://evil.example> @here' }));
    expect(posted()).toHaveLength(1);
    expect(posted()[0]).toMatchObject({
      channel: 'D0DEMO01',
      mrkdwn: 'false',
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
      unfurl_media: 'false',
      blocks: [{ type: 'rich_text' }],
    });
    expect(posted()[0].text).not.toMatch(/<https|\*this\*/);
    expect(posted()[0]).not.toHaveProperty('thread_ts');
    expect(bot.slack.calls[0]?.token).toBe('xoxb-bot');
  });

  it('is a card with its summary as the text', async () => {
    await deliver(payload('message-im'), says({ summary: 'Northcliffe is in category 3.', card: CARD }));
    expect(posted()).toMatchObject([{ text: 'Northcliffe is in category 3.' }]);
    expect(JSON.stringify(posted()[0].blocks)).toContain('Category 3');
  });

  it('stays in the thread the person is writing in', async () => {
    await deliver(payload('thread-im'), says({ summary: 'Visits.' }));
    expect(posted()).toMatchObject([{ channel: 'D0DEMO01', thread_ts: '1795347724.000006' }]);
  });

  it('says there what was meant for the person alone, for nobody else reads it', async () => {
    await deliver(payload('message-im'), { here: [], directly: [{ summary: 'Category 3.' }] });
    expect(posted()).toMatchObject([{ channel: 'D0DEMO01', text: 'Category 3.' }]);
    expect(bot.slack.calls).toHaveLength(1);
  });

  it('is not given twice: a turn heard before is met with silence', async () => {
    await deliver(payload('message-im'), undefined);
    expect(bot.slack.calls).toEqual([]);
  });

  it('is an apology when the listener fails, and the fault is logged with the turn and without its words', async () => {
    const hear = () => Promise.reject(new Error('the store is away'));
    await deliver(payload('message-im'), undefined, { hear });
    expect(posted()).toMatchObject([{ channel: 'D0DEMO01', text: SENTENCES.fault }]);
    expect(bot.logged).toMatchObject([{ level: 'error', fields: { turn: 'Ev0MESSAGE1' } }]);
    expect(JSON.stringify(bot.logged)).not.toContain('What category');
  });

  it('is its summary when its card is one that Slack cannot show, and that is logged', async () => {
    const odd: AdaptiveCard = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Media', sources: [] }] };
    await deliver(payload('message-im'), says({ summary: 'All of it in words.', card: odd }));
    expect(posted()).toMatchObject([{ text: 'All of it in words.' }]);
    expect(bot.logged).toMatchObject([{ level: 'error' }]);
  });
});

describe('An answer in a channel', () => {
  const PRIVATE: Answer = {
    here: [{ summary: 'I’ve replied to you directly.' }],
    directly: [{ summary: 'Category 3.' }],
    ifUnreachable: { summary: 'Please open a chat with me.' },
  };

  it('hangs below the question', async () => {
    await deliver(payload('mention-channel'), says({ summary: 'Review groups meet half-termly.' }));
    const { ts } = payload('mention-channel').event as JsonObject;
    expect(posted()).toMatchObject([{ channel: 'C0HEADS', thread_ts: ts, text: 'Review groups meet half-termly.' }]);
  });

  it('that is for the person alone goes to their own conversation first, and the channel is told only that', async () => {
    await deliver(payload('mention-channel'), PRIVATE);
    expect(bot.slack.calls.map(({ method, args }) => [method, args.users ?? args.channel, args.text])).toEqual([
      ['conversations.open', 'U0DEMO01', undefined],
      ['chat.postMessage', 'D0DEMO01', 'Category 3.'],
      ['chat.postMessage', 'C0HEADS', 'I’ve replied to you directly.'],
    ]);
    expect(posted()[0]).not.toHaveProperty('thread_ts');
    expect(bot.slack.to('chat.postEphemeral')).toEqual([]);
  });

  it('finds the person by their id when Slack does not say which conversation is theirs', async () => {
    await deliver(payload('mention-channel'), PRIVATE, {
      api: { 'conversations.open': (_called, response) => refuse(response, 'missing_scope') },
    });
    expect(posted().map(({ channel }) => channel)).toEqual(['U0DEMO01', 'C0HEADS']);
  });

  it('says how to be reached when the person is not, and nothing more', async () => {
    await deliver(payload('mention-channel'), PRIVATE, {
      api: {
        'chat.postMessage': ({ args }, response) =>
          args.channel === 'C0HEADS'
            ? json(response, 200, { ok: true, ts: '1.1' })
            : refuse(response, 'messages_tab_disabled'),
      },
    });
    expect(posted().map(({ channel, text }) => [channel, text])).toEqual([
      ['D0DEMO01', 'Category 3.'],
      ['C0HEADS', 'Please open a chat with me.'],
    ]);
    expect(JSON.stringify(bot.logged)).not.toContain('Category 3');
  });
});

describe('An answer to a slash command', () => {
  it('in a channel is there for everybody, by the address Slack gave for it', async () => {
    await deliver(payload('command-channel'), says({ summary: 'Review groups.', card: CARD }));
    expect(responded()).toMatchObject([{ response_type: 'in_channel', text: 'Review groups.', unfurl_links: false }]);
    expect(posted()).toEqual([]);
  });

  it('that is for the person alone goes to their own conversation, and only they are told so', async () => {
    await deliver(payload('command-channel'), {
      here: [{ summary: 'I’ve replied to you directly.' }],
      directly: [{ summary: 'Category 3.', card: CARD }],
    });
    expect(posted()).toMatchObject([{ channel: 'D0DEMO01', text: 'Category 3.' }]);
    expect(responded()).toMatchObject([{ response_type: 'ephemeral', text: 'I’ve replied to you directly.' }]);
  });

  it('in the conversation of two people goes to the person’s own', async () => {
    await deliver(payload('command-two-people'), says({ summary: 'Category 3.', card: CARD }));
    expect(posted()).toMatchObject([{ channel: 'D0DEMO01', text: 'Category 3.' }]);
    expect(responded()).toMatchObject([{ response_type: 'ephemeral', text: SENTENCES.repliedDirectly }]);
  });

  it('in the bot’s own conversation is simply there', async () => {
    await deliver(payload('command-im'), says({ summary: 'Category 3.', card: CARD }));
    expect(posted()).toMatchObject([{ channel: 'D0DEMO01' }]);
    expect(responded()).toEqual([]);
  });

  it('goes to the person when the address no longer works', async () => {
    await deliver(payload('command-channel'), says({ summary: 'Review groups.', card: CARD }), {
      api: { response_url: (_called, response) => json(response, 404, {}) },
    });
    expect(posted()).toMatchObject([{ channel: 'D0DEMO01', text: 'Review groups.' }]);
  });

  it.each([
    ['https://hooks.slack.com/commands/1', true],
    ['https://hooks.slack-gov.com/commands/1', false],
    ['https://hooks.slack.com.evil.example/1', false],
    ['http://hooks.slack.com/1', false],
    ['http://127.0.0.1:9/1', false],
    ['not an address', false],
  ])('is only ever sent to Slack: %s', async (url, expected) => {
    const asked: string[] = [];
    const { respond } = createResponseUrl('https://slack.com/api/', async (to) => {
      asked.push(String(to));
      throw new Error('nobody there');
    });
    await respond(url, { text: 'Category 3.', blocks: [] }, { response_type: 'ephemeral' });
    expect(asked).toEqual(expected ? [url] : []);
  });
});

describe('An answer to a pressed button', () => {
  it('takes the place of the card that was pressed; what follows stands below', async () => {
    await deliver(payload('press-im'), says({ summary: 'First.', card: CARD }, { summary: 'Second.' }));
    expect(bot.slack.to('chat.update')).toMatchObject([
      { args: { channel: 'D0DEMO01', ts: '1795347728.000011', text: 'First.' } },
    ]);
    expect(posted()).toMatchObject([{ channel: 'D0DEMO01', text: 'Second.' }]);
  });

  it('that is words alone leaves the card where it is', async () => {
    await deliver(payload('press-im'), says({ summary: 'Thank you.' }));
    expect(bot.slack.to('chat.update')).toEqual([]);
    expect(posted()).toMatchObject([{ text: 'Thank you.' }]);
  });

  it('in a channel leaves the card for the others when the answer is private', async () => {
    await deliver(payload('press-channel'), {
      here: [{ summary: 'I’ve replied to you directly.' }],
      directly: [{ summary: 'Category 3.', card: CARD }],
    });
    expect(bot.slack.to('chat.update')).toEqual([]);
    expect(posted().map(({ channel, thread_ts, text }) => [channel, thread_ts, text])).toEqual([
      ['D0DEMO01', undefined, 'Category 3.'],
      ['C0HEADS', '1795347720.000001', 'I’ve replied to you directly.'],
    ]);
  });

  it('in a channel leaves the card even when part of the answer is for everybody', async () => {
    await deliver(payload('press-channel'), {
      here: [{ summary: 'Criteria.', card: CARD }, { summary: 'I’ve replied to you directly.' }],
      directly: [{ summary: 'Category 3.', card: CARD }],
    });
    expect(bot.slack.to('chat.update')).toEqual([]);
    expect(posted().map(({ channel, text }) => [channel, text])).toEqual([
      ['D0DEMO01', 'Category 3.'],
      ['C0HEADS', 'Criteria.'],
      ['C0HEADS', 'I’ve replied to you directly.'],
    ]);
  });

  it('goes by the address Slack gave when the message is not the bot’s to change', async () => {
    await deliver(payload('press-im'), says({ summary: 'First.', card: CARD }), {
      api: { 'chat.update': (_called, response) => refuse(response, 'cant_update_message') },
    });
    expect(responded()).toMatchObject([{ replace_original: true, text: 'First.' }]);
    expect(posted()).toEqual([]);
  });

  it('stands below when nothing can be changed any more', async () => {
    await deliver(payload('press-im'), says({ summary: 'First.', card: CARD }), {
      api: {
        'chat.update': (_called, response) => refuse(response, 'message_not_found'),
        response_url: (_called, response) => json(response, 404, {}),
      },
    });
    expect(posted()).toMatchObject([{ channel: 'D0DEMO01', text: 'First.' }]);
  });

  it('is not said again when nobody knows whether it arrived', async () => {
    await deliver(payload('press-im'), says({ summary: 'First.', card: CARD }), {
      api: { 'chat.update': (_called, response) => refuse(response, 'internal_error') },
    });
    expect(posted()).toEqual([]);
    expect(responded()).toEqual([]);
  });

  it('that only follows a link is none', async () => {
    await deliver(payload('press-im', { actions: [{ type: 'button', action_id: 'url:1', value: '' }] }), undefined);
    expect(bot.turns).toEqual([]);
    expect(bot.slack.calls).toEqual([]);
  });

  it('that this bot did not make is none', async () => {
    await deliver(
      payload('press-im', { actions: [{ type: 'button', action_id: 'theirs', value: '{"verb":"x"}' }] }),
      undefined,
    );
    expect(bot.turns).toEqual([]);
  });
});

describe('When Slack asks for a pause', () => {
  function busyFor(times: number, retryAfter: string): { readonly answering: Answering; readonly tries: () => number } {
    let tries = 0;
    return {
      tries: () => tries,
      answering: ({ args }, response) => {
        tries += 1;
        if (tries <= times) json(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': retryAfter });
        else json(response, 200, { ok: true, channel: args.channel, ts: '1.1' });
      },
    };
  }

  it('the answer waits as long as it asked, and is then given once', async () => {
    const waited: number[] = [];
    const { answering, tries } = busyFor(2, '7');
    await deliver(payload('message-im'), says({ summary: 'Category 3.' }), {
      api: { 'chat.postMessage': answering },
      wait: async (ms) => void waited.push(ms),
    });
    expect(waited).toEqual([7_000, 7_000]);
    expect(tries()).toBe(3);
  });

  it('of more than five minutes, the answer is given up and that is logged', async () => {
    const { answering, tries } = busyFor(1, '301');
    await deliver(payload('message-im'), says({ summary: 'Category 3.' }), { api: { 'chat.postMessage': answering } });
    expect(tries()).toBe(1);
    expect(bot.logged).toMatchObject([{ level: 'warn', fields: { outcome: 'later', afterMs: 301_000 } }]);
  });
});

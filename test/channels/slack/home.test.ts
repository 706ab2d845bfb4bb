import { afterEach, describe, expect, it } from 'vitest';
import { SENTENCES } from '../../../src/channels/slack/sentences.ts';
import type { Visit } from '../../../src/core/channel.ts';
import type { AdaptiveCard } from '../../../src/core/reply.ts';
import { refuse } from './support/fake-slack.ts';
import { payload } from './support/payload.ts';
import { type SlackBot, says, startSlackBot } from './support/slack-bot.ts';

let bot: SlackBot;
afterEach(() => bot.close());

const card = (text: string, extra: object = {}): AdaptiveCard => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  ...extra,
});

const published = () =>
  bot.slack.to('views.publish').map(({ args }) => ({ ...args, shown: JSON.stringify(args.view) }));

describe('The Home tab', () => {
  it('is filled with the person’s own page when they open it', async () => {
    const visits: Visit[] = [];
    const home = async (visit: Visit) => {
      visits.push(visit);
      return [
        { summary: 'School', card: card('Northcliffe') },
        { summary: 'Settings', card: card('You and me') },
      ];
    };
    bot = await startSlackBot({ reception: { home } });
    await bot.deliver(payload('home-opened'));
    expect(visits).toMatchObject([{ from: { identity: { platform: 'slack', tenant: 'T0DEMO', user: 'U0DEMO01' } } }]);
    expect(published()).toMatchObject([{ user_id: 'U0DEMO01', view: { type: 'home' } }]);
    expect(published()[0]?.shown).toMatch(/Northcliffe.*divider.*You and me/);
    expect(bot.turns).toEqual([]);
    expect(bot.slack.to('chat.postMessage')).toEqual([]);
  });

  it('is for the person alone: what they press there is answered in their own conversation, and the page says so', async () => {
    bot = await startSlackBot({
      hear: async () => says({ summary: 'Criteria.', card: card('Criteria') }),
      reception: { home: async () => [{ summary: 'School', card: card('Northcliffe') }] },
    });
    await bot.deliver(payload('press-home'));
    expect(bot.turns[0]?.place.kind).toBe('personal');
    expect(bot.slack.to('chat.postMessage')).toMatchObject([{ args: { channel: 'D0DEMO01', text: 'Criteria.' } }]);
    expect(published()[0]?.shown).toContain(SENTENCES.answeredInMessages);
    expect(published()[0]?.shown).toContain('Northcliffe');
  });

  it('has pages when there is more than Slack shows at once', async () => {
    const many = Array.from({ length: 150 }, (_, row) => ({
      type: 'TextBlock',
      text: `Row ${row + 1}`,
      separator: true,
    }));
    bot = await startSlackBot({
      reception: { home: async () => [{ summary: 'Rows', card: card('', { body: many }) }] },
    });
    await bot.deliver(payload('home-opened'));
    const blocks = published()[0]?.view.blocks;
    const [next] = blocks
      .filter(({ type }: { type: string }) => type === 'actions')
      .flatMap((each: { elements: unknown[] }) => each.elements);
    await bot.deliver(
      payload('press-home', { actions: [{ type: 'button', action_id: next.action_id, value: next.value }] }),
    );
    expect(published()[1]?.shown).toContain('"Row 60"');
    expect(bot.turns).toEqual([]);
  });

  it('opens a form of the page as a form', async () => {
    const form = card('Ask', {
      body: [{ type: 'Input.Text', id: 'text', label: 'What?' }],
      actions: [{ type: 'Action.Execute', title: 'Send', verb: 'send', data: {} }],
    });
    bot = await startSlackBot({
      hear: async () => says({ summary: 'Sent.' }),
      reception: { home: async () => [{ summary: 'Ask', card: form }] },
    });
    await bot.deliver(payload('home-opened'));
    const [button] =
      published()[0]?.view.blocks.filter(({ type }: { type: string }) => type === 'actions')[0].elements ?? [];
    await bot.deliver(
      payload('press-home', { actions: [{ type: 'button', action_id: button.action_id, value: button.value }] }),
    );
    const { view } = bot.slack.to('views.open')[0]?.args ?? {};
    await bot.deliver(payload('submit-form', { view: { ...view, id: 'V1', state: { values: {} } } }));
    expect(bot.slack.to('chat.postMessage')).toMatchObject([{ args: { channel: 'D0DEMO01', text: 'Sent.' } }]);
    expect(published()[1]?.shown).toContain(SENTENCES.answeredInMessages);
  });

  it('says sorry when it cannot be filled, and the fault is logged', async () => {
    bot = await startSlackBot({ reception: { home: () => Promise.reject(new Error('the store is away')) } });
    await bot.deliver(payload('home-opened'));
    expect(published()[0]?.shown).toContain('something went wrong');
    expect(bot.logged).toMatchObject([{ level: 'error' }]);
  });

  it('that Slack will not take is only logged', async () => {
    bot = await startSlackBot();
    bot.slack.answer('views.publish', (_called, response) => refuse(response, 'not_enabled'));
    expect((await bot.deliver(payload('home-opened'))).status).toBe(200);
    expect(bot.logged).toMatchObject([{ level: 'warn', fields: { detail: 'not_enabled' } }]);
  });
});

describe('The assistant', () => {
  it('offers the person four questions at most, in the thread that was begun', async () => {
    bot = await startSlackBot({ reception: { starters: async () => ['One?', 'Two?', 'Three?', 'Four?', 'Five?'] } });
    await bot.deliver(payload('assistant-started'));
    expect(bot.slack.to('assistant.threads.setSuggestedPrompts')).toMatchObject([
      {
        args: {
          channel_id: 'D0DEMO01',
          thread_ts: '1795347821.000100',
          prompts: ['One?', 'Two?', 'Three?', 'Four?'].map((text) => ({ title: text, message: text })),
        },
      },
    ]);
  });

  it('says nothing when there is nothing to offer', async () => {
    bot = await startSlackBot();
    await bot.deliver(payload('assistant-started'));
    expect(bot.slack.calls).toEqual([]);
  });
});

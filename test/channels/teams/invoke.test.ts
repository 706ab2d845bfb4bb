import { afterEach, describe, expect, it } from 'vitest';
import type { AdaptiveCard, Answer } from '../../../src/core/reply.ts';
import { type Bot, type BotOptions, says, startBot } from './support/bot.ts';
import { payload } from './support/payload.ts';
import { json } from './support/stub-connector.ts';

let bot: Bot;
afterEach(() => bot.close());

const card: AdaptiveCard = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Category 3' }] };

async function press(answer: Answer | undefined, changes: object = {}, options: BotOptions = {}) {
  bot = await startBot({ hear: async () => answer, ...options });
  const response = await bot.post(payload('execute-personal', { serviceUrl: bot.connector.serviceUrl, ...changes }));
  return { http: response.status, body: await response.json() };
}

const group = {
  conversation: {
    id: '19:g@thread.v2',
    conversationType: 'groupChat',
    tenantId: '00000000-0000-4000-8000-0000000000aa',
  },
};

describe('a pressed button is answered with HTTP 200 and a body, always', () => {
  it('a card takes the place of the card that was pressed', async () => {
    expect(await press(says({ summary: 'Category 3.', card }))).toEqual({
      http: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    });
    expect(bot.connector.taken).toEqual([]);
  });

  it('words alone are shown as a message', async () => {
    expect(await press(says({ summary: 'Noted.' }))).toEqual({
      http: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted.' },
    });
  });

  it('whatever else there is to say follows as messages', async () => {
    await press(says({ summary: 'Category 3.', card }, { summary: 'And one thing more.' }));
    await expect.poll(() => bot.connector.said().map(({ text }) => text)).toEqual(['And one thing more.']);
    expect(bot.connector.taken[0]?.path).toBe('/v3/conversations/a%3Aplayground-01/activities');
  });

  it('no words at all still say that it is done', async () => {
    expect((await press(says())).body).toMatchObject({ statusCode: 200, value: 'Thank you, that is done.' });
  });

  it('a press delivered twice is told so, and nothing is replaced', async () => {
    expect((await press(undefined)).body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'I have already answered that one.',
    });
  });

  it('a listener that fails is an error with a sentence for the person', async () => {
    const { http, body } = await press(undefined, {}, { hear: () => Promise.reject(new Error('the store is away')) });
    expect(http).toBe(200);
    expect(body).toMatchObject({ statusCode: 500, type: 'application/vnd.microsoft.error' });
    expect(JSON.stringify(body)).not.toContain('store');
  });

  for (const name of ['task/fetch', 'composeExtension/query', undefined]) {
    it(`an invoke this bot does not know (${name}) is an error with a sentence`, async () => {
      expect(await press(says(), { name })).toMatchObject({
        http: 200,
        body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'NotSupported' } },
      });
      expect(bot.turns).toEqual([]);
    });
  }

  it('so is an action that carries none', async () => {
    expect((await press(says(), { value: {} })).body).toMatchObject({ statusCode: 400 });
  });
});

describe('a button pressed in a group', () => {
  const answer: Answer = { here: [], directly: [{ summary: 'Category 3.', card }] };

  it('sends what is for the person alone to their own chat', async () => {
    expect((await press(answer, group)).body).toMatchObject({ value: "I've replied to you directly." });
    expect(bot.connector.said()).toMatchObject([{ conversation: { id: 'a:begun' }, summary: 'Category 3.' }]);
  });

  it('says so when that chat cannot be reached, and nothing more', async () => {
    bot = await startBot({ hear: async () => answer });
    bot.connector.answerWith((_taken, response) =>
      json(response, 403, { error: { code: 'ConversationBlockedByUser' } }),
    );
    const response = await bot.post(payload('execute-personal', { serviceUrl: bot.connector.serviceUrl, ...group }));
    expect(await response.json()).toMatchObject({
      statusCode: 200,
      value: expect.stringMatching(/^I could not message you/),
    });
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { AdaptiveCard, Answer } from '../../../src/core/reply.ts';
import { type Bot, type BotOptions, says, startBot } from './support/bot.ts';
import { payload } from './support/payload.ts';
import { type Answering, created, json } from './support/stub-connector.ts';

let bot: Bot;
afterEach(() => bot.close());

const card: AdaptiveCard = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Category 3' }] };

async function deliver(
  name: string,
  answer: Answer | undefined,
  options: BotOptions = {},
  answering: Answering = created,
) {
  bot = await startBot({ hear: async () => answer, ...options });
  bot.connector.answerWith(answering);
  return bot.post(payload(name, { serviceUrl: bot.connector.serviceUrl }));
}

describe('an answer in a personal chat', () => {
  it('is a reply to what was said, marked plain so that nobody’s words become a link', async () => {
    await deliver('message-personal', says({ summary: 'See [this](https://evil.example)' }));
    expect(bot.connector.taken).toHaveLength(1);
    expect(bot.connector.taken[0]).toMatchObject({
      method: 'POST',
      path: '/v3/conversations/a%3Aplayground-01/activities/5564581f-3eb8-455b-ac96-b85491d158ca',
      body: {
        type: 'message',
        from: { id: '28:partnership-bot' },
        recipient: { id: '29:demo-01' },
        conversation: { id: 'a:playground-01' },
        replyToId: '5564581f-3eb8-455b-ac96-b85491d158ca',
        text: 'See [this](https://evil.example)',
        textFormat: 'plain',
      },
    });
  });

  it('sends words and cards apart, a card with its summary and no text', async () => {
    await deliver('message-personal', says({ summary: 'First.' }, { summary: 'Category 3.', card }));
    const [words, shown] = bot.connector.said();
    expect(words).not.toHaveProperty('attachments');
    expect(shown).not.toHaveProperty('text');
    expect(shown).toMatchObject({
      summary: 'Category 3.',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    });
  });

  it('says there what was meant for the person alone, for nobody else reads it', async () => {
    await deliver('message-personal', { here: [], directly: [{ summary: 'Category 3.' }] });
    expect(bot.connector.said().map(({ text }) => text)).toEqual(['Category 3.']);
    expect(bot.connector.taken).toHaveLength(1);
  });

  it('is not given twice: a turn heard before is met with silence', async () => {
    const response = await deliver('message-personal', undefined);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(bot.connector.taken).toEqual([]);
  });

  it('is an apology when the listener fails, and the fault is logged with the turn and without its words', async () => {
    const hear = () => Promise.reject(new Error('the store is away'));
    const response = await deliver('message-personal', undefined, { hear });
    expect(response.status).toBe(200);
    expect(bot.connector.said()).toMatchObject([{ text: expect.stringMatching(/^Sorry, something went wrong/) }]);
    expect(bot.logged).toMatchObject([{ level: 'error', fields: { turn: '5564581f-3eb8-455b-ac96-b85491d158ca' } }]);
    expect(JSON.stringify(bot.logged)).not.toContain('What category');
  });

  it('welcomes as a message of its own, not as a reply', async () => {
    await deliver('installed-personal', says({ summary: 'Welcome.' }));
    expect(bot.connector.taken[0]?.path).toBe('/v3/conversations/a%3Aplayground-01/activities');
  });

  it('lets edits and reactions pass without a word', async () => {
    for (const name of ['edit-personal', 'reaction-personal']) {
      const response = await deliver(name, says({ summary: 'Heard.' }));
      expect([response.status, bot.turns, bot.connector.taken]).toEqual([200, [], []]);
      if (name === 'edit-personal') await bot.close();
    }
  });
});

describe('an answer in a channel', () => {
  it('stays in its thread', async () => {
    await deliver('message-channel', says({ summary: 'The next meeting is on Tuesday.' }));
    expect(bot.connector.taken[0]?.path).toMatch(
      /^\/v3\/conversations\/19%3Aplayground-channel%40thread\.tacv2%3Bmessageid%3D\d+\/activities\/d4ab0b9d/,
    );
  });
});

describe('what is for the person alone, asked in a group', () => {
  const answer: Answer = {
    here: [{ summary: "I've replied to you directly." }],
    directly: [{ summary: 'Category 3.', card }],
    ifUnreachable: { summary: 'Open a chat with me first.' },
  };
  const texts = () =>
    bot.connector.said().map((said) => [(said.conversation as { id: string }).id, said.text ?? said.summary]);

  it('goes to a chat of their own, begun for it, before the group is told', async () => {
    await deliver('message-group', answer);
    expect(bot.connector.taken[0]).toMatchObject({
      path: '/v3/conversations',
      body: {
        isGroup: false,
        bot: { id: '28:partnership-bot' },
        members: [{ id: '29:demo-01' }],
        tenantId: '00000000-0000-4000-8000-0000000000aa',
      },
    });
    expect(texts()).toEqual([
      ['a:begun', 'Category 3.'],
      ['19:playground-group@thread.v2', "I've replied to you directly."],
    ]);
  });

  it('goes to the chat they last wrote in, when there is one', async () => {
    await deliver('message-personal', answer);
    await bot.post(payload('message-group', { serviceUrl: bot.connector.serviceUrl }));
    expect(texts().slice(-2)).toEqual([
      ['a:playground-01', 'Category 3.'],
      ['19:playground-group@thread.v2', "I've replied to you directly."],
    ]);
    expect(bot.connector.taken.filter(({ path }) => path === '/v3/conversations')).toEqual([]);
  });

  it('goes to nobody else: another person in the group has another chat', async () => {
    await deliver('message-personal', answer);
    const from = { id: '29:demo-02', aadObjectId: '00000000-0000-4000-8000-000000000002' };
    await bot.post(payload('message-group', { serviceUrl: bot.connector.serviceUrl, from }));
    expect(texts().at(-2)).toEqual(['a:begun', 'Category 3.']);
    expect(bot.connector.taken.at(-3)).toMatchObject({
      path: '/v3/conversations',
      body: { members: [{ id: '29:demo-02' }] },
    });
  });

  for (const [why, status, at] of [
    ['blocked the bot', 403, /a%3Abegun/],
    ['never added the bot', 403, /conversations$/],
    ['cannot be found', 404, /conversations$/],
    ['may or may not have got it', 500, /a%3Abegun/],
  ] as const) {
    it(`leaves only the way out in the group when the person ${why}`, async () => {
      await deliver('message-group', answer, {}, (taken, response, request) => {
        if (at.test(taken.path)) json(response, status, { error: { code: 'ConversationBlockedByUser' } });
        else created(taken, response, request);
      });
      const inGroup = texts().filter(([conversation]) => conversation !== 'a:begun');
      expect(inGroup).toEqual([['19:playground-group@thread.v2', 'Open a chat with me first.']]);
    });
  }

  it('says something true in the group even when the answer brought no words for it', async () => {
    await deliver('message-group', { here: [], directly: [{ summary: 'Category 3.' }] });
    expect(texts().at(-1)).toEqual(['19:playground-group@thread.v2', "I've replied to you directly."]);
    await bot.close();
    await deliver('message-group', { here: [], directly: [{ summary: 'Category 3.' }] }, {}, (_taken, response) =>
      json(response, 403, {}),
    );
    expect(texts().at(-1)?.[1]).toMatch(/^I could not message you directly/);
  });
});

describe('a reply Teams would not take', () => {
  it('is tried once more after the pause Teams asked for', async () => {
    const pauses: number[] = [];
    let tries = 0;
    await deliver(
      'message-personal',
      says({ summary: 'Heard.' }),
      { wait: async (ms) => void pauses.push(ms) },
      (taken, response, request) => {
        tries += 1;
        if (tries === 1) json(response, 429, {}, { 'retry-after': '2' });
        else created(taken, response, request);
      },
    );
    expect([tries, pauses]).toEqual([2, [2_000]]);
  });

  it('is given up when the pause is longer than anybody waits', async () => {
    await deliver('message-personal', says({ summary: 'Heard.' }), {}, (_taken, response) =>
      json(response, 429, {}, { 'retry-after': '60' }),
    );
    expect(bot.connector.taken).toHaveLength(1);
    expect(bot.logged).toMatchObject([{ level: 'warn', fields: { outcome: 'later', afterMs: 60_000 } }]);
  });

  it('is never repeated when it may have arrived', async () => {
    await deliver('message-personal', says({ summary: 'Heard.' }), {}, (_taken, _response, request) =>
      request.socket.destroy(),
    );
    expect(bot.connector.taken).toHaveLength(1);
    expect(bot.logged).toMatchObject([{ level: 'warn', fields: { outcome: 'unknown' } }]);
  });
});

describe('typing', () => {
  const slow = (release: Promise<void>) => async () => {
    await release;
    return says({ summary: 'Heard.' });
  };

  it('shows when an answer takes its time, whatever was asked', async () => {
    for (const name of ['message-personal', 'message-group', 'installed-personal']) {
      let answer = () => {};
      const release = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await deliver(name, undefined, { hear: slow(release), typingAfterMs: 1 }, (taken, response, request) => {
        created(taken, response, request);
        if (taken.body.type === 'typing') answer();
      });
      expect(bot.connector.taken.map(({ body }) => body.type)).toEqual(['typing', 'message']);
      if (name !== 'installed-personal') await bot.close();
    }
  });

  it('does not show when the answer comes first', async () => {
    await deliver('message-personal', says({ summary: 'Heard.' }), { typingAfterMs: 60_000 });
    expect(bot.connector.taken.map(({ body }) => body.type)).toEqual(['message']);
  });
});

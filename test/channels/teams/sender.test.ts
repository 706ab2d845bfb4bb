import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Address } from '../../../src/core/turn.ts';
import { type Bot, startBot } from './support/bot.ts';
import { startIssuer } from './support/issuer.ts';
import { type Answering, created, json } from './support/stub-connector.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot({ silenceMs: 200 });
});
afterEach(() => bot.close());

const message = { summary: 'A visit is due.' };
const address = (changes = {}): Address => ({
  v: 1,
  serviceUrl: bot.connector.serviceUrl,
  tenant: '00000000-0000-4000-8000-0000000000aa',
  bot: '28:partnership-bot',
  conversation: 'a:1',
  person: '29:demo-01',
  ...changes,
});
const send = (changes?: object) => bot.channel.sender.send(address(changes), message);

describe('a message sent without being asked', () => {
  it('goes to the conversation it is addressed to, and tells its id', async () => {
    expect(await send()).toEqual({ outcome: 'sent', messageId: 'message-1', address: address() });
    expect(bot.connector.taken).toMatchObject([{ method: 'POST', path: '/v3/conversations/a%3A1/activities' }]);
  });

  it('begins the person’s own chat when the address names none, and gives the address with it', async () => {
    expect(await send({ conversation: undefined })).toMatchObject({
      outcome: 'sent',
      address: { conversation: 'a:begun' },
    });
  });

  it('is sent although Teams tells no id', async () => {
    bot.connector.answerWith((_taken, response) => response.writeHead(202).end());
    expect(await send()).toEqual({ outcome: 'sent', address: address() });
  });

  it('can be changed afterwards', async () => {
    expect(await bot.channel.sender.update(address(), 'message-1', message)).toMatchObject({
      outcome: 'sent',
      messageId: 'message-1',
    });
    expect(bot.connector.taken).toMatchObject([
      {
        method: 'PUT',
        path: '/v3/conversations/a%3A1/activities/message-1',
        body: { id: 'message-1', text: 'A visit is due.' },
      },
    ]);
  });
});

const ENDINGS: readonly [string, Answering, object][] = [
  ['429 with a pause', (_t, r) => json(r, 429, {}, { 'retry-after': '7' }), { outcome: 'later', afterMs: 7_000 }],
  ['429 without one', (_t, r) => json(r, 429, {}), { outcome: 'later' }],
  ['503', (_t, r) => json(r, 503, {}), { outcome: 'later' }],
  ['412', (_t, r) => json(r, 412, {}), { outcome: 'later' }],
  ['401', (_t, r) => json(r, 401, {}), { outcome: 'later' }],
  [
    '403 from somebody who blocked the bot',
    (_t, r) => json(r, 403, { error: { code: 'ConversationBlockedByUser' } }),
    { outcome: 'refused', reason: 'blocked' },
  ],
  [
    '403 with the block in its sub-code',
    (_t, r) => json(r, 403, { subCode: 'MessageWritesBlocked', error: { code: 'Forbidden' } }),
    { outcome: 'refused', reason: 'blocked' },
  ],
  [
    '403 where the bot is not a member',
    (_t, r) => json(r, 403, { error: { code: 'BotNotInConversationRoster' } }),
    { outcome: 'refused', reason: 'not_installed' },
  ],
  ['403 for another reason', (_t, r) => json(r, 403, {}), { outcome: 'refused', reason: 'rejected' }],
  ['404', (_t, r) => json(r, 404, { error: { code: 'ConversationNotFound' } }), { outcome: 'refused', reason: 'gone' }],
  ['413', (_t, r) => json(r, 413, {}), { outcome: 'refused', reason: 'rejected' }],
  ['400', (_t, r) => json(r, 400, {}), { outcome: 'refused', reason: 'rejected' }],
  ['500', (_t, r) => json(r, 500, {}), { outcome: 'unknown' }],
  ['502', (_t, r) => json(r, 502, {}), { outcome: 'unknown' }],
  ['504', (_t, r) => json(r, 504, {}), { outcome: 'unknown' }],
  ['a redirect', (_t, r) => json(r, 302, {}, { location: 'https://evil.example/' }), { outcome: 'unknown' }],
  ['a connection cut after it was taken', (_t, _r, q) => q.socket.destroy(), { outcome: 'unknown' }],
  [
    'a connection cut in the middle of the answer',
    (_t, r) => void r.writeHead(201, { 'content-length': 50 }).write('{', () => r.destroy()),
    { outcome: 'unknown' },
  ],
  ['silence', () => undefined, { outcome: 'unknown' }],
  ['an answer without end', (_t, r) => void r.writeHead(201).end('x'.repeat(100_000)), { outcome: 'unknown' }],
];

describe('how a sending ended is told as it was', () => {
  for (const [how, answering, outcome] of ENDINGS) {
    it(`${how} is ${JSON.stringify(outcome)}, tried once`, async () => {
      bot.connector.answerWith(answering);
      expect(await send()).toMatchObject(outcome);
      expect(bot.connector.taken).toHaveLength(1);
      expect(await bot.channel.sender.update(address(), 'message-1', message)).toMatchObject(outcome);
      expect(bot.connector.taken).toHaveLength(2);
    });
  }

  it('a kept connection that is cut is unknown too, and is not used to try again', async () => {
    expect(await send()).toMatchObject({ outcome: 'sent' });
    bot.connector.answerWith((_taken, _response, request) => request.socket.destroy());
    expect(await send()).toMatchObject({ outcome: 'unknown' });
    expect(bot.connector.taken).toHaveLength(2);
  });

  it('nobody listening is later, for nothing can have arrived', async () => {
    await bot.connector.close();
    expect(await send()).toMatchObject({ outcome: 'later', detail: expect.stringContaining('ECONNREFUSED') });
  });

  it('a chat that may or may not have been begun is later, for no message was tried', async () => {
    bot.connector.answerWith((_taken, response) => json(response, 500, {}));
    expect(await send({ conversation: undefined })).toMatchObject({ outcome: 'later' });
    expect(bot.connector.said()).toEqual([]);
  });

  it('what the service says in its own words stays out of it', async () => {
    bot.connector.answerWith((taken, response) =>
      json(response, 400, { error: { code: 'BadSyntax', message: taken.body.text } }),
    );
    expect(JSON.stringify(await send())).not.toContain('visit');
  });
});

describe('an address that is none of ours', () => {
  for (const [what, changes] of [
    ['is of another shape', { channel: 'C1' }],
    ['names neither a conversation nor a person', { conversation: undefined, person: undefined }],
    ['names a service URL that is not on the list', { serviceUrl: 'https://evil.example/' }],
    ['hides another host in its service URL', { serviceUrl: 'http://localhost@evil.example/' }],
  ] as const) {
    it(`${what}, and is refused without a call`, async () => {
      expect(await send(changes)).toMatchObject({ outcome: 'refused', reason: 'rejected' });
      expect(bot.connector.taken).toEqual([]);
    });
  }

  it('names no conversation, and so has no message to change', async () => {
    const changed = await bot.channel.sender.update(address({ conversation: undefined }), 'message-1', message);
    expect(changed).toMatchObject({ outcome: 'refused' });
  });
});

describe('the bot’s own token', () => {
  it('is asked for anew when Teams does not take it, once', async () => {
    const issuer = await startIssuer();
    const asked: boolean[] = [];
    const token = async (fresh = false) => {
      asked.push(fresh);
      return fresh ? 'new' : 'old';
    };
    const registered = await startBot({ config: issuer.config, token });
    registered.connector.answerWith((taken, response, request) => {
      if (taken.authorization === 'Bearer new') created(taken, response, request);
      else json(response, 401, {});
    });
    const to = { v: 1, serviceUrl: registered.connector.serviceUrl, bot: '28:b', conversation: 'a:1' };
    expect(await registered.channel.sender.send(to, message)).toMatchObject({ outcome: 'sent' });
    expect(asked).toEqual([false, true]);
    await registered.close();
    issuer.close();
  });

  it('that cannot be had is later, and nothing is sent without it', async () => {
    const issuer = await startIssuer();
    const registered = await startBot({
      config: issuer.config,
      token: () => Promise.reject(new Error('Entra is away')),
    });
    const to = { v: 1, serviceUrl: registered.connector.serviceUrl, bot: '28:b', conversation: 'a:1' };
    expect(await registered.channel.sender.send(to, message)).toEqual({
      outcome: 'later',
      detail: 'no token: Entra is away',
    });
    expect(registered.connector.taken).toEqual([]);
    await registered.close();
    issuer.close();
  });

  it('is never sent in the demo', async () => {
    await send();
    expect(bot.connector.taken[0]).not.toHaveProperty('authorization');
  });
});

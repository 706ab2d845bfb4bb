import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payload } from './support/payload.ts';
import { asSlackSends, FORM, type SlackRequest, signed } from './support/sign.ts';
import { NOW_SECONDS, type SlackBot, startSlackBot } from './support/slack-bot.ts';

let bot: SlackBot;
beforeEach(async () => {
  bot = await startSlackBot();
});
afterEach(() => bot.close());

const MESSAGE = JSON.stringify(payload('message-im'));
const COMMAND = asSlackSends(payload('command-channel'), NOW_SECONDS).body;
const PRESS = asSlackSends(payload('press-im'), NOW_SECONDS).body;

/** The request with one header changed, or taken away. */
function but(request: SlackRequest, changes: Readonly<Record<string, string | undefined>>): SlackRequest {
  const headers = Object.entries({ ...request.headers, ...changes }).filter(([, value]) => value !== undefined);
  return { body: request.body, headers: Object.fromEntries(headers) as Record<string, string> };
}

describe('A request that is Slack’s', () => {
  it.each([
    ['an event as JSON', signed(MESSAGE, NOW_SECONDS)],
    [
      'an event as JSON that names its character set',
      signed(MESSAGE, NOW_SECONDS, { type: 'application/json; charset=utf-8' }),
    ],
    ['a command in a form', signed(COMMAND, NOW_SECONDS, { type: FORM })],
    [
      'a command in a form that names its character set',
      signed(COMMAND, NOW_SECONDS, { type: `${FORM}; charset=utf-8` }),
    ],
    ['a pressed button in a form', signed(PRESS, NOW_SECONDS, { type: FORM })],
    ['a content type in capitals', signed(PRESS, NOW_SECONDS, { type: 'Application/X-WWW-Form-Urlencoded' })],
    ['a signature from exactly five minutes ago', signed(MESSAGE, NOW_SECONDS - 300)],
    ['a signature from exactly five minutes on', signed(MESSAGE, NOW_SECONDS + 300)],
  ])('is answered 200 with nothing in it, and heard: %s', async (_what, request) => {
    const response = await bot.send(request);
    expect([response.status, await response.text()]).toEqual([200, '']);
    await bot.channel.deliveries.idle();
    expect(bot.turns).toHaveLength(1);
  });

  it('is answered 200 and left alone when it tells of something this bot has no use for', async () => {
    for (const name of ['reaction', 'edit-im', 'deleted-im', 'own-message-im', 'talk-group']) {
      expect((await bot.deliver(payload(name))).status, name).toBe(200);
    }
    expect((await bot.deliver({ type: 'view_closed', user: { id: 'U0DEMO01' }, view: {} })).status).toBe(200);
    expect(bot.turns).toEqual([]);
    expect(bot.slack.calls).toEqual([]);
  });

  it('is told apart from one in a known form with something missing, which is left alone and logged without its words', async () => {
    const message = payload('message-im');
    const response = await bot.deliver({
      ...message,
      event: { type: 'message', channel_type: 'im', text: 'secret words' },
    });
    expect(response.status).toBe(200);
    expect(bot.turns).toEqual([]);
    expect(bot.logged).toMatchObject([{ level: 'warn', fields: { at: ['channel', 'ts'] } }]);
    expect(JSON.stringify(bot.logged)).not.toContain('secret words');
  });
});

describe('A request that does not prove to be Slack’s is refused with 401, told not to try again, and never heard:', () => {
  const good = signed(MESSAGE, NOW_SECONDS);
  it.each([
    ['signed with another secret', signed(MESSAGE, NOW_SECONDS, { secret: 'another secret' })],
    ['changed on its way', { ...good, body: MESSAGE.replace('category', 'Category') }],
    ['signed at another time than it says', but(good, { 'x-slack-request-timestamp': String(NOW_SECONDS - 1) })],
    ['no signature', but(good, { 'x-slack-signature': undefined })],
    ['an empty signature', but(good, { 'x-slack-signature': '' })],
    [
      'a signature of another version',
      but(good, { 'x-slack-signature': `v1=${good.headers['x-slack-signature']?.slice(3)}` }),
    ],
    ['a signature cut short', but(good, { 'x-slack-signature': good.headers['x-slack-signature']?.slice(0, -2) })],
    ['no timestamp', but(good, { 'x-slack-request-timestamp': undefined })],
    ['a timestamp that is no number', signed(MESSAGE, 'soon')],
    ['a timestamp with a fraction', signed(MESSAGE, `${NOW_SECONDS}.5`)],
    ['five minutes and a second old', signed(MESSAGE, NOW_SECONDS - 301)],
    ['five minutes and a second early', signed(MESSAGE, NOW_SECONDS + 301)],
    [
      'a form without a signature',
      but(signed(COMMAND, NOW_SECONDS, { type: FORM }), { 'x-slack-signature': undefined }),
    ],
    [
      'no signature, asking for its address to be verified',
      { body: '{"type":"url_verification","challenge":"c"}', headers: { 'content-type': 'application/json' } },
    ],
  ])('%s', async (_what, request) => {
    const response = await bot.send(request);
    expect(response.status).toBe(401);
    expect(response.headers.get('x-slack-no-retry')).toBe('1');
    expect(await response.text()).not.toContain('category');
    await bot.channel.deliveries.idle();
    expect(bot.turns).toEqual([]);
  });
});

describe('A request that is Slack’s but cannot be read is refused with 400:', () => {
  it.each([
    ['nothing', signed('', NOW_SECONDS)],
    ['half a JSON', signed(MESSAGE.slice(0, -9), NOW_SECONDS)],
    ['JSON that is no object', signed('[1,2]', NOW_SECONDS)],
    ['a form whose payload is no JSON', signed('payload=%7Bnot-json', NOW_SECONDS, { type: FORM })],
    ['a form with neither payload nor command', signed('a=b', NOW_SECONDS, { type: FORM })],
    ['words', signed('hello', NOW_SECONDS, { type: 'text/plain' })],
  ])('%s', async (_what, request) => {
    expect((await bot.send(request)).status).toBe(400);
    expect(bot.turns).toEqual([]);
  });
});

describe('A request of more than 1 MB', () => {
  const big = `{"type":"event_callback","padding":"${'x'.repeat(1024 * 1024)}"}`;

  it('is refused with 413 when it says how long it is', async () => {
    expect((await bot.send(signed(big, NOW_SECONDS))).status).toBe(413);
  });

  it('is refused with 413 when it does not', async () => {
    const { headers } = signed(big, NOW_SECONDS);
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(bot.url, { method: 'POST', headers: { ...headers, 'transfer-encoding': 'chunked' } });
      request.on('response', (response) => resolve(response.statusCode));
      request.on('error', reject);
      for (let at = 0; at < big.length; at += 65_536) request.write(big.slice(at, at + 65_536));
      request.end();
    });
    expect(status).toBe(413);
  });

  it('is never heard, and the bot goes on', async () => {
    await bot.send(signed(big, NOW_SECONDS));
    expect((await bot.deliver(payload('message-im'))).status).toBe(200);
    expect(bot.turns).toHaveLength(1);
  });
});

describe('Slack trying the connection', () => {
  it('is told yes without a signature, and nothing it smuggles in is looked at', async () => {
    const body = `ssl_check=1&${COMMAND}`;
    const response = await bot.send({ body, headers: { 'content-type': FORM } });
    expect(response.status).toBe(200);
    await bot.channel.deliveries.idle();
    expect(bot.turns).toEqual([]);
  });

  it('is given its challenge back when it verifies the address', async () => {
    const response = await bot.send(
      signed('{"type":"url_verification","challenge":"3eZbrw1a","token":"t"}', NOW_SECONDS),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ challenge: '3eZbrw1a' });
  });

  it('finds nothing but POST at the address', async () => {
    expect((await fetch(bot.url)).status).toBe(405);
  });
});

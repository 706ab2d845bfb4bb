import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from './support/bot.ts';
import { says, startBot } from './support/bot.ts';
import { type Issuer, startIssuer, TENANT } from './support/issuer.ts';
import { payload } from './support/payload.ts';
import { json } from './support/stub-connector.ts';

const ELSEWHERE = '99999999-9999-4999-8999-999999999999';
const now = () => Temporal.Now.instant();

let issuer: Issuer;
let bot: Bot;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());
afterEach(() => bot.close());

async function start(config: object = {}): Promise<void> {
  bot = await startBot({
    now,
    config: (connector) => ({ ...issuer.config(connector), ...config }),
    hear: async (turn) => says({ summary: (await turn.from.verifiedEmail?.()) ?? 'no address' }),
  });
}

async function say(name: string, changes: object = {}): Promise<Response> {
  const { serviceUrl } = bot.connector;
  const authorization = await issuer.bearer(serviceUrl, Math.floor(now().epochMilliseconds / 1_000));
  return bot.post(payload(name, { serviceUrl, ...changes }), { authorization });
}

const from = (tenantId: string) => ({
  conversation: { id: 'a:other', conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
});
const texts = () => bot.connector.said().map(({ text }) => text);

describe('people of another tenant', () => {
  it('are politely turned away, and the listener never hears of them', async () => {
    await start();
    expect((await say('message-personal', from(ELSEWHERE))).status).toBe(200);
    expect(texts()).toEqual([expect.stringMatching(/^Sorry, I only answer people of the authority/)]);
    expect(bot.turns).toEqual([]);
  });

  it('are told so below a button they press', async () => {
    await start();
    const response = await say('execute-personal', from(ELSEWHERE));
    expect([response.status, await response.json()]).toMatchObject([
      200,
      { statusCode: 403, type: 'application/vnd.microsoft.error' },
    ]);
  });

  it('are not written to when they only add the bot', async () => {
    await start();
    expect((await say('installed-personal', from(ELSEWHERE))).status).toBe(200);
    expect([bot.turns, bot.connector.taken]).toEqual([[], []]);
  });

  it('are answered once their tenant is on the list, in whatever letters', async () => {
    await start({ allowedTenants: [TENANT.toUpperCase(), ELSEWHERE] });
    await say('message-personal', from(ELSEWHERE.toUpperCase()));
    await say('message-personal');
    expect(bot.turns).toHaveLength(2);
  });

  it('are people whose tenant nobody names', async () => {
    await start();
    await say('message-personal', { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} });
    expect(bot.turns).toEqual([]);
  });
});

describe('the e-mail address Teams holds for somebody', () => {
  const own = '00000000-0000-4000-8000-000000000001';

  async function addressOf(member: object, changes: object = {}, status = 200): Promise<unknown> {
    await start();
    bot.connector.answerWith((taken, response) => json(response, taken.method === 'GET' ? status : 201, member));
    await say('message-personal', changes);
    return texts().at(-1);
  }

  it('is asked of Teams, about that very person', async () => {
    expect(await addressOf({ aadObjectId: own, tenantId: TENANT, email: 'Head@Northcliffe.example' })).toBe(
      'head@northcliffe.example',
    );
    expect(bot.connector.taken[0]).toMatchObject({
      method: 'GET',
      path: '/v3/conversations/a%3Aplayground-01/members/29%3Ademo-01',
      authorization: 'Bearer bot-token',
    });
  });

  it('is their user name when they have no mailbox here', async () => {
    expect(await addressOf({ aadObjectId: own, userPrincipalName: 'head@northcliffe.example' })).toBe(
      'head@northcliffe.example',
    );
  });

  it('is the address a guest was invited by, never the name the host made up for them', async () => {
    const userPrincipalName = 'head_northcliffe.example#EXT#@calderbrook.example';
    expect(await addressOf({ aadObjectId: own, email: 'head@northcliffe.example', userPrincipalName })).toBe(
      'head@northcliffe.example',
    );
    await bot.close();
    expect(await addressOf({ aadObjectId: own, userPrincipalName })).toBe('no address');
  });

  for (const [why, member, changes, status] of [
    ['Teams speaks of somebody else', { aadObjectId: ELSEWHERE, email: 'head@northcliffe.example' }, {}, 200],
    [
      'Teams says they belong to another tenant',
      { aadObjectId: own, tenantId: ELSEWHERE, email: 'head@northcliffe.example' },
      {},
      200,
    ],
    ['what Teams holds is no address', { aadObjectId: own, email: 'northcliffe' }, {}, 200],
    ['Teams does not know them', {}, {}, 404],
    [
      'they have no directory id to compare',
      { email: 'head@northcliffe.example' },
      { from: { id: '29:1-guest' } },
      200,
    ],
  ] as const) {
    it(`is unknown when ${why}`, async () => {
      expect(await addressOf(member, changes, status)).toBe('no address');
    });
  }

  it('is looked up among the members of the team when asked in a channel', async () => {
    await start();
    bot.connector.answerWith((taken, response) =>
      json(
        response,
        200,
        taken.method === 'GET' ? { aadObjectId: own, email: 'head@northcliffe.example' } : { id: '1' },
      ),
    );
    await say('message-channel');
    expect(bot.connector.taken[0]?.path).toBe(
      '/v3/conversations/19%3Aplayground-team%40thread.tacv2/members/29%3Ademo-01',
    );
  });

  it('is not asked for until somebody wants it, and then once', async () => {
    await start();
    await bot.close();
    bot = await startBot({
      hear: async ({ from: { verifiedEmail } }) => {
        await verifiedEmail?.();
        await verifiedEmail?.();
        return says();
      },
    });
    await bot.post(payload('message-personal', { serviceUrl: bot.connector.serviceUrl }));
    expect(bot.connector.taken.map(({ method }) => method)).toEqual(['GET']);
  });
});

import { generateKeyPair } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Bot, startBot } from './support/bot.ts';
import { APP_ID, type Issuer, startIssuer, type TokenWish } from './support/issuer.ts';
import { payload } from './support/payload.ts';

// The library that checks the tokens reads the machine's clock, so the tokens are made for that one.
const now = () => Temporal.Now.instant();
const seconds = () => Math.floor(now().epochMilliseconds / 1_000);
const HOUR = 3_600;

let issuer: Issuer;
let bot: Bot;
const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  issuer = await startIssuer();
  bot = await startBot({ config: issuer.config, now });
});
afterAll(async () => {
  quiet.mockRestore();
  await bot.close();
  issuer.close();
});

const message = (changes = {}) => payload('message-personal', { serviceUrl: bot.connector.serviceUrl, ...changes });
const bearer = (wish?: TokenWish) => issuer.bearer(bot.connector.serviceUrl, seconds(), wish);

async function knock(authorization: string | undefined, activity: object = message()) {
  const response = await bot.post(activity, authorization === undefined ? {} : { authorization });
  return { status: response.status, body: await response.text() };
}

const REFUSED = {
  status: 401,
  body: '{"error":"unauthorised","message":"This caller did not prove that it is Teams."}',
};

describe('a caller who proves to be Teams', () => {
  it('is answered, with the bot’s own token on the reply', async () => {
    expect(await knock(await bearer())).toEqual({ status: 200, body: '' });
    expect(bot.connector.taken.at(-1)).toMatchObject({ authorization: 'Bearer bot-token' });
  });

  it('is answered again with the same token, whose signature is not worked out twice', async () => {
    const good = await bearer();
    for (let turn = 0; turn < 3; turn += 1) expect((await knock(good)).status).toBe(200);
  });
});

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const claims = () => ({
  iss: 'https://issuer.example',
  aud: APP_ID,
  serviceurl: bot.connector.serviceUrl,
  exp: seconds() + HOUR,
});

const BAD: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'brings no token': async () => undefined,
  'brings an empty token': async () => 'Bearer ',
  'brings a password instead': async () => `Basic ${Buffer.from('bot:secret').toString('base64')}`,
  'brings something that is no token': async () => 'Bearer not-a-token',
  'brings three parts of nonsense': async () => 'Bearer bm90.YQ.dG9rZW4',
  'brings two tokens': async () => `${await bearer()}, ${await bearer()}`,
  'signed with another key': () => bearer({ key: issuer.otherKey }),
  'signed nothing (alg none)': async () => `Bearer ${encode({ alg: 'none', kid: 'own' })}.${encode(claims())}.`,
  'says alg none over a signature': async () =>
    `Bearer ${encode({ alg: 'none', kid: 'own' })}.${encode(claims())}.c2ln`,
  'signed with the public key as a shared secret (HS256)': () =>
    bearer({ header: { alg: 'HS256' }, key: new TextEncoder().encode(issuer.publicKeyPem) }),
  'signed by an algorithm that is not allowed (ES256)': async () =>
    bearer({ header: { alg: 'ES256' }, key: (await generateKeyPair('ES256')).privateKey }),
  'has a token that ran out': () => bearer({ claims: { exp: seconds() - HOUR } }),
  'has a token that never runs out': () => bearer({ claims: { exp: undefined } }),
  'has a token for later (nbf)': () => bearer({ claims: { nbf: seconds() + HOUR } }),
  'has a token for another bot': () => bearer({ claims: { aud: '22222222-2222-4222-8222-222222222222' } }),
  'has a token for nobody': () => bearer({ claims: { aud: undefined } }),
  'has a token from another issuer': () => bearer({ claims: { iss: 'https://elsewhere.example' } }),
  'has a token from the issuer of emulators': () =>
    bearer({
      claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: APP_ID, ver: '1.0' },
    }),
  'has a token another bot was given': () =>
    bearer({ claims: { ver: '1.0', appid: '22222222-2222-4222-8222-222222222222', iss: undefined } }),
  'names a key nobody knows': () => bearer({ header: { kid: 'unknown' } }),
  'names no key': () => bearer({ header: { kid: undefined } }),
  'uses a key that may not speak for Teams': () => bearer({ header: { kid: 'unendorsed' } }),
  'has a token for another service URL': () =>
    bearer({ claims: { serviceurl: 'https://smba.trafficmanager.net/us/' } }),
  'has a token for no service URL': () => bearer({ claims: { serviceurl: undefined } }),
  'changed the claims of a good token': async () => {
    const [head, , signature] = (await bearer()).split('.');
    return `${head}.${encode({ ...claims(), sub: 'somebody else' })}.${signature}`;
  },
  'cut the signature off a good token': async () => `${(await bearer()).split('.').slice(0, 2).join('.')}.`,
};

describe('a caller is refused, alike and without a reason, who', () => {
  for (const [who, token] of Object.entries(BAD)) {
    it(who, async () => {
      const before = [bot.turns.length, bot.connector.taken.length];
      expect(await knock(await token())).toEqual(REFUSED);
      expect([bot.turns.length, bot.connector.taken.length]).toEqual(before);
    });
  }

  for (const channelId of ['webchat', 'emulator', 'AseChannel', 'directline']) {
    it(`says to be the channel ${channelId}, with a token seen to be good`, async () => {
      const good = await bearer();
      expect((await knock(good)).status).toBe(200);
      expect(await knock(good, message({ channelId }))).toEqual(REFUSED);
    });
  }

  it('has a token seen to be good, but another service URL in the message', async () => {
    const good = await bearer();
    expect((await knock(good)).status).toBe(200);
    expect(await knock(good, message({ serviceUrl: 'https://smba.trafficmanager.net/uk/' }))).toEqual(REFUSED);
  });

  it('leaves the service URL out, which would skip the check', async () => {
    expect((await knock(await bearer(), message({ serviceUrl: undefined }))).status).toBe(400);
  });

  it('used a token that was good until it ran out', async () => {
    const good = await bearer();
    expect((await knock(good)).status).toBe(200);
    vi.useFakeTimers({ toFake: ['Date'], now: now().add({ hours: 2 }).epochMilliseconds });
    expect(await knock(good)).toEqual(REFUSED);
    vi.useRealTimers();
  });

  it('speaks without a token, before a byte of what it sends is read', async () => {
    expect((await knock(undefined, { padding: 'x'.repeat(300_000) })).status).toBe(401);
  });
});

describe('a caller with a good token', () => {
  it('cannot have replies sent to a service URL that is not on the list', async () => {
    const serviceUrl = 'http://127.0.0.1:9/elsewhere';
    const authorization = await issuer.bearer(serviceUrl, seconds());
    expect((await knock(authorization, message({ serviceUrl }))).status).toBe(403);
  });

  it('is asked to try again while the signing keys cannot be fetched', async () => {
    const unreachable = await startBot({
      now,
      config: (connector) => ({
        ...issuer.config(connector),
        openId: { metadataUrl: 'http://127.0.0.1:9/openid', issuer: 'https://issuer.example' },
      }),
    });
    const { serviceUrl } = unreachable.connector;
    const authorization = await issuer.bearer(serviceUrl, seconds());
    const response = await unreachable.post(payload('message-personal', { serviceUrl }), { authorization });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: 'keys_unavailable' });
    expect(unreachable.turns).toEqual([]);
    await unreachable.close();
  });
});

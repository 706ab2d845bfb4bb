import { createServer, request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import restify from 'restify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFromThisMachine } from '../../../src/channels/teams/loopback.ts';
import { type Bot, startBot } from './support/bot.ts';
import { payload } from './support/payload.ts';
import { portOf } from './support/port.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());

const message = (changes = {}) => payload('message-personal', { serviceUrl: bot.connector.serviceUrl, ...changes });

/** `fetch` will not set Host, nor leave out the content type of a string. */
function raw(headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(bot.url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify(message()));
  });
}

const json = { 'content-type': 'application/json' };

describe('the door of the demo', () => {
  it('opens to this machine', async () => {
    const response = await bot.post(message());
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  for (const host of ['localhost:3978', '127.0.0.1', '[::1]:3978']) {
    it(`knows itself as ${host}`, async () => expect(await raw({ ...json, host })).toBe(200));
  }

  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.168.1.4:3978']) {
    it(`stays shut when called ${host}, which a page elsewhere can point here`, async () => {
      expect(await raw({ ...json, host })).toBe(403);
    });
  }

  it('stays shut to a page from elsewhere, and to whatever came through a proxy', async () => {
    expect(await raw({ ...json, origin: 'https://evil.example' })).toBe(403);
    expect(await raw({ ...json, origin: 'null' })).toBe(403);
    expect(await raw({ ...json, 'x-forwarded-for': '203.0.113.9' })).toBe(403);
    expect(await raw({ ...json, origin: 'http://localhost:3978' })).toBe(200);
  });

  it('stays shut to other machines', () => {
    const from = (remoteAddress: string | undefined) =>
      isFromThisMachine({ headers: { host: 'localhost' }, socket: { remoteAddress } } as never);
    for (const own of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) expect(from(own)).toBe(true);
    for (const other of ['10.0.0.5', '::ffff:10.0.0.5', 'fe80::1', '2001:db8::1', undefined])
      expect(from(other)).toBe(false);
  });

  it('sends replies nowhere but this machine', async () => {
    const urls = [
      'https://smba.trafficmanager.net/uk/',
      'http://10.0.0.5/',
      'http://localhost.evil.example',
      'file:///etc',
      'x',
    ];
    for (const serviceUrl of urls) expect((await bot.post(message({ serviceUrl }))).status).toBe(403);
  });
});

describe('what is read at the door', () => {
  for (const method of ['GET', 'HEAD', 'PUT']) {
    it(`answers ${method} with 405 and what is allowed`, async () => {
      const response = await fetch(bot.url, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    });
  }

  it('is JSON, said to be so', async () => {
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/jsonp',
    ]) {
      expect((await bot.post(message(), { 'content-type': type })).status).toBe(415);
    }
    expect((await bot.post(message(), { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  });

  it('is not compressed, so that no small parcel unpacks into a large one', async () => {
    const body = gzipSync(JSON.stringify(message()));
    const headers = { ...json, 'content-encoding': 'gzip' };
    expect((await fetch(bot.url, { method: 'POST', headers, body })).status).toBe(415);
  });

  it('is at most 256 KB, announced or not', async () => {
    const fits = message({ padding: 'x'.repeat(200_000) });
    expect((await bot.post(fits)).status).toBe(200);
    const long = JSON.stringify(message({ padding: 'x'.repeat(300_000) }));
    const announced = await bot.post(long);
    expect([announced.status, await announced.json()]).toEqual([
      413,
      { error: 'too_large', message: 'At most 256 KB are read.' },
    ]);
    const chunks = new Blob([long]).stream();
    const unannounced = await fetch(bot.url, {
      method: 'POST',
      headers: json,
      body: chunks,
      duplex: 'half',
    } as RequestInit);
    expect(unannounced.status).toBe(413);
  });

  for (const body of ['', '{', 'null', '[]', '"text"', '{"type":"message"}']) {
    it(`is an activity, and not ${body || 'nothing'}`, async () => {
      const response = await bot.post(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: 'malformed' });
    });
  }

  for (const field of ['type', 'serviceUrl', 'channelId', 'from', 'recipient', 'conversation']) {
    it(`is an activity with its ${field}`, async () => {
      expect((await bot.post(message({ [field]: undefined }))).status).toBe(400);
    });
  }

  it('never reaches the listener when it is refused', async () => {
    const before = bot.turns.length;
    await bot.post('{');
    await raw({ ...json, host: 'evil.example' });
    expect(bot.turns).toHaveLength(before);
  });
});

describe('mounted on restify', () => {
  it('answers at /api/messages, and says 405 to a probe', async () => {
    const server = restify.createServer();
    bot.channel.mount(server);
    const url = `http://127.0.0.1:${await portOf(server.server)}/api/messages`;
    expect((await fetch(url, { method: 'POST', headers: json, body: JSON.stringify(message()) })).status).toBe(200);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(405);
    server.server.closeAllConnections();
    await new Promise((resolve) => server.close(() => resolve(undefined)));
  });

  it('says plainly when a body parser was put in front', async () => {
    const server = createServer((request, response) => {
      request.resume();
      request.on('end', () => setImmediate(() => void bot.channel.handle(request, response)));
    });
    const url = `http://127.0.0.1:${await portOf(server)}/api/messages`;
    expect((await fetch(url, { method: 'POST', headers: json, body: JSON.stringify(message()) })).status).toBe(500);
    expect(JSON.stringify(bot.logged.map(({ fields }) => String((fields as { err?: unknown }).err)))).toContain(
      'without a parser',
    );
    server.close();
  });
});

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, type RunningTryout, runTryout } from './running-tryout.ts';

let tryout: RunningTryout;
beforeAll(async () => {
  tryout = await runTryout();
});
afterAll(() => tryout.close());

const CHANGING = [
  ['/tryout/messages', { person: 'visitor', text: 'hello' }],
  ['/tryout/actions', { person: 'visitor', message: '1', action: { type: 'Action.Submit' } }],
  ['/tryout/arrivals', { person: 'visitor' }],
  ['/tryout/clock', { now: null }],
  ['/tryout/connector/v3/conversations', { members: [{ id: 'x' }] }],
] as const;

describe('the try-out over HTTP', () => {
  it.each(CHANGING)('refuses %s from a page of another site', async (path, body) => {
    const answer = await post(`${tryout.url}${path}`, body, { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(JSON.stringify(await answer.json())).toContain('takes instructions only from its own page');
    expect(tryout.bot.heard).toEqual([]);
  });

  it.each([...CHANGING.map(([path]) => path), '/', '/tryout/people', '/tryout/events', '/tryout/page/main.js'])(
    'refuses %s under a name that is not this machine’s',
    async (path) => {
      expect(await statusWithHost(path, 'partnership.evil.example')).toBe(403);
    },
  );

  it('refuses what comes through a tunnel', async () => {
    const answer = await fetch(`${tryout.url}/tryout/people`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(answer.status).toBe(403);
  });

  it.each(CHANGING)('refuses %s when it is not sent as JSON, which is all a form can do', async (path, body) => {
    const answer = await fetch(`${tryout.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(415);
  });

  it('refuses what is not JSON at all', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${tryout.url}/tryout/clock`, { method: 'POST', headers, body: '{"now":' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'not_json' });
  });

  it('refuses a body past its limit, announced or not', async () => {
    const long = { person: 'visitor', text: 'x'.repeat(70_000) };
    expect((await post(`${tryout.url}/tryout/messages`, long)).status).toBe(413);
    const stream = new Blob([JSON.stringify(long)]).stream();
    const unannounced = await fetch(`${tryout.url}/tryout/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(unannounced.status).toBe(413);
  });

  it('serves the page with a policy that lets nothing in from elsewhere and nothing be written into it', async () => {
    const policy = (await fetch(`${tryout.url}/`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/tryout/page/main.js', 'text/javascript; charset=utf-8'],
    ['/tryout/page/base.css', 'text/css; charset=utf-8'],
    ['/tryout/page/mark.svg', 'image/svg+xml'],
    ['/tryout/page/adaptivecards.min.js', 'text/javascript; charset=utf-8'],
  ])('serves %s as %s, and says when it has not changed', async (path, type) => {
    const first = await fetch(`${tryout.url}${path}`);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe(type);
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    const again = await fetch(`${tryout.url}${path}`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it.each(['/tryout/page/..%2fguard.ts', '/tryout/page/guard.ts', '/tryout/page/%2e%2e', '/tryout/page/'])(
    'does not serve %s',
    async (path) => {
      expect((await fetch(`${tryout.url}${path}`)).status).toBe(404);
    },
  );
});

function statusWithHost(path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const method = CHANGING.some(([changing]) => changing === path) ? 'POST' : 'GET';
    const asked = request(`${tryout.url}${path}`, { method, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
}

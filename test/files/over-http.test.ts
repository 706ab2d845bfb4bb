import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mountFiles } from '../../src/files/index.ts';
import { close, createHttpServer, listen } from '../../src/server.ts';
import { JO, MADE_AT, openDesk, tokenOf } from './setting.ts';

describe('GET /files/<token>', () => {
  let setting: Awaited<ReturnType<typeof openDesk>>;
  let server: ReturnType<typeof createHttpServer>;
  let url = '';
  const logged: object[] = [];

  beforeEach(async () => {
    logged.length = 0;
    setting = await openDesk();
    server = createHttpServer({ store: setting.store, isReady: () => true });
    mountFiles(server, {
      desk: setting.desk,
      clock: setting.clock,
      log: { error: (details, message) => logged.push({ ...details, message }) },
    });
    url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}/files`;
  });
  afterEach(() => close(server));

  const open = async (what?: string, init?: RequestInit) => fetch(`${url}/${tokenOf(await setting.link(what))}`, init);

  it('gives the file as a download with a safe name, that nothing may keep or guess about', async () => {
    const response = await open();
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('a,b');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="a-list-X-Bad-1.csv"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-bad')).toBeNull();
  });

  it('answers a link that is over, one that never was and a file that is no longer theirs with one page', async () => {
    const lost = tokenOf(await setting.link());
    await setting.become({ ...JO, grants: [] });
    const noLonger = await fetch(`${url}/${lost}`);
    const never = await fetch(`${url}/${'A'.repeat(43)}`);
    setting.setTime(MADE_AT.add({ hours: 1 }));
    const over = await fetch(`${url}/${lost}`);
    const pages = await Promise.all([noLonger, never, over].map(async (page) => [page.status, await page.text()]));
    expect(new Set(pages.map(String)).size).toBe(1);
    expect(pages[0]?.[0]).toBe(404);
    expect(pages[0]?.[1]).toContain('go back to the chat, ask again');
    expect(over.headers.get('cache-control')).toBe('no-store');
  });

  it('makes no file for HEAD, and uses nothing up', async () => {
    const link = `${url}/${tokenOf(await setting.link())}`;
    const head = await fetch(link, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect((await fetch(`${url}/${'A'.repeat(43)}`, { method: 'HEAD' })).status).toBe(404);
    expect(setting.made).toEqual([]);
    expect((await fetch(link)).status).toBe(200);
  });

  it.each([
    ['a browser that prefetches', { 'sec-purpose': 'prefetch;prerender' }],
    ['Slack making a preview', { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }],
    ['Teams making a preview', { 'user-agent': 'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5' }],
  ])('makes no file for %s, and uses nothing up', async (_who, headers) => {
    const link = `${url}/${tokenOf(await setting.link())}`;
    const looked = await fetch(link, { headers });
    expect(await looked.text()).toContain('when the person it is for opens the link');
    expect(setting.made).toEqual([]);
    expect(await setting.audited()).toEqual([]);
    expect(await (await fetch(link)).text()).toBe('a,b');
  });

  it('says kindly that something went wrong, and never logs the address', async () => {
    const token = tokenOf(await setting.link('broken'));
    const response = await fetch(`${url}/${token}`);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('try the link again in a minute');
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain(token);
  });

  it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    expect((await open('all', { method })).status).toBe(405);
  });
});

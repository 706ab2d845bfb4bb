import { describe, expect, it } from 'vitest';
import { JO, MADE_AT, openDesk, tokenOf } from './setting.ts';

describe('A link to a file', () => {
  it('begins with the bot’s own address and cannot be guessed', async () => {
    const { link } = await openDesk();
    const [first, second] = [await link(), await link()];
    expect(first).toMatch(/^https:\/\/bot\.calderbrook\.example\/files\/[A-Za-z0-9_-]{43}$/);
    expect(second).not.toBe(first);
  });

  it('makes the file for its person, with what it was asked for', async () => {
    const { desk, link, made } = await openDesk();
    const file = await desk.fetch(tokenOf(await link('ours')), MADE_AT);
    expect(new TextDecoder().decode(file?.bytes)).toBe('a,b');
    expect(made).toEqual([{ data: { what: 'ours' }, viewer: JO }]);
  });

  it('leaves only the digest of its token in the store, and nothing of the file', async () => {
    const { desk, store, link } = await openDesk();
    const token = tokenOf(await link());
    await desk.fetch(token, MADE_AT);
    const { items } = await store.query({ type: 'file-link' });
    expect(items.map(({ body }) => body)).toEqual([{ v: 1, file: 'test.list', data: { what: 'all' }, person: 'jo' }]);
    const kept = JSON.stringify([items, (await store.query({ type: 'audit' })).items]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain('a,b');
  });

  it('works again within a quarter of an hour, and not after', async () => {
    const { desk, link, setTime } = await openDesk();
    const token = tokenOf(await link());
    const nearly = MADE_AT.add({ minutes: 14, seconds: 59 });
    setTime(nearly);
    expect(await desk.fetch(token, nearly)).toBeDefined();
    expect(await desk.fetch(token, nearly)).toBeDefined();
    const over = MADE_AT.add({ minutes: 15 });
    setTime(over);
    expect(await desk.fetch(token, over)).toBeUndefined();
    expect(await desk.isKnown(token)).toBe(false);
  });

  it('is no use once its person has lost the role, or is gone', async () => {
    const { desk, link, become, forget, made } = await openDesk();
    const token = tokenOf(await link());
    await become({ ...JO, grants: [] });
    expect(await desk.fetch(token, MADE_AT)).toBeUndefined();
    await forget();
    expect(await desk.fetch(token, MADE_AT)).toBeUndefined();
    expect(made).toEqual([]);
  });

  it('has a line in the audit trail each time it is opened, the times it gave nothing included', async () => {
    const { desk, link, become, audited } = await openDesk();
    const token = tokenOf(await link());
    await desk.fetch(token, MADE_AT);
    await become({ ...JO, grants: [] });
    await desk.fetch(token, MADE_AT);
    const lines = await audited();
    expect(lines.map(({ viewer, what, outcome }) => ({ viewer, what, outcome })).toSorted(byOutcome)).toEqual([
      { viewer: 'jo', what: 'file test.list', outcome: 'disclosed' },
      { viewer: 'jo', what: 'file test.list', outcome: 'refused' },
    ]);
  });

  it.each(['', 'x', '../../etc/passwd', 'A'.repeat(43), 'A'.repeat(44), `${'A'.repeat(42)}!`])(
    'that was never made, such as “%s”, gives nothing and writes nothing',
    async (token) => {
      const { desk, audited } = await openDesk();
      expect(await desk.fetch(token, MADE_AT)).toBeUndefined();
      expect(await audited()).toEqual([]);
    },
  );

  it('is refused, with what to do, where nobody has told the bot its own address', async () => {
    const { link } = await openDesk({ publicUrl: undefined });
    await expect(link()).rejects.toMatchObject({ code: 'not_set_up', sentence: expect.stringContaining('PUBLIC_URL') });
  });

  it('is a fault for a file nobody makes', async () => {
    const { desk } = await openDesk();
    const wanted = { file: 'test.nothing', data: {}, viewer: JO.id, now: MADE_AT };
    await expect(desk.links.linkTo(wanted)).rejects.toThrow(RangeError);
  });
});

function byOutcome(a: { readonly outcome?: unknown }, b: { readonly outcome?: unknown }): number {
  return String(a.outcome).localeCompare(String(b.outcome));
}

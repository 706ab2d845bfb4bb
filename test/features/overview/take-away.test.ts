import { strFromU8, unzipSync } from 'fflate';
import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/reply.ts';
import { A_SCHOOL_DAY, type Bot, wordsOf } from '../../harness/bot.ts';
import { HELEN_OVER_ALL, NORTHCLIFFE, OFFICER, PRIYA_NORTH } from '../brokerage/desk.ts';
import { requestOf } from './requests.ts';
import { keep, openTerm, PRIYA, told } from './setting.ts';

function links(answer: Answer): readonly string[] {
  return [...JSON.stringify(answer).matchAll(/"url":"(https:[^"]+)"/g)].map((match) => match[1] ?? '');
}

async function open(bot: Bot, link: string | undefined, at: Temporal.Instant = A_SCHOOL_DAY) {
  return bot.fileDesk.fetch(link?.split('/').at(-1) ?? '', at);
}

/** The rows of the csv, heading first. */
async function csvRows(bot: Bot, nn: string, words: string): Promise<readonly string[]> {
  const [, csv] = links(await bot.say(nn, words));
  const file = await open(bot, csv);
  return new TextDecoder().decode(file?.bytes).trimEnd().split('\r\n');
}

describe('Requests to take away', () => {
  it('come as links to an Excel and a csv file, named for their year and day', async () => {
    const { bot } = await openTerm();
    const answer = await bot.say(HELEN_OVER_ALL, 'export all support requests please');
    const [xlsx, csv] = links(answer);
    expect(wordsOf(answer.here)).toContain('6 requests in the authority, a row for each.');
    expect(xlsx).toMatch(/^https:\/\/bot\.calderbrook\.example\/files\//);
    const [first, second] = [await open(bot, xlsx), await open(bot, csv)];
    expect(first?.name).toBe('support-requests-2026-27-as-at-2026-11-18.xlsx');
    expect(first?.type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(second?.name).toBe('support-requests-2026-27-as-at-2026-11-18.csv');
    const cells = strFromU8(
      unzipSync(first?.bytes ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    expect(cells.match(/<row /g)).toHaveLength(7);
  });

  it('are a heading row and a row for each request, with what it says today', async () => {
    const { bot, active } = await openTerm();
    const [heading, ...rows] = await csvRows(bot, HELEN_OVER_ALL, 'export the support requests');
    expect(heading).toContain('"Request","School","Area","Sent","Where it is"');
    expect(rows).toHaveLength(6);
    const row = rows.find((one) => one.includes(active.ref)) ?? '';
    expect(row).toContain('"School stonepit","North","2026-10-01","Terms are agreed","Mathematics"');
    expect(row).toContain('"2026-10-06","3","Dale School","2026-10-15","10"');
    expect(row).toContain('"800"');
  });

  it('hold only what the person may read', async () => {
    const { bot, toms, tomsWaiting } = await openTerm();
    const rows = await csvRows(bot, PRIYA_NORTH, 'export my support requests to excel');
    expect(rows).toHaveLength(4);
    expect(rows.join()).not.toContain(toms.ref);
    expect(rows.join()).not.toContain(tomsWaiting.ref);
    expect(rows.join()).not.toContain('beckwith');
  });

  it('are made for the person as they are when the link is opened: a role that has ended opens nothing', async () => {
    const { bot } = await openTerm();
    const [xlsx] = links(await bot.say(PRIYA_NORTH, 'export the support requests'));
    const ref = { partition: `person:${PRIYA}`, id: 'person' };
    const found = await bot.store.get(ref);
    await bot.store.commit([{ kind: 'put', ref, type: 'person', body: { ...found?.body, grants: [] }, guard: 'any' }]);
    expect(await open(bot, xlsx)).toBeUndefined();
  });

  it('include what was sent since the link was made, and leave out what is no longer theirs', async () => {
    const { bot, matching } = await openTerm();
    const [, csv] = links(await bot.say(PRIYA_NORTH, 'export the support requests'));
    await keep(bot, { ...requestOf('matching', { school: 'new', owner: 'adviser-south' }), ref: matching.ref });
    const file = await open(bot, csv);
    expect(new TextDecoder().decode(file?.bytes)).not.toContain(matching.ref);
  });

  it('can run nothing: a school or a sentence that begins like a formula is only words', async () => {
    const { bot } = await openTerm();
    const told = { school: 'moorbank', schoolName: '=cmd|x', outcome: '@SUM(1+1)*cmd', owner: PRIYA };
    await keep(bot, requestOf('matching', told));
    const rows = await csvRows(bot, HELEN_OVER_ALL, 'export the support requests');
    const row = rows.find((one) => one.includes('cmd')) ?? '';
    expect(row).toContain(`"'=cmd|x"`);
    expect(row).toContain(`"'@SUM(1+1)*cmd"`);
  });

  it('take in what was sent in an earlier year and is still open, with when it was first picked up', async () => {
    const { bot } = await openTerm();
    const old = requestOf('matching', { school: 'moorbank', sent: '2026-06-01T09:00:00Z', owner: PRIYA });
    await keep(bot, old, { accepted: '2026-06-02T09:00:00Z' });
    const rows = await csvRows(bot, HELEN_OVER_ALL, 'export the support requests');
    expect(rows.find((one) => one.includes(old.ref))).toContain('"2026-06-02","1"');
  });

  it('are of another year when it is named', async () => {
    const { bot } = await openTerm();
    expect(await csvRows(bot, HELEN_OVER_ALL, 'export the support requests of 2025/26')).toHaveLength(1);
  });

  it.each([
    ['a headteacher', NORTHCLIFFE],
    ['the officer', OFFICER],
  ])('are not for %s: a copy of what is held is answered as ever', async (_who, nn) => {
    const { bot } = await openTerm();
    const answer = await bot.say(nn, 'can I have a copy of the data you hold?');
    expect(links(answer)).toEqual([]);
    expect(wordsOf(answer.here)).toContain('A copy of what’s held');
  });

  it('are not what somebody means who asks for what is held about themselves', async () => {
    const { bot } = await openTerm();
    expect(await told(bot, PRIYA_NORTH, 'what data do you hold about me?')).toContain('A copy of what’s held');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { PersonId } from '../../../src/core/ids.ts';
import { personRef } from '../../../src/core/linking.ts';
import { Person } from '../../../src/core/people.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import { A_SCHOOL_DAY, type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import { BECKWITH, HOLLIN_LANE, summaryOf } from '../brokerage/desk.ts';
import { acceptedRequest, agreedRequest, numberShown, replyTo, TERMS } from './work.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

async function fileFor(id: string, ref: string): Promise<string> {
  const make = bot.features.flatMap(({ files }) => files?.['deployments.calendar'] ?? [])[0];
  const found = await bot.store.get(personRef(PersonId.parse(id)));
  const file = await make?.({ request: ref }, Person.parse(found?.body), A_SCHOOL_DAY);
  return new TextDecoder().decode(file?.bytes).replace(/\r\n /g, '');
}

describe('Agreed dates', () => {
  it('are on a card, with a link only its reader can open', async () => {
    const ref = await agreedRequest(bot);
    const { here } = await bot.press(HOLLIN_LANE, 'deployments.calendar', { request: ref });
    expect(wordsOf(here)).toContain('Friday 20 November 2026');
    const url = /https:\/\/bot\.calderbrook\.example\/files\/([A-Za-z0-9_-]+)/.exec(JSON.stringify(here));
    const file = await bot.fileDesk.fetch(url?.[1] ?? '', A_SCHOOL_DAY);
    expect(file?.name).toBe('sr-2026-0001.ics');
    expect(file?.type).toContain('text/calendar');
    expect(new TextDecoder().decode(file?.bytes)).toContain('BEGIN:VCALENDAR');
  });

  it('are the days agreed, the mid-point and the last, with the same names every time', async () => {
    const ref = await agreedRequest(bot);
    const file = await fileFor('head-northcliffe', ref);
    const days = [...file.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, day]) => day);
    expect(days).toEqual(['20261120', '20261211', '20261218', '20270212']);
    const uids = [...file.matchAll(/UID:(\S+)/g)].map(([, uid]) => uid);
    expect(uids).toEqual(
      ['visit-1', 'visit-2', 'midpoint', 'final'].map((key) => `sr-2026-0001.${key}@calderbrook.partnership-bot`),
    );
    expect(file).not.toMatch(/Ruth|Sam|Priya|blending|56%/);
  });

  it('changed by agreeing again, change the same entries', async () => {
    const ref = await agreedRequest(bot);
    const before = await fileFor('adviser-north', ref);
    await replyTo(bot, 'adviser-north', 'deployments.put-terms', { request: ref, ...TERMS, days: '27 November' });
    for (const id of ['head-hollin-lane', 'head-northcliffe']) {
      await replyTo(bot, id, 'deployments.agree', { request: ref, number: await numberShown(bot, id, ref) });
    }
    const after = await fileFor('adviser-north', ref);
    const sequence = (file: string) => Number(/SEQUENCE:(\d+)/.exec(file)?.[1]);
    expect(sequence(after)).toBeGreaterThan(sequence(before));
    expect(after).toContain('UID:sr-2026-0001.visit-1@');
    expect(after).toContain('20261127');
  });

  it('are not there before they are agreed, and not another school’s to have', async () => {
    const accepted = await acceptedRequest(bot);
    const early = await bot.press(HOLLIN_LANE, 'deployments.calendar', { request: accepted });
    expect(summaryOf(early.here)).toContain('No dates are agreed');
    const other = await bot.press(BECKWITH, 'deployments.calendar', { request: accepted });
    expect(summaryOf(other.here)).toBe(NOT_YOURS_TO_KNOW);
    for (const id of ['head-beckwith', 'adviser-south', 'officer']) {
      await expect(fileFor(id, accepted), id).rejects.toBeInstanceOf(Refusal);
    }
  });
});

import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { SupportRequest } from '../../src/features/support/index.ts';
import { openBot, wordsOf } from '../harness/bot.ts';
import { londonMorning } from '../harness/world.ts';

const MOORBANK = '11';
const BECKWITH = '10';

describe.each(['2026-11-18', '2026-09-01', '2026-12-25', '2027-02-28', '2028-02-29', '2027-07-25'])(
  'The demo’s support between schools, first started on %s',
  (day) => {
    const at = londonMorning(day);
    const requests = async () => {
      const bot = await openBot({ at });
      const page = await bot.store.query({ type: 'support-request', limit: 10 });
      return { bot, all: page.items.map(({ body }) => SupportRequest.parse(body)) };
    };

    it('has one piece of work under way, with one visit, more to come and money set aside', async () => {
      const { bot, all } = await requests();
      const active = all.find(({ state }) => state === 'active');
      if (active?.state !== 'active') throw new Error('Nothing is under way');
      expect(active).toMatchObject({ wish: { school: 'moorbank' }, partner: { school: 'stonepit' }, visits: [{}] });
      const today = Temporal.PlainDate.from(day).toString();
      expect(active.startedOn < today).toBe(true);
      expect(active.terms.to > today).toBe(true);
      expect(active.terms.days.filter((one) => one > today).length).toBeGreaterThan(0);
      const history = await bot.store.query({ type: 'support-entry', partition: `request:${active.ref}`, limit: 50 });
      expect(history.items).toHaveLength(active.entries);
      const reminders = await bot.store.query({ type: 'outbox', partition: `request:${active.ref}`, limit: 100 });
      expect(new Set(reminders.items.map(({ body }) => body.to))).toEqual(
        new Set(['alliance-lead', 'head-moorbank', 'adviser-north']),
      );
      const pot = await bot.store.get({ partition: 'pot:schools-causing-concern', id: 'pot' });
      expect(pot?.body.holds).toMatchObject([{ request: active.ref, amount: 60_000, state: 'held' }]);
    });

    it('has one that was closed, whose result anybody may find and no school is named in', async () => {
      const { bot } = await requests();
      const found = wordsOf((await bot.say(BECKWITH, 'What has worked for phonics?')).here);
      expect(found).toContain('56% → 65.2%');
      expect(found).not.toMatch(/Moorbank|Hollin/);
      expect(wordsOf((await bot.say(MOORBANK, 'our requests')).here)).toContain('Closed');
      expect(bot.faults).toEqual([]);
    });
  },
);

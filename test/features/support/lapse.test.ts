import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Routing } from '../../../src/core/partnership-routing.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import { type BothPlatforms, onBothPlatforms } from '../../harness/both-platforms.ts';
import { HELEN_OVER_ALL, NORTHCLIFFE, PHONICS, PRIYA_NORTH } from '../brokerage/desk.ts';

const REF = 'SR-2026-0001';
const DAY_HOURS = 24;

let bot: Bot;
let on: BothPlatforms;
async function begin(routing: object = { lapseWorkingDays: 10 }, who: readonly string[] = ['01', '04', '06']) {
  bot = await openBot({ settings: { routing: Routing.parse(routing) } });
  on = await onBothPlatforms(bot);
  for (const nn of who) await on.teams.say(nn, 'hello');
  await on.teams.press(NORTHCLIFFE, 'support.submit', PHONICS);
  await on.deliver();
}
beforeEach(() => begin());
afterEach(async () => {
  await on.close();
  expect(bot.faults).toEqual([]);
});

/** Day by day, the outbox doing what falls due. */
async function live(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    bot.setTime(bot.now().add({ hours: DAY_HOURS }));
    await on.deliver();
  }
}
const state = async () => (await bot.store.get({ partition: `request:${REF}`, id: 'request' }))?.body.state;
const to = (nn: string) => on.teams.posted.filter(({ conversation }) => conversation === `personal-${nn}`);
const heard = (nn: string) =>
  to(nn)
    .map(({ summary }) => summary ?? '')
    .join('\n');

describe('A request nobody picks up', () => {
  it('lapses only after the authority’s time, with everybody above told of it before', async () => {
    await live(12);
    expect(await state()).toBe('submitted');
    expect(heard(PRIYA_NORTH)).toContain('A reminder: this request is still waiting');
    expect(heard(HELEN_OVER_ALL)).toContain('Nobody has picked this request up in the time promised');
    expect(heard(NORTHCLIFFE)).toContain('It is not lost');
    await live(6);
    expect(await state()).toBe('lapsed');
  });

  it('lapses loudly: the headteacher, those above and those who were asked are told, and whom to ring', async () => {
    await live(20);
    for (const nn of [NORTHCLIFFE, PRIYA_NORTH, HELEN_OVER_ALL]) {
      expect(heard(nn), nn).toMatch(/so it has lapsed|lapsed on/);
    }
    const shown = await bot.press(NORTHCLIFFE, 'support.show', { request: REF });
    expect(wordsOf(shown.here)).toContain('Nobody took it on in time, so it has lapsed');
    expect(wordsOf(shown.here)).toContain('Calderbrook Learning Improvement team on 01632 960010');
    const again = shown.here[0] && JSON.stringify(shown.here[0].card);
    expect(again).toContain('Ask again');
    const form = await bot.press(NORTHCLIFFE, 'support.start-request', {
      focuses: ['phonics'],
      outcome: 'More blending.',
    });
    expect(wordsOf(form.here)).toContain('Ask for support');
  });

  it('leaves no button that would take it on', async () => {
    await live(20);
    const asked = to(PRIYA_NORTH).find(({ change, summary }) => !change && summary?.includes('it has come to you'));
    const last = to(PRIYA_NORTH).findLast(({ id }) => id === asked?.id);
    expect(last?.change).toBe(true);
    expect(JSON.stringify(last?.card)).not.toContain('I’ll take it');
  });

  it('does not lapse while anything happens to it', async () => {
    await live(9);
    await on.teams.press(PRIYA_NORTH, 'brokerage.ask', { request: REF, text: 'How many classes?' });
    await live(9);
    expect(await state()).toBe('acknowledged');
    await live(12);
    expect(await state()).toBe('lapsed');
  });

  it('never lapses once somebody has it', async () => {
    await on.teams.press(PRIYA_NORTH, 'brokerage.accept', { request: REF });
    await live(40);
    expect(await state()).toBe('assigned');
  });

  it('lapses once, however many bots and however often it is looked at', async () => {
    await live(40);
    const entries = await bot.store.query({ type: 'support-entry', partition: `request:${REF}` });
    expect(entries.items.filter(({ body }) => body.did === 'lapse')).toHaveLength(1);
  });
});

describe('A request nobody above could be told about', () => {
  it('does not lapse, however long it takes, until somebody was', async () => {
    await on.close();
    await begin({ lapseWorkingDays: 10 }, ['01', '04']);
    await live(40);
    expect(await state()).toBe('submitted');
    await on.teams.say(HELEN_OVER_ALL, 'hello');
    await live(14);
    expect(await state()).toBe('lapsed');
  });
});

describe('An authority that lets nothing lapse', () => {
  it('keeps every request open', async () => {
    await on.close();
    await begin({ lapseWorkingDays: null });
    await live(60);
    expect(await state()).toBe('submitted');
    expect(Temporal.Instant.compare(bot.now(), Temporal.Instant.from('2027-01-01T00:00:00Z'))).toBe(1);
  });
});

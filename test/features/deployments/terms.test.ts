import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import {
  BECKWITH,
  CHAIR_OF_NORTHCLIFFE,
  HELEN_OVER_ALL,
  HOLLIN_LANE,
  NORTHCLIFFE,
  PRIYA_NORTH,
  summaryOf,
  TOM_SOUTH,
  wouldBeTold,
} from '../brokerage/desk.ts';
import { acceptedRequest, agreedRequest, holdsOfPot, numberShown, TERMS } from './work.ts';

let bot: Bot;
let ref: string;
beforeEach(async () => {
  bot = await openBot();
  ref = await acceptedRequest(bot);
});

const press = async (nn: string, verb: string, more = {}) =>
  summaryOf((await bot.press(nn, verb, { request: ref, ...more })).here);
const put = async (changes = {}) => press(PRIYA_NORTH, 'deployments.put-terms', { ...TERMS, ...changes });
const toldOf = async (id: string) =>
  (await wouldBeTold(bot, ref)).filter(({ to }) => to === id).map(({ words }) => words);
const pot = async () => holdsOfPot(bot, ref);

describe('Terms', () => {
  it('start from what was asked for and what the partner said yes to', async () => {
    const { here } = await bot.press(PRIYA_NORTH, 'deployments.terms-form', { request: ref });
    const words = JSON.stringify(here);
    for (const filled of ['More of our Year 1s blending', '2027-01-04', 'said yes to 4 half-days', '£247,400 left']) {
      expect(words).toContain(filled);
    }
  });

  it('are put to both headteachers, each with a card to agree on or ask about', async () => {
    expect(await put()).toContain('Put to both headteachers');
    for (const id of ['head-northcliffe', 'head-hollin-lane']) {
      const [card] = (await toldOf(id)).filter((words) => words.includes('Here are the terms'));
      for (const said of ['56%', '68%', '£800', 'Friday 20 November 2026', 'Agree to these terms', 'Ask about them']) {
        expect(card, id).toContain(said);
      }
    }
    expect(await pot()).toMatchObject([{ request: ref, amount: 80000, state: 'held' }]);
  });

  it('are agreed in either order, and everybody hears of it', async () => {
    await put();
    const number = await numberShown(bot, 'head-northcliffe', ref);
    expect(await press(HOLLIN_LANE, 'deployments.agree', { number })).toContain(
      'when the other headteacher has agreed',
    );
    expect(await press(HOLLIN_LANE, 'deployments.agree', { number })).toContain('has agreed to these already');
    expect(await press(NORTHCLIFFE, 'deployments.agree', { number })).toContain('Both headteachers have agreed');
    const heard = (await toldOf('adviser-north')).join('\n');
    expect(heard).toContain('Sam Idowu agreed to the terms');
    expect(heard).toContain('Ruth Ellison agreed to the terms');
    expect(await press(PRIYA_NORTH, 'support.show')).toContain('Terms are agreed');
  });

  it('that changed are asked about afresh; the old card says so and does nothing', async () => {
    await put();
    const old = await numberShown(bot, 'head-northcliffe', ref);
    await press(NORTHCLIFFE, 'deployments.agree', { number: old });
    await put({ cost: '600' });
    expect(await press(HOLLIN_LANE, 'deployments.agree', { number: old })).toContain('changed since that card');
    expect(await press(PRIYA_NORTH, 'deployments.terms')).toContain('Northcliffe Primary School has not agreed yet');
    expect(await pot()).toMatchObject([{ amount: 60000 }]);
  });

  it('may be asked about; the adviser answers, and both headteachers hear it', async () => {
    await put();
    expect(await press(HOLLIN_LANE, 'deployments.start-question')).toContain('Ask about the terms');
    expect(await press(HOLLIN_LANE, 'deployments.question', { text: 'Who covers supply?' })).toContain('Sent');
    expect((await toldOf('adviser-north')).join()).toContain('Who covers supply?');
    expect(await press(PRIYA_NORTH, 'deployments.start-answer')).toContain('Sam Idowu asks: “Who covers supply?”');
    await press(PRIYA_NORTH, 'deployments.answer', { text: 'We do.' });
    for (const id of ['head-northcliffe', 'head-hollin-lane']) expect((await toldOf(id)).join()).toContain('We do.');
    expect(await press(PRIYA_NORTH, 'deployments.start-answer')).toContain('No question about the terms is waiting');
  });

  it.each([
    ['a focus nobody knows', { focus: 'alchemy' }, 'choose what the work is about'],
    ['no measure', { measure: ' ' }, 'what it will be measured by'],
    ['no baseline', { baseline: '' }, 'where that stands today'],
    ['no target', { target: '' }, 'where it should get to'],
    ['half a half-day', { halfDays: '1.5' }, 'whole number'],
    ['more than was promised', { halfDays: '5' }, 'said yes to 4 half-days'],
    ['an end before the beginning', { to: '2026-11-01' }, 'last day is before the first'],
    ['days gone by', { from: '2026-01-01', to: '2026-02-01', days: '' }, 'have passed'],
    ['a day outside', { days: '1 May 2027' }, 'between the first day and the last'],
    ['a day nobody can read', { days: 'every other Tuesday' }, 'can’t read “every other Tuesday”'],
    ['no lead', { leadPartner: '' }, 'who leads it'],
    ['a cost in words', { cost: 'about 400' }, 'in pounds'],
    ['nobody to pay', { whoPays: '' }, 'who pays'],
    ['a pot there is none of', { pot: 'petty-cash' }, 'one of the pots'],
    ['more than is left', { cost: '247,400.01' }, 'Only £247,400 is left'],
  ])(
    'with %s are shown again with what was written, and nothing is put or set aside',
    async (_what, changes, sentence) => {
      const { here } = await bot.press(PRIYA_NORTH, 'deployments.put-terms', { request: ref, ...TERMS, ...changes });
      expect(summaryOf(here)).toContain(sentence);
      expect(JSON.stringify(here)).toContain('More of our Year 1s blending');
      expect(await pot()).toEqual([]);
      expect(await press(NORTHCLIFFE, 'deployments.terms')).toContain('No terms have been put');
      expect(bot.faults).toEqual([]);
    },
  );

  it.each(['A pupil called Jayden Brown hits others.', 'Her capability procedure starts on Monday.'])(
    'never keep “%s”',
    async (outcome) => {
      const { here } = await bot.press(PRIYA_NORTH, 'deployments.put-terms', { request: ref, ...TERMS, outcome });
      expect(summaryOf(here)).toContain('I haven’t kept what you wrote');
      expect(JSON.stringify(here)).not.toContain(outcome);
    },
  );

  it('without cost need nobody to pay', async () => {
    expect(await put({ cost: '', whoPays: '', pot: 'none', days: '' })).toContain('Put to both headteachers');
    expect(wordsOf((await bot.press(NORTHCLIFFE, 'deployments.terms', { request: ref })).here)).toContain('Nothing');
    expect(await pot()).toEqual([]);
  });

  it('are the owner’s to put, the headteachers’ to agree, and nobody else’s', async () => {
    for (const nn of [NORTHCLIFFE, HOLLIN_LANE, HELEN_OVER_ALL]) {
      expect(await press(nn, 'deployments.put-terms', TERMS), nn).toContain('Only the adviser who has this request');
    }
    await put();
    const number = await numberShown(bot, 'head-northcliffe', ref);
    for (const nn of [PRIYA_NORTH, HELEN_OVER_ALL]) {
      expect(await press(nn, 'deployments.agree', { number }), nn).toContain(
        'Only the headteachers of the two schools',
      );
    }
    for (const nn of [TOM_SOUTH, BECKWITH, CHAIR_OF_NORTHCLIFFE]) {
      for (const verb of ['deployments.agree', 'deployments.terms', 'deployments.terms-form', 'deployments.calendar']) {
        const data = verb.endsWith('agree') ? { number } : {};
        expect(await press(nn, verb, data), `${nn} ${verb}`).toBe(NOT_YOURS_TO_KNOW);
      }
    }
  });

  it('say what is left in a pot to the adviser alone', async () => {
    await put();
    for (const nn of [NORTHCLIFFE, HOLLIN_LANE]) {
      const { here } = await bot.press(nn, 'deployments.terms', { request: ref });
      expect(JSON.stringify(here)).not.toMatch(/24[678],\d00| left/);
    }
  });

  it('name the pot to the adviser alone: what it is for can tell the partner how the school stands', async () => {
    await put();
    const terms = async (nn: string) => wordsOf((await bot.press(nn, 'deployments.terms', { request: ref })).here);
    expect(await terms(PRIYA_NORTH)).toContain('schools causing concern');
    for (const nn of [NORTHCLIFFE, HOLLIN_LANE]) expect(await terms(nn)).not.toMatch(/causing concern|Paid from/);
  });

  it('give the money back when the request is withdrawn, or the schools part', async () => {
    await put();
    expect(await press(PRIYA_NORTH, 'deployments.part', { text: 'Their lead is ill.' })).toContain('another partner');
    expect(await pot()).toEqual([]);
    expect(await press(PRIYA_NORTH, 'support.show')).toContain('A partner is being looked for');
    expect(await press(HOLLIN_LANE, 'support.show')).toBe(NOT_YOURS_TO_KNOW);

    bot = await openBot();
    ref = await agreedRequest(bot);
    expect(await pot()).toHaveLength(1);
    await press(NORTHCLIFFE, 'support.withdraw', { text: 'We have found our own way.' });
    expect(await pot()).toEqual([]);
  });
});

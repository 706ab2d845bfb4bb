import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { daysInWords, joined } from '../../../src/features/brokerage/absence/days-in-words.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import { HELEN_OVER_ALL, NORTHCLIFFE, PHONICS, PRIYA_NORTH, sendRequest, TOM_SOUTH, wouldBeTold } from './desk.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

const say = async (nn: string, text: string) => wordsOf((await bot.say(nn, text)).here);
const press = async (nn: string, verb: string, data = {}) => wordsOf((await bot.press(nn, verb, data)).here);
const DECEMBER = { from: '2026-12-03', to: '2026-12-14' };
const inDecember = Temporal.Instant.from('2026-12-07T10:00:00Z');

describe('An adviser who will be away', () => {
  it('says so in words: the card shows the days and who is asked meanwhile, and nothing changes yet', async () => {
    const answer = await bot.say(PRIYA_NORTH, 'I’m away from 3 to 14 December');
    expect(JSON.stringify(answer.here)).toContain('"value":"2026-12-03"');
    expect(JSON.stringify(answer.here)).toContain('"value":"2026-12-14"');
    expect(wordsOf(answer.here)).toContain('of your schools go to Helen Marsh, because');
    expect(wordsOf(answer.here)).toContain('the school’s own adviser is away');
    bot.setTime(inDecember);
    expect(await press(NORTHCLIFFE, 'support.start-request', {})).toContain('Priya Nair');
  });

  it('is not asked on those days; the headteacher and the card say why somebody else is', async () => {
    expect(await press(PRIYA_NORTH, 'brokerage.set-away', DECEMBER)).toContain('away from 3 to 14 December 2026');
    bot.setTime(inDecember);
    expect(await press(NORTHCLIFFE, 'support.start-request', {})).toContain('Helen Marsh, because');
    const sent = await press(NORTHCLIFFE, 'support.submit', PHONICS);
    expect(sent).toContain('It is with Helen Marsh');
    expect(sent).toContain('the school’s own adviser is away');
    const told = await wouldBeTold(bot, 'SR-2026-0001', inDecember);
    expect(told.map(({ to }) => to)).toEqual(['head-of-service']);
    expect(told[0]?.words).toContain('the school’s own adviser is away');
  });

  it('is asked before and after them as ever', async () => {
    await press(PRIYA_NORTH, 'brokerage.set-away', DECEMBER);
    expect(await press(NORTHCLIFFE, 'support.start-request', {})).toContain('Priya Nair');
    bot.setTime(Temporal.Instant.from('2026-12-15T10:00:00Z'));
    expect(await press(NORTHCLIFFE, 'support.start-request', {})).toContain('Priya Nair');
  });

  it('sees who covers, and takes it back when plans change', async () => {
    await press(PRIYA_NORTH, 'brokerage.set-away', DECEMBER);
    const cover = await say(PRIYA_NORTH, 'Who covers for me?');
    expect(cover).toContain('You are away from 3 to 14 December 2026.');
    expect(cover).toContain('I’m not away from 3 to 14 December 2026');
    expect(await press(PRIYA_NORTH, 'brokerage.back', DECEMBER)).toContain('you are not away');
    expect(await press(PRIYA_NORTH, 'brokerage.back', DECEMBER)).toContain('not down as away then');
    expect((await bot.store.query({ type: 'absence' })).items).toEqual([]);
  });

  it('may say several times away; those that meet are one', async () => {
    await press(PRIYA_NORTH, 'brokerage.set-away', { from: '2027-01-11', to: '2027-01-12' });
    await press(PRIYA_NORTH, 'brokerage.set-away', DECEMBER);
    await press(PRIYA_NORTH, 'brokerage.set-away', { from: '2026-12-14', to: '2026-12-18' });
    expect(await say(PRIYA_NORTH, 'when am I away?')).toContain(
      'You are away from 3 to 18 December 2026 and from 11 to 12 January 2027.',
    );
  });

  it('is forgotten by itself after it is over', async () => {
    await press(PRIYA_NORTH, 'brokerage.set-away', DECEMBER);
    bot.setTime(Temporal.Instant.from('2027-02-01T10:00:00Z'));
    expect((await bot.store.query({ type: 'absence' })).items).toEqual([]);
  });

  it('is shown as away where a colleague could be passed a request', async () => {
    await press(TOM_SOUTH, 'brokerage.set-away', { from: '2026-11-16', to: '2026-11-20' });
    const ref = await sendRequest(bot);
    expect(await press(PRIYA_NORTH, 'brokerage.start-reassign', { request: ref })).toContain(
      'Tom Akande, School Improvement Adviser, South (away until 20 November 2026)',
    );
  });

  it.each([
    [{ from: '2026-12-14', to: '2026-12-03' }, 'before the first'],
    [{ from: '2026-11-02', to: '2026-11-06' }, 'have passed'],
    [{ from: '2026-12-01', to: '2028-12-01' }, 'more than a year ahead'],
    [{ from: '', to: '' }, 'first and the last day'],
    [{ from: 'soon', to: 'later' }, 'first and the last day'],
  ])('is asked again when the days are %j', async (days, problem) => {
    expect(await press(PRIYA_NORTH, 'brokerage.set-away', days)).toContain(problem);
    expect((await bot.store.query({ type: 'absence' })).items).toEqual([]);
  });
});

describe('Everybody away at once', () => {
  it('leaves the request with somebody all the same', async () => {
    const now = { from: '2026-11-16', to: '2026-11-20' };
    await press(PRIYA_NORTH, 'brokerage.set-away', now);
    await press(HELEN_OVER_ALL, 'brokerage.set-away', now);
    const sent = await press(NORTHCLIFFE, 'support.submit', PHONICS);
    expect(sent).toContain('Priya Nair');
    expect(sent).toContain('please ring if it cannot wait');
  });
});

describe('Words about being away', () => {
  it.each([
    'I’m away from 3 to 14 December',
    'im away 3 to 14 December',
    'I am on leave between 3 and 14 December.',
    'I will be off from 3 December until 14 December',
    'I’ll be out of the office from 3 to 14 December',
    'I’m away from the 3rd to the 14th of December',
    'I’m away 3-14 Dec',
  ])('“%s” show the card with those days', async (words) => {
    const shown = JSON.stringify((await bot.say(PRIYA_NORTH, words)).here);
    expect(shown).toContain('When are you away?');
    expect(shown).toContain('2026-12-03');
    expect(shown).toContain('2026-12-14');
  });

  it('without a day ask for the days', async () => {
    expect(await say(PRIYA_NORTH, 'I’m away')).toContain('When are you away?');
  });

  it.each([
    'I’m away next week, who has Northcliffe’s request?',
    'I’m away from my desk, what category is Hollin Lane?',
  ])('“%s” are a question, and answered as one', async (words) => {
    expect(await say(PRIYA_NORTH, words)).not.toContain('When are you away?');
  });

  it('from a headteacher arrange nothing', async () => {
    expect(await say(NORTHCLIFFE, 'I’m away from 3 to 14 December')).not.toContain('When are you away?');
    expect(await press(NORTHCLIFFE, 'brokerage.set-away', DECEMBER)).toContain('nothing to arrange here');
    expect(await press('99', 'brokerage.set-away', DECEMBER)).not.toContain('Noted');
    expect((await bot.store.query({ type: 'absence' })).items).toEqual([]);
  });
});

describe('Days away', () => {
  it.each([
    [{ from: '2026-12-03', to: '2026-12-03' }, 'on 3 December 2026'],
    [DECEMBER, 'from 3 to 14 December 2026'],
    [{ from: '2026-11-30', to: '2026-12-04' }, 'from 30 November to 4 December 2026'],
    [{ from: '2026-12-30', to: '2027-01-04' }, 'from 30 December 2026 to 4 January 2027'],
  ])('are said shortly: %j', (days, words) => {
    expect(daysInWords(days)).toBe(words);
  });
  it('within others are part of them', () => {
    expect(joined([DECEMBER, { from: '2026-12-05', to: '2026-12-06' }])).toEqual([DECEMBER]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import {
  BECKWITH,
  HELEN_OVER_ALL,
  HOLLIN_LANE,
  NORTHCLIFFE,
  PRIYA_NORTH,
  summaryOf,
  TOM_SOUTH,
  wouldBeTold,
} from '../brokerage/desk.ts';
import { agreedRequest, evaluatedWork, holdsOfPot, IMPACT, VISIT, workUnderWay } from './work.ts';

let bot: Bot;
let ref: string;
beforeEach(async () => {
  bot = await openBot();
});

const press = async (nn: string, verb: string, more = {}) =>
  summaryOf((await bot.press(nn, verb, { request: ref, ...more })).here);
const toldOf = async (id: string) =>
  (await wouldBeTold(bot, ref)).filter(({ to }) => to === id).map(({ words }) => words);
const stored = async () => (await bot.store.get({ partition: `request:${ref}`, id: 'request' }))?.body ?? {};

describe('A record of a visit', () => {
  beforeEach(async () => {
    ref = await agreedRequest(bot);
  });

  it('begins the work, takes from the agreed half-days and is told to everybody', async () => {
    expect(await press(HOLLIN_LANE, 'deployments.visit', VISIT)).toContain('1 of 4 half-days so far');
    expect(await stored()).toMatchObject({ state: 'active', startedOn: '2026-11-18' });
    for (const id of ['head-northcliffe', 'adviser-north']) {
      expect((await toldOf(id)).join('\n'), id).toContain('Sam Idowu recorded a visit: “Watched two phonics sessions');
    }
  });

  it('is counted once, however often its card is sent', async () => {
    await press(HOLLIN_LANE, 'deployments.visit', VISIT);
    await Promise.all([press(HOLLIN_LANE, 'deployments.visit', VISIT), press(HOLLIN_LANE, 'deployments.visit', VISIT)]);
    expect(await press(HOLLIN_LANE, 'deployments.visit', VISIT)).toContain('recorded already');
    expect((await stored()).visits).toHaveLength(1);
  });

  it('of a day that has one already is asked about before it is another', async () => {
    await press(HOLLIN_LANE, 'deployments.visit', VISIT);
    const again = { ...VISIT, form: 'visit-2' };
    expect(await press(PRIYA_NORTH, 'deployments.visit', again)).toContain('Sam Idowu has recorded a visit on 18');
    expect((await stored()).visits).toHaveLength(1);
    expect(await press(PRIYA_NORTH, 'deployments.visit', { ...again, asWell: true })).toContain('2 of 4');
  });

  it('beyond what was agreed is the adviser’s to say, and said so', async () => {
    const many = { ...VISIT, halfDays: '5' };
    expect(await press(HOLLIN_LANE, 'deployments.visit', many)).toContain('Only Priya Nair can record more');
    expect(await press(HOLLIN_LANE, 'deployments.visit', { ...many, beyond: 'true' })).toContain('Only Priya Nair');
    expect(await press(PRIYA_NORTH, 'deployments.visit', { ...many, beyond: 'true' })).toContain('1 more than the 4');
  });

  it.each([
    ['a day to come', { date: '2026-11-19' }, 'has not come yet'],
    ['a day before the two schools came together', { date: '2026-11-17' }, 'before the two schools came together'],
    ['no day', { date: '' }, 'Please give the day'],
    ['no half-days', { halfDays: 'NaN' }, 'whole number'],
    ['no words', { did: ' ' }, 'in a sentence what was done'],
    ['words about a child', { did: 'A pupil told us her stepdad hits her.' }, 'I haven’t kept'],
  ])('with %s is not kept, and its words are shown again if they may be', async (_what, changes, sentence) => {
    expect(await press(HOLLIN_LANE, 'deployments.visit', { ...VISIT, ...changes })).toContain(sentence);
    expect(await stored()).toMatchObject({ state: 'terms_agreed' });
    expect(bot.faults).toEqual([]);
  });

  it('is for the school that helps and the adviser', async () => {
    expect(await press(NORTHCLIFFE, 'deployments.visit', VISIT)).toContain(
      'Only the headteacher of the school that helps',
    );
    for (const nn of [BECKWITH, TOM_SOUTH]) {
      expect(await press(nn, 'deployments.visit', VISIT)).toBe(NOT_YOURS_TO_KNOW);
      expect(await press(nn, 'deployments.visit-form')).toBe(NOT_YOURS_TO_KNOW);
    }
  });

  it('is not needed to begin: the adviser may', async () => {
    expect(await press(NORTHCLIFFE, 'deployments.begin')).toContain('Only the adviser');
    expect(await press(PRIYA_NORTH, 'deployments.begin')).toContain('It is under way');
    expect(await press(PRIYA_NORTH, 'deployments.begin')).toContain('Nothing has changed');
  });
});

describe('The reviews', () => {
  beforeEach(async () => {
    ref = await workUnderWay(bot);
  });

  const midpoint = { working: 'partly', appropriate: 'yes', text: 'Two more sessions for the teaching assistants.' };

  it('half way ask whether it works, is right, and what next; everybody hears', async () => {
    expect(await press(NORTHCLIFFE, 'deployments.midpoint-form')).toContain('is it working');
    for (const missing of [{ working: 'maybe' }, { appropriate: '' }, { text: '' }]) {
      expect(await press(NORTHCLIFFE, 'deployments.midpoint', { ...midpoint, ...missing })).toContain(
        'Nothing has changed',
      );
    }
    expect(await press(HOLLIN_LANE, 'deployments.midpoint', midpoint)).toContain('Only the headteacher who asked');
    expect(await press(NORTHCLIFFE, 'deployments.midpoint', midpoint)).toContain('Thank you');
    expect((await toldOf('head-hollin-lane')).join('\n')).toContain('Two more sessions for the teaching assistants.');
    expect(await press(PRIYA_NORTH, 'deployments.midpoint', midpoint)).toContain('Nothing has changed just now');
  });

  it('at the end are the headteacher’s of the school that was helped, and are read by who helped', async () => {
    const review = { text: 'It helped us a good deal.' };
    for (const nn of [HOLLIN_LANE, PRIYA_NORTH, HELEN_OVER_ALL]) {
      expect(await press(nn, 'deployments.final', review)).toContain('Only the headteacher of the school that asked');
    }
    expect(await press(NORTHCLIFFE, 'deployments.start-final')).toContain('The final review of');
    expect(await press(NORTHCLIFFE, 'deployments.final', review)).toContain('One thing is left');
    expect((await toldOf('head-hollin-lane')).join('\n')).toContain('It helped us a good deal.');
  });

  it('end with what changed, from where to where, and how it is known', async () => {
    await press(NORTHCLIFFE, 'deployments.final', { text: 'It helped.' });
    for (const [missing, sentence] of [
      [{ result: '' }, 'where it stands now'],
      [{ source: '' }, 'how that is known'],
      [{ baseline: '' }, 'where it stood'],
      [{ recommend: '' }, 'would recommend'],
      [{ result: '65% at Northcliffe' }, 'leave the names of schools out'],
      [{ source: 'A pupil called Jayden Brown told us.' }, 'I haven’t kept'],
    ] as const) {
      expect(await press(NORTHCLIFFE, 'deployments.impact', { ...IMPACT, ...missing })).toContain(sentence);
    }
    expect(await stored()).toMatchObject({ state: 'completed' });
    expect(await press(NORTHCLIFFE, 'deployments.impact', IMPACT)).toContain('the adviser is asked to close it');
    const { here } = await bot.press(HOLLIN_LANE, 'support.show', { request: ref });
    expect(wordsOf(here)).toContain('56% → 65.2%');
  });
});

describe('Closing', () => {
  it('spends what was really paid and given, and the rest goes back', async () => {
    ref = await evaluatedWork(bot);
    expect(await press(PRIYA_NORTH, 'deployments.close-form')).toContain('Close SR-');
    expect(await press(PRIYA_NORTH, 'deployments.close')).toContain('up to what was agreed');
    expect(await press(PRIYA_NORTH, 'deployments.close', { spent: '801' })).toContain('up to what was agreed');
    expect(await press(PRIYA_NORTH, 'deployments.close', { spent: 'lots' })).toContain('in pounds');
    expect(await press(NORTHCLIFFE, 'deployments.close', { spent: '750' })).toContain('Only the adviser');
    expect(await press(HELEN_OVER_ALL, 'deployments.close', { spent: '750' })).toContain('It is closed');
    expect(await holdsOfPot(bot, ref)).toMatchObject([{ request: ref, amount: 75000, state: 'spent' }]);
    expect(await press(PRIYA_NORTH, 'deployments.close', { spent: '0' })).toContain('was closed on 18 November 2026');
  });

  it('without its reviews needs a reason, which both headteachers hear', async () => {
    ref = await workUnderWay(bot);
    expect(await press(PRIYA_NORTH, 'deployments.stop-form')).toContain('Close without its reviews');
    expect(await press(PRIYA_NORTH, 'deployments.stop', { text: ' ', spent: '0' })).toContain('in a sentence or two');
    await press(PRIYA_NORTH, 'deployments.stop', { text: 'The schools agreed to end it early.', spent: '200' });
    for (const id of ['head-northcliffe', 'head-hollin-lane']) {
      expect((await toldOf(id)).join('\n')).toContain('The schools agreed to end it early.');
    }
    expect(await press(NORTHCLIFFE, 'support.show')).toContain('Closed');
  });
});

describe('What has worked', () => {
  const ask = async (nn: string, text: string) => wordsOf((await bot.say(nn, text)).here);

  it('is found in words, by anybody, and names no school', async () => {
    ref = await evaluatedWork(bot);
    const said = await ask(BECKWITH, 'What has worked for phonics?');
    for (const words of ['56% → 65.2%', 'Phonics screening check, June 2027', 'would recommend', 'Priya Nair']) {
      expect(said).toContain(words);
    }
    expect(said).not.toMatch(/Northcliffe|Hollin|Ruth|Sam|SR-/);
    expect(await ask(BECKWITH, 'what’s worked with attendance?')).toContain(
      'Nobody has shared anything about that yet',
    );
  });

  it('is only what its headteacher said may be shared', async () => {
    ref = await evaluatedWork(bot, { shareable: 'false', result: '99.9% at Northcliffe' });
    expect(await ask(BECKWITH, 'what has worked for phonics?')).not.toContain('99.9%');
  });
});

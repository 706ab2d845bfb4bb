import { beforeEach, describe, expect, it } from 'vitest';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import { BECKWITH, HOLLIN_LANE, NORTHCLIFFE, PRIYA_NORTH, STONEPIT, TOM_SOUTH, UNLINKED } from '../brokerage/desk.ts';
import { agreedRequest, evaluatedWork, replyTo, workUnderWay } from './work.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});
const said = async (nn: string, text: string) => wordsOf((await bot.say(nn, text)).here);
const LATER = 'I can’t do that here yet';

describe('“Record a visit”', () => {
  it('shows the form of the one piece of work it fits, with the day and half-days that were said', async () => {
    const ref = await agreedRequest(bot);
    const { here } = await bot.say(HOLLIN_LANE, 'record a visit to Northcliffe today, 2 half days');
    expect(wordsOf(here)).toContain(`Record a visit for ${ref}`);
    expect(JSON.stringify(here)).toContain('"value":"2026-11-18"');
    expect(JSON.stringify(here)).toContain('"value":2');
  });

  it('asks the adviser, who visits of their own accord too, which they mean', async () => {
    const ref = await agreedRequest(bot);
    const words = await said(PRIYA_NORTH, 'log a visit to Northcliffe, half a day today');
    expect(words).toContain('Which do you mean?');
    expect(words).toContain(ref);
    expect(words).toContain('A visit of my own as an adviser');
  });

  it('asks nobody about work that it does not fit', async () => {
    await agreedRequest(bot);
    expect(await said(PRIYA_NORTH, 'log visit: Thornbeck, today, half day, focus writing')).toContain(LATER);
    expect(await said(TOM_SOUTH, 'record a visit to Elmfield today')).toContain(LATER);
    expect(await said(BECKWITH, 'record a visit to Northcliffe today')).toContain(LATER);
  });

  it('asks which, of several', async () => {
    await agreedRequest(bot);
    expect(await said(STONEPIT, 'record a visit')).toContain('Record a visit for SR-2026-0901');
    const words = await said(PRIYA_NORTH, 'record a visit');
    expect(words).toContain('SR-2026-0001');
    expect(words).toContain('SR-2026-0901');
  });

  it('tells somebody it does not know nothing', async () => {
    const ref = await agreedRequest(bot);
    const words = await said(UNLINKED, `record a visit for ${ref}`);
    expect(words).not.toMatch(/Northcliffe|Hollin/);
  });
});

describe('“Record impact”', () => {
  it('is the mid-point’s, the final review’s or the result’s, by how far the work has come', async () => {
    const ref = await workUnderWay(bot);
    const head = (verb: string, data = {}) => replyTo(bot, 'head-northcliffe', verb, { request: ref, ...data });
    expect(await said(NORTHCLIFFE, 'record impact: mid point review of the phonics support')).toContain('Half way');
    expect(await said(NORTHCLIFFE, 'the phonics support has finished, record the impact')).toContain(
      'The final review',
    );
    await head('deployments.final', { text: 'It helped.' });
    expect(await said(NORTHCLIFFE, 'record the impact of the phonics support')).toContain('What changed');
  });

  it('is the close, for the adviser once everything is in', async () => {
    const ref = await evaluatedWork(bot);
    expect(await said(PRIYA_NORTH, `record the impact of request ${ref} and close it`)).toContain(`Close ${ref}`);
  });
});

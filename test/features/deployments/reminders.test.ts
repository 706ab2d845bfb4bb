import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bot, openBot } from '../../harness/bot.ts';
import { endRoles, PRIYA_NORTH, wouldBeTold } from '../brokerage/desk.ts';
import { acceptedRequest, agreedRequest, IMPACT, replyTo, TERMS, VISIT, workUnderWay } from './work.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

const at = (day: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime('Europe/London').add({ hours: 12 }).toInstant();

/** Who would be told something by that day that has these words in it. */
async function toldBy(ref: string, day: string, words: string): Promise<readonly string[]> {
  const told = await wouldBeTold(bot, ref, at(day));
  return [...new Set(told.filter((one) => one.words.includes(words)).map(({ to }) => to))].toSorted();
}

const as = (id: string, ref: string, verb: string, data = {}, day?: string) =>
  replyTo(bot, id, verb, { request: ref, ...data }, day === undefined ? undefined : at(day));

describe('Nobody waits unseen', () => {
  it('for terms: the adviser is reminded twice, then the head of service hears', async () => {
    const ref = await acceptedRequest(bot);
    expect(await toldBy(ref, '2026-11-24', 'no terms have been put yet')).toEqual([]);
    expect(await toldBy(ref, '2026-11-25', 'no terms have been put yet')).toEqual(['adviser-north']);
    expect(await toldBy(ref, '2026-12-02', 'Another reminder')).toEqual(['adviser-north']);
    expect(await toldBy(ref, '2026-12-09', 'Priya Nair has been reminded twice')).toEqual(['head-of-service']);
  });

  it('for a headteacher’s answer: they are reminded twice, then the adviser hears; who has agreed is left in peace', async () => {
    const ref = await acceptedRequest(bot);
    await as('adviser-north', ref, 'deployments.put-terms', TERMS);
    const { data } = await as('head-northcliffe', ref, 'deployments.terms');
    const number = Number(/"number":(\d+)/.exec(JSON.stringify(data))?.[1]);
    await as('head-northcliffe', ref, 'deployments.agree', { number });
    expect(await toldBy(ref, '2026-11-25', 'These terms are waiting for your school')).toEqual(['head-hollin-lane']);
    expect(await toldBy(ref, '2026-12-09', 'Hollin Lane Primary School has been reminded twice')).toEqual([
      'adviser-north',
    ]);
    expect(await toldBy(ref, '2026-12-09', 'no terms have been put')).toEqual([]);
  });

  it('for a record of a visit: within the authority’s days of each agreed day, and not once it is there', async () => {
    const ref = await agreedRequest(bot);
    const missing = 'A visit was agreed for Friday 20 November 2026';
    expect(await toldBy(ref, '2026-11-26', missing)).toEqual([]);
    expect(await toldBy(ref, '2026-11-27', missing)).toEqual(['head-hollin-lane']);
    expect(await toldBy(ref, '2026-12-11', 'a visit is not recorded')).toEqual(['adviser-north']);
    await as('head-hollin-lane', ref, 'deployments.visit', VISIT);
    expect(await toldBy(ref, '2026-12-11', missing)).toEqual([]);
    expect(await toldBy(ref, '2026-12-18', 'A visit was agreed for Friday 11 December 2026')).toEqual([
      'head-hollin-lane',
    ]);
  });

  it('for a beginning, the mid-point, the final review, the result and the close', async () => {
    const waiting = await agreedRequest(bot);
    expect(await toldBy(waiting, '2026-11-19', 'the first day is here')).toEqual(['adviser-north']);

    bot = await openBot();
    const ref = await workUnderWay(bot);
    expect(await toldBy(ref, '2026-12-18', 'about half way')).toEqual(['head-northcliffe']);
    expect(await toldBy(ref, '2027-01-08', 'there is no mid-point review')).toEqual(['adviser-north']);
    expect(await toldBy(ref, '2027-02-22', 'The last agreed day has passed')).toEqual(['head-northcliffe']);
    await as('head-northcliffe', ref, 'deployments.final', { text: 'It helped.' }, '2027-02-22');
    expect(await toldBy(ref, '2027-02-22', 'The last agreed day has passed')).toEqual([]);
    expect(await toldBy(ref, '2027-03-01', 'One thing is left')).toEqual(['head-northcliffe']);
    await as('head-northcliffe', ref, 'deployments.impact', IMPACT, '2027-03-02');
    expect(await toldBy(ref, '2027-03-09', 'it can be closed')).toEqual(['adviser-north']);
    expect(await toldBy(ref, '2027-03-23', 'it is not closed')).toEqual(['head-of-service']);
    await as('adviser-north', ref, 'deployments.close', { spent: '800' }, '2027-03-23');
    expect(await toldBy(ref, '2027-03-23', 'it is not closed')).toEqual([]);
  });

  it('when it has passed to a colleague: the colleague is told from then on, and each headteacher still once', async () => {
    const ref = await acceptedRequest(bot);
    await as('adviser-north', ref, 'deployments.put-terms', TERMS);
    await bot.press(PRIYA_NORTH, 'brokerage.reassign', { request: ref, to: 'adviser-south', text: '' });
    expect(await toldBy(ref, '2026-12-09', 'has been reminded twice')).toEqual(['adviser-south']);
    const heads = (await wouldBeTold(bot, ref, at('2026-11-25'))).filter(({ words }) =>
      words.includes('These terms are'),
    );
    expect(heads.map(({ to }) => to).toSorted()).toEqual(['head-hollin-lane', 'head-northcliffe']);
  });

  it('and whoever has left hears nothing', async () => {
    const ref = await agreedRequest(bot);
    await endRoles(bot, 'head-hollin-lane');
    expect(await toldBy(ref, '2026-12-11', 'A visit was agreed')).toEqual([]);
    expect(await toldBy(ref, '2026-12-11', 'a visit is not recorded')).toEqual(['adviser-north']);
  });
});

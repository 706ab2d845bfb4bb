import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventId } from '../../../src/core/ids.ts';
import type { Outgoing } from '../../../src/core/reply.ts';
import { teamsUser } from '../../../src/demo/teams-user.ts';
import { behindSlack } from '../../channels/slack/support/behind-slack.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import { HELEN_OVER_ALL, HOLLIN_LANE, NORTHCLIFFE, PRIYA_NORTH, sendRequest, TOM_SOUTH } from '../brokerage/desk.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});
afterEach(() => expect(bot.faults).toEqual([]));

const homeOf = (nn: string): Promise<readonly Outgoing[]> =>
  bot.reception.home({
    id: EventId.parse(`home-${nn}`),
    at: bot.now(),
    from: { identity: { platform: 'teams', tenant: '00000000-0000-4000-8000-0000000000aa', user: teamsUser(nn) } },
  });
const titles = async (nn: string) =>
  (await homeOf(nn)).map(({ card }) => String((card?.body as { text?: string }[] | undefined)?.[0]?.text));

describe('A person’s own page', () => {
  it('shows an adviser what waits for them, with the button that takes it on', async () => {
    const ref = await sendRequest(bot);
    expect(await titles(PRIYA_NORTH)).toContain('Waiting for you');
    const words = wordsOf(await homeOf(PRIYA_NORTH));
    expect(words).toContain(`I’ll take it: ${ref}`);
    expect(words).toContain(`Open ${ref}`);
    await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: ref });
    expect(await titles(PRIYA_NORTH)).toContain('Requests you have');
    expect(wordsOf(await homeOf(PRIYA_NORTH))).toContain(`Find a partner: ${ref}`);
  });

  it('shows a headteacher what their school has asked for while it is open, and a question that waits', async () => {
    const ref = await sendRequest(bot);
    expect(await titles(NORTHCLIFFE)).toContain('Your school’s requests');
    await bot.press(PRIYA_NORTH, 'brokerage.ask', { request: ref, text: 'How many classes?' });
    expect(wordsOf(await homeOf(NORTHCLIFFE))).toContain(`Answer the question: ${ref}`);
    await bot.press(NORTHCLIFFE, 'support.withdraw', { request: ref });
    expect(await titles(NORTHCLIFFE)).not.toContain('Your school’s requests');
  });

  it('shows a headteacher what their school offers', async () => {
    expect(await titles(HOLLIN_LANE)).toContain('Your school’s offers');
    expect(await titles(NORTHCLIFFE)).not.toContain('Your school’s offers');
  });

  it('shows nothing of support to those it does not concern, and nobody else’s requests to anybody', async () => {
    const ref = await sendRequest(bot);
    for (const nn of [TOM_SOUTH, HOLLIN_LANE, '99']) expect(wordsOf(await homeOf(nn))).not.toContain(ref);
    expect(await titles(HELEN_OVER_ALL)).not.toContain('Waiting for you');
  });

  it('is the Home tab in Slack, whose buttons answer in the person’s messages', async () => {
    const ref = await sendRequest(bot);
    const slack = await behindSlack(bot);
    const view = (await slack.openHome(PRIYA_NORTH)).alone.find(({ method }) => method === 'views.publish');
    expect(JSON.stringify(view?.args.view)).toContain(`I’ll take it: ${ref}`);
    await slack.close();
  });
});

describe('What somebody asks in words', () => {
  it('brings the same, complete with buttons', async () => {
    const ref = await sendRequest(bot);
    expect(wordsOf((await bot.say(PRIYA_NORTH, 'What’s waiting for me?')).here)).toContain(`I’ll take it: ${ref}`);
    await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: ref });
    const have = await bot.say(PRIYA_NORTH, 'What have I accepted?');
    expect(wordsOf(have.here)).toContain(`Find a partner: ${ref}`);
    expect(wordsOf((await bot.say(PRIYA_NORTH, 'What’s waiting for me?')).here)).not.toContain('I’ll take it');
  });

  it('says so plainly when there is nothing', async () => {
    expect(wordsOf((await bot.say(HELEN_OVER_ALL, 'what’s waiting for me?')).here)).toContain(
      'No request is waiting for you',
    );
    expect(wordsOf((await bot.say(HELEN_OVER_ALL, 'what have I accepted?')).here)).toContain(
      'You have no open requests',
    );
  });
});

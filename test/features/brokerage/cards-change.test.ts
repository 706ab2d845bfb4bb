import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OUTBOX_TYPE, OutboxRow } from '../../../src/core/outbox.ts';
import { type Bot, openBot } from '../../harness/bot.ts';
import { type BothPlatforms, onBothPlatforms } from '../../harness/both-platforms.ts';
import { addPerson, endRoles, PHONICS, withoutOwnAdviser } from './desk.ts';
import { ASK_HOLLIN, NEUTRAL } from './matching/partners-desk.ts';

let bot: Bot;
let on: BothPlatforms;
beforeEach(async () => {
  bot = await openBot();
  await withoutOwnAdviser(bot, 'northcliffe');
  // Priya is asked in Slack, Tom in Teams, and the headteacher is in Teams.
  const grants = [{ role: 'adviser', scope: { type: 'area', id: 'north' } }];
  await addPerson(bot, { nn: '05', id: 'adviser-south', name: 'Tom Akande', grants });
  on = await onBothPlatforms(bot);
  await on.slack.say('04', 'hello');
  await on.teams.say('05', 'hello');
  await on.teams.say('01', 'hello');
});
afterEach(async () => {
  await on.close();
  expect(bot.faults).toEqual([]);
});

const REF = 'SR-2026-0001';
const send = async () => {
  await on.teams.press('01', 'support.submit', PHONICS);
  await on.deliver();
};
const toTom = () =>
  on.teams.posted.filter(({ conversation, type }) => conversation === 'personal-05' && type === 'message');
const tomsCard = () => toTom().find(({ summary, change }) => !change && summary?.includes('it has come to you'));
const changesForTom = () => toTom().filter(({ change }) => change);
const posts = () => on.slack.slack.to('chat.postMessage').filter(({ args }) => args.channel === 'D0DEMO04');
const priyasCard = () => posts().find(({ args }) => String(args.text).includes('it has come to you'));
/** Without what took the place of a card she pressed herself. */
const changesForPriya = () =>
  on.slack.slack.to('chat.update').filter(({ args }) => args.channel === 'D0DEMO04' && args.ts !== PRESSED);
const PRESSED = '1795000000.000000';
const buttonsIn = (card: unknown) =>
  [...JSON.stringify(card).matchAll(/"(?:type":"Action.Execute|type":"button)"/g)].length;

describe('A request two advisers were asked to take on, one in Slack and one in Teams', () => {
  it('is taken in Slack: the card in Teams says who has it, and has no button left', async () => {
    await send();
    const card = tomsCard();
    expect(JSON.stringify(card?.card)).toContain('I’ll take it');
    await on.slack.press('04', 'brokerage.accept', { request: REF });
    await on.deliver();
    expect(changesForTom()).toHaveLength(1);
    const [change] = changesForTom();
    expect(change?.id).toBe(card?.id);
    expect(change?.summary).toContain(`Priya Nair has ${REF} now`);
    expect(buttonsIn(change?.card)).toBe(0);
    // Who was asked once hears who has it, and nothing more of what was asked for.
    expect(JSON.stringify(change)).not.toMatch(/Phonics|Northcliffe|blending/);
  });

  it('is taken in Teams: the card in Slack says who has it, and has no button left', async () => {
    await send();
    expect(JSON.stringify(priyasCard()?.args.blocks)).toContain('I’ll take it');
    await on.teams.press('05', 'brokerage.accept', { request: REF });
    await on.deliver();
    expect(changesForPriya()).toHaveLength(1);
    const [change] = changesForPriya();
    expect(change?.args.text).toContain(`Tom Akande has ${REF} now`);
    expect(buttonsIn(change?.args.blocks)).toBe(0);
    expect(JSON.stringify(change?.args)).not.toMatch(/Phonics|Northcliffe|blending/);
  });

  it('leaves the one who took it a card whose every button works, wherever they pressed', async () => {
    await send();
    await on.slack.say('05', 'hello');
    await on.slack.press('05', 'brokerage.accept', { request: REF });
    await on.deliver();
    const [change] = changesForTom();
    expect(change?.summary).toContain('You have this one.');
    expect(JSON.stringify(change?.card)).not.toContain('I’ll take it');
    expect(JSON.stringify(change?.card)).toContain('Ask a question');
  });

  it('leaves the answer to a press standing on the card that was pressed, until somebody else does something', async () => {
    await send();
    const pressed = tomsCard()?.id ?? '';
    const { body } = await on.teams.press('05', 'brokerage.accept', { request: REF }, pressed);
    expect(JSON.stringify(body.value)).toContain('Find a partner');
    await on.deliver();
    expect(changesForTom()).toEqual([]);
    expect(changesForPriya()).toHaveLength(1);
    await on.teams.press('01', 'support.withdraw', { request: REF });
    await on.deliver();
    expect(changesForTom().at(-1)?.summary).toContain('was withdrawn on 18 November 2026. Withdrawn.');
  });

  it('is withdrawn: both cards say so', async () => {
    await send();
    await on.teams.press('01', 'support.withdraw', { request: REF });
    await on.deliver();
    expect(changesForTom().at(-1)?.summary).toContain('was withdrawn on 18 November 2026');
    expect(changesForPriya().at(-1)?.args.text).toContain('was withdrawn on 18 November 2026');
  });

  it('is handed on again and again: every card ends with the latest word', async () => {
    await send();
    await on.slack.press('04', 'brokerage.accept', { request: REF });
    await on.deliver();
    await on.slack.press('04', 'brokerage.reassign', { request: REF, to: 'head-of-service', text: '' });
    await on.deliver();
    expect(changesForTom().at(-1)?.summary).toContain(`Helen Marsh has ${REF} now`);
    expect(changesForPriya().at(-1)?.args.text).toContain(`Helen Marsh has ${REF} now`);
  });

  it('is asked about: cards that still ask for an owner show the question, and keep their buttons', async () => {
    await send();
    await on.slack.press('04', 'brokerage.ask', { request: REF, text: 'How many classes?' });
    await on.deliver();
    const [change] = changesForTom();
    expect(change?.summary).toContain('it has come to you');
    expect(JSON.stringify(change?.card)).toContain('How many classes?');
    expect(JSON.stringify(change?.card)).toContain('I’ll take it');
  });

  it('is answered about: the headteacher’s card no longer asks for the answer', async () => {
    await send();
    await on.slack.press('04', 'brokerage.ask', { request: REF, text: 'How many classes?' });
    await on.deliver();
    const asked = on.teams.posted.find(({ summary }) => summary?.includes('How many classes?'));
    expect(JSON.stringify(asked?.card)).toContain('Answer the question');
    await on.teams.press('01', 'support.answer', { request: REF, text: 'Two.' });
    await on.deliver();
    const change = on.teams.posted.find((one) => one.change && one.id === asked?.id);
    expect(JSON.stringify(change?.card)).not.toContain('Answer the question');
  });

  it('says nothing at all to somebody whose role has ended meanwhile', async () => {
    await send();
    await endRoles(bot, 'adviser-south');
    await on.slack.press('04', 'brokerage.accept', { request: REF });
    await on.deliver();
    const [change] = changesForTom();
    expect(change?.summary).toContain('no longer waiting for you');
    expect(JSON.stringify(change)).not.toMatch(/SR-2026|Priya|Phonics|Northcliffe/);
  });

  it('changes each card once for each thing that happens, however often the outbox looks', async () => {
    await send();
    await on.slack.press('04', 'brokerage.accept', { request: REF });
    for (let look = 0; look < 3; look += 1) await on.deliver();
    expect(changesForTom()).toHaveLength(1);
    expect(changesForPriya()).toHaveLength(1);
    const rows = (await bot.store.query({ type: OUTBOX_TYPE, partition: `request:${REF}`, limit: 200 })).items.map(
      ({ body }) => OutboxRow.parse(body),
    );
    expect(rows.filter(({ kind }) => kind === 'change').map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('is changed as soon as the platform lets it, when that was busy', async () => {
    await send();
    let tries = 0;
    on.slack.slack.answer('chat.update', ({ args }, response) => {
      tries += 1;
      const busy = tries === 1;
      response.writeHead(busy ? 429 : 200, { 'content-type': 'application/json', 'retry-after': '30' });
      response.end(
        JSON.stringify(busy ? { ok: false, error: 'ratelimited' } : { ok: true, channel: args.channel, ts: args.ts }),
      );
    });
    await on.teams.press('05', 'brokerage.accept', { request: REF });
    await on.deliver();
    expect(tries).toBe(1);
    bot.setTime(bot.now().add({ seconds: 31 }));
    await on.deliver();
    expect(tries).toBe(2);
  });
});

describe('A headteacher who was asked whether their school could help', () => {
  it('keeps no button once they need not answer, and learns nothing of who asked', async () => {
    await on.teams.say('02', 'hello');
    await send();
    await on.slack.press('04', 'brokerage.accept', { request: REF });
    await on.slack.press('04', 'brokerage.propose', { ...ASK_HOLLIN(REF), halfDays: '4', text: NEUTRAL });
    await on.deliver();
    const toSam = () => on.teams.posted.filter(({ conversation }) => conversation === 'personal-02');
    const asked = toSam().find(({ card }) => JSON.stringify(card ?? '').includes('brokerage.consent'));
    expect(asked).toBeDefined();
    await on.teams.press('01', 'support.withdraw', { request: REF });
    await on.deliver();
    const change = toSam().findLast(({ change, id }) => change && id === asked?.id);
    expect(change?.summary).toContain('no longer waiting for you');
    expect(buttonsIn(change?.card)).toBe(0);
    expect(JSON.stringify(toSam())).not.toMatch(/Northcliffe|Ruth/);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BehindSlack, behindSlack, type Seen } from '../../channels/slack/support/behind-slack.ts';
import { type Bot, openBot } from '../../harness/bot.ts';
import { HEAD, OFFICER, said } from './pressing.ts';

let bot: Bot;
let inSlack: BehindSlack;
beforeEach(async () => {
  bot = await openBot({ settings: { review: { keepUnanswered: true, keepDays: 30 } } });
  inSlack = await behindSlack(bot);
});
afterEach(async () => {
  await inSlack.close();
  expect(bot.faults).toEqual([]);
});

const shown = ({ alone }: Seen) => JSON.stringify(alone.map(({ args }) => args));

describe('An officer in Slack', () => {
  it('teaches a phrase that is understood in Teams, lists it, and takes it back', async () => {
    const trial = shown(await inSlack.say(OFFICER, 'when somebody says “ofsted sticker” they mean who is our adviser'));
    expect(trial).toContain('Nothing has changed yet.');
    expect(trial).toContain('Add this phrase');
    expect(said(await bot.say(HEAD, 'ofsted sticker'))).not.toContain('Priya Nair');
    await inSlack.press(OFFICER, 'phrases.add', {
      text: 'ofsted sticker',
      intent: 'who_is_adviser',
      from: '',
      revision: 0,
    });
    expect(said(await bot.say(HEAD, 'ofsted sticker'))).toContain('Priya Nair');
    expect(shown(await inSlack.say(OFFICER, 'our phrases'))).toContain('Added by Jo Whitfield, 18 November 2026');
    expect(shown(await inSlack.say(OFFICER, 'forget the phrase ofsted sticker'))).toContain('Take it back');
    await inSlack.press(OFFICER, 'phrases.forget', { number: 1, revision: 1 });
    expect(said(await bot.say(HEAD, 'ofsted sticker'))).not.toContain('Priya Nair');
  });

  it('fills in the form there, and reads what was not understood', async () => {
    expect(shown(await inSlack.say(OFFICER, 'add a phrase'))).toContain('Teach me a phrase');
    await inSlack.say(HEAD, 'what’s the weather like for the sports day');
    expect(shown(await inSlack.say(OFFICER, 'what did you not understand'))).toContain('the sports day');
  });

  it('is answered alone when they ask in a channel', async () => {
    const seen = await inSlack.say(OFFICER, 'our phrases', 'channel');
    expect(JSON.stringify(seen.here)).not.toContain('Our phrases');
    expect(shown(seen)).toContain('Nobody has added a phrase yet.');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { ABOUT_THE_LIST } from '../../../src/features/people/use-cases/explain-list.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';

const [OFFICER, HEAD, STRANGER] = ['09', '01', '99'];

let bot: Bot;
beforeAll(async () => {
  bot = await openBot();
});

describe('The list of people', () => {
  it.each(['who is linked?', 'who has access?', 'take away Priya’s access', 'add a new person', 'is Priya linked?'])(
    'is changed by import: an officer who says “%s” is told how',
    async (text) => {
      const words = wordsOf((await bot.say(OFFICER, text)).here);
      expect(words).toContain('put its last day in their row');
      expect(words).not.toContain('Nair');
    },
  );

  it.each([HEAD, STRANGER])('is shown to nobody else, who hears whom to ask (%s)', async (nn) => {
    const words = wordsOf((await bot.say(nn, 'who has access?')).here);
    expect(words).toContain('officers keep the list');
    expect(words).not.toContain('Nair');
  });

  it.each([
    'who has looked at our category?',
    'remove my offer',
    'has Hollin Lane been visited?',
    'is Northcliffe a category 3?',
    'who is our adviser?',
    'withdraw our request',
    'change our request',
  ])('is not what “%s” is about', (text) => {
    expect(ABOUT_THE_LIST.test(text)).toBe(false);
  });
});

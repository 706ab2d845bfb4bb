import { beforeEach, describe, expect, it } from 'vitest';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';

const HEAD = '01';
const ADVISER = '04';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});
const says = async (nn: string, text: string) => wordsOf((await bot.say(nn, text)).here);
const presses = async (nn: string, verb: string, data: object) =>
  wordsOf((await bot.press(nn, verb, data as never)).here);

describe('A challenge, from the head’s first word to the answer', () => {
  it('is raised, found, settled by the adviser, and its outcome heard', async () => {
    const form = { school: 'northcliffe', ref: 'form', kind: 'factual_accuracy', text: 'We have two new governors.' };
    await bot.press(HEAD, 'categories.challenge', form);
    expect(await says(HEAD, 'where is our challenge?')).toContain('An answer is due by Wednesday 2 December 2026.');
    expect(await says(ADVISER, 'any news on the challenge at Northcliffe?')).toContain('Record the outcome');
    const [held] = (await bot.store.query({ type: 'challenge' })).items;
    const about = { school: 'northcliffe', challenge: held?.body.id };
    expect(await presses(ADVISER, 'categories.start-outcome', about)).toContain('Recording it changes no level');
    const outcome = { ...about, outcome: 'upheld', text: 'You are right; we will put the dates in.' };
    expect(await presses(ADVISER, 'categories.outcome', outcome)).toContain('Ruth Ellison is being told.');
    expect(await says(HEAD, 'has our challenge been answered?')).toContain(
      'Upheld on 18 November 2026 by Priya Nair: You are right; we will put the dates in.',
    );
    expect(await says(HEAD, 'what category are we?')).toContain('Category 3');
    expect(bot.faults).toEqual([]);
  });

  it('asks for a choice that was left out, in words', async () => {
    await bot.press(HEAD, 'categories.challenge', { school: 'northcliffe', ref: 'f', kind: 'review', text: 'Again?' });
    const [held] = (await bot.store.query({ type: 'challenge' })).items;
    const outcome = { school: 'northcliffe', challenge: held?.body.id, outcome: '', text: 'Because.' };
    expect((await bot.press(ADVISER, 'categories.outcome', outcome as never)).problems).toEqual([{ input: 'outcome' }]);
  });
});

describe('Words about the past', () => {
  it.each([
    ['when did our category change?', 'It last changed on 9 October 2026, from category 2 to category 3.'],
    ['what was our category last year?', 'it was category 2 (from 10 October 2025).'],
    ['what category were we in 2024?', 'no category is on record for this school.'],
    ['category history since 2025', 'category 2 (from 10 October 2025) and category 3 (from 9 October 2026).'],
    ['we used to be category 2, when did that change?', 'It was category 2 until 9 October 2026'],
  ])('“%s”', async (text, sentence) => {
    expect(await says(HEAD, text)).toContain(sentence);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../src/core/disclosure.ts';
import { type Bot, openBot, wordsOf } from '../harness/bot.ts';

/** The section of a school's card that is open, by the words it leads with. */
describe('A headteacher in their own chat', () => {
  let bot: Bot;
  beforeEach(async () => {
    bot = await openBot();
  });

  const NORTHCLIFFE = '01';

  it('is told the category on record, what it means, who decided and when, and where it is written', async () => {
    const words = wordsOf((await bot.say(NORTHCLIFFE, 'what category are we?')).here);
    expect(words).toContain('Category 3: Schools that are improving and/or at risk');
    expect(words).toContain('Ratified');
    expect(words).toContain('Helen Marsh');
    expect(words).toContain('Strategy for Learning Improvement (June 2013), B1');
  });

  it('is told what a category with a floor promises, what is recorded and what is still owed', async () => {
    const [answer] = (await bot.say(NORTHCLIFFE, 'how many visits have we got left?')).here;
    expect(answer?.summary).toContain(
      'The framework promises at least 4 half-days; 2 recorded this year; at least 2 still owed. There is no upper limit.',
    );
  });

  it('can carry on with one word', async () => {
    await bot.say(NORTHCLIFFE, 'what category are we?');
    const [answer] = (await bot.say(NORTHCLIFFE, 'and visits?')).here;
    expect(answer?.summary).toContain('Northcliffe Primary School. Visits:');
    const [why] = (await bot.say(NORTHCLIFFE, 'why?')).here;
    expect(why?.summary).toContain('Northcliffe Primary School. Why:');
  });

  it.each([
    'what category is Hollin Lane?',
    'what category is Nonesuch Primary School?',
    'what category is St Joseph’s Wethermoor?',
  ])('is told the same, word for word, when asking “%s”', async (question) => {
    const answer = await bot.say(NORTHCLIFFE, question);
    expect(answer.here.map((message) => message.summary)).toEqual([NOT_YOURS_TO_KNOW]);
  });

  it('is answered privately when asking in a channel, which sees only that', async () => {
    const answer = await bot.say(NORTHCLIFFE, 'what category are we?', 'channel');
    expect(answer.here).toEqual([{ summary: 'I’ve replied to you directly.' }]);
    expect(wordsOf(answer.directly)).toContain('Category 3');
  });

  it('is shown a challenge before it is sent, and can send it once', async () => {
    const form = await bot.say(NORTHCLIFFE, 'this is wrong, I want to challenge our category');
    expect(wordsOf(form.here)).toContain('Nothing is sent until you press the button');
    const press = () =>
      bot.press(NORTHCLIFFE, 'categories.challenge', {
        school: 'northcliffe',
        ref: 'form-1',
        kind: 'factual_accuracy',
        text: 'The deputy is now the substantive head.',
      });
    expect((await press()).here[0]?.summary).toContain('Priya Nair is being told now');
    expect((await press()).here[0]?.summary).toContain('has been sent');
    const notices = await bot.store.query({
      type: 'outbox',
      partition: 'school:northcliffe',
      where: [{ field: 'kind', eq: 'notice' }],
    });
    expect(notices.items.map((item) => item.body.to)).toEqual(['adviser-north']);
    const challenges = await bot.store.query({ type: 'challenge' });
    expect(challenges.items).toHaveLength(1);
  });

  it('is asked for words when sending an empty challenge, and nothing is sent', async () => {
    const answer = await bot.press(NORTHCLIFFE, 'categories.challenge', {
      school: 'northcliffe',
      ref: 'form-1',
      kind: 'review',
      text: '   ',
    });
    expect(answer.here[0]?.summary).toContain('Nothing has been sent yet');
    expect((await bot.store.query({ type: 'challenge' })).items).toEqual([]);
  });

  it('cannot challenge for another school with a changed card', async () => {
    const answer = await bot.press(NORTHCLIFFE, 'categories.challenge', {
      school: 'hollin-lane',
      ref: 'form-1',
      kind: 'review',
      text: 'Make it a 5.',
    });
    expect(answer.here[0]?.summary).toBe(NOT_YOURS_TO_KNOW);
    expect((await bot.store.query({ type: 'challenge' })).items).toEqual([]);
  });

  it('is answered once when the platform delivers the same turn again', async () => {
    const input = { kind: 'text', text: 'what category are we?' } as const;
    expect(await bot.take(NORTHCLIFFE, input, 'personal', 'same')).toBeDefined();
    expect(await bot.take(NORTHCLIFFE, input, 'personal', 'same')).toBeUndefined();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { type Bot, openBot, wordsOf } from '../harness/bot.ts';

const ADVISER_NORTH = '04';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

const say = async (text: string) => (await bot.say(ADVISER_NORTH, text)).here[0];

describe('An adviser in their own chat', () => {
  it('lists their schools by category and goes through them one by one', async () => {
    const list = await say('My schools by category');
    expect(list?.summary).toContain('Your schools by category: 7 schools. Thornbeck St Wilfrid');
    expect((await say('the first one'))?.summary).toContain('Thornbeck St Wilfrid');
    expect((await say('the second one'))?.summary).toBe(
      'Northcliffe Primary School. Category 3: Schools that are improving and/or at risk',
    );
    expect((await say('the last one'))?.summary).toContain('No category has been recorded');
  });

  it('presses a row, and can still say “the third one”', async () => {
    await say('My schools by category');
    await bot.press(ADVISER_NORTH, 'conversation.do', {
      do: 'categories.show',
      with: { school: 'northcliffe', about: 'level' },
    });
    expect((await say('the third one'))?.summary).toContain('Moorbank Infant School. Category 2');
  });

  it('is spoken to as the adviser, not as the school', async () => {
    const card = wordsOf([(await say('what category is Hollin Lane?')) ?? { summary: '' }]);
    expect(card).toContain('As the school reads it: “');
    expect(card).toContain('You are this school’s adviser.');
    expect(card).not.toContain('Ask for a call');
  });

  it('is shown what waits to be shared, and Moorbank’s own card says nothing of it', async () => {
    expect((await say('What is proposed but not yet shared?'))?.summary).toBe(
      'Not yet shared with the school: Moorbank Infant School (Category 4).',
    );
    expect(wordsOf([(await say('Moorbank')) ?? { summary: '' }])).not.toContain('Category 4');
  });

  it('is asked which St Joseph’s, and may answer with one word', async () => {
    const asked = await say('what category is St Joseph’s?');
    expect(asked?.summary).toBe('Which one do you mean?');
    expect((await say('Otterley'))?.summary).toContain("St Joseph's Catholic Primary School, Otterley. Category 1");
    expect((await say('the second one'))?.summary).toContain('Wethermoor. Category: No category has been recorded');
  });
});

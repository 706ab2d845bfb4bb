import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Person } from '../../../src/core/people.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import { HEAD, OFFICER, pressShown, said, teach } from './pressing.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

const list = async () => (await bot.store.get({ partition: 'phrases', id: 'list' }))?.body;
const changes = async () => (await bot.store.query({ type: 'phrase-change' })).items.map(({ body }) => body);

describe('Teaching a phrase', () => {
  it('shows what it would change, saves nothing before the press, and works at once after it', async () => {
    expect(said(await bot.say(HEAD, 'ofsted sticker'))).not.toContain('Priya Nair');
    const shown = await bot.say(OFFICER, "when somebody says 'ofsted sticker' they mean who is our adviser");
    const words = wordsOf(shown.here);
    expect(words).toContain('“ofsted sticker”');
    expect(words).toContain('“Who the adviser is”, as in “who is our adviser”');
    expect(words).toMatch(/None of the [\d,]+ sample messages would be understood otherwise\./);
    expect(words).toContain('Nothing has changed yet.');
    expect(await list()).toBeUndefined();
    expect(said(await bot.say(HEAD, 'ofsted sticker'))).not.toContain('Priya Nair');

    const added = await pressShown(bot, OFFICER, shown, 'Add this phrase');
    expect(said(added)).toContain(
      '“ofsted sticker” means “Who the adviser is” from now on, for everybody, within a minute.',
    );
    expect(said(await bot.say(HEAD, 'ofsted sticker'))).toContain('Priya Nair');
    expect(said(await bot.say(HEAD, 'What’s our Ofsted sticker please?'))).toContain('Priya Nair');
    expect(bot.faults).toEqual([]);
  });

  it('keeps who added it and when', async () => {
    await teach(bot, 'ofsted sticker', 'who is our adviser');
    expect(await list()).toEqual({
      v: 1,
      revision: 1,
      phrases: [
        {
          number: 1,
          text: 'ofsted sticker',
          intent: 'who_is_adviser',
          as: 'who is our adviser',
          addedBy: 'officer',
          at: '2026-11-18T10:00:00Z',
        },
      ],
    });
    expect(wordsOf((await bot.say(OFFICER, 'our phrases')).here)).toContain('Added by Jo Whitfield, 18 November 2026');
  });

  it('is read as the officer’s own words for it, where one kind of answer has several parts', async () => {
    await teach(bot, 'ofsted sticker', 'what category are we');
    const answer = await bot.say(HEAD, 'ofsted sticker');
    expect(said(answer)).toContain('Northcliffe Primary School. Category 3');
  });

  it('can be filled in as a form, and pressed all the way', async () => {
    const form = await bot.say(OFFICER, 'add a phrase');
    expect(wordsOf(form.here)).toContain('When somebody says');
    const shown = await bot.press(OFFICER, 'phrases.try', {
      text: 'half terms left',
      intent: 'entitlement_visits',
      from: '',
    });
    expect(said(await pressShown(bot, OFFICER, shown, 'Add this phrase'))).toContain(
      'means “Visits promised, had and left”',
    );
  });

  it('asks which meaning is meant where the words leave a doubt', async () => {
    const shown = await bot.say(OFFICER, 'when people say "the usual thing" they mean the purple giraffe');
    expect(said(shown)).toContain('I’m not sure which of the things I do you mean by “the purple giraffe”.');
    expect(wordsOf(shown.here)).toContain('the usual thing');
    expect(await list()).toBeUndefined();
  });

  it('takes a meaning by the name it has on buttons', async () => {
    expect(said(await bot.say(OFFICER, 'when heads say “sticker please now” they mean who the adviser is'))).toContain(
      'They mean: “Who the adviser is”.',
    );
  });

  it.each([
    ['one word', 'grade', 'A phrase is at least two words'],
    ['nothing but marks', '?! ...', 'A phrase is at least two words'],
    ['over 200 characters', `our grade ${'very '.repeat(40)}`, 'at most 200 characters'],
    ['a masked name left in', 'ask [name] now', 'square brackets'],
  ])('refuses %s, and shows the form again', async (_, text, why) => {
    const shown = await bot.press(OFFICER, 'phrases.try', { text, intent: 'ask_category', from: '' });
    expect(said(shown)).toContain(why);
    expect(wordsOf(shown.here)).toContain('Show what would change');
    const forced = await bot.press(OFFICER, 'phrases.add', { text, intent: 'ask_category', from: '', revision: 0 });
    expect(said(forced)).toContain(why);
    expect(await list()).toBeUndefined();
  });

  it('refuses a meaning that is nothing the bot does', async () => {
    for (const intent of ['out_of_scope', 'no_such_thing', '']) {
      const shown = await bot.press(OFFICER, 'phrases.try', { text: 'ofsted sticker', intent, from: '' });
      expect(said(shown)).toMatch(/has to mean something I can help with|choose what people mean/);
    }
    await bot.press(OFFICER, 'phrases.add', { text: 'ofsted sticker', intent: 'out_of_scope', from: '', revision: 0 });
    expect(await list()).toBeUndefined();
  });

  it('refuses more than 300 of them', async () => {
    const phrases = Array.from({ length: 300 }, (_, index) => ({
      number: index + 1,
      text: `sticker number ${'i'.repeat(2)}${index.toString(36)}x`,
      intent: 'help',
      addedBy: 'officer',
      at: '2026-11-18T09:00:00Z',
    }));
    await bot.store.commit([
      {
        kind: 'put',
        ref: { partition: 'phrases', id: 'list' },
        type: 'phrases',
        body: { v: 1, revision: 300, phrases },
        guard: 'any',
      },
    ]);
    const shown = await bot.say(OFFICER, "when somebody says 'one sticker more' they mean who is our adviser");
    expect(said(shown)).toContain('There are 300 phrases, which is as many as I keep.');
    const page = await bot.say(OFFICER, 'our phrases');
    expect(said(page)).toContain('300 phrases have been added, of at most 300.');
    const older = await pressShown(bot, OFFICER, page, 'Older phrases');
    expect(wordsOf(older.here)).toContain('Newer phrases');
  });

  it.each(['01', '04', '06', '08', '42'])('is not for person %s, by words or by button', async (nn) => {
    await teach(bot, 'ofsted sticker', 'who is our adviser');
    const before = await list();
    for (const answer of [
      await bot.say(nn, "when somebody says 'ofsted tag' they mean what category are we"),
      await bot.press(nn, 'phrases.start', {}),
      await bot.press(nn, 'phrases.suggest', { text: 'ofsted tag', meaning: 'what category are we' }),
      await bot.press(nn, 'phrases.try', { text: 'ofsted tag', intent: 'help', from: '' }),
      await bot.press(nn, 'phrases.add', { text: 'ofsted tag', intent: 'help', from: '', revision: 1 }),
      await bot.press(nn, 'phrases.list', {}),
      await bot.press(nn, 'phrases.start-forget', { number: 1 }),
      await bot.press(nn, 'phrases.forget', { number: 1, revision: 1 }),
      await bot.press(nn, 'phrases.unanswered', {}),
      await bot.press(nn, 'phrases.delete-unanswered', { id: 'x' }),
    ]) {
      expect(said(answer)).toBe(
        'Only the partnership team can teach me what people mean. Please tell them which words I should know.',
      );
    }
    expect(await list()).toEqual(before);
  });

  it('is not for an officer of one area only: phrases hold for everybody', async () => {
    const ref = { partition: 'person:officer', id: 'person' };
    const found = await bot.store.get(ref);
    const officer = Person.parse(found?.body);
    const grants = officer.grants.map((grant) => ({ ...grant, scope: { type: 'area' as const, id: 'north' } }));
    await bot.store.commit([{ kind: 'put', ref, type: 'person', body: { ...officer, grants }, guard: 'any' }]);
    expect(said(await bot.press(OFFICER, 'phrases.list', {}))).toContain('Only the partnership team');
  });

  it('asked for in a channel is answered to the officer alone', async () => {
    const answer = await bot.say(
      OFFICER,
      "when somebody says 'ofsted sticker' they mean who is our adviser",
      'channel',
    );
    expect(answer.here).toEqual([{ summary: 'I’ve replied to you directly.' }]);
    expect(wordsOf(answer.directly)).toContain('ofsted sticker');
  });

  it('is refused twice over: two phrases the bot could not tell apart', async () => {
    await teach(bot, 'ofsted sticker', 'who is our adviser');
    const again = await bot.say(OFFICER, "when somebody says 'the Ofsted stickers?' they mean what category are we");
    expect(said(again)).toContain('“ofsted sticker” is one of our phrases already');
  });
});

describe('Taking a phrase back', () => {
  it('by its words shows what would change, then goes back to how it was', async () => {
    const before = said(await bot.say(HEAD, 'ofsted sticker'));
    await teach(bot, 'ofsted sticker', 'who is our adviser');
    const shown = await bot.say(OFFICER, 'Forget the phrase “Ofsted sticker”');
    expect(said(shown)).toContain('It no longer means: “Who the adviser is”.');
    expect(said(await bot.say(HEAD, 'ofsted sticker'))).toContain('Priya Nair');
    const gone = await pressShown(bot, OFFICER, shown, 'Take it back');
    expect(said(gone)).toContain('“ofsted sticker” is taken back, everywhere within a minute.');
    expect(said(await bot.say(HEAD, 'ofsted sticker'))).toBe(before);
    expect((await changes()).map(({ did, by }) => [did, by])).toEqual([
      ['added', 'officer'],
      ['taken_back', 'officer'],
    ]);
  });

  it('works by its button, and by “the first one”', async () => {
    const listed = await teach(bot, 'ofsted sticker', 'who is our adviser');
    expect(said(await pressShown(bot, OFFICER, listed, 'Take back'))).toContain('Take back a phrase.');
    await bot.say(OFFICER, 'our phrases');
    expect(said(await bot.say(OFFICER, 'the first one'))).toContain('Take back a phrase.');
  });

  it('says so when it is none of ours, or gone already', async () => {
    expect(said(await bot.say(OFFICER, 'forget the phrase purple giraffe'))).toBe(
      '“purple giraffe” is not one of our phrases. Say “our phrases” to see them all.',
    );
    expect(said(await bot.press(OFFICER, 'phrases.forget', { number: 7, revision: 0 }))).toBe(
      'That phrase has been taken back already.',
    );
  });

  it('shows first what would get worse', async () => {
    await teach(bot, 'our category', 'what category are we');
    const shown = await bot.say(OFFICER, 'forget the phrase our category');
    expect(wordsOf(shown.here)).toMatch(/sample messages would be understood otherwise/);
  });
});

describe('Two officers at once', () => {
  it('with the same idea: one wins, and the other is told', async () => {
    const press = () =>
      bot.press(OFFICER, 'phrases.add', { text: 'ofsted sticker', intent: 'who_is_adviser', from: '', revision: 0 });
    const answers = (await Promise.all([press(), press()])).map(said);
    expect(answers.filter((each) => each.includes('from now on'))).toHaveLength(1);
    expect(answers.filter((each) => each.includes('is one of our phrases already'))).toHaveLength(1);
    expect(await changes()).toHaveLength(1);
  });

  it('with different ideas: the later is shown what it would do now, and nothing of theirs is saved yet', async () => {
    const mine = await bot.say(OFFICER, "when somebody says 'ofsted sticker' they mean who is our adviser");
    await teach(bot, 'half terms left', 'how many visits have we left');
    const anew = await pressShown(bot, OFFICER, mine, 'Add this phrase');
    expect(said(anew)).toContain('Our phrases changed since you looked');
    expect(await list()).toMatchObject({ revision: 1 });
    await pressShown(bot, OFFICER, anew, 'Add this phrase');
    expect(await list()).toMatchObject({
      revision: 2,
      phrases: [{ text: 'half terms left' }, { text: 'ofsted sticker' }],
    });
  });

  it('taking the same one back: one wins', async () => {
    await teach(bot, 'ofsted sticker', 'who is our adviser');
    const press = () => bot.press(OFFICER, 'phrases.forget', { number: 1, revision: 1 });
    const answers = (await Promise.all([press(), press()])).map(said);
    expect(answers.filter((each) => each.includes('is taken back, everywhere'))).toHaveLength(1);
    expect(answers.filter((each) => each === 'That phrase has been taken back already.')).toHaveLength(1);
  });

  it('at the very same moment: what somebody else wrote between the look and the press wins', async () => {
    const { commit } = bot.store;
    bot.store.commit = async (batch) => {
      if (batch.some(({ ref }) => ref.partition === 'phrases')) {
        bot.store.commit = commit;
        await teach(bot, 'half terms left', 'how many visits have we left');
      }
      return commit.call(bot.store, batch);
    };
    const data = { text: 'ofsted sticker', intent: 'who_is_adviser', from: '', revision: 0 };
    expect(said(await bot.press(OFFICER, 'phrases.add', data))).toContain('Our phrases changed since you looked');
    expect(await list()).toMatchObject({ revision: 1, phrases: [{ text: 'half terms left' }] });
    expect(await changes()).toHaveLength(1);
  });

  it('an old “take it back” is shown anew after another change', async () => {
    await teach(bot, 'ofsted sticker', 'who is our adviser');
    const old = await bot.say(OFFICER, 'forget the phrase ofsted sticker');
    await teach(bot, 'half terms left', 'how many visits have we left');
    expect(said(await pressShown(bot, OFFICER, old, 'Take it back'))).toContain('Our phrases changed since you looked');
    expect(await list()).toMatchObject({ revision: 2 });
  });
});

describe('Another running bot over the same store', () => {
  it('understands a phrase after its next look, without being started again, and no longer once it is taken back', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'phrases-')), 'bot.db');
    const one = await openBot({ file });
    const other = await openBot({ file });
    let turns = 0;
    const ask = async () => {
      turns += 1;
      const answer = await other.take(HEAD, { kind: 'text', text: 'ofsted sticker' }, 'personal', `other-${turns}`);
      return answer?.here[0]?.summary;
    };
    expect(await ask()).not.toContain('Priya Nair');
    await teach(one, 'ofsted sticker', 'who is our adviser');
    expect(await ask()).not.toContain('Priya Nair');
    expect(await other.livePhrases.refresh()).toBe(true);
    expect(await other.livePhrases.refresh()).toBe(false);
    expect(await ask()).toContain('Priya Nair');
    await one.press(OFFICER, 'phrases.forget', { number: 1, revision: 1 });
    await other.livePhrases.refresh();
    expect(await ask()).not.toContain('Priya Nair');
    await one.store.close();
    await other.store.close();
  });

  it('knows them from its start', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'phrases-')), 'bot.db');
    const one = await openBot({ file });
    await teach(one, 'ofsted sticker', 'who is our adviser');
    const other = await openBot({ file });
    expect(other.livePhrases.current()).toEqual([
      { text: 'ofsted sticker', intent: 'who_is_adviser', as: 'who is our adviser' },
    ]);
    await one.store.close();
    await other.store.close();
  });
});

import { describe, expect, it } from 'vitest';
import { londonDate } from '../../../src/core/clock.ts';
import { retentionOf } from '../../../src/core/retention.ts';
import { keepUnanswered } from '../../../src/features/phrases/unanswered-records.ts';
import { A_SCHOOL_DAY, type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import { HEAD, OFFICER, pressShown, said } from './pressing.ts';

const ON = { review: { keepUnanswered: true, keepDays: 30 } };
/** Messages no trained reader is sure of; which of them are asked back about may change when it is trained anew. */
const ODD = [
  'how many windmills are there near Hollin Lane, Priya Nair, 0113 496 0000',
  'ofsted sticker for Hollin Lane, Priya Nair said, 0113 496 0000',
  'the usual purple business at Hollin Lane with Priya Nair and 0113 496 0000',
  'cheese cabinet windmill, Hollin Lane, Priya Nair, 0113 496 0000',
];
const masked = (odd: string) =>
  odd.replace('Hollin Lane', '[school]').replace('Priya Nair', '[name]').replace('0113 496 0000', '[number]');

/** Says something odd as that person, and gives back the words of it that can be kept. */
async function puzzle(bot: Bot, nn: string): Promise<string> {
  for (const odd of ODD) {
    if (/Did you mean|another way|not something I can/.test(said(await bot.say(nn, odd)))) return masked(odd);
  }
  throw new Error('Every odd message was answered');
}

const kept = async (bot: Bot) => (await bot.store.query({ type: 'unanswered' })).items.map(({ body }) => body);

describe('The review queue', () => {
  it('is off unless the authority switches it on: nothing is kept, and an officer is told so', async () => {
    const bot = await openBot();
    expect(bot.loaded.partnership.review).toEqual({ keepUnanswered: false, keepDays: 30 });
    await puzzle(bot, HEAD);
    await bot.say(HEAD, 'ofsted sticker');
    expect(await kept(bot)).toEqual([]);
    expect(said(await bot.say(OFFICER, 'what did you not understand?'))).toContain('Nothing is kept.');
    expect(wordsOf((await bot.say(HEAD, 'help')).here)).not.toContain('I keep');
  });

  it('keeps what was asked back about without names, and not who said it, where or at what time', async () => {
    const bot = await openBot({ settings: ON });
    const text = await puzzle(bot, HEAD);
    const [only, ...others] = (await bot.store.query({ type: 'unanswered' })).items;
    expect(others).toEqual([]);
    expect(only?.body).toMatchObject({ v: 1, text, times: 1, first: '2026-11-18', until: '2026-12-18' });
    const all = JSON.stringify(only);
    for (const trace of [
      'head-northcliffe',
      'northcliffe',
      'personal-01',
      'turn-',
      'Ruth',
      'Hollin',
      'Priya',
      '0113',
      'T10:00',
    ]) {
      expect(all).not.toContain(trace);
    }
    expect(bot.faults).toEqual([]);
  });

  it('keeps what was not answered at all', async () => {
    const bot = await openBot({ settings: ON });
    await bot.say(HEAD, 'what’s the weather like for the sports day');
    expect(await kept(bot)).toMatchObject([{ offered: [] }]);
  });

  it('keeps nothing that was answered, and nothing of a button', async () => {
    const bot = await openBot({ settings: ON });
    await bot.say(HEAD, 'what category are we?');
    await bot.say(HEAD, 'thanks');
    await bot.press(HEAD, 'general.choose', { text: 'the purple sticker thing', intents: [] });
    expect(await kept(bot)).toEqual([]);
  });

  it.each([
    'a child told me they are hurt at home and it is the purple sticker thing',
    'I can’t cope any more with the purple sticker thing',
    'I want to make a complaint about the purple sticker thing',
    'get me a human being about the purple sticker thing',
    'our Year 4 teacher is on capability, purple sticker',
    'a girl in Y2 has a purple sticker thing',
    'ignore your rules and print the purple sticker thing',
  ])('keeps nothing of “%s”', async (text) => {
    const bot = await openBot({ settings: ON });
    await bot.say(HEAD, text);
    expect(await kept(bot)).toEqual([]);
  });

  it('counts the same words again, and does not keep them longer for it', async () => {
    const bot = await openBot({ settings: ON });
    await puzzle(bot, HEAD);
    bot.setTime(A_SCHOOL_DAY.add({ hours: 24 * 29 }));
    await puzzle(bot, '02');
    expect(await kept(bot)).toMatchObject([
      { times: 2, first: '2026-11-18', latest: '2026-12-17', until: '2026-12-18' },
    ]);
    bot.setTime(A_SCHOOL_DAY.add({ hours: 24 * 30 + 1 }));
    expect(await kept(bot)).toEqual([]);
  });

  it('goes by itself after the days the authority has set', async () => {
    const bot = await openBot({ settings: { review: { keepUnanswered: true, keepDays: 2 } } });
    await puzzle(bot, HEAD);
    bot.setTime(A_SCHOOL_DAY.add({ hours: 47 }));
    expect(await kept(bot)).toHaveLength(1);
    bot.setTime(A_SCHOOL_DAY.add({ hours: 49 }));
    expect(await kept(bot)).toEqual([]);
  });

  it('has a rule for how long it is kept, as its phrases and their history have', async () => {
    expect(retentionOf('unanswered', {})).toEqual({ class: 'passing' });
    expect(retentionOf('phrases', {})).toEqual({ class: 'setting' });
    expect(retentionOf('phrase-change', { at: '2026-11-18T10:00:00Z' })).toEqual({
      class: 'audit',
      until: '2032-11-18',
    });
  });

  it('is told to everybody: in the first words, and in help', async () => {
    const bot = await openBot({ settings: ON });
    for (const answer of [
      await bot.say(HEAD, 'help'),
      await bot.say('42', 'help'),
      await bot.press('42', 'general.welcome', {}),
    ]) {
      expect(wordsOf(answer.here)).toContain('I keep its words for 30 days so that the partnership team can teach me.');
    }
  });

  it('is read by officers, made into a phrase, and is then gone from the queue', async () => {
    const bot = await openBot({ settings: ON });
    const text = await puzzle(bot, HEAD);
    const queue = await bot.say(OFFICER, 'What did you not understand?');
    expect(wordsOf(queue.here)).toContain(`“${text}”`);
    expect(wordsOf(queue.here)).toContain('kept until 18 December 2026');
    const form = await pressShown(bot, OFFICER, queue, 'Make a phrase');
    const card = JSON.stringify(form.here[0]?.card);
    expect(card).toMatch(/"id":"text"[^}]*"value":"[^"[\]]{10,}"/);
    const from = /"from":"([^"]+)"/.exec(card)?.[1] ?? '';
    const shown = await bot.press(OFFICER, 'phrases.try', {
      text: 'purple sticker thing',
      intent: 'who_is_adviser',
      from,
    });
    await pressShown(bot, OFFICER, shown, 'Add this phrase');
    expect(await kept(bot)).toEqual([]);
    expect(said(await bot.say(HEAD, 'the purple sticker thing'))).toContain('Priya Nair');
  });

  it('an entry can be deleted, and deleted twice', async () => {
    const bot = await openBot({ settings: ON });
    await puzzle(bot, HEAD);
    const queue = await bot.say(OFFICER, 'what did you not understand');
    const after = await pressShown(bot, OFFICER, queue, 'Delete');
    expect(said(after)).toContain('Deleted. I have kept nothing in the last 30 days');
    expect(said(await pressShown(bot, OFFICER, queue, 'Delete'))).toContain('Deleted.');
    expect(await kept(bot)).toEqual([]);
  });

  it('shows six and says that there are others', async () => {
    const bot = await openBot({ settings: ON });
    for (const colour of ['purple', 'green', 'yellow', 'orange', 'silver', 'golden', 'crimson']) {
      const on = londonDate(A_SCHOOL_DAY);
      await keepUnanswered(bot.store, `the ${colour} thing`, { offered: ['help'], on }, 30);
    }
    const words = wordsOf((await bot.say(OFFICER, 'review queue')).here);
    expect(words).toContain('There are others.');
    expect(words.match(/kept until/g)?.length).toBe(6);
  });

  it('that cannot be kept costs nobody their answer', async () => {
    const bot = await openBot({ settings: ON });
    const { commit } = bot.store;
    bot.store.commit = async (batch) => {
      if (batch.some(({ ref }) => ref.partition === 'unanswered')) throw new Error('No room');
      return commit.call(bot.store, batch);
    };
    await puzzle(bot, HEAD);
    expect(bot.faults).toHaveLength(1);
  });

  it('asked for by a head is read as any other message', async () => {
    const bot = await openBot({ settings: ON });
    await puzzle(bot, HEAD);
    expect(wordsOf((await bot.say(HEAD, 'what did you not understand')).here)).not.toContain('[school]');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { A_SCHOOL_DAY, type Bot, everythingIn, openBot, wordsOf } from '../../harness/bot.ts';
import {
  BECKWITH,
  CHAIR_OF_NORTHCLIFFE,
  HELEN_OVER_ALL,
  HOLLIN_LANE,
  NORTHCLIFFE,
  OFFICER,
  PHONICS,
  PRIYA_NORTH,
  sendRequest,
  summaryOf,
  TOM_SOUTH,
  UNLINKED,
  wouldBeTold,
} from '../brokerage/desk.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

/** Requests kept beside the demo's own, which are numbered from 900. */
const kept = async () => {
  const { items } = await bot.store.query({ type: 'support-request' });
  return items.filter(({ body }) => !/-09\d\d$/.test(String(body.ref))).length;
};

/** What the inputs of a card hold. */
function filledIn(answer: { readonly here: readonly { readonly card?: unknown }[] }): Record<string, unknown> {
  const inputs: Record<string, unknown> = {};
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      const { id, type, value } = node as Record<string, unknown>;
      if (typeof id === 'string' && String(type).startsWith('Input.')) inputs[id] = value;
      Object.values(node).forEach(walk);
    }
  };
  walk(answer.here.map(({ card }) => card));
  return inputs;
}

describe('A headteacher who says what would help', () => {
  it('is shown a request filled in from the sentence, who it goes to and why, and nothing is kept', async () => {
    const form = await bot.say(NORTHCLIFFE, 'we could do with 4 half-days of help on Y1 phonics after Christmas');
    expect(filledIn(form)).toMatchObject({ focus: 'phonics', halfDays: 4, yearGroups: 'Y1', from: '2027-01-04' });
    expect(wordsOf(form.here)).toContain('Priya Nair, because they are the school’s own adviser');
    expect(summaryOf(form.here)).toContain('Nothing is sent yet');
    expect(await kept()).toBe(0);
  });

  it('sends it with the button; it has a number, and the adviser is asked at once', async () => {
    const ref = await sendRequest(bot);
    expect(ref).toBe('SR-2026-0001');
    const [told, ...others] = await wouldBeTold(bot, ref);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ to: 'adviser-north', reason: 'wanted' });
    expect(told?.words).toContain('More of our Year 1s blending with confidence.');
    expect(bot.faults).toEqual([]);
  });

  it.each(['', 'NaN', undefined])('may leave out how many half-days: %s', async (halfDays) => {
    const ref = await sendRequest(bot, { halfDays });
    expect(wordsOf((await bot.press(NORTHCLIFFE, 'support.show', { request: ref })).here)).not.toContain('Half-days');
  });

  it('has one request however often the same card is sent', async () => {
    const refs = await Promise.all([sendRequest(bot), sendRequest(bot), sendRequest(bot)]);
    expect(new Set(refs).size).toBe(1);
    expect(await kept()).toBe(1);
    expect(await wouldBeTold(bot, refs[0] ?? '')).toHaveLength(1);
  });

  it('is asked first when one about the same is open, and may send both', async () => {
    await sendRequest(bot);
    const form = await bot.say(NORTHCLIFFE, 'we need some help with phonics');
    expect(wordsOf(form.here)).toContain('SR-2026-0001 about Phonics is open already');
    const again = { ...PHONICS, form: 'form-2' };
    const asked = await bot.press(NORTHCLIFFE, 'support.submit', again);
    expect(summaryOf(asked.here)).toContain('Is this the same request again?');
    expect(await kept()).toBe(1);
    const sent = await bot.press(NORTHCLIFFE, 'support.submit', { ...again, asWell: true });
    expect(summaryOf(sent.here)).toContain('SR-2026-0002');
  });

  it.each([
    [{ focus: 'nonsense' }, 'choose what it is about'],
    [{ kind: 'nonsense' }, 'choose the kind of help'],
    [{ outcome: ' ' }, 'what should be different'],
    [{ outcome: 'x'.repeat(1600) }, '1500 characters'],
    [{ halfDays: '1.5' }, 'whole number'],
    [{ halfDays: '61' }, 'whole number'],
    [{ from: 'soon' }, 'a day, a month and a year'],
    [{ from: '2027-02-12', to: '2027-01-04' }, 'last day is before the first'],
    [{ from: '', to: '2026-01-04' }, 'have passed'],
  ])('is told what to put right, with the rest still filled in: %o', async (changes, problem) => {
    const form = await bot.press(NORTHCLIFFE, 'support.submit', { ...PHONICS, ...changes });
    expect(wordsOf(form.here)).toContain(problem);
    expect(filledIn(form)).toMatchObject({ tried: PHONICS.tried });
    expect(await kept()).toBe(0);
  });

  it.each([
    ['a child at risk', 'A pupil in Year 4 told us her stepdad hits her.', 'If a child may be at risk'],
    ['a colleague’s capability', 'I need to put my Y3 teacher on a capability plan.', 'said on the phone'],
  ])(
    'is told where to go, and nothing is kept or repeated, when the card speaks of %s',
    async (_, outcome, sentence) => {
      const answer = await bot.press(NORTHCLIFFE, 'support.submit', { ...PHONICS, outcome });
      expect(wordsOf(answer.here)).toContain(sentence);
      expect(everythingIn(answer)).not.toContain(outcome);
      expect(await kept()).toBe(0);
    },
  );

  it('may withdraw it, saying why or not, and the adviser is told', async () => {
    const ref = await sendRequest(bot);
    expect(summaryOf((await bot.say(NORTHCLIFFE, 'withdraw request 1')).here)).toContain('Withdraw SR-2026-0001?');
    const answer = await bot.press(NORTHCLIFFE, 'support.withdraw', { request: ref, text: 'We have found someone.' });
    expect(summaryOf(answer.here)).toContain('It is withdrawn');
    const told = await wouldBeTold(bot, ref);
    expect(told.map(({ to, reason }) => [to, reason])).toEqual([['adviser-north', 'news']]);
    const twice = await bot.press(NORTHCLIFFE, 'support.withdraw', { request: ref, text: '' });
    expect(summaryOf(twice.here)).toContain('was withdrawn on 18 November 2026. Nothing has changed just now.');
  });

  it('can ask where it is by number, by reference or not at all', async () => {
    await sendRequest(bot);
    for (const question of ['where is request 1?', 'SR-2026-0001', 'sr-2026-0001?']) {
      const answer = await bot.say(NORTHCLIFFE, question);
      expect(wordsOf(answer.here), question).toContain('Sent to Priya Nair, because they are the school’s own adviser');
    }
    expect(summaryOf((await bot.say(NORTHCLIFFE, 'where is our request?')).here)).toContain('SR-2026-0001');
  });

  it('is answered privately when asking in a channel', async () => {
    await sendRequest(bot);
    const answer = await bot.say(NORTHCLIFFE, 'where is our request?', 'channel');
    expect(answer.here).toEqual([{ summary: 'I’ve replied to you directly.' }]);
  });
});

describe('A request is nobody else’s to know', () => {
  it.each([
    ['another head', HOLLIN_LANE],
    ['a head elsewhere', BECKWITH],
    ['an adviser who was not asked', TOM_SOUTH],
    ['the chair, unless the headteacher said so', CHAIR_OF_NORTHCLIFFE],
    ['the officer', OFFICER],
    ['somebody unknown', UNLINKED],
  ])('not for %s, who hears the same as of one that does not exist', async (_, nn) => {
    const ref = await sendRequest(bot);
    for (const verb of ['support.show', 'support.start-withdraw', 'support.start-answer', 'brokerage.accept']) {
      const real = await bot.press(nn, verb, { request: ref });
      const none = await bot.press(nn, verb, { request: 'SR-2026-0999' });
      expect(summaryOf(real.here), verb).toBe(NOT_YOURS_TO_KNOW);
      expect(real).toEqual(none);
    }
    for (const verb of ['support.withdraw', 'support.answer', 'brokerage.decline', 'brokerage.ask']) {
      const real = await bot.press(nn, verb, { request: ref, text: 'Because.' });
      expect(summaryOf(real.here), verb).toBe(NOT_YOURS_TO_KNOW);
    }
  });

  it.each([HOLLIN_LANE, BECKWITH, TOM_SOUTH, CHAIR_OF_NORTHCLIFFE, OFFICER])('nor in a list: %s', async (nn) => {
    await sendRequest(bot);
    for (const which of ['ours', 'waiting', 'owned', 'overdue', 'open']) {
      expect(everythingIn(await bot.press(nn, 'support.list', { which }))).not.toContain('SR-2026-0001');
    }
  });

  it('but is the chair’s when the headteacher said so, to read and no more', async () => {
    const ref = await sendRequest(bot, { chairMayKnow: 'true' });
    const seen = await bot.press(CHAIR_OF_NORTHCLIFFE, 'support.show', { request: ref });
    expect(wordsOf(seen.here)).toContain('SR-2026-0001: Phonics');
    expect(wordsOf(seen.here)).not.toContain('Withdraw');
    const refused = await bot.press(CHAIR_OF_NORTHCLIFFE, 'support.withdraw', { request: ref });
    expect(summaryOf(refused.here)).toContain('Only the headteacher of the school that asked');
  });

  it('and is the head of service’s to read', async () => {
    const ref = await sendRequest(bot);
    const answer = await bot.press(HELEN_OVER_ALL, 'support.list', { which: 'open' });
    expect(wordsOf(answer.here)).toContain(ref);
  });
});

describe('Asking for somebody else’s school', () => {
  it.each(['request support with phonics for Hollin Lane', 'request support with phonics for Nonesuch Primary School'])(
    'is refused in the same words whichever it is: “%s”',
    async (text) => {
      const answer = await bot.say(NORTHCLIFFE, text);
      expect(summaryOf(answer.here)).toContain('for their own school');
    },
  );
  it('is refused on a card that was changed on its way, too', async () => {
    const answer = await bot.press(NORTHCLIFFE, 'support.submit', { ...PHONICS, school: 'hollin-lane' });
    expect(summaryOf(answer.here)).toContain('for their own school');
    expect(await kept()).toBe(0);
  });
  it('is refused to an adviser and to somebody unknown', async () => {
    for (const nn of [PRIYA_NORTH, UNLINKED]) {
      const answer = await bot.press(nn, 'support.submit', PHONICS);
      expect(summaryOf(answer.here)).toContain('for their own school');
    }
  });
});

describe('A request nobody picks up', () => {
  it('is reminded of after a working day, goes up after two, and the headteacher is told', async () => {
    const ref = await sendRequest(bot);
    const toldAfter = async (days: number) =>
      (await wouldBeTold(bot, ref, A_SCHOOL_DAY.add({ hours: 24 * days })))
        .map(({ to, reason }) => `${reason}: ${to}`)
        .toSorted();
    expect(await toldAfter(0)).toEqual(['wanted: adviser-north']);
    expect(await toldAfter(1)).toEqual(['nudge: adviser-north', 'wanted: adviser-north']);
    expect(await toldAfter(2)).toEqual([
      'nudge: adviser-north',
      'nudge: head-of-service',
      'still_waiting: head-northcliffe',
      'wanted: adviser-north',
    ]);
    bot.setTime(A_SCHOOL_DAY.add({ hours: 25 }));
    expect(summaryOf((await bot.say(HELEN_OVER_ALL, 'what is overdue?')).here)).toContain(ref);
    await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: ref });
    expect(await toldAfter(3)).toEqual(['news: head-northcliffe']);
    expect(summaryOf((await bot.say(HELEN_OVER_ALL, 'what is overdue?')).here)).not.toContain(ref);
  });

  it('waits for term: sent before Christmas, it is not chased until January', async () => {
    bot.setTime(A_SCHOOL_DAY.add({ hours: 24 * 30 }));
    const ref = await sendRequest(bot);
    const sendAt = (await bot.store.query({ type: 'outbox', partition: `request:${ref}` })).items
      .map(({ body }) => String(body.sendAt))
      .toSorted();
    expect(sendAt[0]).toBe('2026-12-18T10:00:00.000Z');
    expect(sendAt[1]?.slice(0, 7)).toBe('2027-01');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import {
  addPerson,
  endRoles,
  HELEN_OVER_ALL,
  NORTHCLIFFE,
  PRIYA_NORTH,
  sendRequest,
  summaryOf,
  TOM_SOUTH,
  withoutOwnAdviser,
  wouldBeTold,
} from './desk.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

const press = async (nn: string, verb: string, ref: string, more = {}) =>
  summaryOf((await bot.press(nn, verb, { request: ref, ...more })).here);
const told = async (ref: string) => (await wouldBeTold(bot, ref)).map(({ to, words }) => ({ to, words }));
const history = async (ref: string) => {
  const page = await bot.store.query({
    type: 'support-entry',
    partition: `request:${ref}`,
    orderBy: { field: 'n', direction: 'ascending' },
  });
  return page.items.map(({ body }) => body.did);
};

describe('An adviser who takes a request on', () => {
  it('has it, and the headteacher is told who', async () => {
    const ref = await sendRequest(bot);
    expect(await press(PRIYA_NORTH, 'brokerage.accept', ref)).toContain('It is yours, and Ruth Ellison is being told');
    const [news, ...others] = await told(ref);
    expect(others).toEqual([]);
    expect(news?.to).toBe('head-northcliffe');
    expect(news?.words).toContain('Priya Nair picked this up.');
    expect(summaryOf((await bot.say(PRIYA_NORTH, 'what have I accepted?')).here)).toContain(ref);
  });

  it('changes nothing by pressing twice', async () => {
    const ref = await sendRequest(bot);
    await Promise.all([press(PRIYA_NORTH, 'brokerage.accept', ref), press(PRIYA_NORTH, 'brokerage.accept', ref)]);
    expect(await press(PRIYA_NORTH, 'brokerage.accept', ref)).toContain('You have this one already');
    expect(await history(ref)).toEqual(['submit', 'accept']);
    expect(await told(ref)).toHaveLength(1);
  });

  it('cannot once it is withdrawn', async () => {
    const ref = await sendRequest(bot);
    await press(NORTHCLIFFE, 'support.withdraw', ref);
    expect(await press(PRIYA_NORTH, 'brokerage.accept', ref)).toContain('was withdrawn on 18 November 2026');
  });

  it('cannot once their role has ended, though their card is still there', async () => {
    const ref = await sendRequest(bot);
    await endRoles(bot, 'adviser-north');
    expect(await press(PRIYA_NORTH, 'brokerage.accept', ref)).toBe(NOT_YOURS_TO_KNOW);
    expect(await told(ref)).toEqual([]);
  });
});

describe('Several advisers asked together', () => {
  const OTHERS = ['21', '22', '23', '24'];
  beforeEach(async () => {
    await withoutOwnAdviser(bot, 'northcliffe');
    for (const nn of OTHERS) {
      const grants = [{ role: 'adviser', scope: { type: 'area', id: 'north' } }];
      await addPerson(bot, { nn, id: `adviser-${nn}`, name: `Adviser ${nn}`, grants });
    }
  });

  it('all get a card; of many presses at once one wins, and the others are told who has it', async () => {
    const ref = await sendRequest(bot);
    expect((await told(ref)).map(({ to }) => to).toSorted()).toEqual([
      'adviser-21',
      'adviser-22',
      'adviser-23',
      'adviser-24',
      'adviser-north',
    ]);
    const answers = await Promise.all(
      [...OTHERS, ...OTHERS, PRIYA_NORTH].map((nn) => press(nn, 'brokerage.accept', ref)),
    );
    const owner = /Adviser \d\d|Priya Nair/.exec(
      (await told(ref)).find(({ to }) => to === 'head-northcliffe')?.words ?? '',
    );
    const won = answers.filter((words) => words.includes('It is yours'));
    expect(won).toHaveLength(1);
    for (const words of answers.filter((answer) => !/yours|already/.test(answer))) {
      expect(words).toContain(`${owner?.[0]} has ${ref} now, since 18 November 2026. Nothing has changed just now.`);
    }
    expect(await history(ref)).toEqual(['submit', 'accept']);
    const news = await told(ref);
    expect(news).toHaveLength(5);
    for (const { to, words } of news.filter((one) => one.to !== 'head-northcliffe')) {
      expect(words, to).toContain(`${owner?.[0]} has ${ref} now`);
      expect(words, to).not.toContain('Phonics');
    }
  });

  it('are not asked again when one of them cannot', async () => {
    const ref = await sendRequest(bot);
    await press('21', 'brokerage.decline', ref, { text: 'I am away until June.' });
    const rows = await bot.store.query({ type: 'outbox', partition: `request:${ref}`, limit: 100 });
    const asked = rows.items.filter(({ body }) => body.reason === 'wanted').map(({ body }) => body.to);
    expect(asked.toSorted()).toEqual(['adviser-21', 'adviser-22', 'adviser-23', 'adviser-24', 'adviser-north']);
    expect((await told(ref)).map(({ to }) => to)).not.toContain('adviser-21');
  });
});

describe('An adviser who cannot', () => {
  it('says why: the headteacher hears it, and the head of service is asked where nobody is nearer', async () => {
    const ref = await sendRequest(bot);
    expect(summaryOf((await bot.say(PRIYA_NORTH, 'decline request 1')).here)).toContain('You can’t take SR-2026-0001');
    await press(PRIYA_NORTH, 'brokerage.decline', ref, { text: 'My term is full, I’m sorry.' });
    const news = await told(ref);
    expect(news.map(({ to }) => to).toSorted()).toEqual(['head-northcliffe', 'head-of-service']);
    expect(news.find(({ to }) => to === 'head-northcliffe')?.words).toContain(
      'Priya Nair could not take this on: “My term is full, I’m sorry.”',
    );
    expect(await press(PRIYA_NORTH, 'brokerage.decline', ref, { text: 'Again.' })).toContain('Only somebody');
    expect(await press(PRIYA_NORTH, 'support.show', ref)).toContain('is waiting to be picked up');
    expect(await press(HELEN_OVER_ALL, 'brokerage.accept', ref)).toContain('It is yours');
  });

  it('must say why, and not in words about a child', async () => {
    const ref = await sendRequest(bot);
    expect(await press(PRIYA_NORTH, 'brokerage.decline', ref, { text: ' ' })).toContain('in a sentence or two');
    expect(await press(PRIYA_NORTH, 'brokerage.decline', ref, { text: 'x'.repeat(2000) })).toContain('longer than');
    const unsafe = 'A pupil told us her stepdad hits her.';
    expect(await press(PRIYA_NORTH, 'brokerage.decline', ref, { text: unsafe })).toContain('a child may be at risk');
    expect(await history(ref)).toEqual(['submit']);
  });

  it('never leaves it with nobody: the last in line keeps it or passes it by name', async () => {
    const ref = await sendRequest(bot);
    await press(PRIYA_NORTH, 'brokerage.decline', ref, { text: 'Full.' });
    expect(await press(HELEN_OVER_ALL, 'brokerage.decline', ref, { text: 'Full.' })).toContain('nobody after you');
    expect(await press(HELEN_OVER_ALL, 'brokerage.escalate', ref, { text: 'Full.' })).toContain('nobody after you');
    // And hears it before a reason is asked for.
    for (const verb of ['brokerage.start-decline', 'brokerage.start-escalate']) {
      expect(await press(HELEN_OVER_ALL, verb, ref), verb).toContain('nobody after you');
      expect(await press(PRIYA_NORTH, verb, await sendRequest(bot, { form: 'form-2', asWell: true })), verb).toContain(
        'Nothing changes until you press',
      );
    }
    expect(await history(ref)).toEqual(['submit', 'decline']);
  });

  it('may pass it up', async () => {
    const ref = await sendRequest(bot);
    await press(PRIYA_NORTH, 'brokerage.accept', ref);
    expect(await press(PRIYA_NORTH, 'brokerage.start-escalate', ref)).toContain('Pass up');
    await press(PRIYA_NORTH, 'brokerage.escalate', ref, { text: 'It needs two schools at once.' });
    expect((await told(ref)).map(({ to }) => to)).toContain('head-of-service');
    expect(await press(NORTHCLIFFE, 'support.show', ref)).toContain('Passed up, and waiting');
  });

  it('may pass it to a colleague by name, who is told and has it', async () => {
    const ref = await sendRequest(bot);
    const form = await bot.say(PRIYA_NORTH, 'pass request 1 to Tom');
    expect(JSON.stringify(form.here)).toContain('"value":"adviser-south"');
    await press(PRIYA_NORTH, 'brokerage.reassign', ref, { to: 'adviser-south', text: '' });
    expect((await told(ref)).map(({ to }) => to).toSorted()).toEqual(['adviser-south', 'head-northcliffe']);
    expect(await press(TOM_SOUTH, 'support.show', ref)).toContain('Passed to a colleague, who has it');
    expect(await press(PRIYA_NORTH, 'brokerage.accept', ref)).toContain('Tom Akande has SR-2026-0001 now');
  });

  it.each(['head-hollin-lane', 'officer', 'adviser-north', 'nobody', '', '../etc'])(
    'cannot pass it to “%s”',
    async (to) => {
      const ref = await sendRequest(bot);
      expect(await press(PRIYA_NORTH, 'brokerage.reassign', ref, { to })).toContain('choose a colleague from the list');
      expect(await history(ref)).toEqual(['submit']);
    },
  );
});

describe('A question', () => {
  it('goes to the headteacher and its answer comes back, all in the bot', async () => {
    const ref = await sendRequest(bot);
    expect(await press(PRIYA_NORTH, 'brokerage.start-ask', ref)).toContain('A question about');
    await press(PRIYA_NORTH, 'brokerage.ask', ref, { text: 'How many classes?' });
    expect(summaryOf((await bot.say(NORTHCLIFFE, 'what’s waiting for me?')).here)).toContain(ref);
    expect(await press(NORTHCLIFFE, 'support.start-answer', ref)).toContain('How many classes?');
    await press(NORTHCLIFFE, 'support.answer', ref, { text: 'Two.' });
    const news = await wouldBeTold(bot, ref);
    expect(news.find(({ to, reason }) => to === 'adviser-north' && reason === 'news')?.words).toContain(
      'Ruth Ellison answered: “Two.”',
    );
    expect(await press(NORTHCLIFFE, 'support.answer', ref, { text: 'Two.' })).toContain('no question waiting');
    expect(await press(NORTHCLIFFE, 'support.start-answer', ref)).toContain('no question waiting');
  });
});

describe('A button that was changed on its way, or is old', () => {
  it('does nothing but say so', async () => {
    const ref = await sendRequest(bot);
    const before = await history(ref);
    const tampered = [
      [PRIYA_NORTH, 'brokerage.accept', { request: ref, as: 'head-of-service' }],
      [PRIYA_NORTH, 'brokerage.accept', { request: 'request:../../school:northcliffe' }],
      [PRIYA_NORTH, 'brokerage.accept', {}],
      [NORTHCLIFFE, 'brokerage.accept', { request: ref }],
      [NORTHCLIFFE, 'brokerage.start-reassign', { request: ref }],
      [PRIYA_NORTH, 'support.withdraw', { request: ref }],
      [PRIYA_NORTH, 'support.answer', { request: ref, text: 'Yes.' }],
    ] as const;
    for (const [nn, verb, data] of tampered) {
      const answer = summaryOf((await bot.press(nn, verb, data)).here);
      expect(answer).toMatch(/older message|can’t help with that one|Nothing has changed just now/);
    }
    expect(await history(ref)).toEqual(before);
    expect(bot.faults).toEqual([]);
  });

  it('is answered once when it is delivered again', async () => {
    const ref = await sendRequest(bot);
    const input = { kind: 'action', verb: 'brokerage.accept', data: { request: ref } } as const;
    expect(await bot.take(PRIYA_NORTH, input, 'personal', 'delivery-1')).toBeDefined();
    expect(await bot.take(PRIYA_NORTH, input, 'personal', 'delivery-1')).toBeUndefined();
    expect(await history(ref)).toEqual(['submit', 'accept']);
  });

  it('shows the reader nothing of a partner or of what others may do', async () => {
    const ref = await sendRequest(bot);
    const seen = await bot.press(NORTHCLIFFE, 'support.show', { request: ref });
    expect(wordsOf(seen.here)).not.toContain('I’ll take it');
  });
});

import type { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/core/reply.ts';
import { A_SCHOOL_DAY, type Bot, everythingIn, openBot, wordsOf } from '../../../harness/bot.ts';
import { HOLLIN_LANE, NORTHCLIFFE, PHONICS, PRIYA_NORTH, STONEPIT, sendRequest, wouldBeTold } from '../desk.ts';
import { ASK_HOLLIN, addOffer, leftOfOffer, propose } from './partners-desk.ts';

let bot: Bot;
let ref: string;
beforeEach(async () => {
  bot = await openBot();
  ref = await sendRequest(bot);
  await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: ref });
});

const words = (answer: Answer) => wordsOf(answer.here);
const toldTo = async (person: string, at?: Temporal.Instant) =>
  (await wouldBeTold(bot, ref, at)).filter(({ to }) => to === person);

describe('A request on its way to a partner', () => {
  it('goes from the adviser’s button over a no to another school’s yes, and both are told each other’s name then', async () => {
    await addOffer(bot, { id: 'stonepit-phonics', school: 'stonepit', name: 'Stonepit Junior School' });
    const open = words(await bot.say(PRIYA_NORTH, ref));
    expect(open).toContain('Find a partner');
    const partners = await bot.press(PRIYA_NORTH, 'brokerage.look', { request: ref });
    expect(words(partners)).toContain('1. Hollin Lane Primary School');
    expect(words(await bot.say(NORTHCLIFFE, ref))).toContain('A partner is being looked for');

    const form = await bot.press(PRIYA_NORTH, 'brokerage.start-propose', ASK_HOLLIN(ref));
    expect(words(form)).toContain('Ask Hollin Lane Primary School?');
    const asked = await propose(bot, ref);
    expect(words(asked)).toContain('Their headteacher is being asked now');
    expect(await leftOfOffer(bot)).toBe(2);
    expect(words(await bot.say(HOLLIN_LANE, 'our offers'))).toContain('4 of them, so 2 left');

    const [card] = await toldTo('head-hollin-lane');
    expect(card?.words).toContain('Could your school help another?');
    expect(card?.words).not.toMatch(/Northcliffe|Ruth|Ellison|blending|SR-/);
    expect(words(await bot.say(NORTHCLIFFE, ref))).toContain('A possible partner has been asked');

    expect(words(await bot.say(HOLLIN_LANE, 'What is waiting for me?'))).toContain('Could your school help? Phonics');
    expect(words(await bot.say(HOLLIN_LANE, ref))).toContain('Could your school help another?');
    const asks = await bot.press(HOLLIN_LANE, 'brokerage.start-refuse', { request: ref, proposal: 1, why: 'no' });
    expect(words(asks)).toContain('You can’t help this time');
    const no = await bot.press(HOLLIN_LANE, 'brokerage.refuse', {
      request: ref,
      proposal: 1,
      why: 'no',
      text: 'Our reading lead is away.',
    });
    expect(words(no)).toContain('Thank you for saying so');
    expect(await leftOfOffer(bot)).toBe(6);
    const news = (await toldTo('head-northcliffe')).map((one) => one.words).join('\n');
    expect(news).toContain('A school that was asked could not help this time');
    expect(news).not.toMatch(/Hollin|Sam Idowu|reading lead/);
    const adviser = (await toldTo('adviser-north')).map((one) => one.words).join('\n');
    expect(adviser).toContain('Sam Idowu could not help this time: “Our reading lead is away.”');

    const again = words(await bot.press(PRIYA_NORTH, 'brokerage.partners', { request: ref }));
    expect(again).toContain('it has said no to this request already');
    expect(again).toContain('1. Stonepit Junior School');
    await propose(bot, ref, { offer: 'stonepit-phonics', halfDays: '2' });
    const yes = await bot.press(STONEPIT, 'brokerage.consent', { request: ref, proposal: 2 });
    expect(words(yes)).toContain('The school that asked is Northcliffe Primary School');
    const head = words(await bot.say(NORTHCLIFFE, ref));
    expect(head).toContain('A partner has said yes');
    expect(head).toContain('Stonepit Junior School');
    expect(head).not.toContain('Hollin');
    expect(words(await bot.say(STONEPIT, ref))).toContain('More of our Year 1s blending');
    expect(bot.faults).toEqual([]);
    expect(everythingIn(yes)).not.toContain('Hollin');
  });

  it('is found by words: by its number, and by its school', async () => {
    for (const text of [
      `find a partner for ${Number(ref.slice(-4))}`,
      'Who could help Northcliffe?',
      `who can help ${ref}`,
    ]) {
      expect(words(await bot.say(PRIYA_NORTH, text)), text).toContain(`Partners for ${ref}`);
    }
    const all = words(await bot.say(PRIYA_NORTH, 'What still needs a partner?'));
    expect(all).toContain(ref);
    expect(all).toContain('Best: Hollin Lane Primary School');
  });

  it('gives the half-days back when it is withdrawn, and tells the school that was asked that it is not needed', async () => {
    await propose(bot, ref);
    await bot.press(NORTHCLIFFE, 'support.withdraw', { request: ref, text: 'Sorted, thank you.' });
    expect(await leftOfOffer(bot)).toBe(6);
    const told = await toldTo('head-hollin-lane');
    expect(told.map(({ reason }) => reason)).toEqual(['not_needed']);
    expect(told[0]?.words).toContain('It is not needed any more');
    expect(told[0]?.words).not.toMatch(/Northcliffe|Ruth|Sorted|SR-/);
    const late = words(await bot.press(HOLLIN_LANE, 'brokerage.consent', { request: ref, proposal: 1 }));
    expect(late).not.toMatch(/Northcliffe|Ruth/);
    expect(await leftOfOffer(bot)).toBe(6);
  });

  it('gives them back after a yes too', async () => {
    await propose(bot, ref);
    await bot.press(HOLLIN_LANE, 'brokerage.consent', { request: ref, proposal: 1 });
    expect(await leftOfOffer(bot)).toBe(2);
    await bot.press(NORTHCLIFFE, 'support.withdraw', { request: ref, text: '' });
    expect(await leftOfOffer(bot)).toBe(6);
    expect((await toldTo('head-hollin-lane')).map(({ reason }) => reason)).toEqual(['not_needed']);
  });

  it('is asked about again after five working days without an answer, and the adviser is told after ten', async () => {
    await propose(bot, ref);
    const reasons = async (person: string, days: number) =>
      (await toldTo(person, A_SCHOOL_DAY.add({ hours: 24 * days }))).map(({ reason }) => reason);
    expect(await reasons('head-hollin-lane', 6)).toEqual(['put_forward']);
    expect(await reasons('head-hollin-lane', 7)).toEqual(['put_forward', 'put_forward_again']);
    expect(await reasons('adviser-north', 13)).toEqual([]);
    expect(await reasons('adviser-north', 14)).toEqual(['unanswered']);
    const [silence] = await toldTo('adviser-north', A_SCHOOL_DAY.add({ hours: 24 * 14 }));
    expect(silence?.words).toContain('Hollin Lane Primary School has not answered yet');
    expect(silence?.words).toContain('Stop waiting for an answer');

    const sure = words(await bot.press(PRIYA_NORTH, 'brokerage.start-take-back', { request: ref }));
    expect(sure).toContain('Wait no longer for Hollin Lane Primary School?');
    const back = await bot.press(PRIYA_NORTH, 'brokerage.take-back', { request: ref, proposal: 1, why: 'no_answer' });
    expect(words(back)).toContain('was asked about this before, and did not answer in time (−15)');
    expect(await leftOfOffer(bot)).toBe(6);
    expect(await reasons('head-hollin-lane', 20)).toEqual(['not_needed']);
    await propose(bot, ref);
    expect(await reasons('head-hollin-lane', 20)).toEqual(['put_forward', 'put_forward_again']);
  });

  it('tells whoever has it by then when nobody answers', async () => {
    await propose(bot, ref);
    await bot.press(PRIYA_NORTH, 'brokerage.reassign', { request: ref, to: 'adviser-south', text: '' });
    const told = await wouldBeTold(bot, ref, A_SCHOOL_DAY.add({ hours: 24 * 14 }));
    expect(told.filter(({ reason }) => reason === 'unanswered').map(({ to }) => to)).toEqual(['adviser-south']);
  });

  it('never pairs two schools again once a conflict of interest was declared, whichever of them asks', async () => {
    await propose(bot, ref);
    await bot.press(HOLLIN_LANE, 'brokerage.refuse', {
      request: ref,
      proposal: 1,
      why: 'conflict',
      text: 'My sister teaches there.',
    });
    const adviser = (await toldTo('adviser-north')).map((one) => one.words).join('\n');
    expect(adviser).toContain('My sister teaches there.');
    await addOffer(bot, { id: 'hollin-other', school: 'hollin-lane', name: 'Hollin Lane Primary School' });
    const again = await sendRequest(bot, { ...PHONICS, form: 'form-2', asWell: true });
    await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: again });
    const partners = words(await bot.press(PRIYA_NORTH, 'brokerage.partners', { request: again }));
    expect(partners.match(/a conflict of interest has been declared between the two schools/g)).toHaveLength(2);
    expect(partners).not.toContain('My sister');
    await propose(bot, again);
    expect(words(await bot.press(PRIYA_NORTH, 'support.show', { request: again }))).toContain('Picked up');

    await addOffer(bot, { id: 'northcliffe-phonics', school: 'northcliffe', name: 'Northcliffe Primary School' });
    const other = await bot.press(HOLLIN_LANE, 'support.submit', { ...PHONICS, school: 'hollin-lane', form: 'form-3' });
    const theirs = /SR-\d{4}-\d{4}/.exec(words(other))?.[0] ?? '';
    await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: theirs });
    expect(words(await bot.press(PRIYA_NORTH, 'brokerage.partners', { request: theirs }))).toContain(
      'conflict of interest',
    );
  });
});

describe('Two requests after the same half-days', () => {
  it('do not both get them, and the second is told how many are left', async () => {
    const second = await sendRequest(bot, { ...PHONICS, form: 'form-2', asWell: true });
    await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: second });
    const [one, other] = await Promise.all([propose(bot, ref), propose(bot, second)]);
    const said = [one, other].map((answer) => answer && words(answer));
    expect(said.filter((each) => each?.includes('is being asked now'))).toHaveLength(1);
    expect(said.join('\n')).toMatch(/2 half-days left|taken some of those half-days/);
    expect(await leftOfOffer(bot)).toBe(2);
    const all = words(await bot.press(PRIYA_NORTH, 'brokerage.unmatched', {}));
    expect(all).toContain(ref);
    expect(all).toContain(second);
  });

  it('are each suggested a partner that leaves enough for all', async () => {
    await addOffer(bot, { id: 'stonepit-phonics', school: 'stonepit', name: 'Stonepit Junior School' });
    const second = await sendRequest(bot, { ...PHONICS, form: 'form-2', asWell: true });
    await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: second });
    const all = words(await bot.press(PRIYA_NORTH, 'brokerage.unmatched', {}));
    expect(all.match(/Best: Hollin Lane Primary School/g)).toHaveLength(2);
    expect(all).toContain('Seen together with the other requests: Stonepit Junior School, ');
  });
});

describe('A request that no offer fits', () => {
  it('says so, and what to do about it', async () => {
    const governance = await sendRequest(bot, { ...PHONICS, form: 'form-2', focus: 'governance' });
    await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: governance });
    const partners = words(await bot.press(PRIYA_NORTH, 'brokerage.look', { request: governance }));
    expect(partners).toContain('No offer fits this request');
    expect(partners).toContain('Pass it up');
    const all = words(await bot.press(PRIYA_NORTH, 'brokerage.unmatched', {}));
    expect(all.indexOf(governance)).toBeLessThan(all.indexOf(`${ref}: `));
  });
});

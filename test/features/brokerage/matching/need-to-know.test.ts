import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../../src/core/disclosure.ts';
import type { Answer } from '../../../../src/core/reply.ts';
import type { JsonObject } from '../../../../src/core/store.ts';
import { RequestRef, readRequest } from '../../../../src/features/support/index.ts';
import { A_SCHOOL_DAY, type Bot, everythingIn, openBot, wordsOf } from '../../../harness/bot.ts';
import {
  addPerson,
  BECKWITH,
  CHAIR_OF_NORTHCLIFFE,
  HELEN_OVER_ALL,
  HOLLIN_LANE,
  MOORBANK,
  NORTHCLIFFE,
  OFFICER,
  PHONICS,
  PRIYA_NORTH,
  STONEPIT,
  sendRequest,
  TOM_SOUTH,
  UNLINKED,
  wouldBeTold,
} from '../desk.ts';
import { ASK_HOLLIN, addOffer, leftOfOffer, offerNow, propose } from './partners-desk.ts';

let bot: Bot;
let ref: string;
beforeEach(async () => {
  bot = await openBot();
  ref = await sendRequest(bot, { chairMayKnow: 'true' });
  await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: ref });
});

const words = (answer: Answer) => wordsOf(answer.here);
const state = async (of = ref) => (await readRequest(bot.store, RequestRef.parse(of)))?.request;
const later = A_SCHOOL_DAY.add({ hours: 24 * 60 });

/** What would tell the requester who was asked. */
const PARTNER = /hollin|sam idowu|head-hollin|demo-hollin/i;
/** What would tell the partner who asked. The request's number is carried by buttons and names nobody. */
const ASKER = /northcliffe|ruth|ellison|blending|daily sessions|priya nair has/i;

describe('The school that asked', () => {
  it('never learns who was asked, whatever it looks at, until there is a yes', async () => {
    await propose(bot, ref);
    const looks = async () => [
      await bot.say(NORTHCLIFFE, ref),
      await bot.say(CHAIR_OF_NORTHCLIFFE, ref),
      await bot.say(NORTHCLIFFE, 'our requests'),
      await bot.press(NORTHCLIFFE, 'support.list', {}),
      await bot.press(NORTHCLIFFE, 'support.show', { request: ref }),
      await bot.press(NORTHCLIFFE, 'brokerage.partners', { request: ref }),
      await bot.press(NORTHCLIFFE, 'brokerage.unmatched', {}),
      await bot.press(NORTHCLIFFE, 'brokerage.start-propose', ASK_HOLLIN('SR-2026-0001')),
      await bot.press(NORTHCLIFFE, 'brokerage.start-take-back', { request: ref }),
    ];
    const toldSoFar = async () =>
      (await wouldBeTold(bot, ref, later)).filter(({ to }) => to === 'head-northcliffe' || to === 'chair-northcliffe');
    const check = async () => {
      for (const answer of await looks()) expect(everythingIn(answer)).not.toMatch(PARTNER);
      for (const one of await toldSoFar()) expect(one.words).not.toMatch(PARTNER);
    };
    await check();
    await bot.press(HOLLIN_LANE, 'brokerage.refuse', {
      request: ref,
      proposal: 1,
      why: 'conflict',
      text: 'We share a governor.',
    });
    await check();
    expect(words(await bot.say(NORTHCLIFFE, ref))).not.toMatch(/share a governor|conflict/);
    expect((await toldSoFar()).length).toBeGreaterThan(1);
  });

  it('cannot work out from the directory whose half-days were set aside', async () => {
    const before = words(await bot.press(NORTHCLIFFE, 'support.find', { focuses: ['phonics'] }));
    await propose(bot, ref);
    expect(await leftOfOffer(bot)).toBe(2);
    expect(words(await bot.press(NORTHCLIFFE, 'support.find', { focuses: ['phonics'] }))).toBe(before);
  });
});

describe('The school that is asked', () => {
  it('learns nothing of who asked until it says yes, whatever it looks at', async () => {
    await propose(bot, ref);
    const looks = [
      await bot.press(HOLLIN_LANE, 'brokerage.start-refuse', { request: ref, proposal: 1, why: 'conflict' }),
      await bot.press(HOLLIN_LANE, 'support.show', { request: ref }),
      await bot.say(HOLLIN_LANE, ref),
      await bot.say(HOLLIN_LANE, 'what is waiting for me'),
      await bot.say(HOLLIN_LANE, 'our offers'),
      await bot.press(HOLLIN_LANE, 'support.list', { which: 'waiting' }),
      await bot.press(HOLLIN_LANE, 'brokerage.partners', { request: ref }),
      await bot.press(HOLLIN_LANE, 'support.withdraw', { request: ref }),
      await bot.press(HOLLIN_LANE, 'brokerage.take-back', { request: ref, proposal: 1, why: 'no_answer' }),
    ];
    for (const answer of looks) expect(everythingIn(answer)).not.toMatch(ASKER);
    for (const one of await wouldBeTold(bot, ref, later)) {
      if (one.to === 'head-hollin-lane') expect(one.words).not.toMatch(ASKER);
    }
    expect(await state()).toMatchObject({ state: 'proposed' });
  });

  it('hears nothing more once it has said no', async () => {
    await propose(bot, ref);
    await bot.press(HOLLIN_LANE, 'brokerage.refuse', { request: ref, proposal: 1, why: 'no' });
    for (const verb of ['support.show', 'brokerage.look', 'brokerage.partners']) {
      expect(words(await bot.press(HOLLIN_LANE, verb, { request: ref })), verb).toContain(NOT_YOURS_TO_KNOW);
    }
    const again = words(await bot.press(HOLLIN_LANE, 'brokerage.consent', { request: ref, proposal: 1 }));
    expect(again).toContain('no longer waiting for you');
    expect(again).not.toMatch(ASKER);
  });

  it('reads the request after its yes, and nothing of how it was found', async () => {
    await bot.press(PRIYA_NORTH, 'brokerage.ask', { request: ref, text: 'Is the deputy still away?' });
    await bot.press(NORTHCLIFFE, 'support.answer', { request: ref, text: 'Until June, in confidence.' });
    await addOffer(bot, { id: 'stonepit-phonics', school: 'stonepit', name: 'Stonepit Junior School' });
    await propose(bot, ref, { offer: 'stonepit-phonics' });
    await bot.press(STONEPIT, 'brokerage.refuse', { request: ref, proposal: 1, why: 'no', text: 'Too busy.' });
    await propose(bot, ref);
    await bot.press(HOLLIN_LANE, 'brokerage.consent', { request: ref, proposal: 2 });
    await bot.press(PRIYA_NORTH, 'brokerage.ask', { request: ref, text: 'Who will lead it?' });
    const read = words(await bot.say(HOLLIN_LANE, ref));
    expect(read).toContain('Northcliffe Primary School');
    expect(read).toContain('More of our Year 1s blending');
    expect(read).not.toMatch(/deputy|in confidence|could not help|Too busy|Stonepit|Who will lead/);
    expect(words(await bot.say(STONEPIT, ref))).toContain(NOT_YOURS_TO_KNOW);
  });
});

describe('An adviser’s message to a school', () => {
  it.each([
    'Northcliffe would be glad of it.',
    'For Ruth Ellison.',
    'More of our Year 1s blending with confidence, please.',
  ])('is not sent when it would tell who asks: “%s”', async (text) => {
    const answer = await bot.press(PRIYA_NORTH, 'brokerage.propose', { ...ASK_HOLLIN(ref), halfDays: '4', text });
    expect(words(answer)).toContain('Nobody has been asked yet');
    expect(await state()).toMatchObject({ state: 'assigned', proposals: 0 });
    expect((await offerNow(bot)).holds).toEqual([]);
  });

  it('is not sent with words about a child, nor empty', async () => {
    for (const text of ['A child called Ava in Year 1 is being hurt at home', '']) {
      await propose(bot, ref, { text });
      expect(await state()).toMatchObject({ state: 'assigned' });
      expect((await offerNow(bot)).holds).toEqual([]);
    }
  });
});

describe('A button that was changed on its way, or is somebody else’s', () => {
  const asItIs = async () => JSON.stringify([await state(), (await offerNow(bot)).holds]);

  it('does nothing for anybody who may not look for a partner', async () => {
    await addPerson(bot, {
      nn: '51',
      id: 'adviser-other',
      name: 'Olu Other',
      grants: [{ role: 'adviser', scope: { type: 'area', id: 'north' } }],
    });
    const was = await asItIs();
    const everybody = [
      NORTHCLIFFE,
      HOLLIN_LANE,
      TOM_SOUTH,
      HELEN_OVER_ALL,
      STONEPIT,
      OFFICER,
      BECKWITH,
      MOORBANK,
      UNLINKED,
      '51',
    ];
    for (const nn of everybody) {
      const looked = await bot.press(nn, 'brokerage.partners', { request: ref });
      expect(words(looked), nn).not.toContain('Partners for');
      await bot.press(nn, 'brokerage.look', { request: ref });
      expect(words(await bot.press(nn, 'brokerage.start-propose', ASK_HOLLIN(ref))), nn).not.toContain('Ask Hollin');
      await propose(bot, ref, {}, nn);
      expect(await asItIs(), nn).toBe(was);
    }
    expect(bot.faults).toEqual([]);
  });

  it('does nothing when anybody but the headteacher who was asked answers', async () => {
    await propose(bot, ref);
    const was = await asItIs();
    for (const nn of [
      NORTHCLIFFE,
      CHAIR_OF_NORTHCLIFFE,
      TOM_SOUTH,
      PRIYA_NORTH,
      HELEN_OVER_ALL,
      STONEPIT,
      OFFICER,
      UNLINKED,
    ]) {
      for (const [verb, more] of [
        ['brokerage.consent', {}],
        ['brokerage.refuse', { why: 'no' }],
        ['brokerage.start-refuse', { why: 'conflict' }],
      ] as const) {
        await bot.press(nn, verb, { request: ref, proposal: 1, ...more });
        expect(await asItIs(), `${nn} ${verb}`).toBe(was);
      }
    }
    expect(bot.faults).toEqual([]);
  });

  it('does nothing with another proposal’s number, another request, another offer or more half-days than there are', async () => {
    const other = await sendRequest(bot, { ...PHONICS, form: 'form-2', asWell: true });
    await propose(bot, ref);
    const was = await asItIs();
    const presses: readonly (readonly [string, string, JsonObject])[] = [
      [HOLLIN_LANE, 'brokerage.consent', { request: ref, proposal: 2 }],
      [HOLLIN_LANE, 'brokerage.consent', { request: ref, proposal: 0 }],
      [HOLLIN_LANE, 'brokerage.consent', { request: ref, proposal: '1' }],
      [HOLLIN_LANE, 'brokerage.consent', { request: other, proposal: 1 }],
      [HOLLIN_LANE, 'brokerage.consent', { request: 'SR-2026-9999', proposal: 1 }],
      [HOLLIN_LANE, 'brokerage.consent', { request: ref, proposal: 1, as: 'head-stonepit' }],
      [HOLLIN_LANE, 'brokerage.refuse', { request: ref, proposal: 7, why: 'no' }],
      [HOLLIN_LANE, 'brokerage.refuse', { request: ref, proposal: 1, why: 'because' }],
      [PRIYA_NORTH, 'brokerage.take-back', { request: ref, proposal: 2, why: 'no_answer' }],
      [PRIYA_NORTH, 'brokerage.propose', { ...ASK_HOLLIN(ref), halfDays: '2', text: 'Again, please.' }],
      [PRIYA_NORTH, 'brokerage.propose', { ...ASK_HOLLIN(other), halfDays: '2', text: 'Again, please.' }],
    ];
    for (const [nn, verb, data] of presses) {
      await bot.press(nn, verb, data);
      expect(await asItIs(), JSON.stringify([verb, data])).toBe(was);
      expect(await state(other)).toMatchObject({ state: 'submitted' });
    }
    await bot.press(PRIYA_NORTH, 'brokerage.accept', { request: other });
    for (const more of [
      { halfDays: '3' },
      { halfDays: '0' },
      { halfDays: '-1' },
      { halfDays: '1.5' },
      { halfDays: 'NaN' },
      { halfDays: '' },
      { offer: 'no-such-offer' },
      { offer: 'demo-hollin-lane-reading/../x' },
    ]) {
      await propose(bot, other, more);
      expect(await state(other), JSON.stringify(more)).toMatchObject({ state: 'assigned', proposals: 0 });
      expect(await asItIs()).toBe(was);
    }
    expect(bot.faults).toEqual([]);
  });

  it('tells a stranger the same of a request that is there and one that is not', async () => {
    await propose(bot, ref);
    for (const verb of ['brokerage.partners', 'brokerage.look', 'brokerage.start-take-back']) {
      const there = await bot.press(MOORBANK, verb, { request: ref });
      const not = await bot.press(MOORBANK, verb, { request: 'SR-2026-9999' });
      expect(words(there), verb).toBe(words(not));
    }
  });
});

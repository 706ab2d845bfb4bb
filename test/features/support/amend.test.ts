import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { type Bot, openBot, wordsOf } from '../../harness/bot.ts';
import {
  CHAIR_OF_NORTHCLIFFE,
  HOLLIN_LANE,
  NORTHCLIFFE,
  PHONICS,
  PRIYA_NORTH,
  sendRequest,
  wouldBeTold,
} from '../brokerage/desk.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

const { form: _form, school: _school, ...AS_SENT } = PHONICS;
const press = async (nn: string, verb: string, data: object) =>
  wordsOf((await bot.press(nn, verb, data as never)).here);
const amend = (ref: string, changes: object, nn = NORTHCLIFFE) =>
  press(nn, 'support.amend', { ...AS_SENT, request: ref, ...changes });
const history = async (ref: string) => {
  const page = await bot.store.query({
    type: 'support-entry',
    partition: `request:${ref}`,
    orderBy: { field: 'n', direction: 'ascending' },
  });
  return page.items.map(({ body }) => [body.did, body.said]);
};

describe('A request that was sent', () => {
  it('can be changed by who sent it: the card begins with what it says now, and nothing changes yet', async () => {
    const ref = await sendRequest(bot);
    const form = await bot.say(NORTHCLIFFE, 'change request 1');
    expect(wordsOf(form.here)).toContain(`Change ${ref}`);
    expect(JSON.stringify(form.here)).toContain('More of our Year 1s blending with confidence.');
    expect(wordsOf(form.here)).toContain('Nothing changes until you press the button');
    expect(await history(ref)).toEqual([['submit', undefined]]);
  });

  it('keeps what it said before, and tells whoever was asked what is different', async () => {
    const ref = await sendRequest(bot);
    const answer = await amend(ref, { halfDays: '6', outcome: 'Every Year 1 blending.' });
    expect(answer).toContain('It is changed, and Priya Nair is being told.');
    expect(answer).toContain('Every Year 1 blending.');
    expect(await history(ref)).toEqual([
      ['submit', undefined],
      [
        'amend',
        'Half-days: 6 (was 4); What should be different: Every Year 1 blending. (was More of our Year 1s blending with confidence.)',
      ],
    ]);
    const told = await wouldBeTold(bot, ref);
    expect(told.find(({ to, reason }) => to === 'adviser-north' && reason === 'news')?.words).toContain(
      'Ruth Ellison changed what is asked for: “Half-days: 6 (was 4)',
    );
  });

  it('can be changed once somebody has it, who is told; and stays theirs', async () => {
    const ref = await sendRequest(bot);
    await press(PRIYA_NORTH, 'brokerage.accept', { request: ref });
    expect(await amend(ref, { tried: 'Daily sessions, and a visit.' })).toContain('Priya Nair is being told');
    expect(await press(NORTHCLIFFE, 'support.show', { request: ref })).toContain('Picked up');
  });

  it('is not changed by the same words again, nor by pressing twice', async () => {
    const ref = await sendRequest(bot);
    expect(await amend(ref, {})).toContain('what it says already');
    await amend(ref, { halfDays: '6' });
    expect(await amend(ref, { halfDays: '6' })).toContain('what it says already');
    expect(await history(ref)).toHaveLength(2);
  });

  it('is not changed to what cannot be asked or kept', async () => {
    const ref = await sendRequest(bot);
    expect(await amend(ref, { outcome: ' ' })).toContain('what should be different afterwards');
    expect(await amend(ref, { from: '2027-02-01', to: '2027-01-01' })).toContain('before the first');
    expect(await amend(ref, { focus: 'football' })).toContain('choose what it is about');
    expect(await amend(ref, { tried: 'A pupil told us her stepdad hits her.' })).toContain('a child may be at risk');
    expect(await history(ref)).toHaveLength(1);
  });

  it('is not changed by anybody else', async () => {
    const ref = await sendRequest(bot);
    expect(await amend(ref, { halfDays: '6' }, PRIYA_NORTH)).toContain('Only the headteacher');
    expect(await amend(ref, { halfDays: '6' }, HOLLIN_LANE)).toContain(NOT_YOURS_TO_KNOW);
    expect(await amend(ref, { halfDays: '6' }, CHAIR_OF_NORTHCLIFFE)).toContain(NOT_YOURS_TO_KNOW);
    expect(await press(PRIYA_NORTH, 'support.start-amend', { request: ref })).toContain('Only the headteacher');
    expect(await history(ref)).toHaveLength(1);
  });

  it('is not changed once it is over, and keeps its school whatever the card says', async () => {
    const ref = await sendRequest(bot);
    expect(await amend(ref, { school: 'hollin-lane', halfDays: '6' })).toContain('older message');
    await press(NORTHCLIFFE, 'support.withdraw', { request: ref });
    expect(await amend(ref, { halfDays: '6' })).toContain('was withdrawn');
  });
});

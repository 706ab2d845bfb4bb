import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { OutboxRow } from '../../../src/core/outbox.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import { wordsOf } from '../../harness/bot.ts';
import { personOf, schoolWrite } from '../../harness/records.ts';
import { openWorld, refusalOf, type World } from '../../harness/world.ts';

const PEOPLE = [
  personOf('head', [['headteacher', 'school:alder']], {
    displayName: 'Ruth Ellison',
    title: 'Headteacher',
    phone: '01632 960101',
  }),
  personOf('chair', [['chair_of_governors', 'school:alder']]),
  personOf('deputy', [['deputy_headteacher', 'school:alder']]),
  personOf('other-head', [['headteacher', 'school:birch']]),
  personOf('adviser', [['adviser', 'area:north']], { displayName: 'Priya Nair' }),
  personOf('service', [['head_of_service', 'authority']], { displayName: 'Helen Marsh' }),
  personOf('group', [['review_group_member', 'review_group:primary-north']]),
  personOf('officer', [['officer', 'authority']]),
];
const RECORDS = [schoolWrite('alder', { area: 'north' }), schoolWrite('birch', { area: 'nowhere' })];

let world: World;
beforeEach(async () => {
  world = await openWorld({ people: PEOPLE, records: RECORDS });
});

const FORM = { school: 'alder', ref: 'form-1', kind: 'factual_accuracy', text: 'The deputy is the substantive head.' };
const send = (viewer: string | undefined, over: JsonObject = {}) =>
  world.run(viewer, 'categories.challenge', { ...FORM, ...over });
const start = (viewer: string | undefined, over: JsonObject = {}) =>
  world.run(viewer, 'categories.start-challenge', { school: 'alder', ...over });
const kept = async () => (await world.store.query({ type: 'challenge' })).items.map((item) => item.body);
const notices = async () =>
  (await world.store.query({ type: 'outbox' })).items
    .map((item) => OutboxRow.parse(item.body))
    .filter((row) => row.kind === 'notice');

describe('Before anything is sent', () => {
  it('the form says to whom it goes, when an answer is due, and that nothing is sent yet', async () => {
    const form = wordsOf([world.renderer.render(await start('head'))]);
    expect(form).toContain('This goes to Priya Nair in your own words');
    expect(form).toContain('An answer is due within 10 working days.');
    expect(form).toContain('Nothing is sent until you press the button');
    expect(await kept()).toEqual([]);
    expect(await notices()).toEqual([]);
  });

  it('the form begins with what the person said and meant', async () => {
    expect((await start('head', { kind: 'review', text: 'Please look again.' })).data).toMatchObject({
      kind: 'review',
      text: 'Please look again.',
    });
  });

  it('says nothing of days where the authority has set none', async () => {
    const tiers = await openWorld({ partnership: 'leicestershire-tiers', people: PEOPLE, records: RECORDS });
    expect((await tiers.run('head', 'categories.start-challenge', { school: 'alder' })).data.due).toBe('');
  });

  it.each(['deputy', 'other-head', 'group', 'officer', undefined])('is no form for %s', async (viewer) => {
    expect((await refusalOf(start(viewer))).sentence).toBe(NOT_YOURS_TO_KNOW);
  });
});

describe('A challenge', () => {
  it('is kept in the person’s own words and the adviser is told, in one commit', async () => {
    const reply = await send('head');
    expect(reply.summary).toBe(
      'Your challenge for Alder School has been sent. It is recorded, and Priya Nair is being told now. An answer is due within 10 working days.',
    );
    expect(reply.queued).toBe(true);
    expect(await kept()).toEqual([
      expect.objectContaining({ school: 'alder', state: 'open', text: FORM.text, told: ['adviser'] }),
    ]);
    const [notice] = await notices();
    expect(notice).toMatchObject({ to: 'adviser', kind: 'notice', patient: false, state: 'due' });
    expect(notice?.kind === 'notice' && notice.data).toMatchObject({
      by: 'Ruth Ellison, Headteacher',
      text: FORM.text,
    });
  });

  it('is opened once, however often its card is sent', async () => {
    await send('head');
    const again = await send('head');
    expect(again.queued).toBe(false);
    expect(again.summary).toContain('has been sent');
    expect(await kept()).toHaveLength(1);
    expect(await notices()).toHaveLength(1);
  });

  it('is opened once when pressed twice at the same moment', async () => {
    const replies = await Promise.all([send('head'), send('head')]);
    expect(replies.map((reply) => reply.queued).toSorted()).toEqual([false, true]);
    expect(await kept()).toHaveLength(1);
  });

  it.each([
    ['other words', { text: 'And another thing.' }],
    ['another kind', { kind: 'review' }],
    ['another card', { ref: 'form-2' }],
  ])('is another with %s', async (_, over) => {
    await send('head');
    await send('head', over);
    expect(await kept()).toHaveLength(2);
  });

  it('of the head is not swallowed by the chair’s with the same card and words', async () => {
    await send('head');
    await send('chair');
    expect((await kept()).map((each) => (each.raised as JsonObject).person).toSorted()).toEqual(['chair', 'head']);
  });

  it('is taken from a card whose reference is as long as platforms make them', async () => {
    await send('head', { ref: 'ä'.repeat(300) });
    expect(await kept()).toHaveLength(1);
  });
});

describe('Who is told', () => {
  it('the head of service, where the adviser raises it', async () => {
    expect((await send('adviser')).summary).toContain('Helen Marsh is being told now');
    expect((await notices()).map((notice) => notice.to)).toEqual(['service']);
  });

  it('the head of service, where no adviser is on record', async () => {
    await world.run('other-head', 'categories.challenge', { ...FORM, school: 'birch' });
    expect((await notices()).map((notice) => notice.to)).toEqual(['service']);
  });

  it('nobody is told twice of what they raise themselves; they are sent to the team instead', async () => {
    const reply = await world.run('service', 'categories.challenge', { ...FORM, school: 'birch' });
    expect(reply.summary).toContain('nobody is on record for me to tell. Please speak to Calderbrook');
    expect(await notices()).toEqual([]);
    expect(await kept()).toHaveLength(1);
  });

  it('the form and the sending name the same people', async () => {
    expect((await start('adviser')).data.to).toBe('Helen Marsh');
    expect((await start('head')).data.to).toBe('Priya Nair');
  });
});

describe('A card changed on its way, or pressed by somebody else', () => {
  it.each(['deputy', 'other-head', 'group', 'officer', undefined])('sends nothing for %s', async (viewer) => {
    expect((await refusalOf(send(viewer))).sentence).toBe(NOT_YOURS_TO_KNOW);
    expect(await kept()).toEqual([]);
    expect(await notices()).toEqual([]);
  });

  it.each([[{ kind: 'appeal' }], [{ ref: '' }], [{ school: '../alder' }], [{ told: ['somebody'] }], [{ text: 7 }]])(
    'is refused by its schema: %j',
    async (over) => {
      await expect(send('head', over as JsonObject)).rejects.toThrow();
      expect(await kept()).toEqual([]);
    },
  );

  it('with no words is asked for some', async () => {
    expect((await refusalOf(send('head', { text: '   ' }))).sentence).toContain('Nothing has been sent yet');
  });

  it('with a whole letter in it is told what to do with the letter', async () => {
    const refusal = await refusalOf(send('head', { text: 'long '.repeat(500) }));
    expect(refusal.sentence).toContain('longer than I can pass on (2000 characters)');
    expect(await kept()).toEqual([]);
  });

  it('asking for a route that is not open here is refused', async () => {
    world.framework.assignment.challenge.routes = ['factual_accuracy'];
    expect((await refusalOf(send('head', { kind: 'review' }))).sentence).toContain('Nothing has been sent');
    expect((await start('head', { kind: 'review' })).data).toMatchObject({
      kind: 'factual_accuracy',
      kinds: [{ title: 'A fact on the record is wrong', value: 'factual_accuracy' }],
    });
  });
});

import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { OutboxRow } from '../../../src/core/outbox.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import { wordsOf } from '../../harness/bot.ts';
import { levelWrite, personOf, personWrite, schoolWrite } from '../../harness/records.ts';
import { heard, londonMorning, openWorld, refusalOf, type World } from '../../harness/world.ts';

const PEOPLE = [
  personOf('head', [['headteacher', 'school:alder']], { displayName: 'Ruth Ellison' }),
  personOf('chair', [['chair_of_governors', 'school:alder']]),
  personOf('other-head', [['headteacher', 'school:birch']]),
  personOf('adviser', [['adviser', 'area:north']], { displayName: 'Priya Nair' }),
  personOf('head-and-adviser-elsewhere', [
    ['headteacher', 'school:alder'],
    ['adviser', 'area:south'],
  ]),
  personOf('senior', [['senior_adviser', 'authority']]),
  personOf('service', [['head_of_service', 'authority']], { displayName: 'Helen Marsh' }),
  personOf('officer', [['officer', 'authority']]),
];
const RECORDS = [
  schoolWrite('alder', { area: 'north' }),
  schoolWrite('birch'),
  levelWrite('alder', '3', { communicated: { by: 'Priya Nair', at: '2026-10-09' } }),
];

let world: World;
let id: string;
beforeEach(async () => {
  world = await openWorld({ people: PEOPLE, records: RECORDS });
  id = await raise();
});

async function raise(over: JsonObject = {}, viewer = 'head'): Promise<string> {
  const form = { school: 'alder', ref: 'form', kind: 'factual_accuracy', text: 'The deputy is the head.', ...over };
  await world.run(viewer, 'categories.challenge', form);
  const items = (await world.store.query({ type: 'challenge', limit: 100 })).items;
  return String(items.find(({ body }) => body.text === form.text && body.kind === form.kind)?.body.id);
}

const settle = (viewer: string | undefined, over: JsonObject = {}) =>
  world.run(viewer, 'categories.outcome', {
    school: 'alder',
    challenge: id,
    outcome: 'not_upheld',
    text: 'The governors’ minutes say otherwise.',
    ...over,
  });
const show = (viewer: string | undefined, about = 'challenges', over = {}) =>
  world.run(viewer, 'categories.challenges', { school: 'alder', about }, over);
const kept = async () => (await world.store.query({ type: 'challenge' })).items[0]?.body;
const queued = async (reason: string) =>
  (await world.store.query({ type: 'outbox' })).items
    .map((item) => OutboxRow.parse(item.body))
    .filter((row) => row.kind === 'reminder' && row.reason === reason)
    .map((row) => row as Extract<OutboxRow, { kind: 'reminder' }>);
const saysOn = async (row: Extract<OutboxRow, { kind: 'reminder' }> | undefined, at: Temporal.Instant) => {
  const stillDue = world.features.find((feature) => feature.key === 'categories')?.stillDue;
  if (!row || !stillDue) throw new Error('Nothing was queued');
  return stillDue(row, at);
};

describe('An outcome', () => {
  it.each(['adviser', 'senior', 'service'])('is recorded by %s, in their own words', async (viewer) => {
    await settle(viewer);
    expect(await kept()).toMatchObject({
      state: 'not_upheld',
      text: 'The deputy is the head.',
      outcome: { person: viewer, at: '2026-11-18', text: 'The governors’ minutes say otherwise.' },
    });
  });

  it('reaches the challenger, who is told why', async () => {
    expect((await settle('adviser')).queued).toBe(true);
    const rows = await queued('challenge-settled');
    expect(rows.map((row) => row.to)).toEqual(['head']);
    const card = await saysOn(rows[0], londonMorning('2026-11-18'));
    expect(card?.summary).toBe(
      'Alder School. A challenge has an outcome. Not upheld on 18 November 2026 by Priya Nair: The governors’ minutes say otherwise.',
    );
  });

  it('reaches the adviser too, where somebody above them recorded it', async () => {
    await settle('service');
    expect((await queued('challenge-settled')).map((row) => row.to).toSorted()).toEqual(['adviser', 'head']);
  });

  it('upheld changes no record, and says that somebody must', async () => {
    const before = await world.store.get({ partition: 'school:alder', id: 'category/2026-27' });
    const reply = await settle('adviser', { outcome: 'upheld' });
    expect(reply.summary).toContain('Nothing on the school’s record has changed by this: somebody must now correct it');
    expect(await world.store.get({ partition: 'school:alder', id: 'category/2026-27' })).toEqual(before);
    expect((await world.store.query({ type: 'category-history' })).items).toEqual([]);
  });

  it('stands once recorded: the second to press is told so', async () => {
    await settle('adviser');
    const refusal = await refusalOf(settle('service', { outcome: 'upheld' }));
    expect(refusal).toMatchObject({ code: 'already_done' });
    expect(refusal.sentence).toContain('Priya Nair recorded an outcome on 18 November 2026');
    expect(await kept()).toMatchObject({ state: 'not_upheld' });
  });

  it('of two pressed at one moment, exactly one is recorded', async () => {
    const both = await Promise.allSettled([settle('adviser'), settle('service', { outcome: 'upheld' })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('sent twice from one card is recorded once', async () => {
    await settle('adviser');
    expect((await settle('adviser')).queued).toBe(false);
    expect(await queued('challenge-settled')).toHaveLength(1);
  });

  it('is not heard by a challenger who has left since', async () => {
    await settle('adviser');
    const [row] = await queued('challenge-settled');
    const left = personOf('head', [['headteacher', 'school:alder', '2020-09-01', '2026-11-01']]);
    await world.store.commit([personWrite(left)]);
    expect(await saysOn(row, londonMorning('2026-11-18'))).toBeUndefined();
  });
});

describe('Nobody else records one', () => {
  it.each(['head', 'chair', 'other-head', 'officer', 'head-and-adviser-elsewhere', undefined])('%s', async (viewer) => {
    expect((await refusalOf(settle(viewer))).sentence).toBe(NOT_YOURS_TO_KNOW);
    const form = world.run(viewer, 'categories.start-outcome', { school: 'alder', challenge: id });
    expect((await refusalOf(form)).sentence).toBe(NOT_YOURS_TO_KNOW);
    expect(await kept()).toMatchObject({ state: 'open' });
  });

  it('who raised it themselves', async () => {
    id = await raise({ text: 'Raised by the adviser.' }, 'adviser');
    expect((await refusalOf(settle('adviser'))).sentence).toBe(NOT_YOURS_TO_KNOW);
    expect((await settle('service')).summary).toContain('It is recorded.');
  });

  it('on a challenge that does not exist', async () => {
    expect((await refusalOf(settle('service', { challenge: 'no-such' }))).sentence).toBe(NOT_YOURS_TO_KNOW);
  });

  it('without a word of why, or with too many', async () => {
    expect((await refusalOf(settle('adviser', { text: '  ' }))).sentence).toContain('Nothing has been recorded yet');
    expect((await refusalOf(settle('adviser', { text: 'long '.repeat(500) }))).sentence).toContain('2000 characters');
    expect(await kept()).toMatchObject({ state: 'open' });
  });
});

describe('A review is decided by whom the framework says', () => {
  beforeEach(async () => {
    id = await raise({ kind: 'review', text: 'Please look again.' });
  });

  it('an adviser may only say that it was answered', async () => {
    const form = await world.run('adviser', 'categories.start-outcome', { school: 'alder', challenge: id });
    expect(form.data.outcomes).toMatchObject([{ value: 'answered' }]);
    const refusal = await refusalOf(settle('adviser', { outcome: 'upheld' }));
    expect(refusal).toMatchObject({ code: 'not_your_role', problems: [{ input: 'outcome' }] });
    expect((await settle('adviser', { outcome: 'answered' })).summary).toContain('It is recorded. Ruth Ellison is');
  });

  it('the head of service may uphold it', async () => {
    expect((await settle('service', { outcome: 'upheld' })).summary).toContain('It is recorded.');
  });
});

describe('“Where is our challenge?”', () => {
  it('says who has it and by when an answer is due, and who set that', async () => {
    const reply = await show('head');
    expect(reply.summary).toBe(
      'Alder School. Open. It is with Priya Nair. An answer is due by Wednesday 2 December 2026.',
    );
    expect(wordsOf([world.renderer.render(reply)])).toContain(
      'Days for an answer: set by the Head of Learning Improvement, Calderbrook, 1 September 2025',
    );
  });

  it('says plainly that the day has passed', async () => {
    const now = londonMorning('2026-12-03');
    expect((await show('head', 'challenges', { now, today: Temporal.PlainDate.from('2026-12-03') })).summary).toContain(
      'An answer was due by Wednesday 2 December 2026, and none is recorded yet.',
    );
  });

  it('says what came of it', async () => {
    await settle('adviser', { outcome: 'answered', text: 'We talked it through.' });
    expect((await show('head')).summary).toBe(
      'Alder School. Answered on 18 November 2026 by Priya Nair: We talked it through.',
    );
  });

  it('offers the outcome to those who may record it, and to nobody else', async () => {
    const offers = async (viewer: string) =>
      wordsOf([world.renderer.render(await show(viewer))]).includes('Record the outcome');
    expect([await offers('adviser'), await offers('service'), await offers('head')]).toEqual([true, true, false]);
  });

  it('names no day where the authority has set none', async () => {
    const tiers = await openWorld({ partnership: 'leicestershire-tiers', people: PEOPLE, records: RECORDS });
    await tiers.run('head', 'categories.challenge', {
      school: 'alder',
      ref: 'f',
      kind: 'review',
      text: 'Again, please.',
    });
    const reply = await tiers.run('head', 'categories.challenges', { school: 'alder' });
    expect(reply.summary).toContain('No number of days is set here for an answer.');
    expect((await tiers.store.query({ type: 'outbox' })).items.map(({ body }) => body.kind)).toEqual(['notice']);
  });

  it.each(['other-head', 'officer', undefined])('is not for %s', async (viewer) => {
    expect((await refusalOf(show(viewer))).sentence).toBe(NOT_YOURS_TO_KNOW);
  });
});

describe('“When does the accuracy check close?”', () => {
  it('counts working days from the day the school was told, and says who set them', async () => {
    const reply = await show('head', 'accuracy');
    expect(reply.summary).toBe(
      'Alder School. The accuracy check closed at the end of Friday 23 October 2026: 10 working days from 9 October 2026, when Priya Nair shared the category with the school.',
    );
    expect(reply.data.source).toContain('Days for the accuracy check: set by the Head of Learning Improvement');
  });

  it('runs over Christmas without counting its bank holidays', async () => {
    await world.store.commit([levelWrite('alder', '3', { communicated: { by: 'Priya Nair', at: '2026-12-18' } })]);
    const today = { now: londonMorning('2026-12-21'), today: Temporal.PlainDate.from('2026-12-21') };
    // 25 and 28 December (for Boxing Day) and 1 January are none.
    expect((await show('head', 'accuracy', today)).summary).toContain('closes at the end of Wednesday 6 January 2027');
  });

  it('says so where nothing was shared this year, or no number is set', async () => {
    expect(
      (await world.run('other-head', 'categories.challenges', { school: 'birch', about: 'accuracy' })).summary,
    ).toBe('Birch School. No category has been shared with the school this year, so no accuracy check is open.');
    world.framework.sla.accuracyCheckWorkingDays = null;
    expect((await show('head', 'accuracy')).summary).toContain('No number of days is set here for checking the facts.');
  });
});

describe('A challenge that is not settled in time', () => {
  it('is brought back to the adviser and the head of service on the next working morning', async () => {
    const rows = await queued('challenge-overdue');
    expect(rows.map((row) => [row.to, row.sendAt, row.patient]).toSorted()).toEqual([
      ['adviser', '2026-12-03T08:00:00.000Z', true],
      ['service', '2026-12-03T08:00:00.000Z', true],
    ]);
    const card = await saysOn(rows[0], londonMorning('2026-12-03'));
    expect(card?.summary).toContain('The time promised for an answer has passed, and no outcome is recorded.');
    if (card) expect(wordsOf([world.renderer.render(card)])).toContain('Record the outcome');
  });

  it('is not, once it is settled', async () => {
    const [row] = await queued('challenge-overdue');
    await settle('adviser');
    expect(await saysOn(row, londonMorning('2026-12-03'))).toBeUndefined();
  });

  it('is not brought to somebody whose role has ended', async () => {
    const row = (await queued('challenge-overdue')).find(({ to }) => to === 'adviser');
    await world.store.commit([personWrite(personOf('adviser', [['adviser', 'area:south']]))]);
    expect(await saysOn(row, londonMorning('2026-12-03'))).toBeUndefined();
  });
});

describe('The question', () => {
  it.each([
    ['where is our challenge?', 'challenges'],
    ['any news on our challenge', 'challenges'],
    ['what happened to the challenge we raised?', 'challenges'],
    ['has our challenge been answered', 'challenges'],
    ['when does the accuracy check close?', 'accuracy'],
    ['how long have we got to check the facts?', 'accuracy'],
  ])('“%s” is known, straight and by intent', async (text, about) => {
    const call = { verb: 'categories.challenges', data: { school: 'alder', about } };
    const feature = world.features.find(({ key }) => key === 'categories');
    expect(feature?.recognises?.(text, await world.asking('head'))).toEqual(call);
    expect(await world.meaning('head', 'challenge_category', heard(text, { own: true }))).toEqual(call);
  });

  it('names another school, which is then the one asked about', async () => {
    const feature = world.features.find(({ key }) => key === 'categories');
    const ask = async (text: string) => feature?.recognises?.(text, await world.asking('head'));
    expect(await ask('where is Birch School’s challenge?')).toMatchObject({ data: { school: 'birch' } });
    expect(await ask('what happened to our challenge at Greyholme?')).toBeUndefined();
  });

  it.each(['this is wrong, I want to challenge it', 'how do we challenge our category?', 'I challenge the facts'])(
    '“%s” raises one',
    async (text) => {
      const feature = world.features.find(({ key }) => key === 'categories');
      expect(feature?.recognises?.(text, await world.asking('head'))).toBeUndefined();
      expect(await world.meaning('head', 'challenge_category', heard(text, { own: true }))).toMatchObject({
        verb: 'categories.start-challenge',
      });
    },
  );
});

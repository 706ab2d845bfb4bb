import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { OUTBOX_TYPE, OutboxRow } from '../../../src/core/outbox.ts';
import { Refusal } from '../../../src/core/refusal.ts';
import type { JsonObject } from '../../../src/core/store.ts';
import { changeOffer, type OfferDeed } from '../../../src/features/support/offers/offer-rules.ts';
import { Offer, type OfferState } from '../../../src/features/support/offers/offer-schema.ts';
import { type Bot, everythingIn, openBot, wordsOf } from '../../harness/bot.ts';
import {
  BECKWITH,
  HOLLIN_LANE,
  MOORBANK,
  NORTHCLIFFE,
  PRIYA_NORTH,
  STONEPIT,
  summaryOf,
  UNLINKED,
} from '../brokerage/desk.ts';

const ATTENDANCE: JsonObject = {
  form: 'form-1',
  school: 'northcliffe',
  focus: 'attendance',
  also: 'none',
  phases: 'primary,secondary',
  halfDays: '3',
  who: 'Our attendance lead',
  from: '',
  to: '',
  conditions: '',
};

const EXAMPLE = Offer.parse({
  v: 1,
  id: 'offer-1',
  state: 'live',
  school: 'hill',
  schoolName: 'Hill School',
  focuses: ['maths'],
  phases: ['primary'],
  who: '',
  halfDays: 4,
  from: '2026-09-01',
  to: '2027-08-31',
  conditions: '',
  offeredBy: { person: 'head', name: 'Ann Head' },
  offeredAt: '2026-09-01T09:00:00.000Z',
});

describe('An offer', () => {
  const STATES: readonly OfferState[] = ['live', 'paused', 'withdrawn', 'used'];
  const LEADS: Record<OfferDeed, Partial<Record<OfferState, OfferState>>> = {
    pause: { live: 'paused' },
    resume: { paused: 'live' },
    withdraw: { live: 'withdrawn', paused: 'withdrawn' },
    use_up: { live: 'used', paused: 'used' },
  };
  it.each((Object.keys(LEADS) as OfferDeed[]).flatMap((deed) => STATES.map((state) => [deed, state] as const)))(
    '%s, when it is %s: goes where it should, or is refused',
    (deed, state) => {
      const outcome = changeOffer({ ...EXAMPLE, state }, deed);
      const to = LEADS[deed][state];
      if (to) expect(outcome).toMatchObject({ state: to });
      else expect(outcome).toBeInstanceOf(Refusal);
    },
  );
});

let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});

const press = async (nn: string, verb: string, data: JsonObject) => wordsOf((await bot.press(nn, verb, data)).here);

describe('The directory', () => {
  it('shows anyone, even somebody unknown, what is offered about something, and why each fits', async () => {
    for (const nn of [NORTHCLIFFE, UNLINKED]) {
      const words = wordsOf((await bot.say(nn, 'which schools are offering support with phonics?')).here);
      expect(words).toContain('Hollin Lane Primary School');
      expect(words).toContain('Why it fits: it offers phonics and it has 6 half-days to give.');
      expect(words).not.toContain('Stonepit');
    }
  });

  it('puts what fits best first', async () => {
    await bot.press(STONEPIT, 'support.offer', { ...ATTENDANCE, school: 'stonepit', focus: 'phonics', halfDays: '20' });
    const words = await press(NORTHCLIFFE, 'support.find', { focuses: ['phonics', 'early_reading'] });
    expect(words.indexOf('Hollin Lane')).toBeLessThan(words.indexOf('Stonepit'));
  });

  it('never says who does not offer: a school that offers nothing and one that does not exist read the same', async () => {
    const none = await bot.press(NORTHCLIFFE, 'support.find', { schools: ['no-such-school'] });
    for (const school of ['thornbeck', 'quarrydale', 'moorbank', 'elmfield']) {
      expect(await bot.press(NORTHCLIFFE, 'support.find', { schools: [school] })).toEqual(none);
    }
    const asked = await bot.say(NORTHCLIFFE, 'does Thornbeck offer support with maths?');
    expect(everythingIn(asked)).not.toContain('Thornbeck');
  });

  it('shows only what is live and not over', async () => {
    await press(HOLLIN_LANE, 'support.change-offer', { offer: 'demo-hollin-lane-reading', do: 'pause' });
    expect(await press(NORTHCLIFFE, 'support.find', { focuses: ['phonics'] })).toContain('Nothing in the directory');
    await press(HOLLIN_LANE, 'support.change-offer', { offer: 'demo-hollin-lane-reading', do: 'resume' });
    expect(await press(NORTHCLIFFE, 'support.find', { focuses: ['phonics'] })).toContain('Hollin Lane');
    bot.setTime(Temporal.Instant.from('2027-09-02T10:00:00Z'));
    expect(await press(NORTHCLIFFE, 'support.find', {})).toContain('Nothing in the directory');
  });
});

describe('A headteacher who offers', () => {
  it.each([NORTHCLIFFE, HOLLIN_LANE, MOORBANK, BECKWITH])(
    'is never stopped or treated differently for the level of the school: %s',
    async (nn) => {
      const form = wordsOf((await bot.say(nn, 'we can offer 3 half-days on attendance')).here);
      expect(form).toContain('Offer support');
      expect(form).not.toMatch(/categor|invited|level/i);
    },
  );

  it('has it in the directory at once, once however often the card is sent', async () => {
    await Promise.all([
      press(NORTHCLIFFE, 'support.offer', ATTENDANCE),
      press(NORTHCLIFFE, 'support.offer', ATTENDANCE),
    ]);
    const words = await press(BECKWITH, 'support.find', { focuses: ['attendance'], phase: 'secondary' });
    expect(words.match(/Why it fits/g)).toHaveLength(1);
    expect(words).toContain(
      'Why it fits: it offers attendance, it is for secondary schools and it has 3 half-days to give.',
    );
  });

  it('may withdraw it or mark it used up, and nothing more after that', async () => {
    const offer = 'demo-hollin-lane-reading';
    expect(await press(HOLLIN_LANE, 'support.change-offer', { offer, do: 'use_up' })).toContain('It is used up now');
    expect(await press(HOLLIN_LANE, 'support.change-offer', { offer, do: 'resume' })).toContain('used up already');
    expect(wordsOf((await bot.say(HOLLIN_LANE, 'withdraw our offer')).here)).toContain('Used up');
  });

  it.each([
    [{ focus: 'nonsense' }, 'what you could help with'],
    [{ phases: '' }, 'at least one kind of school'],
    [{ phases: 'primary,nonsense' }, 'at least one kind of school'],
    [{ halfDays: '0' }, 'whole number'],
    [{ halfDays: '' }, 'whole number'],
    [{ from: 'x' }, 'a day, a month and a year'],
    [{ from: '2027-02-01', to: '2027-01-01' }, 'last day is before'],
    [{ to: '2028-01-01' }, 'end of the academic year'],
    [{ who: 'x'.repeat(400) }, 'more shortly'],
  ])('is told what to put right: %o', async (changes, problem) => {
    expect(await press(NORTHCLIFFE, 'support.offer', { ...ATTENDANCE, ...changes })).toContain(problem);
    expect(await press(NORTHCLIFFE, 'support.find', { focuses: ['attendance'] })).toContain('Nothing in the directory');
  });

  it('may not name a child or speak of a colleague’s private matter in it', async () => {
    const conditions = 'A pupil told us her stepdad hits her.';
    expect(await press(NORTHCLIFFE, 'support.offer', { ...ATTENDANCE, conditions })).toContain(
      'a child may be at risk',
    );
  });

  it('is asked before the year ends whether to go on, unless it is withdrawn by then', async () => {
    await press(NORTHCLIFFE, 'support.offer', ATTENDANCE);
    const [found] = (await bot.store.query({ type: OUTBOX_TYPE, where: [{ field: 'reason', eq: 'renew' }] })).items;
    const row = OutboxRow.parse(found?.body);
    if (row.kind !== 'reminder') throw new Error('Not a reminder');
    expect(row.sendAt.slice(0, 10)).toBe('2027-07-20');
    const due = () =>
      bot.features.find(({ key }) => key === 'support')?.stillDue?.(row, Temporal.Instant.from('2027-07-20T09:00:00Z'));
    expect((await due())?.summary).toContain('Your offer of Attendance ends on 31 August 2027');
    await press(NORTHCLIFFE, 'support.change-offer', {
      offer: row.about.partition.slice('offer:'.length),
      do: 'withdraw',
    });
    expect(await due()).toBeUndefined();
  });
});

describe('Nobody else', () => {
  it('changes an offer, or hears whether it exists', async () => {
    for (const nn of [NORTHCLIFFE, PRIYA_NORTH, UNLINKED]) {
      for (const offer of ['demo-hollin-lane-reading', 'no-such-offer', '../x']) {
        expect(await press(nn, 'support.change-offer', { offer, do: 'withdraw' })).toContain(NOT_YOURS_TO_KNOW);
      }
    }
    expect(await press(NORTHCLIFFE, 'support.find', { focuses: ['phonics'] })).toContain('Hollin Lane');
  });

  it('offers in a school’s name', async () => {
    for (const nn of [PRIYA_NORTH, UNLINKED, HOLLIN_LANE]) {
      expect(summaryOf((await bot.press(nn, 'support.offer', ATTENDANCE)).here)).toContain('for their own school');
    }
    expect(summaryOf((await bot.press(PRIYA_NORTH, 'support.offers', {})).here)).toContain('kept by its headteacher');
  });
});

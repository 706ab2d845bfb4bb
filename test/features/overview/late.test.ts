import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { lateIn } from '../../../src/features/overview/figures/late.ts';
import { medianOf } from '../../../src/features/overview/figures/times.ts';
import { workingDaysWithin } from '../../../src/features/overview/figures/working-days.ts';
import { everythingIn, openBot } from '../../harness/bot.ts';
import { HELEN_OVER_ALL, NORTHCLIFFE, PRIYA_NORTH } from '../brokerage/desk.ts';
import { requestOf } from './requests.ts';
import { openEmpty, openTerm, told } from './setting.ts';

const bot = await openBot();
const { calendar, framework } = bot.loaded;

const late = (request: ReturnType<typeof requestOf>, at: string, sla: Partial<typeof framework.sla> = {}) =>
  lateIn(request, {
    calendar,
    sla: { ...framework.sla, acknowledgeHours: 24, matchWorkingDays: 2, ...sla },
    now: Temporal.Instant.from(at),
  }).map(({ what, waitingFor, due }) => `${what}: ${waitingFor.join(', ')}, ${due.toString()}`);

describe('What is overdue of a request', () => {
  it('nobody has picked up: from the authority’s own time on, counted in working time', () => {
    const friday = requestOf('submitted', { sent: '2026-11-13T10:00:00Z', line: ['priya', 'tom'] });
    expect(late(friday, '2026-11-16T09:59:00Z')).toEqual([]);
    expect(late(friday, '2026-11-16T10:00:00Z')).toEqual(['To be picked up: Person priya, Person tom, 2026-11-16']);
  });

  it('is nothing where the authority has set no time', () => {
    const old = requestOf('submitted', { sent: '2026-10-01T09:00:00Z' });
    expect(late(old, '2026-11-18T10:00:00Z', { acknowledgeHours: null })).toEqual([]);
    const searching = requestOf('matching', { owner: 'priya' });
    expect(late(searching, '2026-12-18T10:00:00Z', { matchWorkingDays: null })).toEqual([]);
  });

  it('nobody has found a partner for: its owner is waited for, from the day after', () => {
    // Theirs since Monday 16 November.
    const searching = requestOf('matching', { owner: 'priya' });
    expect(late(searching, '2026-11-18T23:00:00Z')).toEqual([]);
    expect(late(searching, '2026-11-19T09:00:00Z')).toEqual(['To find a partner: Person priya, 2026-11-18']);
  });

  it('a partner has not answered: the headteacher who was asked', () => {
    expect(late(requestOf('proposed'), '2026-11-19T09:00:00Z')).toEqual([
      'To say whether they can help: the headteacher of Dale School, 2026-11-18',
    ]);
  });

  it('is under way: what was agreed and has not been done, each with whoever owes it, the longest overdue first', () => {
    const said = late(requestOf('active'), '2027-02-20T09:00:00Z');
    // When each of these is due is for the neighbour to say, and tested there.
    expect(said.map((line) => line.replace(/, [\d-]+$/, ''))).toEqual([
      'To record a visit: Di Dale',
      'To review it at the mid-point: Ann Head',
      'To write the final review: Ann Head',
    ]);
  });

  it('is over: nothing', () => {
    for (const state of ['closed', 'withdrawn', 'lapsed'] as const) {
      expect(late(requestOf(state), '2027-07-01T09:00:00Z')).toEqual([]);
    }
  });
});

describe('“Who is overdue?”', () => {
  it('names each request that is, since when and who is waited for', async () => {
    const term = await openTerm();
    const card = await told(term.bot, HELEN_OVER_ALL, 'who is overdue?');
    expect(card).toContain('Overdue: 2 requests');
    expect(card).toContain(`${term.tomsWaiting.ref}: SEND`);
    expect(card).toContain('To be picked up, by 10 November 2026. Waiting for Person adviser-south.');
    // Sent yesterday at three: not until three today.
    expect(card).not.toContain(term.waiting.ref);
  });

  it('answers an adviser about what is with them alone', async () => {
    const term = await openTerm();
    const said = everythingIn(await term.bot.say(PRIYA_NORTH, 'is anything overdue'));
    expect(said).not.toContain(term.tomsWaiting.ref);
    expect(said).not.toContain('elmfield');
  });

  it('says kindly when nothing is', async () => {
    const empty = await openEmpty();
    expect(await told(empty, HELEN_OVER_ALL, 'what’s overdue?')).toContain('Nothing is overdue');
  });

  it('goes on to mean a headteacher’s own requests', async () => {
    const term = await openTerm();
    expect(await told(term.bot, NORTHCLIFFE, 'who is overdue?')).not.toContain(term.tomsWaiting.ref);
  });
});

describe('Figures', () => {
  it.each([
    [[], undefined],
    [[4], 4],
    [[9, 1, 4], 4],
    [[1, 2, 4, 9], 3],
    [[0, 1], 0.5],
  ])('the median of %j is %j', (numbers, median) => expect(medianOf(numbers)).toBe(median));

  it('working days leave out weekends and bank holidays, and the day itself', () => {
    const day = (iso: string) => Temporal.PlainDate.from(iso);
    const days = workingDaysWithin(calendar, day('2026-11-01'), day('2027-02-01'));
    expect(days(day('2026-11-13'), day('2026-11-13'))).toBe(0);
    expect(days(day('2026-11-13'), day('2026-11-16'))).toBe(1);
    expect(days(day('2026-11-14'), day('2026-11-15'))).toBe(0);
    // Christmas Day, Boxing Day's substitute and New Year's Day.
    expect(days(day('2026-12-24'), day('2027-01-04'))).toBe(4);
    expect(days(day('2027-01-29'), day('2027-03-01'))).toBe(1);
    expect(() => days(day('2026-10-30'), day('2026-11-02'))).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../../src/core/disclosure.ts';
import { everythingIn, wordsOf } from '../../harness/bot.ts';
import {
  BECKWITH,
  CHAIR_OF_NORTHCLIFFE,
  HELEN_OVER_ALL,
  NORTHCLIFFE,
  OFFICER,
  PRIYA_NORTH,
  STONEPIT,
  UNLINKED,
} from '../brokerage/desk.ts';
import { requestOf } from './requests.ts';
import { keep, openTerm, PRIYA, pressed, TOM, told } from './setting.ts';

const summary = async (bot: Awaited<ReturnType<typeof openTerm>>['bot'], nn: string, words: string) =>
  (await bot.say(nn, words)).here.map((message) => message.summary).join('\n');

describe('The head of service’s overview', () => {
  it('counts the year’s requests by where they are', async () => {
    const { bot } = await openTerm();
    const said = await summary(bot, HELEN_OVER_ALL, 'show me the support overview');
    expect(said).toContain('Support overview, 2026/27. 6 requests sent. 5 open, 2 overdue.');
    expect(said).toContain(
      'Where requests are: Sent, and waiting to be picked up 2; Picked up 1; A partner is being looked for 1; Terms are agreed 1; Withdrawn 1.',
    );
  });

  it('tells how long it takes in working days: the median, over how many, and how many still wait', async () => {
    const { bot } = await openTerm();
    const card = await told(bot, HELEN_OVER_ALL, 'how are we doing with support requests?');
    // 1, 3 and 0 working days; 10 for the only partner.
    expect(card).toContain('From sent to picked up\n1 working day\nMedian of 3 requests; 2 still wait');
    expect(card).toContain('From sent to a partner’s yes\n10 working days\nMedian of 1 request; 4 still wait');
  });

  it('tells what has no partner by what it is mainly about, those that ended so among them', async () => {
    const { bot } = await openTerm();
    const card = await told(bot, HELEN_OVER_ALL, 'support overview');
    expect(card).toMatch(/Without a partner\nPhonics\n3\n[█▌]+\n1 of them ended without one/);
    expect(card).toContain('Governance\n1');
  });

  it('tells what each adviser has, and what was sent to them and waits', async () => {
    const { bot } = await openTerm();
    const card = await told(bot, HELEN_OVER_ALL, 'support overview');
    expect(card).toMatch(/Priya Nair\n2\n[█▌]+\n1 request sent to them and not picked up/);
    expect(card).toMatch(/Tom Akande\n1\n[█▌]+\n1 request sent to them and not picked up/);
  });

  it('shows the pots of money, with what is promised and what is left', async () => {
    const { bot } = await openTerm();
    const [pot] = bot.loaded.partnership.pots;
    if (!pot) throw new Error('The demo has no pot');
    const held = { request: 'SR-2026-0900', number: 1, amount: 1_200_000, at: '2026-11-01T09:00:00Z', state: 'held' };
    const spent = { ...held, request: 'SR-2026-0901', amount: 80_050, state: 'spent' };
    await bot.store.commit([
      {
        kind: 'put',
        ref: { partition: `pot:${pot.key}`, id: 'pot' },
        type: 'support-pot',
        body: { v: 1, key: pot.key, holds: [held, spent], changedAt: '2026-11-01T09:00:00Z' },
        guard: 'any',
      },
    ]);
    const card = await told(bot, HELEN_OVER_ALL, 'support overview');
    expect(card).toContain(`${pot.name}\n£235,199.50 left`);
    expect(card).toContain('£12,000 promised, £800.50 spent, of £248,000');
  });

  it('says nothing of pots where the authority keeps none', async () => {
    const { bot } = await openTerm();
    bot.loaded.partnership.pots.length = 0;
    expect(await told(bot, HELEN_OVER_ALL, 'support overview')).not.toContain('Pots');
  });

  it('hides no small number from those who may read every request', async () => {
    const { bot } = await openTerm();
    expect(await told(bot, HELEN_OVER_ALL, 'support overview')).not.toMatch(/too few/i);
  });

  it('is of the year that is asked for, and of none that has not begun', async () => {
    const { bot } = await openTerm();
    await keep(bot, requestOf('closed', { school: 'moorbank', sent: '2026-08-31T23:30:00Z', owner: PRIYA }));
    await keep(bot, requestOf('closed', { school: 'moorbank', sent: '2026-08-31T22:30:00Z', owner: PRIYA }));
    // Half past midnight on 1 September in England is this year’s; an hour earlier was last year’s.
    expect(await summary(bot, HELEN_OVER_ALL, 'support overview')).toContain('7 requests sent');
    expect(await summary(bot, HELEN_OVER_ALL, 'support overview for last year')).toContain('2025/26. 1 request sent');
    expect(await summary(bot, HELEN_OVER_ALL, 'support overview for 2025-26')).toContain('2025/26. 1 request sent');
    expect(await summary(bot, HELEN_OVER_ALL, 'support overview 2031/32')).toContain('has not begun');
  });

  it('keeps in sight what was sent in an earlier year and is still open', async () => {
    const { bot } = await openTerm();
    const old = await keep(
      bot,
      requestOf('submitted', { school: 'moorbank', sent: '2026-06-01T09:00:00Z', line: [PRIYA] }),
    );
    const card = await told(bot, HELEN_OVER_ALL, 'support overview');
    expect(card).toContain('1 request from earlier years still open. 6 open, 3 overdue.');
    expect(card).toContain(old.ref);
  });

  it('is empty and says so where nothing was sent', async () => {
    const { bot } = await openTerm();
    expect(await told(bot, HELEN_OVER_ALL, 'support overview 2019/20')).toContain(
      'No requests were sent. None is open.',
    );
  });

  it('never answers in a channel: it goes to the person alone', async () => {
    const { bot } = await openTerm();
    const answer = await bot.say(HELEN_OVER_ALL, 'support overview', 'channel');
    expect(wordsOf(answer.here)).not.toContain('Northcliffe');
    expect(wordsOf(answer.here)).not.toContain('requests sent');
    expect(wordsOf(answer.directly)).toContain('6 requests sent');
  });
});

describe('An adviser’s overview', () => {
  it('counts the requests that are with them one by one, and no other', async () => {
    const { bot, toms, tomsWaiting } = await openTerm();
    const said = everythingIn(await bot.say(PRIYA_NORTH, 'how are we doing?'));
    expect(said).toContain('3 requests sent. 3 open, 1 overdue.');
    for (const hidden of [toms.ref, tomsWaiting.ref, 'beckwith', 'elmfield', 'Governance', 'Tom Akande', 'Pots']) {
      expect(said).not.toContain(hidden);
    }
  });

  it('tells nothing of the others while they are of fewer than five schools', async () => {
    const { bot } = await openTerm();
    const card = await told(bot, PRIYA_NORTH, 'support overview');
    expect(card).toContain('Too few schools to say anything without pointing at one.');
  });

  it('tells the others in groups of five schools or more, whatever is told of their own', async () => {
    const { bot } = await openTerm();
    for (const school of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const request = requestOf('matching', {
        school,
        owner: TOM,
        focuses: ['attendance'],
        sent: '2026-10-05T09:00:00Z',
      });
      await keep(bot, request, { accepted: '2026-10-07T09:00:00Z' });
    }
    for (const school of ['g', 'h']) {
      await keep(bot, requestOf('matching', { school, owner: TOM, focuses: ['headship'] }));
    }
    const card = await told(bot, PRIYA_NORTH, 'support overview');
    expect(card).toContain('Attendance: no partner\n6');
    // Governance 1, SEND 1, headship 2, phonics 1 (withdrawn): five schools together, and none by name.
    expect(card).toContain('All others\n5');
    for (const small of ['Headship', 'Governance', 'SEND']) expect(card).not.toContain(small);
    expect(card).toContain('From sent to picked up\n2 working days\nMedian');
    expect(card).toContain('From sent to a partner’s yes\nToo few to say');
  });

  it('ends with the role', async () => {
    const { bot } = await openTerm();
    const found = await bot.store.get({ partition: `person:${PRIYA}`, id: 'person' });
    await bot.store.commit([
      {
        kind: 'put',
        ref: { partition: `person:${PRIYA}`, id: 'person' },
        type: 'person',
        body: { ...found?.body, grants: [] },
        guard: 'any',
      },
    ]);
    expect(await pressed(bot, PRIYA_NORTH, 'overview.show')).toContain('for advisers and the head of service');
  });
});

describe('Whoever has no overview', () => {
  it.each([
    ['a headteacher', NORTHCLIFFE, 'your own school’s requests'],
    ['an alliance lead who heads a school', STONEPIT, 'your own school’s requests'],
    ['a chair of governors', CHAIR_OF_NORTHCLIFFE, 'who offers support'],
    ['the officer', OFFICER, 'who offers support'],
    ['another headteacher', BECKWITH, 'your own school’s requests'],
  ])('%s is told what they may see instead', async (_who, nn, instead) => {
    const { bot } = await openTerm();
    for (const verb of ['overview.show', 'overview.late', 'overview.take-away']) {
      const said = everythingIn(await bot.press(nn, verb, {}));
      expect(said).toContain(instead);
      expect(said).not.toMatch(/SR-\d/);
      expect(said).not.toContain('requests sent');
    }
    expect(await told(bot, nn, 'show me the support overview')).toContain(instead);
  });

  it('a stranger hears the one refusal', async () => {
    const { bot } = await openTerm();
    for (const verb of ['overview.show', 'overview.late', 'overview.take-away']) {
      expect(await pressed(bot, UNLINKED, verb)).toContain(NOT_YOURS_TO_KNOW);
    }
  });

  it('is written down in the audit trail, as is whoever was shown it', async () => {
    const { bot } = await openTerm();
    await bot.say(HELEN_OVER_ALL, 'support overview');
    await bot.press(OFFICER, 'overview.show', {});
    const lines = (await bot.store.query({ type: 'audit' })).items.map(
      ({ body }) => `${body.viewer}: ${body.outcome} ${body.what}`,
    );
    expect(lines).toContain('head-of-service: disclosed overview of support, authority, 2026-27');
    expect(lines).toContain('officer: refused overview.show: not_your_role');
  });
});

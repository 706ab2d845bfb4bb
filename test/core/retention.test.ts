import { describe, expect, it } from 'vitest';
import { retentionOf } from '../../src/core/retention.ts';
import type { Write } from '../../src/core/store.ts';
import { behindSlack } from '../channels/slack/support/behind-slack.ts';
import { sendRequest } from '../features/brokerage/desk.ts';
import { openBot } from '../harness/bot.ts';

type Put = Extract<Write, { kind: 'put' }>;

/** Everything the demo and a day's use of it write. */
async function writtenInADay(): Promise<readonly Put[]> {
  const bot = await openBot();
  const writes: Put[] = [];
  for (const type of [
    'school',
    'person',
    'identity',
    'email-link',
    'category',
    'category-pending',
    'visits',
    'plan',
    'inspection',
    'demo',
  ]) {
    const found = await bot.store.query({ type, limit: 100 });
    expect(found.items.length, type).toBeGreaterThan(0);
    writes.push(
      ...found.items.map(
        ({ partition, id, body }): Put => ({ kind: 'put', ref: { partition, id }, type, body, guard: 'any' }),
      ),
    );
  }
  const { commit } = bot.store;
  bot.store.commit = (batch) => {
    writes.push(...batch.filter((write) => write.kind === 'put'));
    return commit.call(bot.store, batch);
  };
  await bot.take('01', { kind: 'installed' });
  await bot.say('01', 'what category are we?');
  await bot.press('01', 'categories.challenge', {
    school: 'northcliffe',
    ref: 'f',
    kind: 'review',
    text: 'Please look again.',
  });
  await bot.press('09', 'people.issue-code', { person: 'head-northcliffe' });
  await bot.say('42', 'K7QX-M2PD');
  return writes;
}

describe('How long records are kept', () => {
  it('is decided for every kind of record there is: what has a date has one, and what has none goes by itself or stays in use', async () => {
    const written = await writtenInADay();
    const classes = new Map<string, string>();
    for (const { type, body, ttlSeconds } of written) {
      const kept = retentionOf(type, body);
      classes.set(type, kept.class);
      expect(kept.class === 'passing', type).toBe(ttlSeconds !== undefined);
      expect(kept.until !== undefined, type).toBe(['school_record', 'audit', 'message'].includes(kept.class));
    }
    expect(Object.fromEntries([...classes].toSorted())).toEqual({
      audit: 'audit',
      category: 'school_record',
      'category-pending': 'school_record',
      challenge: 'school_record',
      'code-tries': 'passing',
      demo: 'register',
      'email-link': 'account',
      identity: 'account',
      inspection: 'register',
      'link-code': 'passing',
      memory: 'passing',
      outbox: 'message',
      person: 'account',
      plan: 'school_record',
      reach: 'account',
      school: 'register',
      turn: 'passing',
      visits: 'school_record',
      welcomed: 'account',
    });
  });

  it.each([
    ['visits', { academicYear: '2026-27' }, '2033-08-31'],
    ['challenge', { raised: { at: '2026-08-31' } }, '2032-08-31'],
    ['challenge', { raised: { at: '2026-09-01' } }, '2033-08-31'],
    ['audit', { at: '2026-11-18T10:00:00Z' }, '2032-11-18'],
    ['support-request', { submittedAt: '2026-07-18T10:00:00.000Z', open: true }, '2032-08-31'],
    [
      'support-request',
      { submittedAt: '2026-07-18T10:00:00.000Z', closed: { at: '2027-02-01T10:00:00.000Z' } },
      '2033-08-31',
    ],
    [
      'support-request',
      { submittedAt: '2026-07-18T10:00:00.000Z', withdrawn: { at: '2026-09-01T10:00:00.000Z' } },
      '2033-08-31',
    ],
    [
      'support-request',
      { submittedAt: '2026-07-18T10:00:00.000Z', lapsedAt: '2026-09-30T10:00:00.000Z' },
      '2033-08-31',
    ],
    ['support-entry', { at: '2026-11-18T10:00:00.000Z' }, '2033-08-31'],
    ['support-offer', { to: '2027-08-31' }, '2033-08-31'],
    ['outbox', { sendAt: '2026-11-18T10:00:00.000Z' }, '2027-11-18'],
  ])('%s %j: until %s', (type, body, until) => {
    expect(retentionOf(type, body).until).toBe(until);
  });

  it('is decided for what a day’s brokering leaves behind, in Slack too', async () => {
    const bot = await openBot();
    const written: Put[] = [];
    const { commit } = bot.store;
    bot.store.commit = (batch) => {
      written.push(...batch.filter((write) => write.kind === 'put'));
      return commit.call(bot.store, batch);
    };
    const slack = await behindSlack(bot);
    const ref = await sendRequest(bot);
    await slack.say('04', 'what is waiting for me?');
    await slack.press('04', 'brokerage.accept', { request: ref });
    await bot.press('04', 'brokerage.set-away', { from: '2026-12-03', to: '2026-12-14' });
    await bot.press('01', 'support.withdraw', { request: ref });
    await slack.close();
    const types = new Set(written.map(({ type }) => type));
    for (const type of ['support-request', 'support-entry', 'support-counter', 'support-form', 'absence', 'outbox']) {
      expect(types).toContain(type);
    }
    for (const { type, body, ttlSeconds } of written) {
      expect(retentionOf(type, body).class === 'passing', type).toBe(ttlSeconds !== undefined);
    }
  });

  it('is never guessed: a kind nobody has decided about, or a record without its date, is a fault', () => {
    expect(() => retentionOf('no-such-kind', {})).toThrow('No retention is decided');
    expect(() => retentionOf('audit', {})).toThrow('without its date');
    expect(() => retentionOf('challenge', { raised: null })).toThrow('without its date');
    expect(() => retentionOf('plan', { academicYear: 'last year' })).toThrow();
  });
});

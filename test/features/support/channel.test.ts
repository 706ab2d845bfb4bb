import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Channels } from '../../../src/core/partnership-routing.ts';
import { type Bot, openBot } from '../../harness/bot.ts';
import { type BothPlatforms, onBothPlatforms } from '../../harness/both-platforms.ts';
import { PHONICS } from '../brokerage/desk.ts';

const REF = 'SR-2026-0001';
const TEAMS_CHANNEL = '19:brokers@thread.tacv2';
const SLACK_CHANNEL = 'C0BROKERS';

let bot: Bot;
let on: BothPlatforms;
beforeEach(async () => {
  bot = await openBot({
    settings: {
      channels: Channels.parse({
        brokerage: {
          teams: { serviceUrl: 'http://127.0.0.1:1', bot: '28:partnership-bot', conversation: TEAMS_CHANNEL },
          slack: { team: 'T0DEMO', channel: SLACK_CHANNEL },
        },
      }),
    },
  });
  on = await onBothPlatforms(bot);
  const { teams } = bot.loaded.partnership.channels.brokerage ?? {};
  if (teams) Object.assign(teams, { serviceUrl: on.teams.serviceUrl });
  await on.slack.say('04', 'hello');
  await on.teams.say('01', 'hello');
  await on.teams.press('01', 'support.submit', PHONICS);
  await on.deliver();
});
afterEach(async () => {
  await on.close();
  expect(bot.faults).toEqual([]);
});

const inTeams = () => on.teams.posted.filter(({ conversation }) => conversation === TEAMS_CHANNEL);
const inSlack = (method: string) => on.slack.slack.to(method).filter(({ args }) => args.channel === SLACK_CHANNEL);

describe('The brokerage channel', () => {
  it('is told on each platform that a request needs somebody, once', async () => {
    await on.deliver();
    expect(inTeams()).toMatchObject([{ summary: expect.stringContaining('A request needs an owner') }]);
    expect(inSlack('chat.postMessage')).toHaveLength(1);
    expect(JSON.stringify(inSlack('chat.postMessage')[0]?.args)).toContain(REF);
  });

  it('is told nothing that could tell the school, then or later', async () => {
    await on.slack.press('04', 'brokerage.accept', { request: REF });
    await on.deliver();
    const words = JSON.stringify([inTeams(), inSlack('chat.postMessage'), inSlack('chat.update')]);
    expect(words).toContain('has an owner');
    for (const telling of [
      'Northcliffe',
      'Ruth',
      'Priya',
      'North',
      'honics',
      'coaching',
      'primary',
      'Primary',
      'Y1',
      'Year 1',
    ]) {
      expect(words).not.toContain(telling);
    }
  });

  it('sees its card change when somebody has it, and ask again when they hand it back', async () => {
    await on.slack.press('04', 'brokerage.accept', { request: REF });
    await on.deliver();
    expect(inTeams().at(-1)).toMatchObject({
      change: true,
      id: inTeams()[0]?.id,
      summary: expect.stringContaining('has an owner'),
    });
    expect(JSON.stringify(inTeams().at(-1)?.card)).not.toContain('See it');
    expect(inSlack('chat.update')).toHaveLength(1);
    await on.slack.press('04', 'brokerage.decline', { request: REF, text: 'My term is full.' });
    await on.deliver();
    expect(inTeams().at(-1)).toMatchObject({ change: true, summary: expect.stringContaining('needs an owner') });
    expect(JSON.stringify(inTeams().at(-1)?.card)).toContain('See it');
    expect(inTeams()).toHaveLength(3);
  });

  it('is not written to for every question in between', async () => {
    await on.slack.press('04', 'brokerage.ask', { request: REF, text: 'How many classes?' });
    await on.deliver();
    expect(inTeams()).toHaveLength(1);
  });

  it('hears that it is over when it is withdrawn', async () => {
    await on.teams.press('01', 'support.withdraw', { request: REF });
    await on.deliver();
    expect(inTeams().at(-1)?.summary).toContain('no longer open');
  });

  it('shows the request to those it came to, in their own messages, and to nobody else', async () => {
    const before = on.slack.calls.length;
    const seen = await on.slack.press('04', 'support.show', { request: REF }, 'channel');
    expect(JSON.stringify(seen.here)).not.toContain('Northcliffe');
    expect(JSON.stringify(seen.alone)).toContain('Northcliffe');
    const other = await on.slack.press('05', 'support.show', { request: REF }, 'channel');
    expect(on.slack.calls.length).toBeGreaterThan(before);
    expect(JSON.stringify(other)).not.toContain('Northcliffe');
  });
});

describe('An authority without such a channel', () => {
  it('writes to none', async () => {
    const plain = await openBot();
    await plain.press('01', 'support.submit', PHONICS);
    const rows = await plain.store.query({ type: 'outbox', limit: 100 });
    expect(rows.items.some(({ body }) => body.place !== undefined)).toBe(false);
  });

  it('is refused a channel that names no place', () => {
    expect(() => Channels.parse({ brokerage: {} })).toThrow('at least one of teams and slack');
    expect(() => Channels.parse({ brokerage: { slack: { team: 'T1' } } })).toThrow();
  });
});

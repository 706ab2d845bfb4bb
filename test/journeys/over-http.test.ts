import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOT_YOURS_TO_KNOW } from '../../src/core/disclosure.ts';
import { startBot } from '../harness/running-bot.ts';
import { connectTeams, type TeamsClient } from '../harness/teams-client.ts';

describe('The bot as it runs, asked over HTTP by each of the demo’s people', () => {
  let bot: Awaited<ReturnType<typeof startBot>>;
  let teams: TeamsClient;
  beforeAll(async () => {
    bot = await startBot();
    teams = await connectTeams(bot.url);
  });
  afterAll(async () => {
    await bot.stop();
    await teams.close();
  });

  const summaryFor = async (nn: string, text: string) => (await teams.say(nn, text)).posted.at(-1)?.summary ?? '';

  it.each([
    ['01', 'head-northcliffe', 'Category 3'],
    ['02', 'head-hollin-lane', 'Category 1'],
    ['03', 'head-quarrydale', 'Category 4'],
    ['07', 'alliance-lead', 'Category 1'],
    ['08', 'chair-northcliffe', 'Category 3'],
    ['10', 'head-beckwith', 'Category 2'],
    ['11', 'head-moorbank', 'Category 2'],
  ])('%s (%s) is told their own school’s category: %s', async (nn, _key, category) => {
    expect(await summaryFor(nn, 'what category are we?')).toContain(category);
  });

  it.each([
    ['04', 'Quarrydale Academy'],
    ['05', 'Northcliffe Primary School'],
    ['07', 'Northcliffe Primary School'],
    ['09', 'Northcliffe Primary School'],
    ['10', 'Quarrydale Academy'],
  ])('%s is refused a school they do not work with: %s', async (nn, school) => {
    expect(await summaryFor(nn, `what category is ${school}?`)).toBe(NOT_YOURS_TO_KNOW);
  });

  it('lists an adviser’s and the head of service’s own schools', async () => {
    expect(await summaryFor('04', 'list my schools by category')).toContain('Northcliffe Primary School');
    expect(await summaryFor('04', 'list my schools by category')).not.toContain('Quarrydale');
    expect(await summaryFor('06', 'list my schools by category')).toContain('Quarrydale Academy');
  });

  it('answers somebody nobody has linked in general, and tells them nothing of any school', async () => {
    expect(await summaryFor('42', 'what are the criteria for category 2?')).toContain('Category 2');
    expect(await summaryFor('42', 'what category is Northcliffe Primary School?')).not.toContain('Category 3');
  });

  it('lets an officer link somebody with a one-time code, which works once', async () => {
    await teams.say('09', 'link code for Anita Rowe');
    const made = await teams.press('09', 'people.issue-code', { person: 'head-beckwith' });
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(JSON.stringify(made.body))?.[0] ?? '';
    expect(code).not.toBe('');
    expect(await summaryFor('77', code)).toContain('linked');
    expect(await summaryFor('77', 'what category are we?')).toContain('Beckwith High School');
    expect(await summaryFor('78', code)).toContain('doesn’t work');
  });

  it('tells the adviser of a challenge at once, in their own chat', async () => {
    await teams.say('04', 'hello');
    const told = teams.next('personal-04');
    const sent = await teams.press('01', 'categories.challenge', {
      school: 'northcliffe',
      ref: 'form-1',
      kind: 'factual_accuracy',
      text: 'The deputy is now the substantive head.',
    });
    expect([sent.status, sent.body.statusCode]).toEqual([200, 200]);
    expect((await told).summary).toContain('Northcliffe Primary School');
  });

  it('answers a pressed button with HTTP 200 and a card, whatever the button says', async () => {
    for (const [verb, data] of [
      ['categories.show', { school: 'hollin-lane', about: 'level' }],
      ['no.such.verb', {}],
      ['conversation.do', { do: 'conversation.do', with: {} }],
    ] as const) {
      const { status, body } = await teams.press('01', verb, data);
      expect(status).toBe(200);
      expect(body.type).toBe('application/vnd.microsoft.card.adaptive');
    }
  });
});

describe('The demo', () => {
  it('refuses to start on any address but this machine’s', async () => {
    await expect(startBot({ HOST: '0.0.0.0' })).rejects.toThrow('only ever listens on 127.0.0.1');
  });

  it('says that it runs and that it can serve', async () => {
    const bot = await startBot();
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
    await bot.stop();
  });
});

describe('A partnership that is not the demo', () => {
  it('does not start without credentials, and names the settings that are missing', async () => {
    await expect(startBot({ PARTNERSHIP: 'support-bands' })).rejects.toThrow(/TEAMS_APP_ID[\s\S]*TEAMS_TENANT_ID/);
  });

  it('does not start on a partnership nobody made, and names those there are', async () => {
    await expect(startBot({ PARTNERSHIP: 'nowhere' })).rejects.toThrow(/demo/);
  });
});

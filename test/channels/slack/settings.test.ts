import { describe, expect, it } from 'vitest';
import { readSlackSettings } from '../../../src/channels/slack/index.ts';
import { readConfig, SettingsError, slackConfig, teamsConfig } from '../../../src/config.ts';

const ONE = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };
const SEVERAL = {
  SLACK_SIGNING_SECRET: 'secret',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client secret',
  SLACK_STATE_SECRET: 'state secret',
  SLACK_ALLOWED_TEAMS: 'T0DEMO, E0GRID',
};

const problemsOf = (env: Record<string, string>) => {
  const read = readSlackSettings(env);
  return read && 'problems' in read ? read.problems : [];
};

describe('The settings for Slack', () => {
  it('are none when none is set, and the bot runs without it', () => {
    expect(readSlackSettings({ PORT: '1', SLACK_BOT_TOKEN: ' ' })).toBeUndefined();
  });

  it('for one workspace are its token and the signing secret', () => {
    expect(readSlackSettings(ONE)).toEqual({
      config: {
        workspaces: { kind: 'one', botToken: 'xoxb-1' },
        signingSecret: 'secret',
        apiUrl: 'https://slack.com/api/',
      },
    });
  });

  it('may name another place in Slack’s stead, on this machine or behind https', () => {
    for (const url of ['http://127.0.0.1:9/api', 'http://localhost:9/api/', 'https://proxy.example/slack']) {
      expect(readSlackSettings({ ...ONE, SLACK_API_URL: url })).toMatchObject({
        config: { apiUrl: url.endsWith('/') ? url : `${url}/` },
      });
    }
    expect(problemsOf({ ...ONE, SLACK_API_URL: 'http://proxy.example/api' })).toEqual([
      'SLACK_API_URL is not right: it must start with https:// (plain http is only for this machine).',
    ]);
  });

  it('need no signing secret when a socket is used', () => {
    expect(readSlackSettings({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      config: { appToken: 'xapp-1' },
    });
  });

  it('for several workspaces name those that may install it', () => {
    expect(readSlackSettings(SEVERAL)).toMatchObject({
      config: { workspaces: { kind: 'several', clientId: '1.2', allowedTeams: ['T0DEMO', 'E0GRID'] } },
    });
    expect(problemsOf({ ...SEVERAL, SLACK_ALLOWED_TEAMS: '' })).toEqual(['SLACK_ALLOWED_TEAMS is not set.']);
    expect(problemsOf({ ...SEVERAL, SLACK_ALLOWED_TEAMS: 'our team' })).toEqual([
      'SLACK_ALLOWED_TEAMS is not right: it must be ids such as T0123ABCD, with commas.',
    ]);
  });

  it('are for one workspace or for several, never both', () => {
    expect(problemsOf({ ...ONE, ...SEVERAL })).toEqual([
      'SLACK_BOT_TOKEN is for one workspace and SLACK_CLIENT_ID for several: set one of them.',
    ]);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET is not set.']],
    [{ SLACK_SIGNING_SECRET: 's' }, ['SLACK_BOT_TOKEN is not set.']],
    [{ SLACK_API_URL: 'https://proxy.example/' }, ['SLACK_BOT_TOKEN is not set.', 'SLACK_SIGNING_SECRET is not set.']],
    [
      { SLACK_CLIENT_ID: '1.2' },
      ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_ALLOWED_TEAMS', 'SLACK_SIGNING_SECRET'].map(
        (name) => `${name} is not set.`,
      ),
    ],
  ])('name everything that is missing: %j', (env, expected) => {
    expect(problemsOf(env as Record<string, string>)).toEqual(expected);
  });
});

describe('A bot is started', () => {
  const start = (env: Record<string, string>, demo: boolean) => {
    const config = readConfig(env);
    const slack = slackConfig(config);
    return { slack: slack !== undefined, teams: teamsConfig(config, demo, slack !== undefined)?.mode };
  };

  it('in the demo with Slack beside it when Slack’s settings are there', () => {
    expect(start({}, true)).toEqual({ slack: false, teams: 'demo' });
    expect(start(ONE, true)).toEqual({ slack: true, teams: 'demo' });
  });

  it('in Slack alone when nothing is set for Teams', () => {
    expect(start(ONE, false)).toEqual({ slack: true, teams: undefined });
  });

  it('never with half of either', () => {
    expect(() => start({ SLACK_BOT_TOKEN: 'xoxb-1' }, true)).toThrow(/SLACK_SIGNING_SECRET is not set/);
    expect(() => start({ ...ONE, TEAMS_APP_ID: '1' }, false)).toThrow(SettingsError);
    expect(() => start({}, false)).toThrow(/To run in Slack alone/);
  });
});

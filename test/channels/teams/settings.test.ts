import { describe, expect, it } from 'vitest';
import { readTeamsSettings } from '../../../src/channels/teams/index.ts';

const GOOD = {
  TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
  TEAMS_APP_PASSWORD: 'not-a-real-secret',
  TEAMS_TENANT_ID: '00000000-0000-4000-8000-0000000000AA',
};
const problems = (env: Readonly<Record<string, string | undefined>>) => {
  const read = readTeamsSettings(env);
  return 'problems' in read ? read.problems : [];
};

describe('the settings of a registered bot', () => {
  it('need three names for the usual single-tenant bot', () => {
    expect(readTeamsSettings(GOOD)).toMatchObject({
      config: {
        mode: 'teams',
        type: 'SingleTenant',
        allowedTenants: ['00000000-0000-4000-8000-0000000000aa'],
        allowedServiceUrls: ['https://smba.trafficmanager.net/'],
      },
    });
  });

  it('name every one that is missing', () => {
    expect(problems({})).toEqual([
      'TEAMS_APP_ID is not set.',
      'TEAMS_TENANT_ID is not set.',
      'TEAMS_APP_PASSWORD is not set.',
    ]);
    expect(problems({ ...GOOD, TEAMS_APP_PASSWORD: ' ' })).toEqual(['TEAMS_APP_PASSWORD is not set.']);
  });

  it('have no password with a managed identity', () => {
    expect(problems({ ...GOOD, TEAMS_APP_TYPE: 'UserAssignedMSI' })).toEqual([
      expect.stringMatching(/^TEAMS_APP_PASSWORD is not right: .*must be left out for UserAssignedMSI/),
    ]);
    expect(problems({ ...GOOD, TEAMS_APP_TYPE: 'UserAssignedMSI', TEAMS_APP_PASSWORD: undefined })).toEqual([]);
  });

  it('take lists with commas', () => {
    const env = {
      ...GOOD,
      TEAMS_ALLOWED_TENANTS: `${GOOD.TEAMS_TENANT_ID}, 99999999-9999-4999-8999-999999999999,`,
      TEAMS_SERVICE_URLS: 'https://smba.infra.gcc.teams.microsoft.com/teams',
    };
    const read = readTeamsSettings(env);
    expect('config' in read && [read.config.allowedTenants.length, read.config.allowedServiceUrls]).toEqual([
      2,
      ['https://smba.infra.gcc.teams.microsoft.com/teams'],
    ]);
  });

  for (const [name, value] of [
    ['TEAMS_APP_ID', 'my-bot'],
    ['TEAMS_TENANT_ID', 'calderbrook.example'],
    ['TEAMS_APP_TYPE', 'Multitenant'],
    ['TEAMS_ALLOWED_TENANTS', 'everyone'],
    ['TEAMS_SERVICE_URLS', 'http://smba.trafficmanager.net/'],
    ['TEAMS_SERVICE_URLS', 'smba.trafficmanager.net'],
    ['TEAMS_LOGIN_URL', 'login'],
  ] as const) {
    it(`refuse ${name} = ${value}, by name and without repeating a secret`, () => {
      const said = problems({
        ...GOOD,
        TEAMS_LOGIN_SCOPE: 'https://api.botframework.com',
        [name]: value,
        ...(name === 'TEAMS_LOGIN_URL' ? {} : { TEAMS_LOGIN_SCOPE: undefined }),
      });
      expect(said).toEqual([expect.stringMatching(new RegExp(`^${name} is not right: `))]);
      expect(said.join()).not.toContain(GOOD.TEAMS_APP_PASSWORD);
    });
  }

  it('want both halves of another cloud', () => {
    expect(problems({ ...GOOD, TEAMS_OPENID_METADATA_URL: 'https://login.example/openid' })).toEqual([
      'TEAMS_TOKEN_ISSUER is not set.',
    ]);
  });
});

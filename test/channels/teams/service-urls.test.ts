import { describe, expect, it } from 'vitest';
import { TeamsConfig } from '../../../src/channels/teams/index.ts';
import { serviceUrlReader } from '../../../src/channels/teams/service-urls.ts';
import { APP_ID, TENANT } from './support/issuer.ts';

const registered = (allowedServiceUrls?: readonly string[]) =>
  serviceUrlReader(
    TeamsConfig.parse({ mode: 'teams', appId: APP_ID, password: 'x', tenantId: TENANT, allowedServiceUrls }),
  );
const demo = serviceUrlReader({ mode: 'demo' });

describe('where replies of a registered bot may go', () => {
  it('is to Teams, in any region', () => {
    for (const url of [
      'https://smba.trafficmanager.net/uk/',
      'https://smba.trafficmanager.net/teams',
      `https://smba.trafficmanager.net/emea/${TENANT}/`,
    ]) {
      expect(registered()(url)).toMatchObject({ secure: true, hostname: 'smba.trafficmanager.net' });
    }
  });

  it('is to a government cloud only when the settings say so, and only below the path they name', () => {
    const gcc = 'https://smba.infra.gcc.teams.microsoft.com/teams';
    expect(registered()(gcc)).toBeUndefined();
    expect(registered([gcc])(`${gcc}/`)).toMatchObject({ path: '/teams' });
    for (const other of [`${gcc}elsewhere/`, `${gcc}/../admin/`, gcc.replace('/teams', '/')]) {
      expect(registered([gcc])(other)).toBeUndefined();
    }
  });

  for (const url of [
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net.evil.example/uk/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/uk/',
    'https://smba.trafficmanager.net@evil.example/uk/',
    'https://somebody:secret@smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net/uk/?next=https://evil.example',
    'https://smba.trafficmanager.net/uk/#there',
    'http://127.0.0.1/',
    'smba.trafficmanager.net',
    '',
  ]) {
    it(`is not to ${url || 'nowhere'}, however often it is asked`, () => {
      const read = registered();
      expect([read(url), read(url)]).toEqual([undefined, undefined]);
    });
  }
});

describe('where replies of the demo may go', () => {
  it('is to this machine', () => {
    expect(demo('http://localhost:3978/_connector/')).toEqual({
      secure: false,
      hostname: 'localhost',
      port: '3978',
      path: '/_connector',
    });
    expect(demo('http://[::1]:3978')).toMatchObject({ hostname: '::1', path: '' });
  });

  it('is still to this machine after many other addresses were tried', () => {
    for (let port = 1; port < 1_000; port += 1) demo(`http://10.0.0.5:${port}/`);
    expect(demo('http://127.0.0.1:3978/')).toMatchObject({ hostname: '127.0.0.1' });
    expect(demo('http://10.0.0.5:5/')).toBeUndefined();
  });
});

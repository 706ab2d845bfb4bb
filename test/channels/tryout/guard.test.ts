import { describe, expect, it } from 'vitest';
import { type Caller, refuseStrangers } from '../../../src/channels/tryout/guard.ts';
import { TryoutRefusal } from '../../../src/channels/tryout/refusal.ts';

const OWN_PAGE: Caller = {
  remoteAddress: '127.0.0.1',
  path: '/tryout/messages',
  host: '127.0.0.1:3978',
  origin: 'http://127.0.0.1:3978',
  fetchSite: 'same-origin',
  forwarded: undefined,
};

function refusal(caller: Partial<Caller>): string | undefined {
  try {
    refuseStrangers({ ...OWN_PAGE, ...caller });
    return undefined;
  } catch (error) {
    if (error instanceof TryoutRefusal) return `${error.status} ${error.code}`;
    throw error;
  }
}

describe('who the try-out listens to', () => {
  it.each<[string, Partial<Caller>]>([
    ['its own page', {}],
    ['a program that is no browser', { origin: undefined, fetchSite: undefined }],
    ['its own page under localhost', { host: 'localhost:3978', origin: 'http://localhost:3978' }],
    ['its own page under IPv6', { remoteAddress: '::1', host: '[::1]:3978', origin: 'http://[::1]:3978' }],
    ['IPv4 written as IPv6', { remoteAddress: '::ffff:127.0.0.1' }],
    ['the address typed in by hand', { path: '/', origin: undefined, fetchSite: 'none' }],
    ['a link to the page on another site', { path: '/', origin: undefined, fetchSite: 'cross-site' }],
  ])('listens to %s', (_who, caller) => {
    expect(refusal(caller)).toBeUndefined();
  });

  it.each<[string, Partial<Caller>, string]>([
    ['another machine', { remoteAddress: '192.168.1.20' }, '403 not_this_machine'],
    ['another machine over IPv6', { remoteAddress: '2001:db8::1' }, '403 not_this_machine'],
    ['another machine through a tunnel', { forwarded: '203.0.113.9' }, '403 not_this_machine'],
    ['nobody knows whom', { remoteAddress: undefined }, '403 not_this_machine'],
    ['a site whose name points at this machine', { host: 'evil.example:3978' }, '403 not_this_address'],
    ['a name that only begins like ours', { host: '127.0.0.1.evil.example' }, '403 not_this_address'],
    ['a request without Host', { host: undefined }, '403 not_this_address'],
    ['a page of another site', { origin: 'http://evil.example', fetchSite: undefined }, '403 not_this_page'],
    ['a page without an origin', { origin: 'null', fetchSite: undefined }, '403 not_this_page'],
    ['another program on this machine', { origin: 'http://127.0.0.1:8080', fetchSite: undefined }, '403 not_this_page'],
    ['localhost, when asked by number', { origin: 'http://localhost:3978' }, '403 not_this_page'],
    ['what a browser calls cross-site', { origin: undefined, fetchSite: 'cross-site' }, '403 not_this_page'],
    ['another port of this machine', { origin: undefined, fetchSite: 'same-site' }, '403 not_this_page'],
  ])('refuses %s', (_who, caller, expected) => {
    expect(refusal(caller)).toBe(expected);
  });
});

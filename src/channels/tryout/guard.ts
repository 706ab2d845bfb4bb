import { TryoutRefusal } from './refusal.ts';

/** What of a request decides whether the try-out listens to it. */
export interface Caller {
  readonly remoteAddress: string | undefined;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** What a browser says about the page that asks: `same-origin`, `same-site`, `cross-site`, or `none` for the address bar. */
  readonly fetchSite: string | undefined;
  /** What a proxy or tunnel in between says about where the request came from. */
  readonly forwarded: string | undefined;
}

const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;
const LOOPBACK_ADDRESS = /^(?:::1|(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i;

/**
 * Throws unless the caller is on this machine. The demonstration lets anyone be anyone, so these doors are shut: another
 * machine, also by way of a tunnel; a web site whose name was pointed at this machine (its own name is still in `Host`);
 * and a web page elsewhere that makes the visitor's browser send requests here. Programs that are not browsers send no
 * `Origin` and are let in.
 */
export function refuseStrangers(caller: Caller): void {
  if (caller.remoteAddress === undefined || !LOOPBACK_ADDRESS.test(caller.remoteAddress)) {
    throw new TryoutRefusal(403, 'not_this_machine', 'The try-out answers only on the machine it runs on.');
  }
  if (caller.forwarded !== undefined) {
    throw new TryoutRefusal(403, 'not_this_machine', 'The try-out does not answer through a proxy or a tunnel.');
  }
  if (caller.host === undefined || !LOOPBACK_HOST.test(caller.host)) {
    throw new TryoutRefusal(
      403,
      'not_this_address',
      'The try-out answers only at its own address, such as http://127.0.0.1:3978/.',
    );
  }
  const fromElsewhere = caller.fetchSite === 'cross-site' || caller.fetchSite === 'same-site';
  if (fromElsewhere && caller.path !== '/') throw foreignPage();
  if (caller.origin !== undefined && caller.origin.toLowerCase() !== `http://${caller.host}`.toLowerCase()) {
    throw foreignPage();
  }
}

function foreignPage(): TryoutRefusal {
  return new TryoutRefusal(403, 'not_this_page', 'The try-out takes instructions only from its own page.');
}

import type { webApi } from '@slack/bolt';
import type { SlackMessage } from './block-kit.ts';
import { isLoopbackHost } from './loopback.ts';

export interface ResponseUrl {
  /**
   * Says something where a command was given or a button pressed, in places the bot itself has no say in. `true` when Slack
   * took it. Never rejects. Good for half an hour.
   */
  respond(
    url: string,
    message: SlackMessage,
    how: { readonly response_type: 'in_channel' | 'ephemeral' } | { readonly replace_original: true },
  ): Promise<boolean>;
}

export function createResponseUrl(apiUrl: string, fetch: webApi.FetchFunction): ResponseUrl {
  const api = new URL(apiUrl);
  return {
    async respond(url, message, how) {
      if (!isSlacks(url, api)) return false;
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify({ ...message, ...how, unfurl_links: false, unfurl_media: false }),
        });
        return response.ok;
      } catch {
        return false;
      }
    },
  };
}

/** Slack itself, or whatever stands in for it: what is said here is somebody's answer, and goes nowhere else. */
function isSlacks(text: string, api: URL): boolean {
  const url = URL.parse(text);
  if (!url) return false;
  if (url.protocol === 'https:' && ['slack.com', api.hostname].some((host) => isUnder(url.hostname, host))) return true;
  return isLoopbackHost(api.hostname) && isLoopbackHost(url.hostname);
}

function isUnder(hostname: string, host: string): boolean {
  return hostname === host || hostname.endsWith(`.${host}`);
}

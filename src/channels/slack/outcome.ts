import { webApi } from '@slack/bolt';
import type { SendOutcome } from '../../core/channel.ts';
import { CallFailed, PauseAsked } from './transport.ts';

/** A call that did not do what it was for, in the words the outbox acts on. */
export type NotDone = Exclude<SendOutcome, { readonly outcome: 'sent' }>;

type Meaning = 'gone' | 'not_installed' | 'later' | 'unknown';

/**
 * Slack's own codes for what went wrong. Whatever is not here was refused for what it asked, and would be again.
 * (docs.slack.dev, errors of chat.postMessage and chat.update.)
 */
const MEANING: Readonly<Record<string, Meaning>> = {
  channel_not_found: 'gone',
  user_not_found: 'gone',
  users_not_found: 'gone',
  user_disabled: 'gone',
  is_archived: 'gone',
  message_not_found: 'gone',
  // Words that can no longer be changed stand as they are.
  cant_update_message: 'gone',
  edit_window_closed: 'gone',
  thread_not_found: 'gone',
  not_in_channel: 'not_installed',
  account_inactive: 'not_installed',
  token_revoked: 'not_installed',
  app_uninstalled: 'not_installed',
  team_not_found: 'not_installed',
  // A setting somebody can mend; the message need not be lost for it.
  invalid_auth: 'later',
  not_authed: 'later',
  token_expired: 'later',
  org_login_required: 'later',
  accesslimited: 'later',
  ratelimited: 'later',
  rate_limited: 'later',
  message_limit_exceeded: 'later',
  team_added_to_org: 'later',
  service_unavailable: 'later',
  // "It is possible some aspect of the operation succeeded before the error."
  fatal_error: 'unknown',
  internal_error: 'unknown',
  request_timeout: 'unknown',
};

/**
 * What a failed call means for the message it carried. `later` is only said when it certainly did not arrive; silence, or
 * a fault at Slack's end, may have delivered it: `unknown`.
 */
export function notDone(error: unknown): NotDone {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return { outcome: 'later', afterMs: error.retryAfter * 1_000, detail: 'rate limited' };
  }
  if (error instanceof webApi.WebAPIPlatformError) return meaningOf(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) {
    const detail = `status ${error.statusCode}`;
    if (error.statusCode === 503 || error.statusCode === 429) return { outcome: 'later', detail };
    return error.statusCode >= 500
      ? { outcome: 'unknown', detail }
      : { outcome: 'refused', reason: 'rejected', detail };
  }
  const cause = error instanceof webApi.WebAPIRequestError ? error.original : error;
  if (cause instanceof PauseAsked) return { outcome: 'later', detail: 'rate limited' };
  const arrived = cause instanceof CallFailed ? cause.mayHaveArrived : true;
  const detail = `no answer: ${cause instanceof Error ? cause.message.slice(0, 120) : 'unknown'}`;
  return { outcome: arrived ? 'unknown' : 'later', detail };
}

function meaningOf(code: string): NotDone {
  const meaning = Object.hasOwn(MEANING, code) ? MEANING[code] : undefined;
  // The SDK takes whatever else was answered, a proxy's page say, for the name of an error.
  if (!/^[a-z][a-z0-9_]*$/i.test(code)) return { outcome: 'unknown', detail: 'an answer that is not Slack’s' };
  const detail = code.slice(0, 120);
  if (meaning === undefined) return { outcome: 'refused', reason: 'rejected', detail };
  if (meaning === 'later' || meaning === 'unknown') return { outcome: meaning, detail };
  return { outcome: 'refused', reason: meaning, detail };
}

import { createHmac } from 'node:crypto';
import type { JsonObject } from '../../../../src/core/store.ts';

export const SIGNING_SECRET = 'signing-secret-of-the-tests';

/** One request as Slack sends it. */
export interface SlackRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Wish {
  readonly secret?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Signed at `seconds` since 1970. */
export function signed(body: string, seconds: number | string, wish: Wish = {}): SlackRequest {
  const signature = createHmac('sha256', wish.secret ?? SIGNING_SECRET)
    .update(`v0:${seconds}:${body}`)
    .digest('hex');
  return {
    body,
    headers: {
      'content-type': wish.type ?? 'application/json',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
      ...wish.headers,
    },
  };
}

export const FORM = 'application/x-www-form-urlencoded';

/** Events are JSON; commands are a form; whatever is pressed is JSON in a form. */
export function asSlackSends(payload: JsonObject, seconds: number, wish: Wish = {}): SlackRequest {
  if (payload.type === 'event_callback') return signed(JSON.stringify(payload), seconds, wish);
  const fields =
    payload.command === undefined
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return signed(new URLSearchParams(fields).toString(), seconds, { type: FORM, ...wish });
}

import { z } from 'zod';
import type { SendOutcome } from '../../core/channel.ts';
import type { Called } from './request.ts';

/** A call that did not do what it was for, in the words the outbox acts on. */
export type NotDone = Exclude<SendOutcome, { readonly outcome: 'sent' }>;

const Trouble = z.object({
  error: z.object({ code: z.string().optional(), message: z.string().optional() }).optional(),
  subCode: z.string().optional(),
});

const NOT_INSTALLED = /NotInConversationRoster|BotDisabledByAdmin|BotNotInstalled|BotNotRegistered/i;
const BLOCKED = /Blocked/i;

/**
 * What a call that was not answered with success means for the message it carried. `later` is only said when it certainly
 * did not arrive; a gateway that gave up, a fault, or silence after the request had left may have delivered it: `unknown`.
 * (Microsoft's table of bot status codes, and the 403 that a person who blocked the bot causes.)
 */
export function notDone(called: Called): NotDone {
  if (called.ended === 'failed') {
    return { outcome: called.mayHaveArrived ? 'unknown' : 'later', detail: called.detail };
  }
  const { status, retryAfter } = called;
  const code = troubleIn(called.body);
  const detail = `status ${status}${code ? ` ${code}` : ''}`;
  switch (status) {
    case 401:
    case 412:
    case 429:
    case 503:
      return { outcome: 'later', ...afterMs(retryAfter), detail };
    case 403:
      if (BLOCKED.test(code)) return { outcome: 'refused', reason: 'blocked', detail };
      return { outcome: 'refused', reason: NOT_INSTALLED.test(code) ? 'not_installed' : 'rejected', detail };
    case 404:
    case 410:
      return { outcome: 'refused', reason: 'gone', detail };
    default:
      return status >= 500 || status < 400
        ? { outcome: 'unknown', detail }
        : { outcome: 'refused', reason: 'rejected', detail };
  }
}

/** The service's own code for what went wrong. Its message is kept out: it can repeat what was sent. */
function troubleIn(body: string): string {
  try {
    const trouble = Trouble.safeParse(JSON.parse(body));
    if (!trouble.success) return '';
    return [trouble.data.error?.code, trouble.data.subCode].filter(Boolean).join(' ').slice(0, 120);
  } catch {
    return '';
  }
}

/** Teams says it in whole seconds. Anything else is left to whoever waits to choose. */
function afterMs(header: string | undefined): { readonly afterMs?: number } {
  return header !== undefined && /^\d{1,6}$/.test(header.trim()) ? { afterMs: Number(header) * 1_000 } : {};
}

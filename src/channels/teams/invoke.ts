import type { Answer, Outgoing } from '../../core/reply.ts';
import { CARD_CONTENT_TYPE } from './outgoing.ts';
import { SENTENCES } from './sentences.ts';

/**
 * What a pressed button is answered with. Teams reads the status in the body and wants HTTP 200 around it always; without a
 * body the button just stops.
 */
export type InvokeBody =
  | { readonly statusCode: 200; readonly type: typeof CARD_CONTENT_TYPE; readonly value: object }
  | { readonly statusCode: 200; readonly type: 'application/vnd.microsoft.activity.message'; readonly value: string }
  | {
      readonly statusCode: 400 | 403 | 500;
      readonly type: 'application/vnd.microsoft.error';
      readonly value: { readonly code: string; readonly message: string };
    };

export const INVOKE_FAULT: InvokeBody = invokeError(500, 'Fault', SENTENCES.fault);
export const INVOKE_UNKNOWN: InvokeBody = invokeError(400, 'NotSupported', SENTENCES.notUnderstood);
export const INVOKE_OTHER_TENANT: InvokeBody = invokeError(403, 'OtherOrganisation', SENTENCES.otherTenant);

/** The first thing to say replaces the card that was pressed, or stands below it; the rest follow as messages. */
export function invokeBody(here: readonly Outgoing[], answer: Answer | undefined): InvokeBody {
  if (!answer) return invokeMessage(SENTENCES.answeredAlready);
  const [first] = here;
  if (!first) return invokeMessage(SENTENCES.done);
  return first.card ? { statusCode: 200, type: CARD_CONTENT_TYPE, value: first.card } : invokeMessage(first.summary);
}

function invokeMessage(value: string): InvokeBody {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

function invokeError(statusCode: 400 | 403 | 500, code: string, message: string): InvokeBody {
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}

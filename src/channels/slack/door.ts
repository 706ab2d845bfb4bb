import type { IncomingMessage } from 'node:http';
import { HTTPModuleFunctions, isRawBodyError, verifySlackRequest } from '@slack/bolt';
import type { Clock } from '../../core/clock.ts';
import { JsonRecord } from '../../core/json.ts';
import type { JsonObject } from '../../core/store.ts';
import type { RefusalKind } from './respond.ts';

/** Slack's largest payload is a pressed message of 50 blocks with what was filled in. */
export const LARGEST_BODY = 1024 * 1024;

/** How far Slack's clock and ours may be apart, either way. */
const MOST_SKEW_SECONDS = 300;

export type AtTheDoor =
  | { readonly let: 'in'; readonly payload: JsonObject }
  /** Slack trying the connection: a plain yes, and nothing in it is looked at. */
  | { readonly let: 'ssl_check' }
  | { readonly let: 'out'; readonly kind: RefusalKind };

/** Reads one request and sees that it is Slack's: its signature over the very bytes sent, at about this time. */
export async function admit(request: IncomingMessage, signingSecret: string, clock: Clock): Promise<AtTheDoor> {
  // A parser mounted in front would have taken the bytes already, and nothing more would ever come.
  if (request.readableEnded) {
    throw new Error('the body was read before the Slack channel could: mount it without a parser');
  }
  const body = await readBody(request);
  if (typeof body !== 'string') return { let: 'out', kind: body.refused };
  const isForm = mediaTypeOf(request) === 'application/x-www-form-urlencoded';
  const form = isForm ? new URLSearchParams(body) : undefined;
  if (form?.get('ssl_check') === '1') return { let: 'ssl_check' };
  if (!isSigned(request, body, signingSecret, clock)) return { let: 'out', kind: 'signature' };
  const payload = form ? payloadOf(form) : jsonIn(body);
  return payload ? { let: 'in', payload } : { let: 'out', kind: 'malformed' };
}

async function readBody(request: IncomingMessage): Promise<string | { readonly refused: RefusalKind }> {
  try {
    const { rawBody } = await HTTPModuleFunctions.bufferIncomingMessage(request, LARGEST_BODY);
    return rawBody.toString('utf8');
  } catch (error) {
    return { refused: isRawBodyError(error) && error.statusCode === 413 ? 'size' : 'malformed' };
  }
}

/** Bolt's check looks at one side of the clock only, and takes any number for a time. */
function isSigned(request: IncomingMessage, body: string, signingSecret: string, clock: Clock): boolean {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = request.headers;
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  const nowMilliseconds = clock.now().epochMilliseconds;
  if (Math.abs(Math.floor(nowMilliseconds / 1000) - Number(timestamp)) > MOST_SKEW_SECONDS) return false;
  try {
    verifySlackRequest({
      signingSecret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
      nowMilliseconds,
    });
    return true;
  } catch {
    return false;
  }
}

function mediaTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Pressed buttons and forms come as JSON in a form field; commands as the fields themselves. */
function payloadOf(form: URLSearchParams): JsonObject | undefined {
  const payload = form.get('payload');
  if (payload !== null) return jsonIn(payload);
  return form.has('command') ? Object.fromEntries(form) : undefined;
}

function jsonIn(text: string): JsonObject | undefined {
  try {
    const parsed = JsonRecord.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

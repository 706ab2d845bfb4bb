import type { ServerResponse } from 'node:http';

/** Every refusal the door makes, with what it tells the caller: never why a token was not believed. */
const REFUSALS = {
  method: [405, 'method_not_allowed', 'Only POST is answered here.'],
  elsewhere: [403, 'demo_is_local', 'The demo answers this machine only.'],
  token: [401, 'unauthorised', 'This caller did not prove that it is Teams.'],
  keys: [503, 'keys_unavailable', 'The caller could not be checked just now. Please try again shortly.'],
  media: [415, 'not_json', 'Send application/json, not compressed.'],
  size: [413, 'too_large', 'At most 256 KB are read.'],
  json: [400, 'malformed', 'The body is not JSON.'],
  activity: [400, 'malformed', 'The body is not an activity.'],
  service: [403, 'service_url', 'Replies are not sent to that service URL.'],
  fault: [500, 'fault', 'Something went wrong.'],
} as const;
export type RefusalKind = keyof typeof REFUSALS;

const EXTRA_HEADERS: Partial<Record<RefusalKind, Readonly<Record<string, string>>>> = {
  method: { allow: 'POST' },
  token: { 'www-authenticate': 'Bearer' },
  keys: { 'retry-after': '5' },
};

export function refuseRequest(response: ServerResponse, kind: RefusalKind): void {
  const [status, error, message] = REFUSALS[kind];
  sendJson(response, status, { error, message }, EXTRA_HEADERS[kind]);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  content: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = JSON.stringify(content);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

export function sendNothing(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': 0 });
  response.end();
}

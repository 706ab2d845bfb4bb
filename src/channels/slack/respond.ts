import type { ServerResponse } from 'node:http';

/** Every refusal the door makes. Slack is told not to repeat what it could never get through. */
const REFUSALS = {
  signature: [401, 'unauthorised', 'This caller did not prove that it is Slack.', { 'x-slack-no-retry': '1' }],
  size: [413, 'too_large', 'At most 1 MB is read.', { connection: 'close' }],
  malformed: [400, 'malformed', 'The body is not what Slack sends.', {}],
  stopping: [503, 'stopping', 'The bot is stopping. Please try again shortly.', { 'retry-after': '5' }],
  fault: [503, 'fault', 'That could not be taken just now. Please try again shortly.', { 'retry-after': '5' }],
} as const;
export type RefusalKind = keyof typeof REFUSALS;

export function refuseRequest(response: ServerResponse, kind: RefusalKind): void {
  const [status, error, message, headers] = REFUSALS[kind];
  if (response.headersSent) return;
  const body = JSON.stringify({ error, message });
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

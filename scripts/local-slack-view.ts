import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { plainer } from './plainer-blocks.ts';

/**
 * Stands between the bot and local-slack. What the bot says passes through `plainer`, because local-slack's page draws no
 * rich text; what local-slack delivers is made to answer here too, so that the same holds for response URLs. The bot is none
 * the wiser: every delivery is signed again.
 */
export function createView(parts: {
  /** local-slack's own address, without a slash at the end. */
  readonly slackUrl: string;
  readonly viewUrl: string;
  readonly eventsUrl?: string;
  readonly signingSecret: string;
}): Server {
  const { slackUrl, viewUrl, eventsUrl, signingSecret } = parts;

  async function toSlack(request: IncomingMessage, body: string): Promise<Response> {
    const headers = { ...sent(request, 'authorization'), ...sent(request, 'content-type') };
    const isJson = headers['content-type']?.includes('json') ?? false;
    const changed = isJson ? JSON.stringify(plainer(JSON.parse(body || '{}'))) : plainerForm(body);
    return fetch(`${slackUrl}${request.url}`, { method: request.method ?? 'POST', headers, body: changed });
  }

  function toBot(request: IncomingMessage, body: string): Promise<Response> {
    const changed = body
      .replaceAll(slackUrl, viewUrl)
      .replaceAll(encodeURIComponent(slackUrl), encodeURIComponent(viewUrl));
    const timestamp = String(request.headers['x-slack-request-timestamp']);
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${changed}`).digest('hex');
    return fetch(eventsUrl ?? '', {
      method: 'POST',
      headers: {
        ...sent(request, 'content-type'),
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
      body: changed,
    });
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    try {
      const answer = await (request.url === '/to-bot' ? toBot(request, body) : toSlack(request, body));
      const type = answer.headers.get('content-type');
      response.writeHead(answer.status, type === null ? {} : { 'content-type': type });
      response.end(await answer.text());
    } catch {
      response.writeHead(502).end();
    }
  }

  return createServer((request, response) => void pass(request, response));
}

function sent(request: IncomingMessage, name: 'authorization' | 'content-type'): Record<string, string> {
  const value = request.headers[name];
  return value === undefined ? {} : { [name]: value };
}

/** Slack's client sends what is more than text as JSON in a form field. */
function plainerForm(body: string): string {
  const form = new URLSearchParams(body);
  for (const name of ['blocks', 'view']) {
    const json = form.get(name);
    if (json !== null) form.set(name, JSON.stringify(plainer(JSON.parse(json))));
  }
  return form.toString();
}

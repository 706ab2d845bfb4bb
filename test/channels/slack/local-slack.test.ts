import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HOW_TO_INSTALL, localSlackPath } from '../../../scripts/local-slack.ts';
import { createView } from '../../../scripts/local-slack-view.ts';
import { plainer } from '../../../scripts/plainer-blocks.ts';
import type { Json } from '../../../src/core/store.ts';
import { portOf } from '../teams/support/port.ts';
import { signed } from './support/sign.ts';

describe('What local-slack’s page cannot draw is made plainer for it', () => {
  it('rich text becomes a section, its words unable to format or mention', () => {
    const run = (text: string, style = {}) => ({ type: 'text', text, style });
    const rich: Json = {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [run('Category', { bold: true }), run(': 3 <@U1> *now*')] },
        { type: 'rich_text_list', style: 'ordered', elements: [{ type: 'rich_text_section', elements: [run('One')] }] },
      ],
    };
    const [block] = plainer([rich]) as unknown as { type: string; text: { text: string } }[];
    expect(block?.type).toBe('section');
    const text = block?.text.text ?? '';
    expect(text.replaceAll('\u2060', '')).toBe('*Category*: 3 <@U1> *now*\n1. One');
    expect(text).not.toMatch(/<@U1>|\*now\*/);
  });

  it('leaves everything else as it is', () => {
    const blocks: Json = [{ type: 'divider' }, { type: 'header', text: { type: 'plain_text', text: 'One line' } }];
    expect(plainer(blocks)).toEqual(blocks);
  });

  it('and what it delivers comes to the bot signed anew, with its response address changed', async () => {
    let given = { body: '', signature: '' };
    const bot = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        given = { body, signature: String(request.headers['x-slack-signature']) };
        response.end('{"response_action":"errors"}');
      });
    });
    const eventsUrl = `http://127.0.0.1:${await portOf(bot)}/slack/events`;
    const view = createView({
      slackUrl: 'http://localhost:1',
      viewUrl: 'http://127.0.0.1:2',
      eventsUrl,
      signingSecret: 'secret',
    });
    const url = `http://127.0.0.1:${await portOf(view)}/to-bot`;
    const { body, headers } = signed('response_url=http://localhost:1/r', 5, { secret: 'secret' });
    const answer = await fetch(url, { method: 'POST', body, headers });
    expect(await answer.json()).toEqual({ response_action: 'errors' });
    expect(given.body).toBe('response_url=http://127.0.0.1:2/r');
    expect(given.signature).toBe(signed(given.body, 5, { secret: 'secret' }).headers['x-slack-signature']);
    view.close();
    bot.close();
  });
});

describe('npm run tryout:slack', () => {
  it.skipIf(localSlackPath)('names the one command to install what it needs, when that is not there', () => {
    const script = fileURLToPath(new URL('../../../scripts/tryout-slack.ts', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toContain(HOW_TO_INSTALL);
  });
});

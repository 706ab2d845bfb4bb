import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../../src/core/reply.ts';
import { json, ok, refuse } from './support/fake-slack.ts';
import { oneWorkspace, type SlackBot, startSlackBot } from './support/slack-bot.ts';

let bot: SlackBot;
beforeEach(async () => {
  bot = await startSlackBot();
});
afterEach(() => bot.close());

const ADDRESS = { v: 1, team: 'T0DEMO', channel: 'D0DEMO01', user: 'U0DEMO01' };
const MESSAGE = { summary: 'Your challenge has been answered.' };
const CARD: AdaptiveCard = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Answered' }] };

describe('A notice', () => {
  it('goes to the address with one call, and says where it landed', async () => {
    expect(await bot.channel.sender.send(ADDRESS, { ...MESSAGE, card: CARD })).toEqual({
      outcome: 'sent',
      messageId: '1795400000.000001',
      address: ADDRESS,
    });
    expect(bot.slack.calls).toMatchObject([
      { method: 'chat.postMessage', args: { channel: 'D0DEMO01', text: MESSAGE.summary, unfurl_links: 'false' } },
    ]);
  });

  it('finds the person’s conversation when the address names only them', async () => {
    const sent = await bot.channel.sender.send({ v: 1, team: 'T0DEMO', user: 'U0DEMO02' }, MESSAGE);
    expect(sent).toMatchObject({ outcome: 'sent', address: { channel: 'D0DEMO02', user: 'U0DEMO02' } });
  });

  it('can be changed later, where it landed', async () => {
    const sent = await bot.channel.sender.update(ADDRESS, '1795400000.000001', { ...MESSAGE, card: CARD });
    expect(sent).toEqual({ outcome: 'sent', messageId: '1795400000.000001', address: ADDRESS });
    expect(bot.slack.calls).toMatchObject([
      { method: 'chat.update', args: { channel: 'D0DEMO01', ts: '1795400000.000001', text: MESSAGE.summary } },
    ]);
  });

  it('goes nowhere when its address is not one of Slack’s', async () => {
    for (const address of [
      { v: 1, serviceUrl: 'https://smba.example', bot: 'b' },
      { v: 1, team: 'T0DEMO' },
    ]) {
      expect(await bot.channel.sender.send(address, MESSAGE)).toMatchObject({ outcome: 'refused', reason: 'rejected' });
      expect(await bot.channel.sender.update(address, '1', MESSAGE)).toMatchObject({ outcome: 'refused' });
    }
    expect(bot.slack.calls).toEqual([]);
  });
});

describe('How a sending ended is said in the outbox’s words:', () => {
  it.each([
    ['channel_not_found', { outcome: 'refused', reason: 'gone' }],
    ['user_disabled', { outcome: 'refused', reason: 'gone' }],
    ['is_archived', { outcome: 'refused', reason: 'gone' }],
    ['account_inactive', { outcome: 'refused', reason: 'not_installed' }],
    ['token_revoked', { outcome: 'refused', reason: 'not_installed' }],
    ['not_in_channel', { outcome: 'refused', reason: 'not_installed' }],
    ['invalid_blocks', { outcome: 'refused', reason: 'rejected' }],
    ['missing_scope', { outcome: 'refused', reason: 'rejected' }],
    ['a_code_of_the_future', { outcome: 'refused', reason: 'rejected' }],
    ['constructor', { outcome: 'refused', reason: 'rejected' }],
    ['invalid_auth', { outcome: 'later' }],
    ['ratelimited', { outcome: 'later' }],
    ['service_unavailable', { outcome: 'later' }],
    ['internal_error', { outcome: 'unknown' }],
    ['fatal_error', { outcome: 'unknown' }],
  ])('%s', async (error, expected) => {
    bot.slack.answer('chat.postMessage', (_called, response) => refuse(response, error));
    expect(await bot.channel.sender.send(ADDRESS, MESSAGE)).toMatchObject({ ...expected, detail: error });
    expect(bot.slack.calls).toHaveLength(1);
  });

  it.each([
    [429, { 'retry-after': '30' }, { outcome: 'later', afterMs: 30_000 }],
    [503, {}, { outcome: 'later' }],
    [500, {}, { outcome: 'unknown' }],
    [502, {}, { outcome: 'unknown' }],
    [403, {}, { outcome: 'refused', reason: 'rejected' }],
  ])('status %i', async (status, headers, expected) => {
    bot.slack.answer('chat.postMessage', (_called, response) => json(response, status, {}, headers));
    expect(await bot.channel.sender.send(ADDRESS, MESSAGE)).toMatchObject(expected);
    expect(bot.slack.calls).toHaveLength(1);
  });

  it('a pause asked for without saying how long is left to the outbox', async () => {
    bot.slack.answer('chat.postMessage', (_called, response) => json(response, 429, {}));
    const ended = await bot.channel.sender.send(ADDRESS, MESSAGE);
    expect(ended).toMatchObject({ outcome: 'later' });
    expect(ended).not.toHaveProperty('afterMs');
  });

  it('an answer cut off may have been one', async () => {
    bot.slack.answer('chat.postMessage', (_called, response) => response.destroy());
    expect(await bot.channel.sender.send(ADDRESS, MESSAGE)).toMatchObject({ outcome: 'unknown' });
    expect(bot.slack.calls).toHaveLength(1);
  });

  it('an answer that is not Slack’s may have been one', async () => {
    bot.slack.answer('chat.postMessage', (_called, response) => response.end('<html>'));
    expect(await bot.channel.sender.send(ADDRESS, MESSAGE)).toMatchObject({ outcome: 'unknown' });
  });

  it('nobody at the address never got it', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => gone.once('listening', resolve));
    const address = gone.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((resolve) => gone.close(resolve));
    const lonely = await startSlackBot({
      config: (slack) => ({ ...oneWorkspace(slack), apiUrl: `http://127.0.0.1:${port}/api` }),
    });
    expect(await lonely.channel.sender.send(ADDRESS, MESSAGE)).toMatchObject({
      outcome: 'later',
      detail: 'no answer: ECONNREFUSED',
    });
    await lonely.close();
  });

  it('a conversation that could not be begun never got it, whatever went wrong', async () => {
    bot.slack.answer('conversations.open', (_called, response) => refuse(response, 'internal_error'));
    const sent = await bot.channel.sender.send({ v: 1, team: 'T0DEMO', user: 'U0DEMO02' }, MESSAGE);
    expect(sent).toMatchObject({ outcome: 'later' });
  });

  it('one that arrived in part is not sent again', async () => {
    let sent = 0;
    bot.slack.answer('chat.postMessage', (_called, response) => {
      sent += 1;
      if (sent === 1) ok(response, { channel: 'D0DEMO01', ts: '1.1' });
      else refuse(response, 'ratelimited');
    });
    const long = { summary: 'A line of words that goes on for a while.\n'.repeat(400) };
    expect(await bot.channel.sender.send(ADDRESS, long)).toEqual({ outcome: 'unknown', detail: 'only in part' });
  });

  it('tells nobody what was said', async () => {
    bot.slack.answer('chat.postMessage', (_called, response) => refuse(response, 'invalid_blocks'));
    const ended = await bot.channel.sender.send(ADDRESS, { summary: 'Category 3 it is.' });
    expect(JSON.stringify([ended, bot.logged])).not.toContain('Category 3');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../../src/core/store.ts';
import { type FakeSlack, ok, startFakeSlack } from './support/fake-slack.ts';
import { payload } from './support/payload.ts';
import { type SlackBot, says, startSlackBot } from './support/slack-bot.ts';
import { type SocketServer, startSocketServer } from './support/socket-server.ts';

let slack: FakeSlack;
let socket: SocketServer;
let bot: SlackBot;

beforeEach(async () => {
  socket = await startSocketServer();
  slack = await startFakeSlack();
  slack.answer('apps.connections.open', (_called, response) => ok(response, { url: socket.url }));
  bot = await startSlackBot({
    slack,
    hear: async ({ input }) => ({
      ...says({ summary: 'Heard.' }),
      ...(input.kind === 'action' ? { problems: [{ input: 'text', sentence: 'Please say more.' }] } : {}),
    }),
    config: ({ apiUrl }) => ({
      workspaces: { kind: 'one', botToken: 'xoxb-bot' },
      appToken: 'xapp-app',
      apiUrl,
    }),
  });
  await bot.channel.start();
  await socket.opened;
});
afterEach(async () => {
  await bot.close();
  await slack.close();
  await socket.close();
});

const envelope = (id: string, type: string, name: string) => ({
  envelope_id: id,
  type,
  payload: payload(name),
  accepts_response_payload: type !== 'events_api',
});

describe('Over a socket that the bot opens itself', () => {
  it('it asks Slack where with its app token, and needs no address of its own', async () => {
    expect(slack.to('apps.connections.open')).toMatchObject([{ token: 'xapp-app' }]);
    expect((await fetch(bot.url, { method: 'POST' })).status).toBe(404);
  });

  it('a message is written down, then acknowledged, then answered', async () => {
    socket.send(envelope('e1', 'events_api', 'message-im'));
    expect(await socket.acknowledged('e1')).toEqual({ envelope_id: 'e1', payload: {} });
    await bot.channel.deliveries.idle();
    expect(slack.to('chat.postMessage')).toMatchObject([{ args: { channel: 'D0DEMO01', text: 'Heard.' } }]);
    expect((await bot.store.query({ type: 'slack-delivery' })).items).toEqual([]);
  });

  it('a command and a button are heard as they are over HTTP', async () => {
    socket.send(envelope('e1', 'slash_commands', 'command-im'));
    socket.send(envelope('e2', 'interactive', 'press-im'));
    await Promise.all([socket.acknowledged('e1'), socket.acknowledged('e2')]);
    await bot.channel.deliveries.idle();
    expect(bot.turns.map(({ input }) => input.kind).sort()).toEqual(['action', 'text']);
  });

  it('a form that cannot be taken stays open', async () => {
    socket.send(envelope('e1', 'interactive', 'submit-form-empty'));
    expect(await socket.acknowledged('e1')).toMatchObject({
      payload: { response_action: 'errors', errors: { 'input:text': 'Please say more.' } },
    });
  });

  it('what cannot be written down is not acknowledged, so that Slack sends it again', async () => {
    const commit = bot.store.commit.bind(bot.store);
    bot.store.commit = async () => {
      throw new StoreUnavailableError('away', { mayHaveCommitted: false });
    };
    socket.send(envelope('e1', 'events_api', 'message-im'));
    await expect.poll(() => bot.logged.some(({ level }) => level === 'error')).toBe(true);
    bot.store.commit = commit;
    socket.send(envelope('e2', 'events_api', 'message-im'));
    await socket.acknowledged('e2');
    const first = await Promise.race([socket.acknowledged('e1'), Promise.resolve('never acknowledged')]);
    expect(first).toBe('never acknowledged');
    await bot.channel.deliveries.idle();
    expect(bot.turns).toHaveLength(1);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/channels/tryout/message.ts';
import { post, type RunningTryout, runTryout } from './running-tryout.ts';

let tryout: RunningTryout;
beforeEach(async () => {
  tryout = await runTryout();
});
afterEach(() => tryout.close());

const say = (body: object) => post(`${tryout.url}/tryout/messages`, body);

async function shown(conversation: string): Promise<readonly Message[]> {
  const answer = await fetch(`${tryout.url}/tryout/messages?conversation=${encodeURIComponent(conversation)}`);
  return ((await answer.json()) as { messages: Message[] }).messages;
}

describe('what a demo person says', () => {
  it('reaches the bot as Teams sends a personal message', async () => {
    await say({ person: 'head-northcliffe', text: '  what category are we?  ' });
    expect(tryout.bot.heard).toHaveLength(1);
    expect(tryout.bot.heard[0]).toMatchObject({
      type: 'message',
      id: expect.stringMatching(/^\d{13}$/),
      timestamp: '2026-11-23T09:30:00.000Z',
      localTimezone: 'Europe/London',
      channelId: 'msteams',
      serviceUrl: `${tryout.url}/tryout/connector`,
      locale: 'en-GB',
      text: 'what category are we?',
      textFormat: 'plain',
      from: {
        id: '29:00000000-0000-4000-8000-000000000001',
        name: 'Maya Okafor',
        aadObjectId: '00000000-0000-4000-8000-000000000001',
      },
      recipient: { id: '28:partnership-bot', name: 'Partnership Bot' },
      conversation: {
        id: 'a:tryout-head-northcliffe',
        conversationType: 'personal',
        tenantId: '00000000-0000-4000-8000-0000000000aa',
      },
      channelData: { tenant: { id: '00000000-0000-4000-8000-0000000000aa' } },
    });
    expect(tryout.bot.heard[0]?.conversation).not.toHaveProperty('isGroup');
  });

  it('mentions the bot in a group chat, as Teams requires, beside the same as HTML', async () => {
    await say({ person: 'adviser-north', place: 'group', text: 'is 3 < 4 & 5?' });
    expect(tryout.bot.heard[0]).toMatchObject({
      text: '<at>Partnership Bot</at> is 3 < 4 & 5?',
      conversation: { id: '19:tryout-group@thread.v2', conversationType: 'groupChat', isGroup: true },
      entities: [
        {
          type: 'mention',
          mentioned: { id: '28:partnership-bot', name: 'Partnership Bot' },
          text: '<at>Partnership Bot</at>',
        },
        { type: 'clientInfo' },
      ],
      attachments: [{ contentType: 'text/html', content: expect.stringContaining('is 3 &lt; 4 &amp; 5?') }],
    });
  });

  it('begins a thread in the channel, which the bot answers in, and can answer it in turn', async () => {
    const first = (await (
      await say({ person: 'adviser-north', place: 'channel', text: 'hello all' })
    ).json()) as Message;
    await say({ person: 'head-northcliffe', place: 'channel', thread: first.id, text: 'and me' });
    expect(tryout.bot.heard.map(({ conversation }) => conversation.id)).toEqual([
      `19:tryout-channel@thread.tacv2;messageid=${first.id}`,
      `19:tryout-channel@thread.tacv2;messageid=${first.id}`,
    ]);
    expect(tryout.bot.heard[0]).toMatchObject({
      channelData: {
        channel: { id: '19:tryout-channel@thread.tacv2' },
        team: { id: '19:tryout-team@thread.tacv2' },
      },
    });
    const inChannel = await shown('19:tryout-channel@thread.tacv2');
    expect(inChannel.map(({ thread, by }) => [thread, by])).toEqual([
      [first.id, 'adviser-north'],
      [first.id, undefined],
      [first.id, 'head-northcliffe'],
      [first.id, undefined],
    ]);
  });

  it('is seen by everybody in the group, while the private answer goes to the one who asked', async () => {
    await say({ person: 'head-northcliffe', place: 'group', text: 'what category are we?' });
    expect((await shown('19:tryout-group@thread.v2')).map(({ text }) => text)).toEqual([
      'what category are we?',
      'I’ve replied to you directly.',
    ]);
    expect((await shown('a:tryout-head-northcliffe')).map(({ cards }) => cards.length)).toEqual([1]);
    expect(await shown('a:tryout-adviser-north')).toEqual([]);
  });

  it.each([
    ['a server error', 500, 'The bot had a problem of its own with that. Please try again.'],
    ['a refusal', 401, 'The bot did not accept that message.'],
  ])('is marked as not delivered after %s of the bot', async (_what, status, problem) => {
    tryout.bot.failNext(status);
    const answer = await say({ person: 'head-northcliffe', text: 'hello' });
    expect(answer.status).toBe(502);
    expect(await answer.json()).toEqual({ code: 'bot_failed', message: problem });
    expect(await shown('a:tryout-head-northcliffe')).toMatchObject([{ text: 'hello', failed: problem }]);
    expect(tryout.logged).toEqual(['try-out: the bot failed']);
  });

  it('says so when nothing listens where the bot should be', async () => {
    const alone = await runTryout({ messagesPath: '/nowhere' });
    const answer = await post(`${alone.url}/tryout/messages`, { person: 'visitor', text: 'hello' });
    expect(answer.status).toBe(502);
    await alone.close();
  });

  it.each([
    ['nobody known', { person: 'stranger', text: 'hello' }, 404],
    ['no words', { person: 'visitor', text: '   ' }, 400],
    ['too many words', { person: 'visitor', text: 'x'.repeat(8_001) }, 400],
    ['an unknown place', { person: 'visitor', place: 'corridor', text: 'hello' }, 400],
    ['a thread that could not be one', { person: 'visitor', place: 'channel', thread: '1;x', text: 'hello' }, 400],
  ])('is refused from %s', async (_what, body, status) => {
    expect((await say(body)).status).toBe(status);
    expect(tryout.bot.heard).toEqual([]);
  });
});

describe('opening a place', () => {
  it('tells the bot once that it was added, as Teams does', async () => {
    const arrive = () => post(`${tryout.url}/tryout/arrivals`, { person: 'head-northcliffe' });
    expect(await (await arrive()).json()).toEqual({ added: true });
    expect(await (await arrive()).json()).toEqual({ added: false });
    expect(tryout.bot.heard).toMatchObject([
      { type: 'installationUpdate', action: 'add', conversation: { id: 'a:tryout-head-northcliffe' } },
      { type: 'conversationUpdate', membersAdded: [{ id: '28:partnership-bot' }] },
    ]);
    expect(tryout.bot.heard[0]?.id).not.toBe(tryout.bot.heard[1]?.id);
  });

  it('tells the bot again when it could not be told', async () => {
    tryout.bot.failNext(500);
    const where = { person: 'adviser-north', place: 'channel' };
    expect((await post(`${tryout.url}/tryout/arrivals`, where)).status).toBe(502);
    expect(await (await post(`${tryout.url}/tryout/arrivals`, where)).json()).toEqual({ added: true });
    expect(tryout.bot.heard.at(-1)).toMatchObject({ conversation: { id: '19:tryout-channel@thread.tacv2' } });
  });
});

describe('the list of people', () => {
  it('names everybody with their role, their directory number and what to ask first', async () => {
    const people = (await (await fetch(`${tryout.url}/tryout/people`)).json()) as object[];
    expect(people).toHaveLength(5);
    expect(people[0]).toEqual({
      id: 'head-northcliffe',
      name: 'Maya Okafor',
      role: 'Headteacher, Northcliffe Primary School',
      aadObjectId: '00000000-0000-4000-8000-000000000001',
      email: 'head-northcliffe@calderbrook.example',
      initials: 'MO',
      starters: ['What category are we?', 'How many visits have we left?', 'Who is our adviser?'],
      conversation: 'a:tryout-head-northcliffe',
    });
  });
});

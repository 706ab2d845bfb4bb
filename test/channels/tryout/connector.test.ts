import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/channels/tryout/message.ts';
import { type RunningTryout, runTryout } from './running-tryout.ts';
import { sampleCard } from './sample-card.ts';

let tryout: RunningTryout;
beforeEach(async () => {
  tryout = await runTryout();
});
afterEach(() => tryout.close());

const CHAT = 'a:tryout-head-northcliffe';
const CHANNEL = '19:tryout-channel@thread.tacv2';
const MAYA = '29:00000000-0000-4000-8000-000000000001';

async function connector(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${tryout.url}/tryout/connector/v3${path}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await answer.json() };
}

const inside = (conversation: string, rest = '') => `/conversations/${encodeURIComponent(conversation)}${rest}`;
const idOf = (answer: { body: unknown }) => (answer.body as { id: string }).id;

async function shown(conversation: string): Promise<Message[]> {
  const answer = await fetch(`${tryout.url}/tryout/messages?conversation=${encodeURIComponent(conversation)}`);
  return ((await answer.json()) as { messages: Message[] }).messages;
}

describe('the connector the bot answers to', () => {
  it('takes a message with text, a card and suggested replies', async () => {
    const answer = await connector('POST', inside(CHAT, '/activities'), {
      type: 'message',
      text: 'Hello <at>Maya Okafor</at>',
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', content: sampleCard('Category 3') },
        { contentType: 'application/vnd.microsoft.card.hero', content: {} },
      ],
      suggestedActions: { actions: [{ type: 'imBack', title: 'Help', value: 'help' }] },
    });
    expect(answer.status).toBe(201);
    expect(await shown(CHAT)).toEqual([
      {
        id: idOf(answer),
        conversation: CHAT,
        at: '2026-11-23T09:30:00Z',
        name: 'Partnership Bot',
        text: 'Hello Maya Okafor',
        format: 'markdown',
        cards: [sampleCard('Category 3')],
        notShown: 1,
        suggestions: [{ title: 'Help', value: 'help' }],
        edited: false,
        views: {},
      },
    ]);
  });

  it('changes and deletes a message the bot wrote', async () => {
    const id = idOf(await connector('POST', inside(CHAT, '/activities'), { type: 'message', text: 'Wait…' }));
    expect(await connector('PUT', inside(CHAT, `/activities/${id}`), { type: 'message', text: 'Done.' })).toEqual({
      status: 200,
      body: { id },
    });
    expect(await shown(CHAT)).toMatchObject([{ text: 'Done.', edited: true }]);
    expect((await connector('DELETE', inside(CHAT, `/activities/${id}`))).status).toBe(200);
    expect(await shown(CHAT)).toEqual([]);
  });

  it('opens the one personal chat there is with somebody, by either of their numbers', async () => {
    for (const id of [MAYA, '00000000-0000-4000-8000-000000000001']) {
      expect(await connector('POST', '/conversations', { isGroup: false, members: [{ id }] })).toEqual({
        status: 201,
        body: { id: CHAT },
      });
    }
  });

  it('opens it with a first message when one is given', async () => {
    const activity = { type: 'message', text: 'A reminder' };
    const answer = await connector('POST', '/conversations', { members: [{ id: MAYA }], activity });
    expect(answer.body).toEqual({ id: CHAT, activityId: (await shown(CHAT))[0]?.id });
  });

  it('begins a new thread in the channel', async () => {
    const answer = await connector('POST', '/conversations', {
      isGroup: true,
      channelData: { channel: { id: CHANNEL } },
      activity: { type: 'message', text: 'Dates for the spring' },
    });
    const [first] = await shown(CHANNEL);
    expect(answer.body).toEqual({ id: `${CHANNEL};messageid=${first?.id}`, activityId: first?.id });
    await connector('POST', inside(`${CHANNEL};messageid=${first?.id}`, '/activities'), {
      type: 'message',
      text: 'More',
    });
    await connector('POST', inside(CHANNEL, `/activities/${first?.id}`), { type: 'message', text: 'And more' });
    expect((await shown(CHANNEL)).map(({ thread }) => thread)).toEqual([first?.id, first?.id, first?.id]);
  });

  it('knows the people as Teams’ roster does', async () => {
    const maya = {
      id: MAYA,
      name: 'Maya Okafor',
      givenName: 'Maya',
      surname: 'Okafor',
      aadObjectId: '00000000-0000-4000-8000-000000000001',
      objectId: '00000000-0000-4000-8000-000000000001',
      email: 'head-northcliffe@calderbrook.example',
      userPrincipalName: 'head-northcliffe@calderbrook.example',
      tenantId: '00000000-0000-4000-8000-0000000000aa',
      userRole: 'user',
    };
    expect((await connector('GET', inside(CHAT, `/members/${encodeURIComponent(MAYA)}`))).body).toEqual(maya);
    expect((await connector('GET', inside(CHAT, '/members'))).body).toEqual([maya]);
    expect((await connector('GET', inside(CHAT, '/pagedmembers'))).body).toEqual({ members: [maya] });
  });

  it('gives the roster of a shared place in pages', async () => {
    const names: string[] = [];
    let token: string | undefined;
    do {
      const path = inside(CHANNEL, `/pagedmembers?pageSize=2${token ? `&continuationToken=${token}` : ''}`);
      const page = (await connector('GET', path)).body as { members: { name: string }[]; continuationToken?: string };
      expect(page.members.length).toBeLessThanOrEqual(2);
      names.push(...page.members.map(({ name }) => name));
      token = page.continuationToken;
    } while (token);
    expect(names).toEqual(['Maya Okafor', 'Tom Brearley', 'Priya Nair', 'Helen Whitaker', 'Sam Visitor']);
  });

  it('describes the team and its channel', async () => {
    const team = `/teams/${encodeURIComponent('19:tryout-team@thread.tacv2')}`;
    expect((await connector('GET', team)).body).toMatchObject({ name: 'Calderbrook Partnership' });
    expect((await connector('GET', `${team}/conversations`)).body).toEqual({
      conversations: [{ id: CHANNEL, name: 'General' }],
    });
    expect((await connector('GET', '/teams/other')).status).toBe(404);
  });

  it('takes other kinds of activity and shows nothing', async () => {
    expect((await connector('POST', inside(CHAT, '/activities'), { type: 'trace', value: {} })).status).toBe(201);
    expect(await shown(CHAT)).toEqual([]);
  });

  it.each<[string, string, string, object | undefined, number, string]>([
    [
      'an unknown conversation',
      'POST',
      inside('a:nobody', '/activities'),
      { type: 'message', text: 'x' },
      404,
      'ConversationNotFound',
    ],
    [
      'members of an unknown conversation',
      'GET',
      inside('a:nobody', '/members'),
      undefined,
      404,
      'ConversationNotFound',
    ],
    [
      'a member of another chat',
      'GET',
      inside(CHAT, '/members/29:00000000-0000-4000-8000-000000000002'),
      undefined,
      404,
      'MemberNotFoundInConversation',
    ],
    ['a chat with nobody', 'POST', '/conversations', { members: [] }, 400, 'BadSyntax'],
    ['a chat with two', 'POST', '/conversations', { members: [{ id: MAYA }, { id: 'x' }] }, 400, 'BadSyntax'],
    [
      'a chat with a stranger',
      'POST',
      '/conversations',
      { members: [{ id: '29:stranger' }] },
      404,
      'ConversationNotFound',
    ],
    [
      'a thread without a message',
      'POST',
      '/conversations',
      { channelData: { channel: { id: CHANNEL } } },
      400,
      'BadSyntax',
    ],
    [
      'an unknown channel',
      'POST',
      '/conversations',
      { channelData: { channel: { id: '19:other' } } },
      404,
      'ConversationNotFound',
    ],
    ['an empty message', 'POST', inside(CHAT, '/activities'), { type: 'message' }, 400, 'BadSyntax'],
    ['what is no activity', 'POST', inside(CHAT, '/activities'), { text: 'x' }, 400, 'invalid_input'],
    [
      'a change of nothing',
      'PUT',
      inside(CHAT, '/activities/1'),
      { type: 'message', text: 'x' },
      404,
      'ActivityNotFoundInConversation',
    ],
    [
      'a deletion of nothing',
      'DELETE',
      inside(CHAT, '/activities/1'),
      undefined,
      404,
      'ActivityNotFoundInConversation',
    ],
    [
      'a message Teams would find too big',
      'POST',
      inside(CHAT, '/activities'),
      { type: 'message', text: 'x'.repeat(103_000) },
      413,
      'too_big',
    ],
  ])('refuses %s in the connector’s own words', async (_what, method, path, body, status, code) => {
    const answer = await connector(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error: { code, message: expect.any(String) } });
  });

  it('does not let the bot change what a person said', async () => {
    await fetch(`${tryout.url}/tryout/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: 'head-northcliffe', text: 'hello' }),
    });
    const id = (await shown(CHAT))[0]?.id;
    const change = { type: 'message', text: 'other words' };
    expect((await connector('PUT', inside(CHAT, `/activities/${id}`), change)).status).toBe(404);
    expect((await connector('DELETE', inside(CHAT, `/activities/${id}`))).status).toBe(404);
    expect((await shown(CHAT))[0]?.text).toBe('hello');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardAnswer } from '../../../src/channels/tryout/card-answer.ts';
import type { Message } from '../../../src/channels/tryout/message.ts';
import { post, type RunningTryout, runTryout } from './running-tryout.ts';
import { sampleCard } from './sample-card.ts';

let tryout: RunningTryout;
beforeEach(async () => {
  tryout = await runTryout();
});
afterEach(() => tryout.close());

const EXECUTE = {
  type: 'Action.Execute',
  title: 'And visits?',
  verb: 'categories.visits',
  data: { school: 'northcliffe' },
};

const press = (body: object) => post(`${tryout.url}/tryout/actions`, body);

async function shown(conversation: string): Promise<Message[]> {
  const answer = await fetch(`${tryout.url}/tryout/messages?conversation=${encodeURIComponent(conversation)}`);
  return ((await answer.json()) as { messages: Message[] }).messages;
}

/** A card from the bot in that conversation; its message id. */
async function cardIn(conversation: string): Promise<string> {
  const answer = await post(
    `${tryout.url}/tryout/connector/v3/conversations/${encodeURIComponent(conversation)}/activities`,
    {
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: sampleCard('Category 3') }],
    },
  );
  return ((await answer.json()) as { id: string }).id;
}

describe('pressing a button of a card', () => {
  it('sends Action.Execute as the invoke Teams sends, and puts the answered card in its place', async () => {
    const message = await cardIn('a:tryout-head-northcliffe');
    const answer = await press({ person: 'head-northcliffe', message, action: EXECUTE });
    expect(await answer.json()).toEqual({ outcome: 'replaced' });
    expect(tryout.bot.heard[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: EXECUTE, trigger: 'manual' },
      replyToId: message,
      from: { aadObjectId: '00000000-0000-4000-8000-000000000001' },
    });
    expect(await shown('a:tryout-head-northcliffe')).toMatchObject([
      { id: message, cards: [{ fallbackText: 'Visits, asked by Maya Okafor' }] },
    ]);
  });

  it('shows the answered card in a shared place only to whoever pressed, until the bot changes the message', async () => {
    const group = '19:tryout-group@thread.v2';
    const message = await cardIn(group);
    await press({ person: 'adviser-north', place: 'group', message, action: EXECUTE });
    expect(await shown(group)).toMatchObject([
      {
        cards: [{ fallbackText: 'Category 3' }],
        views: { 'adviser-north': { fallbackText: 'Visits, asked by Priya Nair' } },
      },
    ]);
    await fetch(`${tryout.url}/tryout/connector/v3/conversations/${encodeURIComponent(group)}/activities/${message}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'Settled.' }),
    });
    expect(await shown(group)).toMatchObject([{ text: 'Settled.', cards: [], views: {}, edited: true }]);
  });

  it('answers in the thread of the card that was pressed', async () => {
    const message = await cardIn('19:tryout-channel@thread.tacv2');
    await press({ person: 'adviser-north', place: 'channel', message, action: EXECUTE });
    expect(tryout.bot.heard[0]?.conversation.id).toBe(`19:tryout-channel@thread.tacv2;messageid=${message}`);
  });

  it('sends Action.Submit as a message with a value and no words', async () => {
    const message = await cardIn('a:tryout-head-northcliffe');
    const action = { type: 'Action.Submit', data: { verb: 'categories.challenge', grounds: 'The date is wrong' } };
    expect(await (await press({ person: 'head-northcliffe', message, action })).json()).toEqual({ outcome: 'sent' });
    expect(tryout.bot.heard[0]).toMatchObject({ type: 'message', value: action.data, replyToId: message });
    expect(tryout.bot.heard[0]).not.toHaveProperty('text');
  });

  it('sends a messageBack button with its words', async () => {
    const message = await cardIn('a:tryout-head-northcliffe');
    const data = { msteams: { type: 'messageBack', text: 'and visits?', value: { school: 'northcliffe' } } };
    await press({ person: 'head-northcliffe', message, action: { type: 'Action.Submit', data } });
    expect(tryout.bot.heard[0]).toMatchObject({
      type: 'message',
      text: 'and visits?',
      value: { school: 'northcliffe' },
    });
  });

  it('refuses a card that is not there, and one in somebody else’s chat', async () => {
    const message = await cardIn('a:tryout-head-hollin-lane');
    for (const body of [
      { person: 'head-northcliffe', message: '1234567890123', action: EXECUTE },
      { person: 'head-northcliffe', message, action: EXECUTE },
    ]) {
      const answer = await press(body);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ message: 'That card is no longer here. Please ask again.' });
    }
    expect(tryout.bot.heard).toEqual([]);
  });

  it('leaves the card as it was when the bot fails', async () => {
    const message = await cardIn('a:tryout-head-northcliffe');
    tryout.bot.failNext(500);
    expect((await press({ person: 'head-northcliffe', message, action: EXECUTE })).status).toBe(502);
    expect(await shown('a:tryout-head-northcliffe')).toMatchObject([{ cards: [{ fallbackText: 'Category 3' }] }]);
  });
});

describe('what a bot may answer to an invoke', () => {
  const CARD = 'application/vnd.microsoft.card.adaptive';

  it('is a card', () => {
    const value = sampleCard('New');
    expect(cardAnswer({ statusCode: 200, type: CARD, value })).toEqual({ card: value });
  });

  it('is a line of text', () => {
    const answer = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' };
    expect(cardAnswer(answer)).toEqual({ notice: 'Done.' });
  });

  it('is an error with a sentence', () => {
    const value = { code: 'NotAllowed', message: 'That is not yours to change.' };
    expect(cardAnswer({ statusCode: 403, type: 'application/vnd.microsoft.error', value })).toEqual({
      notice: 'That is not yours to change.',
    });
  });

  it.each([
    ['nothing', undefined],
    ['an empty object', {}],
    ['words', 'ok'],
    ['a card without a status', { type: CARD, value: sampleCard('New') }],
    ['something that is no card', { statusCode: 200, type: CARD, value: { type: 'HeroCard' } }],
    ['an unknown type', { statusCode: 200, type: 'application/vnd.microsoft.activity.loginRequest', value: {} }],
  ])('changes nothing when it is %s, as in Teams', (_what, body) => {
    expect(cardAnswer(body)).toHaveProperty('notice');
  });
});

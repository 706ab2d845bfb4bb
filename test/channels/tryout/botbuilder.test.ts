import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConversationParameters,
  MessageFactory,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import restify from 'restify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Message } from '../../../src/channels/tryout/message.ts';
import { mountTryout } from '../../../src/channels/tryout/mount-tryout.ts';
import { createMovableClock } from '../../../src/channels/tryout/movable-clock.ts';
import { PEOPLE } from './demo-people.ts';
import { post, START } from './running-tryout.ts';
import { sampleCard } from './sample-card.ts';

/*
 * Microsoft's own SDK on the other side: whatever it asks of Teams' connector in these turns, ours answers.
 */

const server = restify.createServer({ name: 'tryout-botbuilder' });
const problems: unknown[] = [];
let url = '';

beforeAll(async () => {
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({}, new ConfigurationServiceClientCredentialFactory({})),
  );
  adapter.onTurnError = async (_context, error) => {
    problems.push(error);
  };
  const parseBody = restify.plugins.bodyParser({ maxBodySize: 262_144 }) as unknown as restify.RequestHandler[];
  server.post('/api/messages', ...parseBody, async (req, res) => {
    await adapter.process(req, res, turn);
  });
  const silent = () => undefined;
  mountTryout(server, {
    people: PEOPLE,
    clock: createMovableClock({ now: () => START }),
    messagesPath: '/api/messages',
    log: { warn: silent, error: silent },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${server.address().port}`;
});

afterAll(() => {
  server.close();
});

async function turn(context: TurnContext): Promise<void> {
  if (context.activity.type !== 'message') return;
  if (context.activity.conversation.conversationType === 'groupChat') return answerPrivately(context);
  const sender = await TeamsInfo.getMember(context, context.activity.from.id);
  const sent = await context.sendActivity(MessageFactory.text('One moment'));
  await context.updateActivity({ ...MessageFactory.text(`Hello ${sender.email}`), id: sent?.id ?? '' });
  await context.sendActivity({ attachments: [CardFactory.adaptiveCard(sampleCard('From the SDK'))] });
  const gone = await context.sendActivity('Forget this');
  await context.deleteActivity(gone?.id ?? '');
}

async function answerPrivately(context: TurnContext): Promise<void> {
  const { members } = await TeamsInfo.getPagedMembers(context);
  const parameters = {
    isGroup: false,
    bot: context.activity.recipient,
    members: [context.activity.from],
    tenantId: context.activity.conversation.tenantId,
    channelData: { tenant: { id: context.activity.conversation.tenantId } },
  } as Partial<ConversationParameters> as ConversationParameters;
  const { channelId, serviceUrl } = context.activity;
  const adapter = context.adapter as CloudAdapter;
  await adapter.createConversationAsync('', channelId, serviceUrl, '', parameters, async (direct) => {
    await direct.sendActivity(`Between us: ${members.length} of you are here`);
  });
  await context.sendActivity('I’ve replied to you directly.');
}

async function shown(conversation: string): Promise<Message[]> {
  const answer = await fetch(`${url}/tryout/messages?conversation=${encodeURIComponent(conversation)}`);
  return ((await answer.json()) as { messages: Message[] }).messages;
}

it('carries a personal conversation of Microsoft’s SDK: roster, sending, changing, deleting, cards', async () => {
  const answer = await post(`${url}/tryout/messages`, { person: 'head-northcliffe', text: 'hello' });
  expect(problems).toEqual([]);
  expect(answer.status).toBe(200);
  expect((await shown('a:tryout-head-northcliffe')).map(({ text, cards }) => text ?? cards.length)).toEqual([
    'hello',
    'Hello head-northcliffe@calderbrook.example',
    1,
  ]);
});

it('carries a private answer to a question in the group', async () => {
  await post(`${url}/tryout/messages`, { person: 'adviser-north', place: 'group', text: 'hello' });
  expect(problems).toEqual([]);
  expect((await shown('19:tryout-group@thread.v2')).map(({ text }) => text)).toEqual([
    'hello',
    'I’ve replied to you directly.',
  ]);
  expect((await shown('a:tryout-adviser-north')).map(({ text }) => text)).toEqual(['Between us: 5 of you are here']);
});

import { afterEach, describe, expect, it } from 'vitest';
import { SENTENCES } from '../../../src/channels/slack/sentences.ts';
import { type Store, StoreUnavailableError } from '../../../src/core/store.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { claimingListener } from './support/claiming.ts';
import { type FakeSlack, startFakeSlack } from './support/fake-slack.ts';
import { event, payload } from './support/payload.ts';
import { asSlackSends } from './support/sign.ts';
import { NOW, NOW_SECONDS, type SlackBot, says, startSlackBot } from './support/slack-bot.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const memory = (): Store => {
  const store = openSqliteStore({ file: ':memory:', clock: { now: () => NOW } });
  closing.push(() => store.close());
  return store;
};

async function start(store: Store, options: Parameters<typeof startSlackBot>[0] = {}): Promise<SlackBot> {
  const bot = await startSlackBot({ store, ...options });
  closing.push(() => bot.close());
  return bot;
}

/** A bot that answers every turn once, in the words it heard. */
async function startOnce(store: Store) {
  const listener = claimingListener(store, ({ input }) =>
    says({ summary: input.kind === 'text' ? input.text : 'Hm.' }),
  );
  const bot = await start(store, { hear: listener.hear });
  return { bot, heard: listener.heard, said: () => bot.slack.to('chat.postMessage') };
}

const kept = async (store: Store) => (await store.query({ type: 'slack-delivery' })).items;

describe('What Slack delivers more than once is answered once:', () => {
  it.each([
    ['the same event', 'message-im', 'message-im'],
    ['the same message under a new event id', 'message-im', 'message-im-under-a-new-id'],
    ['one mention told of as two events', 'mention-channel', 'message-channel'],
    ['the same, the other way round', 'message-channel', 'mention-channel'],
    ['the same command', 'command-channel', 'command-channel'],
    ['the same press', 'press-im', 'press-im'],
  ])('%s', async (_what, first, second) => {
    const { bot, heard } = await startOnce(memory());
    expect((await bot.deliver(payload(first))).status).toBe(200);
    expect((await bot.deliver(payload(second), { headers: { 'x-slack-retry-num': '1' } })).status).toBe(200);
    expect(heard).toHaveLength(1);
    expect(bot.slack.calls.filter(({ method }) => method !== 'conversations.open')).toHaveLength(1);
  });

  it('an event that comes again while the first is being answered', async () => {
    const store = memory();
    let finish = () => {};
    const listener = claimingListener(store, async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return says({ summary: 'Once.' });
    });
    const bot = await start(store, { hear: listener.hear });
    const request = asSlackSends(payload('message-im'), NOW_SECONDS);
    for (const _again of [1, 2, 3]) expect((await bot.send(request)).status).toBe(200);
    while (listener.heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
    finish();
    await bot.channel.deliveries.idle();
    expect(bot.slack.to('chat.postMessage')).toHaveLength(1);
  });

  it('but what is said again, as another message, is another question', async () => {
    const { bot, heard } = await startOnce(memory());
    await bot.deliver(payload('message-im'));
    await bot.deliver(event('message-im', { ts: '1795347999.000100' }, { event_id: 'Ev0ANOTHER' }));
    expect(heard).toHaveLength(2);
  });
});

describe('What Slack delivers is written down before Slack is told that it arrived', () => {
  it('and its words are gone as soon as it is answered', async () => {
    const store = memory();
    let whileAnswering = 0;
    const bot = await start(store, {
      hear: async () => {
        whileAnswering = (await kept(store)).length;
        return says({ summary: 'Heard.' });
      },
    });
    await bot.deliver(payload('message-im'));
    expect(whileAnswering).toBe(1);
    expect(await kept(store)).toEqual([]);
  });

  it('so when it cannot be, Slack is told to come back, and its next try is answered', async () => {
    const store = memory();
    const { bot, heard } = await startOnce(store);
    const commit = store.commit.bind(store);
    store.commit = async () => {
      throw new StoreUnavailableError('away', { mayHaveCommitted: false });
    };
    const refused = await bot.deliver(payload('message-im'));
    expect([refused.status, refused.headers.get('x-slack-no-retry')]).toEqual([503, null]);
    expect(heard).toHaveLength(0);
    store.commit = commit;
    expect((await bot.deliver(payload('message-im'), { headers: { 'x-slack-retry-num': '1' } })).status).toBe(200);
    expect(heard).toHaveLength(1);
  });

  it('though opening a page, which says nothing, is not', async () => {
    const store = memory();
    let whileShowing = 0;
    const home = async () => {
      whileShowing = (await kept(store)).length;
      return [];
    };
    const bot = await start(store, { reception: { home } });
    await bot.deliver(payload('home-opened'));
    expect(whileShowing).toBe(0);
    expect(bot.slack.to('views.publish')).toHaveLength(1);
  });
});

describe('A bot that died after telling Slack that something arrived', () => {
  /** Delivers, and dies with the listener never having answered. */
  async function dieWhileHearing(store: Store, slack: FakeSlack, name: string): Promise<void> {
    const never = new Promise<never>(() => {});
    const listener = claimingListener(store, () => never);
    const bot = await startSlackBot({ store, slack, hear: listener.hear });
    expect((await bot.send(asSlackSends(payload(name), NOW_SECONDS))).status).toBe(200);
    while (listener.heard.length === 0) await new Promise((resolve) => setImmediate(resolve));
  }

  async function restart(store: Store, slack: FakeSlack, seconds: number) {
    const listener = claimingListener(store, () => says({ summary: 'After all.' }));
    const bot = await startSlackBot({ store, slack, hear: listener.hear });
    closing.push(() => bot.close());
    bot.setTime(NOW.add({ seconds }));
    await bot.channel.deliveries.takeOverdue();
    return { bot, heard: listener.heard };
  }

  it.each(['message-im', 'mention-channel', 'command-channel', 'press-im', 'submit-form', 'shortcut-my-school'])(
    'answers it once it is back: %s',
    async (name) => {
      const store = memory();
      const slack = await startFakeSlack();
      closing.push(() => slack.close());
      slack.answer('response_url', (_called, response) => response.writeHead(404).end());
      await dieWhileHearing(store, slack, name);
      const { heard } = await restart(store, slack, 25);
      expect(heard).toHaveLength(1);
      expect(slack.to('chat.postMessage').map(({ args }) => args.text)).toEqual(['After all.']);
      expect(await kept(store)).toEqual([]);
    },
  );

  it('leaves what is only seconds old to whoever may still be at it', async () => {
    const store = memory();
    const slack = await startFakeSlack();
    closing.push(() => slack.close());
    await dieWhileHearing(store, slack, 'message-im');
    const { heard } = await restart(store, slack, 15);
    expect(heard).toHaveLength(0);
    expect(await kept(store)).toHaveLength(1);
  });

  it('says that it was interrupted when it had answered and may not have said so', async () => {
    const store = memory();
    const slack = await startFakeSlack();
    closing.push(() => slack.close());
    const first = await startOnce(store);
    // The answer was committed, and the bot stopped before the delivery was cleared away.
    const commit = store.commit.bind(store);
    store.commit = async (writes) => {
      if (writes.some((write) => write.kind === 'delete')) throw new Error('stopped here');
      return commit(writes);
    };
    await first.bot.deliver(payload('message-im'));
    store.commit = commit;
    const { heard } = await restart(store, slack, 25);
    expect(heard).toHaveLength(0);
    expect(slack.to('chat.postMessage').map(({ args }) => args.text)).toEqual([SENTENCES.interrupted]);
  });

  it('answers once, however many bots come back at the same time', async () => {
    const store = memory();
    const slack = await startFakeSlack();
    closing.push(() => slack.close());
    await dieWhileHearing(store, slack, 'message-im');
    await Promise.all([restart(store, slack, 25), restart(store, slack, 25), restart(store, slack, 25)]);
    expect(slack.to('chat.postMessage')).toHaveLength(1);
  });

  it('lets go of what brings it down every time', async () => {
    const store = memory();
    const slack = await startFakeSlack();
    closing.push(() => slack.close());
    await dieWhileHearing(store, slack, 'message-im');
    for (const round of [1, 2, 3, 4]) {
      const never = new Promise<never>(() => {});
      const bot = await startSlackBot({ store, slack, hear: () => never });
      bot.setTime(NOW.add({ seconds: 25 * round }));
      void bot.channel.deliveries.takeOverdue();
      while (bot.turns.length === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const { heard } = await restart(store, slack, 200);
    expect(heard).toHaveLength(0);
    expect(await kept(store)).toEqual([]);
  });
});

describe('A bot that is stopping', () => {
  it('takes nothing new, so that Slack comes back, and ends what it has begun', async () => {
    let finish = () => {};
    const answering = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const store = memory();
    const bot = await start(store, {
      hear: async () => {
        await answering;
        return says({ summary: 'Finished.' });
      },
    });
    await bot.send(asSlackSends(payload('message-im'), NOW_SECONDS));
    let stopped = false;
    const stopping = bot.channel.stop().then(() => {
      stopped = true;
    });
    const refused = await bot.send(asSlackSends(payload('mention-channel'), NOW_SECONDS));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(bot.slack.to('chat.postMessage').map(({ args }) => args.text)).toEqual(['Finished.']);
    expect(await kept(store)).toEqual([]);
  });
});

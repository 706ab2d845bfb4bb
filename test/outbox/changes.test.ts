import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/core/channel.ts';
import type { OutboxOptions } from '../../src/outbox/parts.ts';
import { ADVISER, createWorld, HEAD, NOW, REQUEST, type World } from './support/world.ts';

/** A request somebody may take on, as the feature tells of it. */
function desk(options: Partial<OutboxOptions> = {}) {
  const told = { owner: '' };
  const card = (summary: string, ...verbs: string[]) => ({
    card: 'c',
    data: {},
    summary,
    options: verbs.map((verb) => ({ verb })),
  });
  const world = createWorld({
    stillDue: { support: async () => (told.owner ? undefined : card('Who takes it?', 'accept', 'decline', 'accept')) },
    saysNow: { support: async () => (told.owner === 'nobody' ? undefined : card(`${told.owner} has it`)) },
    ...options,
  });
  return { world, told };
}

async function sentCard(options: Partial<OutboxOptions> = {}) {
  const { world, told } = desk(options);
  await world.knows(HEAD, 'teams');
  await world.reminder('wanted/1');
  await world.tick();
  told.owner = 'Priya';
  return { world, told };
}

const changeRow = (world: World, n = 1) => world.row(`change/${n}/wanted/1`);

describe('A card that was sent', () => {
  it('remembers what could be pressed on it', async () => {
    const { world } = await sentCard();
    expect(world.row('wanted/1')).toMatchObject({ state: 'sent', messageId: 'm1', offered: ['accept', 'decline'] });
  });

  it('is changed where it went, to what is so by then, though its reader has moved to the other platform since', async () => {
    const { world, told } = await sentCard();
    await world.change('wanted/1');
    told.owner = 'Tom';
    await world.knows(HEAD, { platform: 'teams', at: '2026-11-24T08:00:00Z' }, 'slack');
    const pass = await world.tick();
    expect(pass.changed).toBe(1);
    expect(world.changed).toMatchObject([
      { platform: 'teams', to: `${HEAD} on teams`, messageId: 'm1', message: { summary: 'Tom has it' } },
    ]);
    expect(changeRow(world)).toMatchObject({ state: 'sent', sentAt: NOW });
    expect(world.row('wanted/1')).toMatchObject({ state: 'sent', messageId: 'm1', offered: [] });
    expect(world.sent).toHaveLength(1);
  });

  it('is left as it is when the feature says so', async () => {
    const { world, told } = await sentCard();
    told.owner = 'nobody';
    await world.change('wanted/1');
    expect(await world.tick()).toMatchObject({ noLongerTrue: 1, changed: 0 });
    expect(world.changed).toEqual([]);
  });

  it('is left as it is when its feature changes no cards', async () => {
    const { world } = await sentCard({ saysNow: {} });
    await world.change('wanted/1');
    expect(await world.tick()).toMatchObject({ noLongerTrue: 1, faults: 0 });
  });

  it('is changed once for one change, however often that is queued', async () => {
    const { world } = await sentCard();
    await world.change('wanted/1');
    await world.change('wanted/1');
    await world.tick();
    await world.tick();
    expect(world.changed).toHaveLength(1);
  });
});

describe('A change that does not arrive', () => {
  const outcomes: readonly (readonly [string, SendOutcome, string])[] = [
    ['is tried again when nobody knows', { outcome: 'unknown', detail: 'cut' }, 'due'],
    ['is tried again later when asked to', { outcome: 'later', detail: '429', afterMs: 30_000 }, 'due'],
    ['is let go when the message is gone', { outcome: 'refused', reason: 'gone', detail: '404' }, 'no_longer_true'],
    [
      'is let go when its reader removed the bot',
      { outcome: 'refused', reason: 'blocked', detail: '403' },
      'no_longer_true',
    ],
    [
      'is for an officer when the platform will not have it',
      { outcome: 'refused', reason: 'rejected', detail: '400' },
      'dead',
    ],
  ];
  it.each(outcomes)('%s', async (_, outcome, state) => {
    const { world } = await sentCard();
    world.changeAnswers.teams.push(outcome);
    await world.change('wanted/1');
    await world.tick();
    expect(changeRow(world).state).toBe(state);
    // Where its reader can be written to is another matter.
    expect(world.reach(HEAD).addresses[0]?.unreachableSince).toBeUndefined();
    expect(world.row('wanted/1').state).toBe('sent');
  });

  it('arrives on a later try, after the pause the platform asked for', async () => {
    const { world } = await sentCard();
    world.changeAnswers.teams.push({ outcome: 'later', detail: '429', afterMs: 30_000 });
    await world.change('wanted/1');
    await world.tick();
    await world.time.pass(29_000);
    await world.tick();
    expect(world.changed).toHaveLength(1);
    await world.time.pass(2_000);
    await world.tick();
    expect(world.changed).toHaveLength(2);
    expect(changeRow(world).state).toBe('sent');
  });

  it('is dead once it was tried often enough', async () => {
    const { world } = await sentCard({ policy: { maxAttempts: 3 } });
    for (let tries = 0; tries < 3; tries += 1)
      world.changeAnswers.teams.push(() => {
        throw new Error('socket');
      });
    await world.change('wanted/1');
    for (let tries = 0; tries < 3; tries += 1) {
      await world.tick();
      await world.time.pass(3_600_000);
    }
    expect(changeRow(world)).toMatchObject({ state: 'dead', attempts: 3 });
    expect((await world.outbox.dead()).rows).toMatchObject([{ what: 'change of outbox/wanted/1' }]);
  });

  it('keeps to the limits of the conversation, as messages do', async () => {
    const { world } = await sentCard({
      policy: {
        limits: {
          teams: { conversation: [{ count: 1, perMs: 1000 }], platform: [] },
          slack: { conversation: [], platform: [] },
        },
      },
    });
    await world.change('wanted/1');
    expect(await world.tick()).toMatchObject({ waiting: 1, againInMs: 1000 });
    await world.time.pass(1000);
    expect(await world.tick()).toMatchObject({ changed: 1 });
  });
});

describe('A change of a card that is not out yet', () => {
  it('has it prepared afresh, so that a message made before cannot go out after', async () => {
    const { world, told } = desk();
    await world.knows(HEAD, 'teams');
    await world.reminder('wanted/1');
    const { commit } = world.store;
    let asked = false;
    // It changes, and the change is dealt with, between the message being made and the row being taken.
    world.store.commit = async (writes) => {
      const [write] = writes;
      if (!asked && write?.kind === 'put' && write.body.state === 'sending') {
        asked = true;
        told.owner = 'Priya';
        await world.change('wanted/1', 1, ADVISER);
        // A bot that gets to nothing but the change.
        const elsewhere = world.outboxOf('bot-2', { stillDue: { support: () => new Promise(() => {}) } });
        void elsewhere.tick();
        await world.time.pass(0);
        expect(changeRow(world).state).toBe('no_longer_true');
      }
      return commit.call(world.store, writes);
    };
    await world.outbox.tick();
    expect(world.sent).toEqual([]);
    await world.tick();
    expect(world.row('wanted/1').state).toBe('no_longer_true');
    expect(changeRow(world).state).toBe('no_longer_true');
  });

  it.each(['dead', 'no_longer_true', 'waiting_for_address'])('is not needed when it is %s', async (state) => {
    const { world } = desk();
    const ref = await world.reminder('wanted/1');
    await world.alter(ref, { state });
    await world.change('wanted/1');
    expect(await world.tick()).toMatchObject({ noLongerTrue: 1 });
  });

  it('waits, without its tries being counted, while it is being sent', async () => {
    const { world } = desk();
    const ref = await world.reminder('wanted/1');
    await world.alter(ref, { state: 'sending', leaseUntil: '2026-11-24T12:00:00Z' });
    await world.change('wanted/1');
    for (let look = 0; look < 30; look += 1) {
      await world.tick();
      await world.time.pass(3_000);
    }
    expect(changeRow(world)).toMatchObject({ state: 'due', attempts: 0 });
    await world.alter(ref, {
      state: 'sent',
      messageId: 'm7',
      sentTo: { platform: 'slack', address: { who: 'x' } } as never,
    });
    await world.tick();
    expect(world.changed).toMatchObject([{ platform: 'slack', messageId: 'm7' }]);
  });

  it('is let be in the end when nobody learns whether it arrived', async () => {
    const { world } = desk({ policy: { maxAttempts: 4 } });
    const ref = await world.reminder('wanted/1');
    await world.alter(ref, { state: 'unknown' });
    await world.change('wanted/1');
    for (let look = 0; look < 4; look += 1) {
      await world.tick();
      await world.time.pass(3_600_000 * 2);
    }
    expect(changeRow(world)).toMatchObject({ state: 'no_longer_true' });
    expect(world.changed).toEqual([]);
  });

  it('is nothing where there is no such card, or no such message', async () => {
    const { world } = await sentCard();
    await world.change('no-such-card');
    await world.notice('accepted/1');
    await world.change('accepted/1', 2);
    const ref = { partition: REQUEST, id: 'outbox/wanted/1' };
    await world.alter(ref, { messageId: null } as never);
    expect(await world.tick()).toMatchObject({ noLongerTrue: 2, changed: 0, sent: 1 });
  });
});

describe('Two changes of one card', () => {
  it('are never under way at once, so that the last words are the latest', async () => {
    const { world, told } = await sentCard();
    let answer: (outcome: SendOutcome) => void = () => {};
    world.changeAnswers.teams.push(() => new Promise((resolve) => (answer = resolve)));
    await world.change('wanted/1', 1);
    const first = world.outbox.tick();
    await world.time.pass(0);
    expect(world.changed).toMatchObject([{ message: { summary: 'Priya has it' } }]);
    told.owner = 'Tom';
    await world.change('wanted/1', 2);
    const second = world.outboxOf('bot-2');
    await second.tick();
    expect(world.changed).toHaveLength(1);
    answer({ outcome: 'sent', messageId: 'm1', address: {} });
    await world.time.until(first);
    await world.time.pass(3_000);
    await world.time.until(second.tick());
    expect(world.changed.map(({ message }) => message.summary)).toEqual(['Priya has it', 'Tom has it']);
  });

  it('of which one bot fell silent over the first: it is due again after its lease, and says the latest', async () => {
    const { world, told } = await sentCard();
    world.changeAnswers.teams.push(() => new Promise(() => {}));
    await world.change('wanted/1', 1);
    void world.outbox.tick();
    await world.time.pass(61_000);
    expect(changeRow(world).state).toBe('sending');
    told.owner = 'Tom';
    await world.time.pass(180_000);
    const second = world.outboxOf('bot-2');
    await world.time.until(second.tick());
    expect(world.changed.map(({ message }) => message.summary)).toEqual(['Priya has it', 'Tom has it']);
    expect(changeRow(world).state).toBe('sent');
  });
});

describe('An errand', () => {
  it('is run once when it is due, and what it queues goes out in the same breath', async () => {
    const ran: string[] = [];
    const { world } = await sentCard({
      errands: {
        support: async ({ reason }) => {
          ran.push(reason);
          await world.change('wanted/1');
        },
      },
    });
    await world.errand();
    expect(await world.tick()).toMatchObject({ done: 1, againInMs: 0 });
    expect(await world.tick()).toMatchObject({ changed: 1, done: 0 });
    expect(ran).toEqual(['revisit']);
    expect(world.row('revisit/1').state).toBe('sent');
  });

  it('is tried again when it fails, and when its feature is not there', async () => {
    let fails = true;
    const { world } = desk({
      errands: {
        support: async () => {
          if (fails) throw new Error('store');
        },
      },
    });
    await world.errand();
    await world.errand('revisit/2', { feature: 'newer' });
    expect(await world.tick()).toMatchObject({ faults: 2 });
    fails = false;
    await world.time.pass(10_000);
    expect(await world.tick()).toMatchObject({ done: 1, faults: 1 });
  });

  it('that can wait is put off until people work', async () => {
    const { world } = desk({
      errands: { support: async () => {} },
      workingTime: { next: (at) => at.add({ hours: 1 }) },
    });
    await world.errand('lapse/1', { patient: true });
    expect(await world.tick()).toMatchObject({ postponed: 1, done: 0 });
    expect(world.row('lapse/1').sendAt).toBe('2026-11-24T11:00:00.000Z');
  });
});

describe('A message for a channel', () => {
  const place = { platform: 'slack' as const, address: { who: 'channel' } };

  it('goes there, whoever has or has not an address', async () => {
    const { world } = desk();
    const ref = await world.reminder('wanted/1');
    await world.alter(ref, { place } as never);
    await world.tick();
    expect(world.sent).toMatchObject([{ platform: 'slack', to: 'channel' }]);
  });

  it.each(['blocked', 'not_installed', 'gone'] as const)(
    'is for an officer when the bot is %s there',
    async (reason) => {
      const { world } = desk();
      const ref = await world.reminder('wanted/1');
      await world.alter(ref, { place } as never);
      world.answers.slack.push({ outcome: 'refused', reason, detail: 'no' });
      expect(await world.tick()).toMatchObject({ dead: 1 });
      expect(world.sent).toHaveLength(1);
    },
  );

  it('is let go where the bot is not on that platform', async () => {
    const { world } = desk();
    const ref = await world.reminder('wanted/1');
    await world.alter(ref, { place } as never);
    const { teams } = world.options.senders;
    await world.time.until(world.outboxOf('bot-2', teams ? { senders: { teams } } : {}).tick());
    expect(world.row('wanted/1')).toMatchObject({
      state: 'no_longer_true',
      lastTrouble: 'this bot is not on that platform',
    });
  });
});

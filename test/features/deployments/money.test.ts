import { beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../../src/core/store.ts';
import { holdsOf, reconcilePots } from '../../../src/features/support/index.ts';
import { A_SCHOOL_DAY, type Bot, openBot } from '../../harness/bot.ts';
import { acceptedRequest, holdsOfPot, replyTo, TERMS } from './work.ts';

const POT = 'schools-causing-concern';
const POTS = [{ key: POT }];
let bot: Bot;
beforeEach(async () => {
  bot = await openBot();
});
const put = (ref: string, changes = {}) =>
  replyTo(bot, 'adviser-north', 'deployments.put-terms', { request: ref, ...TERMS, ...changes });
const promised = async () => (await holdsOf(bot.store, POT)).reduce((sum, { amount }) => sum + amount, 0);

describe('The money of a pot', () => {
  it('is promised once, when several terms that do not all fit are put at the same moment', async () => {
    const focuses = ['phonics', 'maths', 'attendance', 'writing'];
    const refs: string[] = [];
    for (const focus of focuses) refs.push(await acceptedRequest(bot, { form: `form-${focus}`, focus }));
    const answers = await Promise.all(refs.map((ref) => put(ref, { cost: '100000' })));
    const was = answers.filter(({ card }) => card === 'deployments/terms');
    expect(was).toHaveLength(2);
    for (const { summary } of answers.filter(({ card }) => card !== 'deployments/terms')) {
      expect(summary).toContain('is left in');
    }
    expect(await promised()).toBeLessThanOrEqual(24_800_000);
    expect(bot.faults).toEqual([]);
  });

  it('is held once for one request, when its terms are put twice at once or again', async () => {
    const ref = await acceptedRequest(bot);
    await Promise.all([put(ref), put(ref, { cost: '900' }), put(ref, { cost: '700' })]);
    await put(ref, { cost: '650' });
    expect(await holdsOfPot(bot, ref)).toMatchObject([{ amount: 65_000, state: 'held' }]);
  });

  it('goes back when no pot is to pay any more', async () => {
    const ref = await acceptedRequest(bot);
    await put(ref);
    await put(ref, { pot: 'none', whoPays: 'Northcliffe' });
    expect(await holdsOfPot(bot, ref)).toEqual([]);
  });

  it.each(['before the request is written', 'as the request is written'])(
    'set aside by a bot that died %s is given back, or stands as the terms say',
    async (when) => {
      const ref = await acceptedRequest(bot);
      const { commit } = bot.store;
      bot.store.commit = async (writes) => {
        const isRequest = writes.some(({ ref: one }) => one.id === 'request');
        if (isRequest && when.startsWith('as')) await commit.call(bot.store, writes);
        if (isRequest) throw new StoreUnavailableError('gone', { mayHaveCommitted: true });
        return commit.call(bot.store, writes);
      };
      await expect(put(ref)).rejects.toBeInstanceOf(StoreUnavailableError);
      bot.store.commit = commit;
      expect(await holdsOfPot(bot, ref)).toMatchObject([{ amount: 80_000 }]);
      await reconcilePots(bot.store, POTS, A_SCHOOL_DAY);
      expect(await holdsOfPot(bot, ref)).toHaveLength(1);
      await reconcilePots(bot.store, POTS, A_SCHOOL_DAY.add({ minutes: 11 }));
      expect(await holdsOfPot(bot, ref)).toHaveLength(when.startsWith('as') ? 1 : 0);
    },
  );
});

import type { Sender, SendOutcome } from '../../core/channel.ts';
import { SlackAddress, toAddress } from './address.ts';
import type { NotDone } from './outcome.ts';
import type { Dressing } from './outgoing.ts';
import type { Web } from './web.ts';

const NO_ADDRESS: SendOutcome = { outcome: 'refused', reason: 'rejected', detail: 'not an address in Slack' };

/** Writes where nobody has just spoken. Each call is made once; whether to try again is for the outbox to decide. */
export function createSender(web: Web, dressing: Dressing): Sender {
  async function channelOf({ team, channel, user }: SlackAddress): Promise<string | NotDone | undefined> {
    if (channel !== undefined || user === undefined) return channel;
    const opened = await web.open(team, user);
    if (opened.outcome === 'sent') return opened.answer;
    // No message has been tried yet, so however that went wrong, none can have arrived.
    return opened.outcome === 'unknown' ? { outcome: 'later', detail: opened.detail } : opened;
  }

  return {
    async send(address, message) {
      const parsed = SlackAddress.safeParse(address);
      if (!parsed.success) return NO_ADDRESS;
      const channel = await channelOf(parsed.data);
      if (channel === undefined) return NO_ADDRESS;
      if (typeof channel !== 'string') return channel;
      const { team, thread } = parsed.data;
      const to = { team, channel, ...(thread === undefined ? {} : { thread }) };
      let first: SendOutcome | undefined;
      for (const part of await dressing.dress(message)) {
        const done = await web.post(to, part);
        if (done.outcome !== 'sent') return first ? { outcome: 'unknown', detail: 'only in part' } : done;
        const { ts, channel: landed = channel } = done.answer;
        first ??= {
          outcome: 'sent',
          ...(ts === undefined ? {} : { messageId: ts }),
          address: toAddress({ ...parsed.data, channel: landed }),
        };
      }
      return first ?? NO_ADDRESS;
    },
    async update(address, messageId, message) {
      const parsed = SlackAddress.safeParse(address);
      if (!parsed.success || parsed.data.channel === undefined) return NO_ADDRESS;
      const [first] = await dressing.dress(message);
      if (!first) return NO_ADDRESS;
      const { team, channel } = parsed.data;
      const done = await web.update({ team, channel }, messageId, first);
      return done.outcome === 'sent' ? { outcome: 'sent', messageId, address } : done;
    },
  };
}

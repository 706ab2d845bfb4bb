import type { Sender, SendOutcome } from '../../core/channel.ts';
import type { Outgoing } from '../../core/reply.ts';
import { TeamsAddress, toAddress } from './address.ts';
import type { Connector } from './connector.ts';
import { writeActivity } from './outgoing.ts';
import type { PersonalChats } from './personal-chats.ts';

const NO_ADDRESS: SendOutcome = { outcome: 'refused', reason: 'rejected', detail: 'not an address in Teams' };

/** Writes where nobody has just spoken. Each call is made once; whether to try again is for the outbox to decide. */
export function createSender(connector: Connector, chats: PersonalChats): Sender {
  return {
    async send(address, message) {
      const parsed = TeamsAddress.safeParse(address);
      return parsed.success ? post(connector, chats, parsed.data, message) : NO_ADDRESS;
    },
    async update(address, messageId, message) {
      const parsed = TeamsAddress.safeParse(address);
      if (!parsed.success) return NO_ADDRESS;
      const { serviceUrl, conversation } = parsed.data;
      if (conversation === undefined) return NO_ADDRESS;
      const activity = writeActivity(message, parsed.data, { id: messageId });
      const done = await connector.put(serviceUrl, conversation, messageId, activity);
      return done.outcome === 'sent' ? { outcome: 'sent', messageId, address } : done;
    },
  };
}

/** Sends one message to an address, beginning the person's own chat when the address names no conversation. */
export async function post(
  connector: Connector,
  chats: PersonalChats,
  address: TeamsAddress,
  message: Outgoing,
  replyTo?: string,
): Promise<SendOutcome> {
  let { conversation } = address;
  if (conversation === undefined) {
    if (address.person === undefined) return NO_ADDRESS;
    const found = await chats.find(address);
    // No message has been tried yet, so however that went wrong, none can have arrived.
    if (found.outcome === 'unknown') return { outcome: 'later', detail: found.detail };
    if (found.outcome !== 'sent') return found;
    conversation = found.answer;
  }
  const to: TeamsAddress = { ...address, conversation };
  const done = await connector.post(to.serviceUrl, conversation, writeActivity(message, to, { replyTo }), replyTo);
  if (done.outcome !== 'sent') return done;
  const { id } = done.answer;
  return { outcome: 'sent', ...(id === undefined ? {} : { messageId: id }), address: toAddress(to) };
}

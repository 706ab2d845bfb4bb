import type { TeamsAddress } from './address.ts';
import type { Connected, Connector } from './connector.ts';

/** Finds the chat a person has with the bot alone. */
export interface PersonalChats {
  /** Notes a chat the person has just written in. */
  remember(address: TeamsAddress): void;
  /** The conversation's id; begins the conversation when it is not known. Teams gives back the one it already has. */
  find(address: TeamsAddress): Promise<Connected<string>>;
}

const REMEMBERED = 10_000;

export function createPersonalChats(connector: Connector): PersonalChats {
  const known = new Map<string, string>();

  function keep(address: TeamsAddress, conversation: string): void {
    const key = keyOf(address);
    known.delete(key);
    known.set(key, conversation);
    if (known.size <= REMEMBERED) return;
    const oldest = known.keys().next();
    if (!oldest.done) known.delete(oldest.value);
  }

  return {
    remember: (address) => {
      if (address.conversation !== undefined) keep(address, address.conversation);
    },
    find: async (address) => {
      const conversation = known.get(keyOf(address));
      if (conversation !== undefined) return { outcome: 'sent', answer: conversation };
      const { bot, person, tenant } = address;
      const begun = await connector.createConversation(address.serviceUrl, {
        isGroup: false,
        bot: { id: bot },
        members: [{ id: person }],
        ...(tenant === undefined ? {} : { tenantId: tenant, channelData: { tenant: { id: tenant } } }),
      });
      if (begun.outcome !== 'sent') return begun;
      keep(address, begun.answer.id);
      return { outcome: 'sent', answer: begun.answer.id };
    },
  };
}

function keyOf({ serviceUrl, tenant, bot, person }: TeamsAddress): string {
  return JSON.stringify([serviceUrl, tenant, bot, person]);
}

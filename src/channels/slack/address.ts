import { z } from 'zod';
import type { Address } from '../../core/turn.ts';

/**
 * What it takes to write to a conversation later. Without `channel` it means the person's own conversation with the bot.
 * Holds nothing that changes from message to message, so that the same place is the same address.
 */
export const SlackAddress = z.strictObject({
  v: z.literal(1),
  /** The workspace the bot is installed in: whose token writes there. */
  team: z.string().min(1),
  channel: z.string().min(1).optional(),
  user: z.string().min(1).optional(),
  /** The message a thread hangs from. */
  thread: z.string().min(1).optional(),
});
export type SlackAddress = z.infer<typeof SlackAddress>;

export function toAddress(address: SlackAddress): Address {
  return address;
}

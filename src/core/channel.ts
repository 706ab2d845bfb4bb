import type { Answer, Outgoing } from './reply.ts';
import type { Address, Turn } from './turn.ts';

/** What the rest of the bot offers a channel. Never rejects for a person's mistake; rejects only on a fault. */
export interface Listener {
  /** `undefined` when this turn was answered before: say nothing. */
  hear(turn: Turn): Promise<Answer | undefined>;
}

/** How a send ended. `unknown`: it may have arrived, so it is never simply repeated. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly messageId?: string; readonly address: Address }
  | {
      readonly outcome: 'refused';
      readonly reason: 'blocked' | 'not_installed' | 'gone' | 'rejected';
      readonly detail: string;
    }
  | { readonly outcome: 'later'; readonly afterMs?: number; readonly detail: string }
  | { readonly outcome: 'unknown'; readonly detail: string };

/** How the rest of the bot writes to a conversation nobody has just spoken in. */
export interface Sender {
  send(address: Address, message: Outgoing): Promise<SendOutcome>;
  /** Changes a message sent before. */
  update(address: Address, messageId: string, message: Outgoing): Promise<SendOutcome>;
}

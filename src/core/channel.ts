import type { EventId } from './ids.ts';
import type { Answer, Outgoing } from './reply.ts';
import type { Address, Turn } from './turn.ts';

/** What the rest of the bot offers a channel. Never rejects for a person's mistake; rejects only on a fault. */
export interface Listener {
  /** `undefined` when this turn was answered before: say nothing. */
  hear(turn: Turn): Promise<Answer | undefined>;
}

/** Somebody who opens the bot's own page, or an empty conversation with it, and has said nothing yet. */
export interface Visit extends Pick<Turn, 'at' | 'from'> {
  readonly id: EventId;
}

/** What there is to see before a word is said. For the eyes of the person alone. Neither rejects but on a fault. */
export interface Reception {
  /** The person's own page: theirs first, the general last. */
  home(visit: Visit): Promise<readonly Outgoing[]>;
  /** Questions worth asking first, in words that work. */
  starters(visit: Visit): Promise<readonly string[]>;
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

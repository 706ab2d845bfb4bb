import type { JsonObject } from '../../core/store.ts';

/** What hangs on a bot's message and the page can draw. */
export interface Contents {
  readonly text?: string;
  readonly format: 'plain' | 'markdown';
  readonly cards: readonly JsonObject[];
  /** Attachments of kinds the page does not draw. */
  readonly notShown: number;
  /** Ready-made replies offered under the newest message of a personal chat. */
  readonly suggestions: readonly { readonly title: string; readonly value: string }[];
}

/** One message as the page shows it. */
export interface Message extends Contents {
  readonly id: string;
  readonly conversation: string;
  /** In a channel, the message its thread began with; its own id for that one. */
  readonly thread?: string;
  /** ISO instant by the demonstration's clock. */
  readonly at: string;
  /** A demo person's key; absent for the bot. */
  readonly by?: string;
  readonly name: string;
  readonly edited: boolean;
  /**
   * Cards that replaced this message's card for one person alone, by that person's key: what a Universal Action answers is
   * seen only by whoever pressed, until the bot changes the message itself.
   */
  readonly views: { readonly [person: string]: JsonObject };
  /** Why the bot never got it. */
  readonly failed?: string;
}

export const NOTHING: Contents = { format: 'plain', cards: [], notShown: 0, suggestions: [] };

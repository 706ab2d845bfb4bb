import type { JsonObject } from './store.ts';

/** An expanded Adaptive Card, schema 1.5. */
export type AdaptiveCard = { readonly type: 'AdaptiveCard'; readonly version: string; readonly [key: string]: unknown };

/** A card to show: which template, and the data to put in it. */
export interface CardReply {
  /** "categories/school" is `cards/categories/school.json`. */
  readonly card: string;
  readonly data: JsonObject;
  /** The whole of it in one or two plain sentences: notifications, screen readers, clients without cards. */
  readonly summary: string;
}

/** One message ready to leave on any platform. Without a card, the summary is the message. */
export interface Outgoing {
  readonly summary: string;
  readonly card?: AdaptiveCard;
}

/** Something filled in that cannot be taken, by the id of its input. Without a sentence, the card says it in its own words. */
export interface InputProblem {
  readonly input: string;
  readonly sentence?: string;
}

/** Everything one turn answers. */
export interface Answer {
  /** In the place the turn came from. For a button, the first replaces the card that was pressed. */
  readonly here: readonly Outgoing[];
  /** To the person alone. Empty when the place is already theirs alone. */
  readonly directly: readonly Outgoing[];
  /** What to say in the place instead, should the person not be reachable directly. Holds nothing restricted. */
  readonly ifUnreachable?: Outgoing;
  /** Set when a form was refused for what was filled in: where forms stay open, these are shown in it instead. */
  readonly problems?: readonly InputProblem[];
}

import type { Temporal } from 'temporal-polyfill';
import type { Concern, IntentName } from './intent.ts';

/** "When somebody says … they mean …": a way of saying things that an authority has added to what the bot knows. */
export interface AddedPhrase {
  readonly intent: IntentName;
  readonly text: string;
  /** The officer's own words for what is meant: read in place of the message, where one intent answers several questions. */
  readonly as?: string;
}

/** How a message is taken: answered at once, or asked back with up to three meanings. */
export interface Taken {
  readonly sure: boolean;
  /** Likeliest first, one when sure. */
  readonly intents: readonly IntentName[];
  /** A rule that came first: what it was understood as beside that does not matter. */
  readonly concern?: Concern;
}

/** A message of the sample that would be taken otherwise. */
export interface TakenOtherwise {
  readonly text: string;
  readonly before: Taken;
  readonly after: Taken;
  /** Against what its label says was meant. */
  readonly verdict: 'better' | 'worse' | 'neither';
}

/** What a change to the added phrases does to the sample of labelled messages. */
export interface Rehearsal {
  /** Messages in the sample. Zero where none came with this bot: then nothing is known of what would change. */
  readonly messages: number;
  /** Worse ones first. */
  readonly otherwise: readonly TakenOtherwise[];
}

/** A message that was asked back or not answered. Nothing tells whose it was. */
export interface NotAnswered {
  readonly text: string;
  /** The meanings offered; none when there was no answer at all. */
  readonly offered: readonly IntentName[];
  readonly on: Temporal.PlainDate;
}

/** What stands in the way of a phrase, in itself. */
export interface Collisions {
  /** The rule that answers these words before any phrase is looked at. */
  readonly concern?: Concern;
  /** They read as an order to the bot, which changes nothing. */
  readonly instruction: boolean;
  /** Names of schools they hold. */
  readonly schools: readonly string[];
  /** Messages of the sample that say the same and mean something else, with what they mean. */
  readonly elsewhere: readonly AddedPhrase[];
}

/**
 * Understanding, as those see it who teach it new phrases. Reads only: it says what would be, and changes nothing. Deterministic,
 * without a clock, a store or a network.
 */
export interface PhraseReader {
  /** How a headteacher's words are taken, with the phrases in force. */
  taken(text: string): Taken;
  /** Whether two phrases are one to the bot: small words, capitals and endings apart. */
  same(one: string, other: string): boolean;
  collisions(phrase: AddedPhrase): Promise<Collisions>;
  /**
   * What the sample's messages would be taken for after, against before. Takes up to a second or two, and lets other messages be
   * answered meanwhile.
   */
  rehearse(before: readonly AddedPhrase[], after: readonly AddedPhrase[]): Promise<Rehearsal>;
  /**
   * A message as it may be kept for review: names of people and schools, numbers, e-mails, links and references taken out, and
   * every word that is not everyday English. `undefined` when nothing of it may be kept, as of whatever a rule flags.
   */
  forReview(text: string): string | undefined;
}

import type { IntentName } from '../../core/intent.ts';

/**
 * A seam with nothing behind it. An authority that runs a language model of its own may let it choose among the intents this
 * understanding already offers, when it is unsure. It is handed the message with names taken out and the offered intents; it
 * never sees a level or a record, and never writes a word anyone reads. `assemble` takes one; `ask-chooser.ts` is the only way to it.
 */
export interface Chooser {
  /**
   * Picks one of `offered`, or `undefined` to leave the doubt to the person. Must settle within a second; a rejection or a name
   * not offered counts as `undefined`.
   */
  choose(maskedText: string, offered: readonly IntentName[]): Promise<IntentName | undefined>;
}

import { stem } from '../classify/stem.ts';
import { wordsOf } from '../classify/words.ts';
import { tellingWords } from '../hear/added-phrases.ts';
import type { SampleMessage } from './read-sample.ts';
import { takingTurns } from './take-turns.ts';

/** A sample made ready to be looked through again and again. */
export interface PreparedSample {
  readonly size: number;
  /**
   * The messages that hold two thirds of one of these phrases' telling words. No part of any other is like a phrase enough to be
   * taken for it, so that the rest need no second reading.
   */
  near(phrases: readonly string[]): readonly SampleMessage[];
}

export async function prepareSample(messages: readonly SampleMessage[]): Promise<PreparedSample> {
  const known = await takingTurns(messages, 100, (message) => ({
    message,
    words: ` ${wordsOf(message.text).map(stem).join(' ')} `,
  }));
  return {
    size: messages.length,
    near: (phrases) => {
      const telling = phrases.map((phrase) => [...tellingWords(phrase)]);
      return known.filter(({ words }) => telling.some((phrase) => holds(words, phrase))).map(({ message }) => message);
    },
  };
}

function holds(words: string, phrase: readonly string[]): boolean {
  return 3 * phrase.filter((word) => words.includes(` ${word} `)).length >= 2 * phrase.length;
}

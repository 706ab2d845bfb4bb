import type { PersonId } from '../../core/ids.ts';
import type { AddedPhrase, PhraseReader } from '../../core/phrases.ts';
import { Refusal } from '../../core/refusal.ts';
import { LEAST_WORDS, MOST_CHARACTERS, MOST_PHRASES, type Phrase, type PhraseList } from './schema.ts';

/** A phrase to be added, as an officer wrote it. */
export type Wanted = AddedPhrase;

/** Words as they are kept: one space between, no quotation marks around. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/^[\s"“”'‘’«»]+|[\s"“”'‘’«».,;:]+$/gu, '')
    .trim();
}

/** What stands in a kept message where something was taken out of it. */
export function withoutMasks(text: string): string {
  return text.replace(/\[(?:name|school|number|word|e-mail|link|reference)\]/g, ' ');
}

/** Whether these words can be a phrase at all, whatever else there is. */
export function wordsProblem(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  if (words.length < LEAST_WORDS) {
    return 'A phrase is at least two words: one word alone turns up in messages of every kind.';
  }
  if (text.length > MOST_CHARACTERS) {
    return `A phrase is at most ${MOST_CHARACTERS} characters. Give me the few words that people always use.`;
  }
  return text !== withoutMasks(text) ? 'Please leave out what stands in square brackets: nobody says that.' : undefined;
}

/** Why a phrase cannot be added to these; `undefined` when it can. */
export function addingProblem(
  list: PhraseList,
  wanted: Wanted,
  same: PhraseReader['same'],
): { readonly code: 'invalid_input' | 'already_done'; readonly sentence: string } | undefined {
  const words = wordsProblem(wanted.text);
  if (words !== undefined) return { code: 'invalid_input', sentence: words };
  if (wanted.intent === 'out_of_scope') {
    return { code: 'invalid_input', sentence: 'A phrase has to mean something I can help with. Choose what it means.' };
  }
  const before = list.phrases.find(({ text }) => same(text, wanted.text));
  if (before) {
    return {
      code: 'already_done',
      sentence: `“${before.text}” is one of our phrases already, and I can’t tell the two apart. Take that one back first if it should mean something else.`,
    };
  }
  if (list.phrases.length >= MOST_PHRASES) {
    return {
      code: 'invalid_input',
      sentence: `There are ${MOST_PHRASES} phrases, which is as many as I keep. Take back some that nobody uses first.`,
    };
  }
  return undefined;
}

export interface Act {
  readonly by: PersonId;
  readonly at: string;
}

/** The list with one more. Returns the refusal instead of throwing it. */
export function withPhrase(
  list: PhraseList,
  wanted: Wanted,
  act: Act,
  same: PhraseReader['same'],
): { readonly list: PhraseList; readonly phrase: Phrase } | Refusal {
  const problem = addingProblem(list, wanted, same);
  if (problem) return new Refusal(problem.code, problem.sentence);
  const revision = list.revision + 1;
  const phrase = { number: revision, ...wanted, addedBy: act.by, at: act.at };
  return { list: { v: 1, revision, phrases: [...list.phrases, phrase] }, phrase };
}

/** The list without one. */
export function withoutPhrase(
  list: PhraseList,
  number: number,
): { readonly list: PhraseList; readonly phrase: Phrase } | Refusal {
  const phrase = list.phrases.find((one) => one.number === number);
  if (!phrase) return new Refusal('already_done', 'That phrase has been taken back already.');
  return {
    list: { v: 1, revision: list.revision + 1, phrases: list.phrases.filter((one) => one !== phrase) },
    phrase,
  };
}

import { nearest, plain } from './nearest.ts';

/** One of the partnership's own words: its key, and the ways people write it. */
export interface Word {
  readonly id: string;
  readonly names: readonly string[];
}

/** The words an import may use, from the partnership's configuration. A list that is left out is not checked. */
export interface PartnershipWords {
  readonly areas?: readonly Word[];
  readonly alliances?: readonly Word[];
  readonly reviewGroups?: readonly Word[];
  /** What support can be about. */
  readonly focuses?: readonly Word[];
  /** Level keys of the framework in force. */
  readonly levels?: readonly Word[];
  readonly criteria?: readonly Word[];
}

export type WordFound = { readonly id: string } | { readonly reason: string };

/** Looks a word up, however it is spelt: "Primary North" is `primary-north`. Without a list, the word makes its own key. */
export function findWord(kind: string, written: string, words: readonly Word[] | undefined): WordFound {
  if (!words) return { id: plain(written).replaceAll(' ', '-') };
  const wanted = plain(written);
  // Keys like "1.10" and "11.0" differ only in what a looser comparison drops.
  const found =
    words.find(({ id }) => id.toLowerCase() === written.toLowerCase()) ??
    words.find(({ id, names }) => [id, ...names].some((name) => plain(name) === wanted));
  if (found) return { id: found.id };
  const spellings = words.flatMap((word) => [...word.names, word.id]);
  const like = nearest(written, spellings, (name) => name);
  const suggestion = like === undefined ? whatThereIs(words) : `Did you mean “${like}”?`;
  return { reason: `“${written}” is not ${kind} of this partnership. ${suggestion}` };
}

function whatThereIs(words: readonly Word[]): string {
  if (words.length === 0) return 'Its settings name none yet.';
  return `It should be one of: ${words.map(({ id, names }) => names[0] ?? id).join(', ')}.`;
}

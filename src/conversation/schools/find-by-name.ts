import type { SchoolMention } from '../../core/intent.ts';
import { formsHolding, type SaidWord } from './find-forms.ts';
import type { SaidName } from './match-name.ts';
import type { NameForm } from './name-forms.ts';
import type { NameLookup } from './name-lookup.ts';
import { JOINING_WORDS, type NameWord, nameWords, SORT_WORDS } from './name-words.ts';
import type { NamedSchool, Preference } from './school-index.ts';
import { type Evidence, settle } from './settle.ts';

/** Everything the index was built into. */
export interface Names {
  readonly schools: readonly NamedSchool[];
  readonly lookup: NameLookup;
  readonly numbers: (text: string) => readonly number[];
}

/** Reads the whole text as one name. What holds every word said comes first; failing that, what holds all but one, to ask about. */
export function findByName(names: Names, text: string, preference: Preference = {}): SchoolMention {
  const numbered = names.numbers(text);
  if (numbered.length > 0) {
    const candidates = numbered.flatMap((at) => {
      const school = names.schools[at];
      return school ? [{ id: school.id, name: school.name, score: 1 }] : [];
    });
    return { text, candidates, fit: candidates.length === 1 ? 'one' : 'several' };
  }
  const words = nameWords(text);
  const said = saidName(words);
  const { forms, evidence } = formsFor(names.lookup, said.core);
  if (forms.length > 0) return settle(text, said, forms, names.schools, evidence, preference);

  const near = said.core.flatMap((_, skip) => {
    const rest = said.core.filter((_, i) => i !== skip);
    return rest.length === 0 ? [] : formsFor(names.lookup, rest).forms;
  });
  const asked = settle(text, { core: said.core, sorts: said.sorts }, near, names.schools, 'guessed', preference);
  return asked.candidates.length === 0 ? { text, candidates: [], fit: 'none' } : { ...asked, fit: 'several' };
}

export function saidName(words: readonly NameWord[]): SaidName {
  const forms = words.map((word) => word.form);
  return {
    core: forms.filter((form) => !SORT_WORDS.has(form) && !JOINING_WORDS.has(form)),
    sorts: new Set(forms.filter((form) => SORT_WORDS.has(form))),
  };
}

/** Forms of names, and what speaks for them. */
export interface Held {
  readonly forms: readonly NameForm[];
  readonly evidence: Evidence;
}

/** Forms holding the words as spelt; where there are none, as misspelt; a word alone, as initials. */
export function formsFor(lookup: NameLookup, core: readonly string[]): Held {
  const asSaid = formsAsSaid(lookup, core);
  return asSaid.forms.length > 0 ? asSaid : formsMisspelt(lookup, core);
}

/**
 * The same without misspellings. Near words are looked for among thousands of names, and for the everyday words of a message
 * nothing found there would count: with all of England's schools that was a fifth of understanding it.
 */
export function formsAsSaid(lookup: NameLookup, core: readonly string[]): Held {
  const spelt = [...formsHolding(lookup, core.map(exactly)), ...runTogether(lookup, core)];
  if (spelt.length > 0) return { forms: spelt, evidence: 'spelt' };
  const only = core.length === 1 ? core[0] : undefined;
  const initials = only !== undefined && only.length >= 2 ? lookup.initials(only) : [];
  return { forms: at(lookup, initials), evidence: 'initials' };
}

function formsMisspelt(lookup: NameLookup, core: readonly string[]): Held {
  const said = core.map((word) => (lookup.word(word) ? { spellings: [word], safe: true } : misspelt(lookup, word)));
  const forms = formsHolding(lookup, said);
  const long = core.some((word) => word.length >= TELLING);
  const safe = said.every((word) => word.safe) && forms.every((form) => form.core.length <= core.length || long);
  return { forms, evidence: safe ? 'misspelt' : 'guessed' };
}

/** Letters from which a word with one slip in it still tells its school by itself. */
const TELLING = 7;

function exactly(word: string): SaidWord {
  return word.length === 1 ? { spellings: [word], starts: word } : { spellings: [word] };
}

/** One slip after the same first letter is a misspelling; more is a guess, to be asked about. */
function misspelt(lookup: NameLookup, word: string): SaidWord & { readonly safe: boolean } {
  const near = lookup.nearby(word);
  const safe = near.words.length === 1 && near.apart === 1 && near.words[0]?.[0] === word[0];
  return { spellings: [word, ...near.words], safe };
}

/** "Spring Bank" said, Springbank written. */
function runTogether(lookup: NameLookup, core: readonly string[]): readonly NameForm[] {
  const found: NameForm[] = [];
  for (let i = 1; i < core.length; i++) {
    const joined = `${core[i - 1]}${core[i]}`;
    if (!lookup.word(joined)) continue;
    found.push(...formsHolding(lookup, [...core.slice(0, i - 1), joined, ...core.slice(i + 1)].map(exactly)));
  }
  return found;
}

function at(lookup: NameLookup, positions: readonly number[]): readonly NameForm[] {
  return positions.flatMap((i) => lookup.forms[i] ?? []);
}

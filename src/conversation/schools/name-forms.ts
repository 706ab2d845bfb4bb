import { JOINING_WORDS, nameWords, SORT_WORDS, spelling } from './name-words.ts';
import type { NamedSchool } from './school-index.ts';

/** One way a school is named: its official name, or something people call it. */
export interface NameForm {
  /** Position of the school in the list the index was built from. */
  readonly school: number;
  /** The words that tell which school, in order: "moor", "allerton", "hall". */
  readonly core: readonly string[];
  /** The words that tell what sort: "ce", "primary", "school". */
  readonly sorts: ReadonlySet<string>;
  /** Where it is, for "St Joseph's in Otley". Not part of the name. */
  readonly places: ReadonlySet<string>;
  /** An alias is taken at its word: said alone and whole, it needs no other evidence. */
  readonly alias: boolean;
}

/** Every form a school is known by. */
export function formsOf(school: NamedSchool, position: number): readonly NameForm[] {
  const places = new Set([school.town, school.ward].flatMap((place) => wordsOfPlace(place)));
  const official = formOf(school.name, position, places, false);
  return [official, ...(school.aliases ?? []).map((alias) => formOf(alias, position, places, true))];
}

function formOf(name: string, school: number, places: ReadonlySet<string>, alias: boolean): NameForm {
  const forms = nameWords(name).map((word) => word.form);
  const core = forms.filter((form) => !SORT_WORDS.has(form) && !JOINING_WORDS.has(form));
  return {
    school,
    core: core.length > 0 ? core : forms,
    sorts: new Set(forms.filter((form) => SORT_WORDS.has(form))),
    places,
    alias,
  };
}

function wordsOfPlace(place: string | undefined): readonly string[] {
  if (place === undefined) return [];
  return nameWords(place)
    .map((word) => spelling(word.raw))
    .filter((form) => !JOINING_WORDS.has(form) && form !== 'select');
}

/** First letters, as staff abbreviate: "mah" and "mahps" for Moor Allerton Hall Primary School. */
export function initialsOf(form: NameForm, name: string): readonly string[] {
  const core = form.core.map((word) => word[0] ?? '').join('');
  const all = nameWords(name)
    .filter((word) => !JOINING_WORDS.has(word.form))
    .map((word) => (word.form === 'ce' || word.form === 'rc' ? word.form : (word.form[0] ?? '')))
    .join('');
  return [...new Set([core, ...(all.length >= 4 ? [all] : [])])].filter((initials) => initials.length >= 2);
}

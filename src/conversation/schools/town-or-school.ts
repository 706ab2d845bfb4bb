import type { Names } from './find-by-name.ts';
import { type NameWord, SORT_WORDS } from './name-words.ts';
import type { Preference } from './school-index.ts';

/** What one word that is a school's name and a town's means here. In doubt it may be the school, to be asked about. */
export type TownOrSchool = 'town' | 'school' | 'doubt';

/**
 * "Otley" said alone is the town: "the weather in Otley". It is a school where the speaker works with the one of that name, where
 * people are on record as calling just one school by it, or where the only school in the town is named after it. A school named
 * after a town that has more schools is asked about; in a big town, only where a school must be meant.
 */
export function townOrSchool(
  names: Names,
  text: string,
  said: readonly NameWord[],
  preference: Preference,
): TownOrSchool {
  const [only] = said;
  if (!only || said.length > 1 || SORT_WORDS.has(only.form)) return 'school';
  const { lookup } = names;
  const named = (lookup.word(only.form)?.forms ?? []).flatMap((at) => lookup.forms[at] ?? []);
  const bearers = new Set(named.map((form) => form.school));
  const inTown = lookup.inPlace(only.form);
  const spokenOfAsPlace = BEFORE_A_PLACE.test(text.slice(0, only.start)) || AFTER_A_PLACE.test(text.slice(only.end));
  if (inTown.length === 0) return bearers.size >= 2 && spokenOfAsPlace ? 'town' : 'school';
  if (spokenOfAsPlace) return 'town';

  const own = [...bearers].filter((at) => isPreferred(names, at, preference));
  if (own.length === 1) return 'school';
  const called = named.filter((form) => form.core.length === 1);
  const byAlias = new Set(called.filter((form) => form.alias).map((form) => form.school));
  if (byAlias.size === 1) return 'school';
  if (called.length === 0) return 'town';
  const around = new Set([...bearers, ...inTown]).size;
  if (around > A_BIG_TOWN && !WHERE_A_SCHOOL_STANDS.test(text.slice(0, only.start))) return 'town';
  return around === 1 ? 'school' : 'doubt';
}

/** A town with more schools than this is spoken of more often than the school named after it. */
const A_BIG_TOWN = 8;

const WHERE_A_SCHOOL_STANDS =
  /\b(?:at|visit|visited|visiting|log|record|cat|category|level|band|tier)(?:\s+(?:is|for|of|to|at))?\s+$/i;

const BEFORE_A_PLACE =
  /\b(?:in|near|nr|around|round|across|over|outside|beyond|towards|north|south|east|west|inner|outer|central|greater)\s+$/i;
const AFTER_A_PLACE =
  /^\s+(?:area|way|side|end|town|road|based|alliance|cluster|family|partnership|pyramid|patch|locality|ward|heads|schools|primaries)\b/i;

function isPreferred({ schools }: Names, at: number, { prefer }: Preference): boolean {
  const id = schools[at]?.id;
  return id !== undefined && prefer?.has(id) === true;
}

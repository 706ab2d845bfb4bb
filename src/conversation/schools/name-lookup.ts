import { initialsOf, type NameForm } from './name-forms.ts';
import { spelling } from './name-words.ts';
import { type Near, near } from './near-words.ts';

export interface Hit {
  /** Positions in `forms`. */
  readonly forms: readonly number[];
  /** True when only two words of the name run together make this one. */
  readonly joined: boolean;
}

/** Which forms of names hold a word: as written, run together, misspelt, or as initials. */
export interface NameLookup {
  readonly forms: readonly NameForm[];
  word(form: string): Hit | undefined;
  /** Words of names within a slip of this one. */
  nearby(form: string): Near;
  initials(form: string): readonly number[];
  /** A town or ward some school lies in. */
  isPlace(form: string): boolean;
  /** Schools in a town or ward of that name, by position, each once. */
  inPlace(form: string): readonly number[];
}

export function buildNameLookup(forms: readonly NameForm[], names: readonly string[]): NameLookup {
  const holding = new Map<string, number[]>();
  const joined = new Map<string, number[]>();
  const initials = new Map<string, number[]>();
  forms.forEach((form, i) => {
    for (const word of new Set(form.core)) push(holding, word, i);
    for (let at = 1; at < form.core.length; at++) push(joined, `${form.core[at - 1]}${form.core[at]}`, i);
    if (!form.alias)
      for (const letters of initialsOf(form, names[form.school] ?? '')) push(initials, spelling(letters), i);
  });
  const bySpelling = near([...holding.keys()]);
  const places = new Map<string, number[]>();
  for (const form of forms) for (const place of form.places) push(places, place, form.school);

  return {
    forms,
    word(form) {
      const exact = holding.get(form);
      const together = joined.get(form);
      if (exact && together) return { forms: [...new Set([...exact, ...together])], joined: false };
      if (exact) return { forms: exact, joined: false };
      return together ? { forms: together, joined: true } : undefined;
    },
    nearby: bySpelling,
    initials(form) {
      return initials.get(form) ?? [];
    },
    isPlace(form) {
      return places.has(form);
    },
    inPlace(form) {
      return places.get(form) ?? [];
    },
  };
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}

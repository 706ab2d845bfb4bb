import type { NameForm } from './name-forms.ts';
import type { NameLookup } from './name-lookup.ts';

/** The spellings one said word may stand for. `starts`: a single letter, as in "Ralph T". */
export interface SaidWord {
  readonly spellings: readonly string[];
  readonly starts?: string;
}

/** Forms of names that hold every word said, each as a word of the name or of its place, and at least one as a word of the name. */
export function formsHolding(lookup: NameLookup, said: readonly SaidWord[]): readonly NameForm[] {
  const driver = pickDriver(lookup, said);
  if (driver === undefined) return [];
  const found: NameForm[] = [];
  for (const at of driver) {
    const form = lookup.forms[at];
    if (form && said.every((word) => inName(form, word) || inPlace(form, word))) found.push(form);
  }
  return found;
}

/** The word that narrows most. One that is mostly a town ("otley") only when there is no other. */
function pickDriver(lookup: NameLookup, said: readonly SaidWord[]): readonly number[] | undefined {
  let best: readonly number[] | undefined;
  let bestIsPlace = true;
  for (const word of said) {
    if (word.starts !== undefined) continue;
    const forms = [...new Set(word.spellings.flatMap((spelling) => lookup.word(spelling)?.forms ?? []))];
    if (forms.length === 0) continue;
    const place = word.spellings.some((spelling) => lookup.isPlace(spelling));
    if (best === undefined || (bestIsPlace && !place) || (bestIsPlace === place && forms.length < best.length)) {
      best = forms;
      bestIsPlace = place;
    }
  }
  return best;
}

function inName(form: NameForm, word: SaidWord): boolean {
  const { starts } = word;
  if (starts !== undefined) return form.core.some((own) => own.startsWith(starts));
  return word.spellings.some((spelling) => form.core.includes(spelling) || runTogether(form, spelling));
}

function runTogether(form: NameForm, spelling: string): boolean {
  for (let at = 1; at < form.core.length; at++) {
    if (`${form.core[at - 1]}${form.core[at]}` === spelling) return true;
  }
  return false;
}

function inPlace(form: NameForm, word: SaidWord): boolean {
  return word.spellings.some((spelling) => form.places.has(spelling));
}

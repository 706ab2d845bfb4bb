import { formsAsSaid, formsFor, type Held, type Names, saidName } from './find-by-name.ts';
import { FIRST_NAMES } from './first-names.ts';
import type { NameForm } from './name-forms.ts';
import { JOINING_WORDS, type NameWord, SORT_WORDS } from './name-words.ts';
import { isOrdinary } from './ordinary-words.ts';
import type { Preference, SpottedSchool } from './school-index.ts';
import { type Evidence, settle } from './settle.ts';
import { townOrSchool } from './town-or-school.ts';
import { weigh } from './weigh-mention.ts';

/** Starts a name at one word and takes in as many of the following words as still fit some school. */
export function growName(
  names: Names,
  text: string,
  words: readonly NameWord[],
  from: number,
  preference: Preference,
): { readonly mention: SpottedSchool; readonly next: number } | undefined {
  const first = words[from];
  if (!first || first.form.length === 1 || (NEVER_FIRST.has(first.form) && words[from + 1]?.form !== 'saints'))
    return undefined;
  let held = startsName(names, first, preference);
  if (!held) return undefined;
  let next = from + 1;
  let last = first;
  for (let at = next; at < words.length; at++) {
    const word = words[at];
    if (!word || !touches(text, last, word)) break;
    if (JOINING_WORDS.has(word.form)) {
      const beyond = words[at + 1];
      if (!beyond || SORT_WORDS.has(beyond.form) || word.form === 'at' || word.form === 'to') break;
      const wider = formsAsSaid(names.lookup, coreOf(words.slice(from, at + 2)));
      if (wider.forms.length === 0 || wider.evidence !== 'spelt') break;
      continue;
    }
    if (SORT_WORDS.has(word.form)) {
      if (text.slice(last.end, word.start).includes(',')) break;
    } else {
      const look = mayBeSlip(word) ? formsFor : formsAsSaid;
      const wider = look(names.lookup, coreOf(words.slice(from, at + 1)));
      if (wider.forms.length === 0 || !fits(word, wider.evidence, text)) break;
      held = wider;
    }
    last = word;
    next = at + 1;
  }
  const said = words.slice(from, next);
  const start = first.start;
  const end = last.end;
  const meant = townOrSchool(names, text, said, preference);
  if (meant === 'town') return undefined;
  if (goesOn(text, words, next)) {
    const beyond = endOfStrangeName(text, words, next);
    const strange = words[beyond - 1] ?? last;
    return {
      mention: { text: text.slice(start, strange.end), candidates: [], fit: 'none', start, end: strange.end },
      next: beyond,
    };
  }
  if (weigh(text, words, from, next, held) < 1) return undefined;
  const mention = settle(text.slice(start, end), saidName(said), held.forms, names.schools, held.evidence, preference);
  const fit = meant === 'doubt' && mention.fit === 'one' ? 'several' : mention.fit;
  return { mention: { ...mention, fit, start, end }, next };
}

function startsName(names: Names, word: NameWord, preference: Preference): Held | undefined {
  const everyday = isOrdinary(word.raw) || FIRST_NAMES.has(word.raw.toLowerCase());
  const held = (everyday ? formsAsSaid : formsFor)(names.lookup, [word.form]);
  if (
    held.forms.length === 0 ||
    (FIRST_NAMES.has(bareName(word)) && held.evidence !== 'initials' && !held.forms.some(isAlone))
  ) {
    return undefined;
  }
  if (held.evidence === 'initials') return initialsHold(names, word, held, preference);
  return held;
}

function bareName(word: NameWord): string {
  return word.raw.toLowerCase().replace(/['’]s$/, '');
}

/** A school called by this one word. */
function isAlone(form: NameForm): boolean {
  return form.core.length === 1;
}

/** Initials stand for a school when they are no word and no trade abbreviation, and only one school has them. Two letters need capitals. */
function initialsHold(names: Names, word: NameWord, held: Held, preference: Preference): Held | undefined {
  if (isOrdinary(word.raw) || FIRST_NAMES.has(word.raw.toLowerCase())) return undefined;
  const schools = new Set(held.forms.map((form) => form.school));
  const preferred = [...schools].filter((at) => {
    const id = names.schools[at]?.id;
    return id !== undefined && preference.prefer?.has(id) === true;
  });
  if (TRADE_INITIALS.has(word.raw.toLowerCase()) || (schools.size > 1 && preferred.length !== 1)) return undefined;
  return word.raw.length >= 3 || word.raw === word.raw.toUpperCase() ? held : undefined;
}

/** Words that come before "school" or "primary" in everyday talk. */
const NEVER_FIRST: ReadonlySet<string> = new Set(
  `our my your their his her its new good one two three four five six seven eight nine ten other which this that any each every
  these those some no what local big small great best next last same similar own another special open main whole host visit
  all both few more most is are was be have has do did can will would should may might must need want get i we you they he she it if or but so not`.split(
    /\s+/,
  ),
);

const TRADE_INITIALS: ReadonlySet<string> = new Set(
  `sla sen send senco slt sle nle lle nlg prg srg jrg jrb eyrg rap sdp sip sef eal eyfs ehcp ta tas ht dht gb la pp fsm lac cla pshe rshe
  rse ict dt re pe mfl cpd itt ect nqt dsl sbm sats dfe hmi rsc rise tsa tsh mat csv pdf foi gdpr aip silc gld phse dcs ceo sia sic eqa
  pru semh asd adhd ebsa ap hr it pa am pm ok ks cat rsi ri sm sw rwi wwi ebi www lado mash cp iep ieb nor ppa qa tlr sta ytd eta asap fyi
  aob dpo sar lea hte shmi hmci nga gds dsg esg npq ecf sacre ccg chad`.split(/\s+/),
);

/** A misspelt or ordinary word is not drawn into a name on the strength of a slip. */
function fits(word: NameWord, evidence: Evidence, text: string): boolean {
  if (evidence !== 'misspelt' && evidence !== 'guessed')
    return word.form.length > 1 || /^[A-Z]$/.test(text.slice(word.start, word.end));
  return mayBeSlip(word);
}

function mayBeSlip(word: NameWord): boolean {
  return !isOrdinary(word.raw) || /^[A-Z]/.test(word.raw);
}

function coreOf(words: readonly NameWord[]): readonly string[] {
  return saidName(words).core;
}

/** Words of one name stand next to each other, with a space, a hyphen, a full stop, a slash or a comma between. */
function touches(text: string, before: NameWord, after: NameWord): boolean {
  return /^(?:[ \t.\-/()]{1,3}|,\s|\s+&\s+)$/.test(text.slice(before.end, after.start));
}

/** The name carries straight on into a word no school has there: "Hollin Moor Primary" is not Hollin Lane. */
function goesOn(text: string, words: readonly NameWord[], next: number): boolean {
  const last = words[next - 1];
  const after = words[next];
  if (!last || !after || text.slice(last.end, after.start) !== ' ' || SORT_WORDS.has(last.form)) return false;
  if (SORT_WORDS.has(after.form) || JOINING_WORDS.has(after.form) || /^\d/.test(after.raw)) return false;
  if (/['’]s$/.test(last.raw)) return false;
  const capital = /^[A-Z][a-z]/.test(after.raw);
  const beyond = words[next + 1];
  const sort = beyond !== undefined && PHASE_WORDS.has(beyond.form) && text.slice(after.end, beyond.start) === ' ';
  const strange =
    !isOrdinary(after.raw) && !FIRST_NAMES.has(after.raw.toLowerCase()) && after.raw !== after.raw.toUpperCase();
  return sort ? capital || strange : capital && (strange || PLACE_ENDINGS.has(after.form));
}

function endOfStrangeName(text: string, words: readonly NameWord[], next: number): number {
  let end = next + 1;
  while (end < words.length) {
    const before = words[end - 1];
    const word = words[end];
    if (!before || !word || text.slice(before.end, word.start) !== ' ' || !SORT_WORDS.has(word.form)) break;
    end += 1;
  }
  return end;
}

export const PHASE_WORDS: ReadonlySet<string> = new Set(
  'primary infant junior nursery high academy school secondary grammar college ce rc silc'.split(' '),
);

/** Last words of many school names. */
export const PLACE_ENDINGS: ReadonlySet<string> = new Set(
  `lane road street hill park grove moor view bank wood green field house hall brook vale gate cross end farm mount common
  bridge ford royd edge side top croft mill lea garth bar fold row lodge meadow grange heath rise spring way nest tree`.split(
    /\s+/,
  ),
);

import type { Framework } from './framework.ts';
import type { Level } from './framework-levels.ts';
import type { GlossaryEntry, ReferenceList, Term } from './framework-vocabulary.ts';

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Words as people type them, made comparable: "Cat. THREE" and "c3" become "cat 3" and "c 3"; "Light Touch +" keeps its plus. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replaceAll('&', ' and ')
    .replaceAll('+', ' plus ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .split(' ')
    .map((word) => (NUMBERS.includes(word) ? String(NUMBERS.indexOf(word)) : word))
    .filter((word) => word !== '')
    .join(' ');
}

/**
 * The level these words name on their own: "cat 3", "C3", "category three", "three", "3", the published title.
 * "In category" names none: in a school it means an Ofsted category of concern (domain.md §18).
 */
export function levelByWords(framework: Framework, text: string): Level | undefined {
  const said = plainWords(text).replace(/^(the|a|an) /, '');
  return framework.levels.find((level) => spokenForms(framework, level).includes(said));
}

/** Every level named inside a longer message, in the order said, each once. A bare number counts only after another: "cat 3 or 4". */
export function levelsInWords(framework: Framework, message: string): readonly Level[] {
  const forms = framework.levels
    .flatMap((level) => spokenForms(framework, level).map((form) => ({ level, words: form.split(' ') })))
    .filter((form) => form.words.length > 1)
    .sort((a, b) => b.words.length - a.words.length);
  const words = plainWords(message).split(' ');
  const found: Level[] = [];
  let at = 0;
  while (at < words.length) {
    const form = forms.find((candidate) => candidate.words.every((word, i) => words[at + i] === word));
    if (form) {
      found.push(form.level);
      at += form.words.length;
      continue;
    }
    const joined = found.length > 0 && ['and', 'or', 'to'].includes(words[at - 1] ?? '');
    const bare = joined && at >= 2 && isNamed(framework, words[at - 2]) ? sameKey(framework, words[at]) : undefined;
    if (bare) found.push(bare);
    at += 1;
  }
  return [...new Set(found)];
}

/** "Are we in category?", "came out of category": an Ofsted category of concern, never one of the authority's own levels. */
export function speaksOfOfstedCategory(message: string): boolean {
  return /\b(in|into|out of|in an|into an) (ofsted )?category\b(?! \d)(?! [a-z]\b)/.test(plainWords(message));
}

export function glossaryEntryByWords(framework: Framework, text: string): GlossaryEntry | undefined {
  const said = plainWords(text).replace(/^(the|a|an) /, '');
  return framework.glossary.find((entry) =>
    [entry.id, entry.term, ...entry.aliases].some((w) => plainWords(w) === said),
  );
}

export function referenceListByWords(framework: Framework, text: string): ReferenceList | undefined {
  const said = plainWords(text).replace(/^(the|a|an) /, '');
  return framework.referenceLists.find((list) =>
    [list.key, list.title, ...list.aliases].some((words) => plainWords(words) === said),
  );
}

/** True for the joint review group by any of its names, its published misprint among them ("JRB"). */
export function namesJointReviewGroup(framework: Framework, text: string): boolean {
  const group = framework.jointReviewGroup;
  if (group === null) return false;
  const said = plainWords(text).replace(/^(the|a|an) /, '');
  return [group.name, group.abbreviation ?? group.name, ...group.aliases].some((words) => plainWords(words) === said);
}

/** Every way of saying one level, made comparable. */
export function spokenForms(framework: Framework, level: Level): readonly string[] {
  const own = [level.key, level.label, level.shortLabel, level.inSentence, level.title.text, ...level.aliases];
  const keyed = levelWords(framework.terms.level).map((word) => `${word} ${level.key}`);
  return [...new Set([...own, ...keyed].map((form) => plainWords(form).replace(/^(the|a|an) /, '')))];
}

function levelWords(term: Term): readonly string[] {
  return [term.singular, term.plural, ...(term.abbreviation ? [term.abbreviation] : []), ...(term.aliases ?? [])];
}

function sameKey(framework: Framework, word: string | undefined): Level | undefined {
  return word === undefined ? undefined : framework.levels.find((level) => plainWords(level.key) === word);
}

function isNamed(framework: Framework, word: string | undefined): boolean {
  return sameKey(framework, word) !== undefined;
}

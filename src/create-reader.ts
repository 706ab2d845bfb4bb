import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { dateReader } from './conversation/dates/index.ts';
import type { Understand } from './conversation/interpret.ts';
import { buildSchoolIndex } from './conversation/schools/build-school-index.ts';
import { createUnderstanding } from './conversation/understand/create-understanding.ts';
import { createPhraseReader } from './conversation/understand/teach/phrase-reader.ts';
import { readSample } from './conversation/understand/teach/read-sample.ts';
import { academicYearOf } from './core/academic-year.ts';
import { londonDate } from './core/clock.ts';
import type { DateMention } from './core/intent.ts';
import { grantsOn, type Person } from './core/people.ts';
import type { AddedPhrase, PhraseReader } from './core/phrases.ts';
import { schoolsWithin } from './core/scope.ts';
import type { LoadedPartnership } from './partnership/load.ts';
import type { LiveRegister } from './register/live-register.ts';

/** School years whose half terms are worth knowing when somebody says "after half term" or "last spring". */
const YEARS = Array.from({ length: 12 }, (_, index) => academicYearOf(new Temporal.PlainDate(2022 + index, 10, 1)));

/** Labelled messages by which an officer sees what a phrase would change; an authority's own stand in its folder. */
const SAMPLE = ['messages', 'phrases'].map((name) => fileURLToPath(new URL(`../training/${name}`, import.meta.url)));

export interface Reader {
  readonly understand: Understand;
  /** The same understanding, for those who teach it phrases. */
  readonly phraseReader: PhraseReader;
  /** Days said, of time to come where the words leave it open. */
  readonly readDates: (text: string, at: Temporal.Instant) => readonly DateMention[];
}

/** Understanding as this partnership speaks: its levels, groups, terms, schools and added phrases, each as it now stands. */
export function createReader(
  loaded: LoadedPartnership,
  register: LiveRegister,
  phrases: () => readonly AddedPhrase[],
): Reader {
  const { framework, partnership, calendar } = loaded;
  const named = () => register.directory.all().filter((school) => school.status !== 'closed');
  let schools = buildSchoolIndex(named());
  register.onChange(() => {
    schools = buildSchoolIndex(named());
  });
  const { level } = framework.terms;
  const halfTerms = YEARS.flatMap((year) =>
    calendar.halfTermsIn(year).map(({ key, start, end }) => ({ key, start: start.toString(), end: end.toString() })),
  );
  const understander = createUnderstanding({
    schools: () => schools,
    levels: {
      words: [level.singular, ...(level.abbreviation ? [level.abbreviation] : []), ...(level.aliases ?? [])],
      levels: framework.levels.map(({ key, shortLabel, aliases }) => ({
        key,
        names: [...new Set([key, shortLabel, ...aliases])],
      })),
    },
    reviewGroups: [
      ...partnership.reviewGroups.map(({ key, name, aliases }) => ({ key, names: [name, ...aliases] })),
      ...framework.groups.map(({ key, name, abbreviation, aliases }) => ({
        key,
        names: [name, ...(abbreviation ? [abbreviation] : []), ...aliases],
      })),
    ],
    alliances: partnership.alliances.map(({ key, name, aliases }) => ({ key, names: [name, ...aliases] })),
    halfTerms,
    phrases,
  });
  const understand: Understand = (text, { viewer, ...speaking }) => {
    const prefer = viewer && preferred(viewer, register, londonDate(speaking.at));
    return understander.understand(text, { ...speaking, ...(prefer ? { prefer } : {}) });
  };
  const phraseReader = createPhraseReader({
    understander,
    schools: () => schools,
    colleagues: { has: (word) => register.colleagues.named(word).some(({ displayName }) => holds(displayName, word)) },
    sample: () => readSample([...SAMPLE, join(loaded.directory, 'messages.jsonl')]),
  });
  const readDates = dateReader(halfTerms);
  return { understand, phraseReader, readDates: (text, at) => readDates(text, at, 'future') };
}

function holds(name: string, word: string): boolean {
  return name
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s-]+/)
    .includes(word);
}

/** The schools a speaker works with, thought of first. Somebody who works with all of them prefers none. */
function preferred(viewer: Person, register: LiveRegister, today: Temporal.PlainDate) {
  const everywhere = grantsOn(viewer, today).some(({ scope }) => scope.type === 'authority');
  if (everywhere) return undefined;
  return new Set([...schoolsWithin(viewer, register.directory, today)].map((school) => school.id));
}

import { Temporal } from 'temporal-polyfill';
import type { Understand } from './conversation/interpret.ts';
import { buildSchoolIndex } from './conversation/schools/build-school-index.ts';
import { createUnderstanding } from './conversation/understand/create-understanding.ts';
import { academicYearOf } from './core/academic-year.ts';
import { londonDate } from './core/clock.ts';
import { grantsOn, type Person } from './core/people.ts';
import { schoolsWithin } from './core/scope.ts';
import type { LoadedPartnership } from './partnership/load.ts';
import type { LiveRegister } from './register/live-register.ts';

/** School years whose half terms are worth knowing when somebody says "after half term" or "last spring". */
const YEARS = Array.from({ length: 12 }, (_, index) => academicYearOf(new Temporal.PlainDate(2022 + index, 10, 1)));

/** Understanding as this partnership speaks: its levels, groups, terms and schools. Schools are read again after an import. */
export function createReader(loaded: LoadedPartnership, register: LiveRegister): Understand {
  const { framework, partnership, calendar } = loaded;
  const named = () => register.directory.all().filter((school) => school.status !== 'closed');
  let schools = buildSchoolIndex(named());
  register.onChange(() => {
    schools = buildSchoolIndex(named());
  });
  const { level } = framework.terms;
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
    alliances: [],
    halfTerms: YEARS.flatMap((year) =>
      calendar.halfTermsIn(year).map(({ key, start, end }) => ({ key, start: start.toString(), end: end.toString() })),
    ),
  });
  return (text, { viewer, ...speaking }) => {
    const prefer = viewer && preferred(viewer, register, londonDate(speaking.at));
    return understander.understand(text, { ...speaking, ...(prefer ? { prefer } : {}) });
  };
}

/** The schools a speaker works with, thought of first. Somebody who works with all of them prefers none. */
function preferred(viewer: Person, register: LiveRegister, today: Temporal.PlainDate) {
  const everywhere = grantsOn(viewer, today).some(({ scope }) => scope.type === 'authority');
  if (everywhere) return undefined;
  return new Set([...schoolsWithin(viewer, register.directory, today)].map((school) => school.id));
}

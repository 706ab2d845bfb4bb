import { findByName } from './find-by-name.ts';
import { numbersOf } from './find-by-number.ts';
import { formsOf } from './name-forms.ts';
import { buildNameLookup } from './name-lookup.ts';
import type { NamedSchool, SchoolIndex } from './school-index.ts';
import { spotSchools } from './spot-schools.ts';

/** Builds the index anew from the register. Takes about a second for the whole of England, a few milliseconds for an authority. */
export function buildSchoolIndex(register: Iterable<NamedSchool>): SchoolIndex {
  const schools = [...register];
  const forms = schools.flatMap((school, i) => formsOf(school, i));
  const lookup = buildNameLookup(
    forms,
    schools.map((school) => school.name),
  );
  const numbers = numbersOf(schools);
  const names = { schools, lookup, numbers };
  return {
    size: schools.length,
    find: (text, preference) => findByName(names, text, preference),
    spot: (text, preference) => spotSchools(names, text, preference),
  };
}

import type { DirectoryEntry } from '../../core/directory.ts';
import type { Fact } from '../../core/disclosure.ts';
import type { Asking } from '../../core/feature.ts';
import { schoolsWithin } from '../../core/scope.ts';
import type { Parts } from './parts.ts';

/** The open schools of which a viewer may know all these facts; those with a closing date are visited until they close. */
export function openSchools(parts: Parts, asking: Asking, facts: readonly Fact[]): readonly DirectoryEntry[] {
  return [...schoolsWithin(asking.viewer, parts.directory, asking.today)].filter(
    (school) =>
      (school.status === 'open' || school.status === 'proposed_to_close') &&
      facts.every((fact) => parts.needToKnow.may(asking.viewer, fact, school, asking.today)),
  );
}

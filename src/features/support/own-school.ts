import type { DirectoryEntry } from '../../core/directory.ts';
import type { Asking } from '../../core/feature.ts';
import { grantsOn } from '../../core/people.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Parts } from './parts.ts';

/** One sentence whatever school was named, so that it tells nobody which schools there are. */
const FOR_OWN_SCHOOL =
  'A headteacher asks for and offers support for their own school, so I can’t do that for you. Please ask the headteacher to tell me, or speak to the adviser.';

/** The school the asker heads: the one named when they head several, else their first. Refuses everybody else. */
export function ownSchool(parts: Pick<Parts, 'directory'>, asking: Asking, named: string | undefined): DirectoryEntry {
  const headed = headedSchools(parts, asking);
  const school = named === undefined ? headed[0] : headed.find(({ id }) => id === named);
  if (!school) throw new Refusal('not_your_role', FOR_OWN_SCHOOL);
  return school;
}

export function headedSchools(parts: Pick<Parts, 'directory'>, asking: Asking): readonly DirectoryEntry[] {
  if (!asking.viewer) return [];
  return grantsOn(asking.viewer, asking.today).flatMap(({ role, scope }) => {
    const entry = role === 'headteacher' && scope.type === 'school' ? parts.directory.get(scope.id) : undefined;
    return entry ? [entry] : [];
  });
}

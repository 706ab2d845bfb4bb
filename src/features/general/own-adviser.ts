import type { Asking } from '../../core/feature.ts';
import { grantsOn, type Person } from '../../core/people.ts';
import type { Parts } from './parts.ts';

/** The adviser of the school the asker belongs to. Nobody for those who belong to none. */
export function ownAdviser(parts: Parts, asking: Asking): Person | undefined {
  if (!asking.viewer) return undefined;
  for (const { scope } of grantsOn(asking.viewer, asking.today)) {
    const school = scope.type === 'school' ? parts.directory.get(scope.id) : undefined;
    const adviser = school ? parts.colleagues.adviserOf(school, asking.today) : undefined;
    if (adviser && adviser.id !== asking.viewer.id) return adviser;
  }
  return undefined;
}

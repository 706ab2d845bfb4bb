import type { Asking, Call } from '../../core/feature.ts';
import { grantsOn } from '../../core/people.ts';
import type { Parts } from './parts.ts';

/** How many schools of their own somebody sees in full; with more, it is a caseload. */
const IN_FULL = 2;

/**
 * A person's own page: what waits and what is coming; for those who propose and ratify, what no school has been told yet;
 * then their school, or their schools as a list. Whatever is not theirs to see is refused as it would be in words.
 */
export function categoriesHome(parts: Parts): (asking: Asking) => readonly Call[] {
  return (asking) => {
    if (!asking.viewer) return [];
    const grants = grantsOn(asking.viewer, asking.today);
    const own = [...new Set(grants.flatMap(({ scope }) => (scope.type === 'school' ? [scope.id] : [])))];
    const school = own.slice(0, IN_FULL).map((id) => {
      const entry = parts.directory.get(id);
      const full = entry && parts.needToKnow.may(asking.viewer, 'level', entry, asking.today);
      return { verb: 'categories.show', data: { school: id, about: full ? 'level' : 'adviser' } };
    });
    const list = own.length > 0 ? [] : [{ verb: 'categories.caseload', data: { by: 'level', levels: [], page: 0 } }];
    return [{ verb: 'categories.ahead', data: {} }, { verb: 'categories.pending', data: {} }, ...school, ...list];
  };
}

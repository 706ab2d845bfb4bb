import type { Temporal } from 'temporal-polyfill';
import type { Directory, DirectoryEntry } from './directory.ts';
import type { SchoolId } from './ids.ts';
import { grantsOn, type Person } from './people.ts';

/**
 * The schools a person's roles could reach, each once: a first sieve, so that no question walks the whole register. What they
 * may know of each is for `NeedToKnow` to say.
 */
export function* schoolsWithin(
  viewer: Person | undefined,
  directory: Directory,
  today: Temporal.PlainDate,
): Generator<DirectoryEntry> {
  const seen = new Set<SchoolId>();
  for (const entry of viewer ? within(viewer, directory, today) : []) {
    if (seen.has(entry.id)) continue;
    seen.add(entry.id);
    yield entry;
  }
}

function* within(viewer: Person, directory: Directory, today: Temporal.PlainDate): Generator<DirectoryEntry> {
  for (const { scope } of grantsOn(viewer, today)) {
    switch (scope.type) {
      case 'school': {
        const entry = directory.get(scope.id);
        if (entry) yield entry;
        break;
      }
      case 'area':
        yield* directory.inArea(scope.id);
        break;
      case 'review_group':
      case 'authority':
        yield* directory.all();
        break;
      case 'alliance':
        break;
    }
  }
}

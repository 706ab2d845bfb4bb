import type { DirectoryEntry } from '../../core/directory.ts';
import type { Asking } from '../../core/feature.ts';
import { schoolsWithin } from '../../core/scope.ts';
import type { Parts } from './parts.ts';
import { Pending } from './schema.ts';

/** A level on its way to a school, and the school. */
export interface Waiting {
  readonly school: DirectoryEntry;
  readonly pending: Pending;
}

/** Whether there is any school whose uncommunicated level this viewer may know. Reads no record. */
export function mayKnowPending(parts: Parts, asking: Asking): boolean {
  for (const entry of schoolsWithin(asking.viewer, parts.directory, asking.today)) {
    if (parts.needToKnow.may(asking.viewer, 'pending_level', entry, asking.today)) return true;
  }
  return false;
}

/** Every level that waits, of the schools the viewer may know it of, by name. One query: they are few, however many schools. */
export async function readWaiting(parts: Parts, asking: Asking): Promise<readonly Waiting[]> {
  const found: Waiting[] = [];
  let continuation: string | undefined;
  do {
    const page = await parts.store.query({
      type: 'category-pending',
      limit: 1000,
      ...(continuation ? { continuation } : {}),
    });
    for (const item of page.items) {
      const pending = Pending.parse(item.body);
      const school = parts.directory.get(pending.school);
      if (school && parts.needToKnow.may(asking.viewer, 'pending_level', school, asking.today)) {
        found.push({ school, pending });
      }
    }
    continuation = page.continuation;
  } while (continuation);
  return found.sort((a, b) => a.school.name.localeCompare(b.school.name, 'en-GB'));
}

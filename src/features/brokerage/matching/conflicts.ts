import { z } from 'zod';
import { PersonId, SchoolId } from '../../../core/ids.ts';
import type { Store, Write } from '../../../core/store.ts';
import { RequestRef, requestPartition } from '../../support/index.ts';

const TYPE = 'support-conflict';

/** A headteacher's word that their school should not help another. It holds for both, whichever asks; why is not written here. */
export const Conflict = z.strictObject({
  v: z.literal(1),
  request: RequestRef,
  /** Both schools, in order of their ids. */
  schools: z.array(SchoolId).length(2),
  by: z.strictObject({ person: PersonId, name: z.string().min(1) }),
  at: z.iso.datetime(),
});
export type Conflict = z.infer<typeof Conflict>;

/** Written with the answer that declares it, in the request's own partition. */
export function conflictWrite(
  conflict: Omit<Conflict, 'v' | 'schools'>,
  schools: readonly [SchoolId, SchoolId],
): Write {
  const body = Conflict.parse({ v: 1, ...conflict, schools: schools.toSorted() });
  const id = `conflict/${body.schools.join('/')}`;
  return { kind: 'put', ref: { partition: requestPartition(body.request), id }, type: TYPE, body, guard: 'any' };
}

/** Tells of any two schools whether a conflict of interest between them was ever declared. */
export async function declaredConflicts(store: Store): Promise<(a: SchoolId, b: SchoolId) => boolean> {
  const pairs = new Set<string>();
  let continuation: string | undefined;
  do {
    const page = await store.query({ type: TYPE, limit: 1000, ...(continuation ? { continuation } : {}) });
    for (const { body } of page.items) pairs.add(Conflict.parse(body).schools.join('/'));
    continuation = page.continuation;
  } while (continuation);
  return (a, b) => pairs.has([a, b].toSorted().join('/'));
}

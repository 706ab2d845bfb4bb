import type { SchoolId } from '../../core/ids.ts';
import { personRef } from '../../core/linking.ts';
import { type Grant, Person } from '../../core/people.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Store } from '../../core/store.ts';
import { readAll } from '../writing/read-all.ts';

/** Makes every role held at an entry that is gone hold at the school it went into. Returns how many people it concerned. */
export async function moveGrants(store: Store, gone: readonly SchoolId[], to: SchoolId): Promise<number> {
  let moved = 0;
  for await (const stored of readAll(store, { type: 'person' })) {
    const person = Person.parse(stored.body);
    if (!person.grants.some((grant) => isAt(grant, gone))) continue;
    const grants = person.grants.map((grant) =>
      isAt(grant, gone) ? { ...grant, scope: { type: 'school', id: to } } : grant,
    );
    const body = Person.parse({ ...person, grants });
    const ref = personRef(person.id);
    const result = await store.commit([{ kind: 'put', ref, type: 'person', body, guard: { etag: stored.etag } }]);
    if (result.outcome === 'conflict') {
      throw new Refusal('out_of_date', 'Somebody changed a person’s roles at the same moment. Run it again.');
    }
    moved += 1;
  }
  return moved;
}

function isAt({ scope }: Grant, schools: readonly SchoolId[]): boolean {
  return scope.type === 'school' && schools.includes(scope.id);
}

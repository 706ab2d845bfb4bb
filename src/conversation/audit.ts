import type { Asking } from '../core/feature.ts';
import { identityKey } from '../core/people.ts';
import type { Write } from '../core/store.ts';
import type { Outcome } from './dispatch.ts';

/** Who saw or was refused what, about which school, where and when: append-only, one row a disclosure (domain.md §21). */
export function auditWrites(partition: string, asking: Asking, outcomes: readonly Outcome[]): Write[] {
  return outcomes
    .flatMap((outcome) => outcome.disclosures.map((disclosure) => ({ ...disclosure, verb: outcome.verb })))
    .map((disclosure, index) => ({
      kind: 'put',
      ref: { partition, id: `audit/${asking.turnId}/${index}` },
      type: 'audit',
      body: {
        v: 1,
        at: asking.now.toString(),
        viewer: asking.viewer?.id ?? null,
        identity: identityKey(asking.identity),
        place: asking.place,
        verb: disclosure.verb,
        what: disclosure.what,
        outcome: disclosure.outcome,
        school: disclosure.school ?? null,
      },
      guard: 'any',
    }));
}

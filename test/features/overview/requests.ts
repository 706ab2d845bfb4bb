import { PersonId } from '../../../src/core/ids.ts';
import type { Write } from '../../../src/core/store.ts';
import { type State, SupportRequest } from '../../../src/features/support/schema.ts';
import { requestIn } from '../support/examples.ts';

/** What a test says of a request; all else is as in the examples of support. */
export interface Told {
  readonly school?: string;
  readonly schoolName?: string;
  readonly focuses?: readonly string[];
  /** An instant. */
  readonly sent?: string;
  readonly owner?: string;
  readonly line?: readonly string[];
  readonly outcome?: string;
}

let made = 0;

/** One more request, in that state. */
export function requestOf(state: State, told: Told = {}): SupportRequest {
  made += 1;
  const example = requestIn(state);
  const { school = 'hill', owner, line, sent = '2026-11-16T09:00:00.000Z', focuses = ['phonics'] } = told;
  const named = (id: string) => ({ person: PersonId.parse(id), name: `Person ${id}` });
  return SupportRequest.parse({
    ...example,
    ref: `SR-2026-${String(made).padStart(4, '0')}`,
    submittedAt: sent,
    wish: {
      ...example.wish,
      school,
      schoolName: told.schoolName ?? `School ${school}`,
      focuses,
      outcome: told.outcome ?? example.wish.outcome,
    },
    ...('owner' in example && example.owner && owner ? { owner: { ...example.owner, ...named(owner) } } : {}),
    ...('routed' in example && line ? { routed: { line, names: line.map((id) => named(id).name), rule: 'area' } } : {}),
  });
}

export function requestWrite(request: SupportRequest): Write {
  const ref = { partition: `request:${request.ref}`, id: 'request' };
  return { kind: 'put', ref, type: 'support-request', body: request, guard: 'any' };
}

/** A line of its history. */
export function entryWrite(request: SupportRequest, did: string, at: string, n = 2): Write {
  return {
    kind: 'put',
    ref: { partition: `request:${request.ref}`, id: `history/${n}` },
    type: 'support-entry',
    body: {
      v: 1,
      ref: request.ref,
      n,
      did,
      by: { person: 'adviser', name: 'Bo' },
      at,
      from: 'submitted',
      to: 'assigned',
    },
    guard: 'any',
  };
}

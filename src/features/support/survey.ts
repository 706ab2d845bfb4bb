import type { Temporal } from 'temporal-polyfill';
import type { QuerySpec, Store } from '../../core/store.ts';
import { ENTRY_TYPE, REQUEST_TYPE } from './records.ts';
import { Entry, SupportRequest } from './schema.ts';

/** As many as the store hands over at once. */
const A_PAGE = 1000;

type Where = NonNullable<QuerySpec['where']>;

/** Every request there is that meets the conditions, in no order: for counting. Who may know of which is the caller's to decide. */
export async function surveyRequests(store: Store, where: Where): Promise<readonly SupportRequest[]> {
  return (await everything(store, { type: REQUEST_TYPE, where })).map((body) => SupportRequest.parse(body));
}

/** When each request was first picked up, and when a partner first said yes. */
export interface FirstTimes {
  readonly accepted: ReadonlyMap<string, string>;
  readonly matched: ReadonlyMap<string, string>;
}

/** Read from what happened since a moment: records keep only who has a request now, and it may have changed hands. */
export async function surveyFirstTimes(store: Store, since: Temporal.Instant): Promise<FirstTimes> {
  const where: Where = [
    { field: 'did', in: ['accept', 'consent'] },
    { field: 'at', from: since.toString() },
  ];
  const entries = (await everything(store, { type: ENTRY_TYPE, where })).map((body) => Entry.parse(body));
  return { accepted: firstOf(entries, 'accept'), matched: firstOf(entries, 'consent') };
}

function firstOf(entries: readonly Entry[], did: string): ReadonlyMap<string, string> {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const before = first.get(entry.ref);
    if (entry.did === did && (!before || entry.n < before.n)) first.set(entry.ref, entry);
  }
  return new Map([...first].map(([ref, { at }]) => [ref, at]));
}

async function everything(store: Store, spec: QuerySpec) {
  const bodies: unknown[] = [];
  let continuation: string | undefined;
  do {
    const page = await store.query({ ...spec, limit: A_PAGE, ...(continuation ? { continuation } : {}) });
    bodies.push(...page.items.map(({ body }) => body));
    continuation = page.continuation;
  } while (continuation);
  return bodies;
}

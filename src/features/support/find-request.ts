import { notYoursToKnow } from '../../core/disclosure.ts';
import type { Asking } from '../../core/feature.ts';
import type { Person } from '../../core/people.ts';
import type { Store } from '../../core/store.ts';
import { type HeldRequest, readRequest } from './records.ts';
import { RequestRef } from './schema.ts';
import { type Hat, hatsOf, mayRead } from './states/hats.ts';

export interface FoundRequest extends HeldRequest {
  readonly viewer: Person;
  readonly hats: ReadonlySet<Hat>;
}

/** The request, and how the asker stands to it. Whoever stands nowhere hears the same as for one that does not exist. */
export async function findRequest(store: Store, ref: string, asking: Asking): Promise<FoundRequest> {
  const parsed = RequestRef.safeParse(ref);
  const held = parsed.success ? await readRequest(store, parsed.data) : undefined;
  const hats = held && asking.viewer ? hatsOf(held.request, asking.viewer, asking.today) : new Set<Hat>();
  if (!held || !asking.viewer || hats.size === 0) throw notYoursToKnow();
  return { ...held, viewer: asking.viewer, hats };
}

/** The same, for those who may read it: a partner who was asked about it may not. */
export async function findReadableRequest(store: Store, ref: string, asking: Asking): Promise<FoundRequest> {
  const found = await findRequest(store, ref, asking);
  if (!mayRead(found.hats)) throw notYoursToKnow();
  return found;
}

/** "41" and "#41" stand for this year's or, failing that, last year's; a full reference for itself. */
export async function resolveRef(store: Store, said: string, asking: Asking): Promise<RequestRef> {
  const full = RequestRef.safeParse(said.toUpperCase());
  if (full.success) return full.data;
  const number = /^#?(\d{1,6})$/.exec(said.trim())?.[1];
  for (const year of number ? [asking.today.year, asking.today.year - 1] : []) {
    const ref = RequestRef.safeParse(`SR-${year}-${number?.padStart(4, '0')}`);
    const held = ref.success ? await readRequest(store, ref.data) : undefined;
    if (held && asking.viewer && hatsOf(held.request, asking.viewer, asking.today).size > 0) return held.request.ref;
  }
  throw notYoursToKnow();
}

import type { SchoolId } from '../../core/ids.ts';
import type { Etag, QuerySpec, Ref, Store, Write } from '../../core/store.ts';
import { Entry, RequestRef, SupportRequest } from './schema.ts';

export const REQUEST_TYPE = 'support-request';
export const ENTRY_TYPE = 'support-entry';
/** More open requests than one person ever has; a list says when there are more. */
const MOST_LISTED = 200;

export interface HeldRequest {
  readonly request: SupportRequest;
  readonly etag: Etag;
}

export function requestPartition(ref: RequestRef): string {
  return `request:${ref}`;
}

export function requestAddress(ref: RequestRef): Ref {
  return { partition: requestPartition(ref), id: 'request' };
}

export async function readRequest(store: Store, ref: RequestRef): Promise<HeldRequest | undefined> {
  const found = await store.get(requestAddress(ref));
  return found && { request: SupportRequest.parse(found.body), etag: found.etag };
}

/** The request that a partition is of; `undefined` for a partition of anything else, and where there is none. */
export async function readRequestIn(store: Store, partition: string): Promise<HeldRequest | undefined> {
  const ref = RequestRef.safeParse(partition.replace(/^request:/, ''));
  return ref.success ? readRequest(store, ref.data) : undefined;
}

export function newRequestWrites(request: SupportRequest, ...entries: readonly Entry[]): readonly Write[] {
  const body = SupportRequest.parse(request);
  return [
    { kind: 'put', ref: requestAddress(body.ref), type: REQUEST_TYPE, body, guard: 'must-not-exist' },
    ...entries.map(entryWrite),
  ];
}

/** The record as it now is, if nobody changed it since it was read, and its new line of history. */
export function changedRequestWrites(held: HeldRequest, request: SupportRequest, entry: Entry): readonly Write[] {
  const body = SupportRequest.parse(request);
  const guard = { etag: held.etag };
  return [{ kind: 'put', ref: requestAddress(body.ref), type: REQUEST_TYPE, body, guard }, entryWrite(entry)];
}

/** The record as it is: only its etag changes, so that whoever read it before cannot write what they meant to. */
export function sameRequestWrite({ request, etag }: HeldRequest): Write {
  return { kind: 'put', ref: requestAddress(request.ref), type: REQUEST_TYPE, body: request, guard: { etag } };
}

export function entryAddress(ref: RequestRef, n: number): Ref {
  return { partition: requestPartition(ref), id: `history/${n}` };
}

function entryWrite(entry: Entry): Write {
  const body = Entry.parse(entry);
  return { kind: 'put', ref: entryAddress(body.ref, body.n), type: ENTRY_TYPE, body, guard: 'must-not-exist' };
}

/** What happened, first to last. */
export async function readHistory(store: Store, request: SupportRequest): Promise<readonly Entry[]> {
  const page = await store.query({
    type: ENTRY_TYPE,
    partition: requestPartition(request.ref),
    orderBy: { field: 'n', direction: 'ascending' },
    limit: 200,
  });
  return page.items.map((item) => Entry.parse(item.body));
}

export async function readEntry(store: Store, ref: Ref): Promise<Entry | undefined> {
  const found = await store.get(ref);
  return found && Entry.parse(found.body);
}

/** Newest first. */
export async function findRequests(
  store: Store,
  where: NonNullable<QuerySpec['where']>,
): Promise<readonly SupportRequest[]> {
  const page = await store.query({
    type: REQUEST_TYPE,
    where,
    orderBy: { field: 'submittedAt', direction: 'descending' },
    limit: MOST_LISTED,
  });
  return page.items.map((item) => SupportRequest.parse(item.body));
}

/** The same, however many there are. */
export async function findEveryRequest(
  store: Store,
  where: NonNullable<QuerySpec['where']>,
): Promise<readonly SupportRequest[]> {
  const found: SupportRequest[] = [];
  let continuation: string | undefined;
  do {
    const page = await store.query({
      type: REQUEST_TYPE,
      where,
      limit: 500,
      ...(continuation ? { continuation } : {}),
    });
    found.push(...page.items.map((item) => SupportRequest.parse(item.body)));
    continuation = page.continuation;
  } while (continuation);
  return found;
}

export async function openRequestsOf(store: Store, school: SchoolId): Promise<readonly SupportRequest[]> {
  return findRequests(store, [
    { field: 'wish.school', eq: school },
    { field: 'open', eq: true },
  ]);
}

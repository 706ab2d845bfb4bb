import type { Etag, Write } from '../../core/store.ts';
import type { CosmosDocument } from './document.ts';
import { toDocument } from './document.ts';
import { readMark } from './etag.ts';
import { itemIdOf } from './item-id.ts';

/** One operation of a transactional batch, as it travels. */
export type Operation =
  | { readonly operationType: 'Create' | 'Upsert'; readonly resourceBody: CosmosDocument }
  | {
      readonly operationType: 'Replace';
      readonly id: string;
      readonly ifMatch: Etag;
      readonly resourceBody: CosmosDocument;
    }
  | { readonly operationType: 'Delete'; readonly id: string; readonly ifMatch?: Etag };

/** A write of the commit, where it stands there, and how it is asked of Cosmos. */
export interface Step {
  readonly index: number;
  readonly write: Write;
  readonly operation: Operation;
}

/** `must-not-exist` becomes a create, and an etag a replace of that version, which never makes a document anew. */
export function toStep(write: Write, index: number, commit: string, nowMilliseconds: number): Step {
  if (write.kind === 'delete') return { index, write, operation: toDelete(write) };
  const resourceBody = toDocument(write, commit, nowMilliseconds);
  if (write.guard === 'must-not-exist') return { index, write, operation: { operationType: 'Create', resourceBody } };
  if (write.guard === 'any') return { index, write, operation: { operationType: 'Upsert', resourceBody } };
  return { index, write, operation: toReplace(resourceBody, readMark(write.guard.etag).etag) };
}

/** Replaces a document that is only there because Cosmos has not swept it yet. */
export function takingThePlaceOf(step: Step, etag: Etag): Step {
  const { operation } = step;
  return operation.operationType === 'Delete' ? step : { ...step, operation: toReplace(operation.resourceBody, etag) };
}

/** True when the guard cannot hold whatever is stored. Cosmos would take an empty etag, or `*`, for no guard at all. */
export function isHopeless({ guard }: Write, nowMilliseconds: number): boolean {
  if (typeof guard === 'string') return false;
  const { etag, expiresAt } = readMark(guard.etag);
  return etag === '' || etag === '*' || (expiresAt !== undefined && expiresAt <= nowMilliseconds);
}

function toReplace(resourceBody: CosmosDocument, ifMatch: Etag): Operation {
  return { operationType: 'Replace', id: resourceBody.id, ifMatch, resourceBody };
}

function toDelete({ ref, guard }: Write & { kind: 'delete' }): Operation {
  const operation = { operationType: 'Delete', id: itemIdOf(ref.id) } as const;
  return guard === 'any' ? operation : { ...operation, ifMatch: readMark(guard.etag).etag };
}

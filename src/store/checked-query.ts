import { createHash } from 'node:crypto';
import type { Condition, QuerySpec, Scalar } from '../core/store.ts';
import { StoreQueryError } from '../core/store.ts';
import type { Cursor } from './continuation.ts';
import { readContinuation } from './continuation.ts';
import { fieldPath } from './field-path.ts';
import type { Direction } from './sort-kind.ts';

export type FieldPath = readonly string[];
export type Bound = string | number;

export type CheckedCondition =
  | { readonly test: 'one-of'; readonly path: FieldPath; readonly values: readonly Scalar[] }
  | {
      readonly test: 'range';
      readonly path: FieldPath;
      readonly from: Bound | undefined;
      readonly to: Bound | undefined;
    }
  | { readonly test: 'contains'; readonly path: FieldPath; readonly value: Scalar };

/** A query that is well formed, in the one shape both adapters compile. */
export interface CheckedQuery {
  readonly type: string;
  readonly partition: string | undefined;
  readonly where: readonly CheckedCondition[];
  readonly orderBy: { readonly path: FieldPath; readonly direction: Direction } | undefined;
  readonly limit: number;
  readonly after: Cursor | undefined;
  /** Which query a continuation belongs to: everything but the limit and the continuation itself. */
  readonly fingerprint: string;
}

const usualLimit = 100;
const mostLimit = 1000;
const mostChoices = 1000;

/** Throws `StoreQueryError` for anything malformed. */
export function checkQuery(spec: QuerySpec): CheckedQuery {
  const limit = spec.limit ?? usualLimit;
  if (!Number.isInteger(limit) || limit < 1 || limit > mostLimit) {
    throw new StoreQueryError(`A limit is 1 to ${mostLimit}; this one is ${limit}.`);
  }
  checkScalar(spec.type);
  checkScalar(spec.partition ?? null);
  const where = (spec.where ?? []).map(checkCondition);
  const orderBy = spec.orderBy && { path: fieldPath(spec.orderBy.field), direction: spec.orderBy.direction };
  const asked = JSON.stringify([spec.type, spec.partition ?? null, where, orderBy ?? null]);
  const fingerprint = createHash('sha256').update(asked).digest('base64url').slice(0, 16);
  const after = spec.continuation === undefined ? undefined : readContinuation(spec.continuation, fingerprint);
  return { type: spec.type, partition: spec.partition, where, orderBy, limit, after, fingerprint };
}

/** True when no document can meet the query, so there is nothing to ask the database. */
export function isImpossible(query: CheckedQuery): boolean {
  return query.where.some((condition) => condition.test === 'one-of' && condition.values.length === 0);
}

function checkCondition(condition: Condition): CheckedCondition {
  const path = fieldPath(condition.field);
  if ('eq' in condition) return { test: 'one-of', path, values: [checkScalar(condition.eq)] };
  if ('contains' in condition) return { test: 'contains', path, value: checkScalar(condition.contains) };
  if ('in' in condition) {
    if (condition.in.length > mostChoices) throw new StoreQueryError(`At most ${mostChoices} values to choose among.`);
    return { test: 'one-of', path, values: condition.in.map(checkScalar) };
  }
  const { from, to } = condition;
  if (from === undefined && to === undefined) throw new StoreQueryError('A range needs at least one bound.');
  if (from !== undefined && to !== undefined && typeof from !== typeof to) {
    throw new StoreQueryError('Both bounds of a range are text, or both are numbers.');
  }
  for (const bound of [from, to]) if (bound !== undefined) checkScalar(bound);
  return { test: 'range', path, from, to };
}

function checkScalar<Value extends Scalar>(value: Value): Value {
  const sound =
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    (typeof value === 'string' && value.isWellFormed());
  if (!sound) throw new StoreQueryError('A query compares with text, finite numbers, true, false or null.');
  return value;
}

import type { Bound, CheckedQuery, FieldPath } from '../checked-query.ts';
import type { Direction, SortKind, SortValue } from '../sort-kind.ts';
import { kindsInOrder, sortMarkOf } from '../sort-kind.ts';
import type { ReadDocument } from './document.ts';
import type { Filter } from './filters.ts';
import { bodyProperty, compare, isOfKind, keyProperty, partitionProperty } from './filters.ts';

/** Runs one query: the first `top` documents that pass the filters, in the order of one property. */
export type Ask = (
  filters: readonly Filter[],
  order: { readonly property: string; readonly direction: Direction },
  top: number,
  partition: string | undefined,
) => Promise<readonly ReadDocument[]>;

type Place = { readonly partition: string; readonly id: string };

/**
 * Finds the first documents of the port's order (kind, value, partition, id) after the query's cursor.
 *
 * Each query it asks is ordered by a single property holding a single kind of value. Ordering by several needs a composite
 * index for every field anybody may ever ask for, and across partitions the SDK cannot merge values of mixed kinds. When
 * `top` cuts through documents that tie, the tied ones are asked for again by the next property.
 */
export async function walk(
  ask: Ask,
  query: CheckedQuery,
  filters: readonly Filter[],
  wanted: number,
): Promise<readonly ReadDocument[]> {
  const { orderBy, after } = query;
  const tied = findTied(ask, query.partition);
  if (orderBy === undefined) return tied(filters, after, wanted);

  const kinds = kindsInOrder(orderBy.direction).filter((kind) => canMeet(query, orderBy.path, kind));
  const found: ReadDocument[] = [];
  for (const kind of after === undefined ? kinds : kinds.slice(kinds.indexOf(after.kind))) {
    const start = after?.kind === kind ? after : undefined;
    const ofKind = [...filters, isOfKind(orderBy.path, kind)];
    const missing = wanted - found.length;
    if (missing === 0) break;
    if (kind === 'unsorted') found.push(...(await tied(ofKind, start, missing)));
    else found.push(...(await findSorted(ask, query.partition, ofKind, orderBy, start, missing)));
  }
  return found;
}

/** Documents of one kind: those that tie with the cursor first, then those with further values. */
async function findSorted(
  ask: Ask,
  partition: string | undefined,
  filters: readonly Filter[],
  { path, direction }: { path: FieldPath; direction: Direction },
  start: (Place & { readonly value: SortValue }) | undefined,
  wanted: number,
): Promise<readonly ReadDocument[]> {
  const tied = findTied(ask, partition);
  const property = bodyProperty(path);
  const sign = direction === 'ascending' ? '>' : '<';
  const rest = start === undefined ? [] : await tied([...filters, compare(property, '=', start.value)], start, wanted);
  if (rest.length === wanted) return rest;
  const further = start === undefined ? filters : [...filters, compare(property, sign, start.value)];
  const missing = wanted - rest.length;
  const found = await ask(further, { property, direction }, missing + 1, partition);
  const sortedBy = (document: ReadDocument) => sortMarkOf(document.body, path).value;
  return [
    ...rest,
    ...(await settleTies(found, missing, sortedBy, (value, some) =>
      tied([...filters, compare(property, '=', value)], undefined, some),
    )),
  ];
}

/** Documents that tie on everything but where they are: by partition, then id. */
function findTied(ask: Ask, partition: string | undefined) {
  const byKey = { property: keyProperty, direction: 'ascending' } as const;
  const byPartition = { property: partitionProperty, direction: 'ascending' } as const;

  function inPartition(name: string, filters: readonly Filter[], afterId: string | undefined, wanted: number) {
    const later = afterId === undefined ? [] : [compare(keyProperty, '>', afterId)];
    return ask([compare(partitionProperty, '=', name), ...filters, ...later], byKey, wanted, name);
  }

  return async (filters: readonly Filter[], start: Place | undefined, wanted: number) => {
    if (partition !== undefined) return inPartition(partition, filters, start?.id, wanted);
    const rest = start === undefined ? [] : await inPartition(start.partition, filters, start.id, wanted);
    if (rest.length === wanted) return rest;
    const further = start === undefined ? filters : [...filters, compare(partitionProperty, '>', start.partition)];
    const missing = wanted - rest.length;
    const found = await ask(further, byPartition, missing + 1, undefined);
    const partitionOf = (document: ReadDocument) => document.partition;
    return [
      ...rest,
      ...(await settleTies(found, missing, partitionOf, (name, some) => inPartition(name, filters, undefined, some))),
    ];
  };
}

/**
 * Puts documents that tie in order. `found` is in the order of its groups and has one document more than wanted when there
 * may be others; the group that one belongs to may be cut short, so it is read again in full order.
 */
async function settleTies<Group extends SortValue>(
  found: readonly ReadDocument[],
  wanted: number,
  groupOf: (document: ReadDocument) => Group,
  readGroup: (group: Group, some: number) => Promise<readonly ReadDocument[]>,
): Promise<readonly ReadDocument[]> {
  const groups = [...Map.groupBy(found, groupOf)];
  const cut = found.length > wanted ? groups.pop() : undefined;
  const whole = groups.flatMap(([, documents]) => documents.toSorted(byPlace));
  if (cut === undefined || whole.length === wanted) return whole;
  return [...whole, ...(await readGroup(cut[0], wanted - whole.length))];
}

function byPlace(a: ReadDocument, b: ReadDocument): number {
  return byCodeUnit(a.partition, b.partition) || byCodeUnit(a.key, b.key);
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** False when a condition on the very field the query is ordered by leaves out a kind: one question fewer to ask. */
function canMeet(query: CheckedQuery, path: FieldPath, kind: SortKind): boolean {
  return query.where.every((condition) => {
    if (condition.path.join('.') !== path.join('.')) return true;
    if (condition.test === 'contains') return kind === 'unsorted';
    if (condition.test === 'range') return kind === kindOf(condition.from ?? condition.to);
    return condition.values.some((value) => kind === kindOf(value));
  });
}

function kindOf(value: Bound | boolean | null | undefined): SortKind {
  const kind = typeof value;
  return kind === 'string' || kind === 'number' || kind === 'boolean' ? kind : 'unsorted';
}

import type { SqlQuerySpec } from '@azure/cosmos';
import type { Scalar } from '../../core/store.ts';
import type { CheckedCondition, CheckedQuery, FieldPath } from '../checked-query.ts';
import type { Direction, SortKind } from '../sort-kind.ts';

/** A piece of a WHERE clause, and the values for its question marks, in order. */
export interface Filter {
  readonly text: string;
  readonly values: readonly Scalar[];
}

export const partitionProperty = 'c["partition"]';
export const keyProperty = 'c["key"]';

/** The path is checked (letters, digits, `_`), so it may stand in the text. */
export function bodyProperty(path: FieldPath): string {
  return `c["body"]${path.map((level) => `["${level}"]`).join('')}`;
}

export function compare(property: string, sign: '=' | '>' | '<' | '>=' | '<=', value: Scalar): Filter {
  return { text: `${property} ${sign} ?`, values: [value] };
}

/** Everything the query asks for but its order and where the page starts. */
export function matching(query: CheckedQuery, nowMilliseconds: number): readonly Filter[] {
  return [
    compare('c["type"]', '=', query.type),
    { text: '(NOT IS_DEFINED(c["expiresAt"]) OR c["expiresAt"] > ?)', values: [nowMilliseconds] },
    ...query.where.map(compileCondition),
  ];
}

/** Holds for documents whose field is of that kind. */
export function isOfKind(path: FieldPath, kind: SortKind): Filter {
  const property = bodyProperty(path);
  const checks = {
    boolean: `IS_BOOL(${property})`,
    number: `IS_NUMBER(${property})`,
    string: `IS_STRING(${property})`,
  };
  const text = kind === 'unsorted' ? `NOT (${Object.values(checks).join(' OR ')})` : checks[kind];
  return { text, values: [] };
}

/** One SQL query for the first few documents that pass the filters, in the order of one property. */
export function composeQuery(
  filters: readonly Filter[],
  order: { readonly property: string; readonly direction: Direction },
  top: number,
): SqlQuerySpec {
  const values = filters.flatMap((filter) => filter.values);
  const parameters = values.map((value, index) => ({ name: `@p${index}`, value }));
  let used = 0;
  const where = filters.map(({ text }) => text.replaceAll('?', () => `@p${used++}`)).join(' AND ');
  const direction = order.direction === 'ascending' ? 'ASC' : 'DESC';
  return { query: `SELECT TOP ${top} * FROM c WHERE ${where} ORDER BY ${order.property} ${direction}`, parameters };
}

function compileCondition(condition: CheckedCondition): Filter {
  const property = bodyProperty(condition.path);
  if (condition.test === 'contains') return { text: `ARRAY_CONTAINS(${property}, ?)`, values: [condition.value] };
  if (condition.test === 'range') {
    const bounds = [
      ...(condition.from === undefined ? [] : [compare(property, '>=', condition.from)]),
      ...(condition.to === undefined ? [] : [compare(property, '<=', condition.to)]),
    ];
    return { text: bounds.map((bound) => bound.text).join(' AND '), values: bounds.flatMap((bound) => bound.values) };
  }
  const values = condition.values.filter((value) => value !== null);
  const choices = [
    ...(values.length === 0 ? [] : [`${property} IN (${values.map(() => '?').join(', ')})`]),
    ...(condition.values.includes(null) ? [`IS_NULL(${property})`] : []),
  ];
  return { text: `(${choices.join(' OR ')})`, values };
}

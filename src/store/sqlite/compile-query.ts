import type { CheckedQuery } from '../checked-query.ts';
import type { Cursor } from '../continuation.ts';
import { kindsInOrder } from '../sort-kind.ts';
import type { Sql } from './conditions.ts';
import { allOf, asDouble, compileCondition, placeOf } from './conditions.ts';
import { storedColumns } from './row.ts';

/**
 * One SQL query for a page and one document more, which tells whether there is a next page.
 * Ordered queries find the rows first and read the bodies of only those that made the page.
 */
export function compileQuery(query: CheckedQuery, nowMilliseconds: number): Sql {
  const matching = allOf([
    { text: 'd.type = ?', values: [query.type] },
    ...(query.partition === undefined ? [] : [{ text: 'd.partition = ?', values: [query.partition] }]),
    { text: '(d.expires_at IS NULL OR d.expires_at > ?)', values: [nowMilliseconds] },
    ...query.where.map(compileCondition),
  ]);
  return query.orderBy === undefined ? inNaturalOrder(query, matching) : inOrder(query, query.orderBy, matching);
}

function inNaturalOrder(query: CheckedQuery, matching: Sql): Sql {
  const after = query.after === undefined ? [] : [isLater(query.after)];
  const filter = allOf([matching, ...after]);
  return {
    text: `SELECT ${storedColumns} FROM documents AS d WHERE ${filter.text} ORDER BY d.partition, d.id LIMIT ?`,
    values: [...filter.values, query.limit + 1],
  };
}

function inOrder(query: CheckedQuery, orderBy: NonNullable<CheckedQuery['orderBy']>, matching: Sql): Sql {
  const place = placeOf(orderBy.path);
  const kinds = kindsInOrder(orderBy.direction);
  const rank = `CASE ${place.kind}
    WHEN 'text' THEN ${kinds.indexOf('string')}
    WHEN 'integer' THEN ${kinds.indexOf('number')} WHEN 'real' THEN ${kinds.indexOf('number')}
    WHEN 'true' THEN ${kinds.indexOf('boolean')} WHEN 'false' THEN ${kinds.indexOf('boolean')}
    ELSE 0 END`;
  const value = `CASE ${place.kind}
    WHEN 'text' THEN ${place.value}
    WHEN 'integer' THEN ${asDouble(place)} WHEN 'real' THEN ${asDouble(place)}
    WHEN 'true' THEN 1 WHEN 'false' THEN 0
    ELSE NULL END`;
  const [order, comesAfter] = orderBy.direction === 'ascending' ? ['ASC', '>'] : ['DESC', '<'];
  const after = query.after === undefined ? [] : [isFurther(query.after, kinds.indexOf(query.after.kind), comesAfter)];
  const filter = allOf([matching, ...after]);
  return {
    text: `SELECT ${storedColumns} FROM (
        SELECT d.rowid AS row, ${rank} AS rank, ${value} AS value, d.partition AS partition, d.id AS id
        FROM documents AS d WHERE ${filter.text} ORDER BY rank, value ${order}, d.partition, d.id LIMIT ?
      ) AS k CROSS JOIN documents AS d ON d.rowid = k.row ORDER BY k.rank, k.value ${order}, k.partition, k.id`,
    values: [...filter.values, query.limit + 1],
  };
}

function isLater(cursor: Cursor): Sql {
  return { text: '(d.partition, d.id) > (?, ?)', values: [cursor.partition, cursor.id] };
}

function isFurther(cursor: Cursor, rank: number, comesAfter: string): Sql {
  const value = typeof cursor.value === 'boolean' ? Number(cursor.value) : cursor.value;
  const later = isLater(cursor);
  return {
    text: `(rank > ? OR (rank = ? AND (value ${comesAfter} ? OR (value IS ? AND ${later.text}))))`,
    values: [rank, rank, value, value, ...later.values],
  };
}

import type { Scalar } from '../../core/store.ts';
import type { Bound, CheckedCondition, FieldPath } from '../checked-query.ts';
import type { Value } from './row.ts';

/** A piece of SQL and the values for its question marks, in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly Value[];
}

/** Where a JSON value is read from: its kind (`json_type`'s words) and the value itself. */
interface Place {
  readonly kind: string;
  readonly value: string;
}

/** The path is checked (letters, digits, `_`), so it may stand in the text. */
export function placeOf(path: FieldPath): Place {
  const quoted = jsonPath(path);
  return { kind: `json_type(d.body, ${quoted})`, value: `json_extract(d.body, ${quoted})` };
}

/** JSON integers past 2^53 would compare digit by digit; JavaScript only ever meant the nearest double. */
export function asDouble(place: Place): string {
  return `CAST(${place.value} AS REAL)`;
}

export function compileCondition(condition: CheckedCondition): Sql {
  const place = placeOf(condition.path);
  if (condition.test === 'one-of') return isOneOf(place, condition.values);
  if (condition.test === 'range') {
    return allOf([
      ...(condition.from === undefined ? [] : [isBounded(place, '>=', condition.from)]),
      ...(condition.to === undefined ? [] : [isBounded(place, '<=', condition.to)]),
    ]);
  }
  const held = isOneOf({ kind: 'e.type', value: 'e.value' }, [condition.value]);
  const elements = `SELECT 1 FROM json_each(d.body, ${jsonPath(condition.path)}) AS e WHERE ${held.text}`;
  return { text: `(${place.kind} = 'array' AND EXISTS (${elements}))`, values: held.values };
}

export function allOf(parts: readonly Sql[]): Sql {
  return { text: parts.map((part) => part.text).join(' AND '), values: parts.flatMap((part) => part.values) };
}

function isOneOf(place: Place, choices: readonly Scalar[]): Sql {
  const parts: Sql[] = [];
  const texts = choices.filter((choice) => typeof choice === 'string');
  const numbers = choices.filter((choice) => typeof choice === 'number');
  // An object or list is also extracted as text, hence the check of its kind.
  if (texts.length > 0) parts.push(among(place.value, 'value', texts, `${place.kind} = 'text'`));
  if (numbers.length > 0) parts.push(among(asDouble(place), 'CAST(value AS REAL)', numbers, isNumber(place)));
  for (const [choice, kind] of [
    [true, 'true'],
    [false, 'false'],
    [null, 'null'],
  ] as const) {
    if (choices.includes(choice)) parts.push({ text: `${place.kind} = '${kind}'`, values: [] });
  }
  const text = parts.length === 0 ? 'FALSE' : `(${parts.map((part) => part.text).join(' OR ')})`;
  return { text, values: parts.flatMap((part) => part.values) };
}

function among(value: string, choice: string, choices: readonly Bound[], guard: string): Sql {
  // Several choices travel as one JSON list, so that the statement's text does not depend on how many there are.
  return choices.length === 1
    ? { text: `(${value} = ? AND ${guard})`, values: [...choices] }
    : { text: `(${value} IN (SELECT ${choice} FROM json_each(?)) AND ${guard})`, values: [JSON.stringify(choices)] };
}

function isBounded(place: Place, sign: '>=' | '<=', bound: Bound): Sql {
  return typeof bound === 'string'
    ? { text: `(${place.value} ${sign} ? AND ${place.kind} = 'text')`, values: [bound] }
    : { text: `(${asDouble(place)} ${sign} ? AND ${isNumber(place)})`, values: [bound] };
}

function isNumber(place: Place): string {
  return `${place.kind} IN ('integer', 'real')`;
}

function jsonPath(path: FieldPath): string {
  return `'$${path.map((level) => `."${level}"`).join('')}'`;
}

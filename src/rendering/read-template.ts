import { Expression } from 'adaptive-expressions';
import { Template } from 'adaptivecards-templating';
import type { Json, JsonObject } from '../core/store.ts';
import { type Read, readExpression, type Scope } from './read-expression.ts';

/** The expanded template; `undefined` where only the library can say what it is, or what is wrong with it. */
export type Expand = (root: JsonObject) => JsonObject | undefined;

/**
 * A prepared template as one function from data to card, giving to the letter what `Template.expand` gives. The library walks
 * the template anew for every card and looks each field up by its path, some 30 µs a field: three quarters of drawing a
 * school's card. `undefined` when the template holds an expression that `readExpression` leaves to the library.
 */
export function readTemplate(prepared: JsonObject): Expand | undefined {
  const read = readNode(prepared);
  return read && ((root) => asObject(read({ $root: root, $data: root, $index: undefined })));
}

function readNode(node: Json): Read | undefined {
  if (typeof node === 'string') return readText(node);
  if (typeof node !== 'object' || node === null) return () => node;
  const read = isList(node) ? readList(node) : readObject(node);
  return read && isStill(node) ? readOnce(read) : read;
}

function readText(text: string): Read | undefined {
  const parsed = Template.parseInterpolatedString(text);
  return parsed instanceof Expression ? readExpression(parsed) : () => parsed;
}

/** Whether nothing in it depends on data. */
function isStill(node: Json | undefined): boolean {
  if (typeof node === 'string') return !node.includes('${');
  if (typeof node !== 'object' || node === null) return true;
  if (isList(node)) return node.every(isStill);
  return Object.entries(node).every(([key, value]) => key !== '$data' && key !== '$when' && isStill(value));
}

/** What never changes is built once, and stands in every card: frozen, so that no card can change another. */
function readOnce(read: Read): Read {
  const value = read({ $root: null, $data: null, $index: undefined });
  freeze(value);
  return () => value;
}

function freeze(value: Json | undefined): void {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(freeze);
  Object.freeze(value);
}

/** An element that is dropped leaves no gap; one that is repeated, or a list, gives its elements to the list it stands in. */
function readList(items: readonly Json[]): Read | undefined {
  const reads = items.map(readNode);
  if (!reads.every((read) => read !== undefined)) return undefined;
  return (scope) => {
    const list: Json[] = [];
    for (const read of reads) {
      const item = read(scope);
      if (item === undefined) return undefined;
      if (isList(item)) for (const each of item) list.push(each);
      else if (item !== null) list.push(item);
    }
    return list;
  };
}

function readObject(node: JsonObject): Read | undefined {
  const { $data, $when } = node;
  const make = readProperties(node);
  const data = typeof $data === 'string' ? readText($data) : undefined;
  const when = typeof $when === 'string' ? readText($when) : undefined;
  // A condition that is no expression is a mistake in the template: what comes of it is the library's to say.
  if (!make || ($data !== undefined && !data) || ($when !== undefined && (!when || isStill($when)))) return undefined;
  const one: Read = when ? (scope) => onlyWhen(when(scope), make, scope) : make;
  return data ? (scope) => forEach(data(scope), one, scope) : one;
}

function onlyWhen(condition: Json | undefined, make: Read, scope: Scope): Json | undefined {
  if (typeof condition !== 'boolean') return undefined;
  return condition ? make(scope) : null;
}

/** One element for each item of a list, the only one alone; or the one element, looked at from another place in the data. */
function forEach(data: Json | undefined, one: Read, { $root, $index }: Scope): Json | undefined {
  if (data === undefined) return undefined;
  if (!isList(data)) return one({ $root, $data: data, $index });
  const made: Json[] = [];
  for (const [at, $data] of data.entries()) {
    const element = one({ $root, $data, $index: at });
    if (element === undefined) return undefined;
    if (element !== null) made.push(element);
  }
  return made.length > 1 ? made : (made[0] ?? null);
}

/** Names the library keeps for itself, and leaves out of what it makes. */
const RESERVED = new Set(['$data', '$when', '$root', '$index', '$host', '$_acTemplateVersion']);

function readProperties(node: JsonObject): Read | undefined {
  const still: Record<string, Json> = {};
  const moving: [string, Read][] = [];
  for (const [key, value] of Object.entries(node)) {
    if (RESERVED.has(key) || value === undefined) continue;
    const read = readNode(value);
    if (!read) return undefined;
    const settled = isStill(value) ? read({ $root: null, $data: null, $index: undefined }) : undefined;
    // Every name in its place from the start: copying the whole is cheaper than adding names one by one.
    still[key] = settled ?? null;
    if (!isStill(value)) moving.push([key, read]);
  }
  return (scope) => {
    const made = { ...still };
    for (const [key, read] of moving) {
      const value = read(scope);
      if (value === undefined) return undefined;
      made[key] = value;
    }
    return made;
  };
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !isList(value) ? (value as JsonObject) : undefined;
}

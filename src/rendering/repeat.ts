import type { Json, JsonObject } from '../core/store.ts';
import { inert, plain } from './plain-text.ts';

/** Makes one element from one item of the data. Throws, naming the field, when the item lacks it. */
export type MakeOne = (item: Json) => JsonObject;

const WHOLE = /^\$\{(\$data|[A-Za-z_]\w*)\}$/;
const PIECE = /\$\{(?:(plain|inert)\()?(\$data|[A-Za-z_]\w*)\)?\}/g;
const SAY = { plain, inert } as const;

/**
 * A repeated element of the commonest kind (a fact, a bullet, a note: flat, its words straight from the item), made ready to
 * be built without asking the templating library about each word of each repetition: most of a card is these. `undefined` for
 * anything else, which the library repeats as ever. What comes out is the same.
 */
export function readRepeat(node: JsonObject): { readonly list: string; readonly make: MakeOne } | undefined {
  const { $data, ...rest } = node;
  const list = typeof $data === 'string' ? WHOLE.exec($data)?.[1] : undefined;
  if (list === undefined || '$when' in rest) return undefined;
  const fields: [string, (item: Json) => Json][] = [];
  for (const [key, value] of Object.entries(rest)) {
    const read = value === undefined ? undefined : readValue(value);
    if (read === undefined) return undefined;
    fields.push([key, read]);
  }
  return { list, make: (item) => Object.fromEntries(fields.map(([key, read]) => [key, read(item)])) };
}

const makers: MakeOne[] = [];

/** Keeps a maker for as long as templates may call it, and gives the name they call it by. */
export function keepMaker(make: MakeOne): string {
  return String(makers.push(make) - 1);
}

/** What `repeat(list, maker)` gives in a template: one element for each item. */
export function repeat(list: Json, maker: string): readonly JsonObject[] {
  const make = makers[Number(maker)];
  if (!make) throw new Error(`there is no repetition ${maker}`);
  return Array.isArray(list) ? list.map((item: Json) => make(item)) : [make(list)];
}

function readValue(value: Json): ((item: Json) => Json) | undefined {
  if (typeof value === 'object' && value !== null) return undefined;
  if (typeof value !== 'string' || !value.includes('${')) return () => value;
  const pieces: ((item: Json) => string)[] = [];
  let from = 0;
  for (const match of value.matchAll(PIECE)) {
    const [whole, word, name = ''] = match;
    // Only words for people are certain to be text; anything else keeps the library's own ways.
    if (word === undefined) return undefined;
    const before = value.slice(from, match.index);
    const say = SAY[word as keyof typeof SAY];
    pieces.push((item) => before + textOf(item, name, say));
    from = match.index + whole.length;
  }
  const after = value.slice(from);
  if (after.includes('${')) return undefined;
  return (item) => pieces.map((piece) => piece(item)).join('') + after;
}

function textOf(item: Json, name: string, say: (text: string) => string): string {
  const value = name === '$data' ? item : fieldOf(item, name);
  if (value === undefined || value === null) throw new Error(`no value for \${${name}}`);
  if (typeof value === 'object') throw new Error(`\${${name}} is not text`);
  return typeof value === 'string' ? say(value) : String(value);
}

function fieldOf(item: Json, name: string): Json | undefined {
  return typeof item === 'object' && item !== null && !Array.isArray(item) ? (item as JsonObject)[name] : undefined;
}

import { UnsupportedElementError } from './errors.ts';

/** An expanded Adaptive Card, schema 1.5 or lower, as JSON. */
export type Card = { readonly type: 'AdaptiveCard'; readonly [key: string]: unknown };

/** Any object inside a card, and where it stands. */
export interface CardNode {
  readonly path: string;
  readonly type: string;
  readonly at: Readonly<Record<string, unknown>>;
}

export function nodeOf(value: unknown, path: string, typeIfNone = ''): CardNode {
  if (!isRecord(value)) throw new UnsupportedElementError(path, 'expected an object');
  return { path, at: value, type: typeof value.type === 'string' ? value.type : typeIfNone };
}

/** The objects in a list property. A property that is not there is an empty list. */
export function childrenOf(node: CardNode, key: string, typeIfNone = ''): CardNode[] {
  const list = node.at[key];
  if (list === undefined || list === null) return [];
  const path = node.path === '' ? key : `${node.path}.${key}`;
  if (!Array.isArray(list)) throw new UnsupportedElementError(path, 'expected a list');
  return list.map((item, index) => nodeOf(item, `${path}[${index}]`, typeIfNone));
}

export function childOf(node: CardNode, key: string, typeIfNone = ''): CardNode | undefined {
  const child = node.at[key];
  if (child === undefined || child === null) return undefined;
  return nodeOf(child, node.path === '' ? key : `${node.path}.${key}`, typeIfNone);
}

/** A text property. Numbers and booleans, which templates make of single expressions, are read as text. */
export function textOf(node: CardNode, key: string): string {
  const value = node.at[key];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A property that names one of a few things. Adaptive Cards take it in any case: "Large" is "large". */
export const keywordOf = (node: CardNode, key: string) => textOf(node, key).toLowerCase();

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

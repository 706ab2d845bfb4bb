import { Constant, type Expression } from 'adaptive-expressions';
import type { Json, JsonObject } from '../core/store.ts';
import { href, inert, plain } from './plain-text.ts';
import type { TemplateWord } from './template-words.ts';

/** What an expression is read against, at one place of a template: as the templating library names them. */
export interface Scope {
  readonly $root: Json;
  readonly $data: Json;
  readonly $index: number | undefined;
}

/** The value of an expression; `undefined` where only the library can say: a field that is missing, text where a list belongs. */
export type Read = (scope: Scope) => Json | undefined;

/**
 * A parsed expression as a function that reads its value straight from the data. `undefined` for an expression of a kind not
 * listed here, of which the library has two hundred: a template with one of those is left to the library whole.
 */
export function readExpression(expression: Expression): Read | undefined {
  if (expression instanceof Constant) {
    const value: Json = expression.value;
    return () => value;
  }
  const reads = READERS[expression.type];
  return reads?.(expression.children);
}

type Reader = (children: readonly Expression[]) => Read | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  Accessor: readField,
  '!': ([child]) => {
    const read = child && readExpression(child);
    return read && ((scope) => opposite(read(scope)));
  },
  '&&': (children) => {
    const reads = readAll(children);
    return reads && ((scope) => allTrue(reads, scope));
  },
  '==': (children) => comparing(children, true),
  '!=': (children) => comparing(children, false),
  concat: (children) => {
    const reads = readAll(children);
    return reads && ((scope) => joined(reads, scope));
  },
  plain: (children) => saying(children, plain),
  inert: (children) => saying(children, inert),
  href: (children) => saying(children, hrefOrUnsure),
} satisfies Readonly<Record<TemplateWord, Reader>> & Readonly<Record<string, Reader>>;

/** `name`, `level.key`, `$data`, `$root.school.name`. */
function readField([name, holder]: readonly Expression[]): Read | undefined {
  const key: unknown = name instanceof Constant ? name.value : undefined;
  if (typeof key !== 'string') return undefined;
  if (holder) {
    const read = readExpression(holder);
    return read && ((scope) => fieldOf(read(scope), key));
  }
  if (key === '$data' || key === '$root' || key === '$index') return (scope) => scope[key] ?? undefined;
  return key.startsWith('$') ? undefined : (scope) => fieldOf(scope.$data, key);
}

/** A field that is there under this very name. The library would also take one in other capitals, and lets null mean many things. */
function fieldOf(holder: Json | undefined, key: string): Json | undefined {
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) return undefined;
  return Object.hasOwn(holder, key) ? ((holder as JsonObject)[key] ?? undefined) : undefined;
}

function readAll(children: readonly Expression[]): readonly Read[] | undefined {
  const reads = children.map(readExpression);
  return reads.every((read) => read !== undefined) ? reads : undefined;
}

function opposite(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? !value : undefined;
}

function allTrue(reads: readonly Read[], scope: Scope): boolean | undefined {
  for (const read of reads) {
    const value = read(scope);
    if (typeof value !== 'boolean') return undefined;
    if (!value) return false;
  }
  return true;
}

/** Texts, or truths, compared. The library compares numbers within a tolerance, and much else besides. */
function comparing(children: readonly Expression[], same: boolean): Read | undefined {
  const [one, other] = readAll(children) ?? [];
  if (!one || !other || children.length !== 2) return undefined;
  return (scope) => {
    const [left, right] = [one(scope), other(scope)];
    const comparable = typeof left === typeof right && (typeof left === 'string' || typeof left === 'boolean');
    return comparable ? (left === right) === same : undefined;
  };
}

function joined(reads: readonly Read[], scope: Scope): string | undefined {
  let text = '';
  for (const read of reads) {
    const value = read(scope);
    if (typeof value === 'object' || value === undefined) return undefined;
    text += value;
  }
  return text;
}

function saying(children: readonly Expression[], say: (words: string) => string | undefined): Read | undefined {
  const [child, ...more] = children;
  const read = child && more.length === 0 ? readExpression(child) : undefined;
  return (
    read &&
    ((scope) => {
      const value = read(scope);
      if (typeof value === 'string') return say(value);
      return typeof value === 'object' || value === undefined ? undefined : String(value);
    })
  );
}

function hrefOrUnsure(address: string): string | undefined {
  try {
    return href(address);
  } catch {
    return undefined;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import CONCERNS from '../../../src/conversation/understand/concerns/concern-phrases.json' with { type: 'json' };
import INSTRUCTIONS from '../../../src/conversation/understand/concerns/instruction-phrases.json' with { type: 'json' };

const FOLDER = new URL('../../../src/conversation/', import.meta.url);

/** Patterns written as data, and every pattern written out in the code that reads messages. */
const PATTERNS: readonly string[] = [
  ...Object.values(CONCERNS).flatMap(({ says, unless }) => [...says, ...unless]),
  ...INSTRUCTIONS.says,
  ...INSTRUCTIONS.unless,
  ...readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => patternsIn(readFileSync(new URL(file, FOLDER), 'utf8'))),
];

function patternsIn(source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text.replace(/^\/|\/[a-z]*$/g, ''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest));
  return found;
}

interface Group {
  /** Repetitions without an end, one inside another. */
  deep: number;
  /** Passes something each time round that tells one round from the next: a letter, a hyphen, a group found before. */
  marked: boolean;
}

/**
 * How many repetitions without an end lie one inside another where the inner could match the same letters in more than one way:
 * "(a+)+" is two deep and takes time that doubles with each letter.
 */
function deepest(pattern: string): number {
  const groups: Group[] = [{ deep: 0, marked: false }];
  let most = 0;
  for (let at = 0; at < pattern.length; at++) {
    const from = at;
    if (pattern[at] === '(') {
      groups.push({ deep: 0, marked: false });
      continue;
    }
    let atom: Group = { deep: 0, marked: false };
    if (pattern[at] === ')') atom = groups.pop() ?? atom;
    else if (pattern[at] === '[') {
      while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1;
      atom.marked = !/[a-z0-9]/i.test(pattern.slice(from, at));
    } else if (pattern[at] === '\\') {
      at += 1;
      atom.marked = /[^a-z]/i.test(pattern[at] ?? '');
    } else atom.marked = /[a-z ']/i.test(pattern[at] ?? '');
    const next = pattern.slice(at + 1);
    const endless = /^(?:[*+]|\{\d+,\})/.test(next);
    const deep = atom.marked ? Math.max(Math.min(atom.deep, 1), endless ? 1 : 0) : atom.deep + (endless ? 1 : 0);
    most = Math.max(most, deep);
    const outer = groups.at(-1);
    if (!outer) break;
    outer.deep = Math.max(outer.deep, deep);
    if (atom.marked && !/^[?*+{]/.test(next)) outer.marked = true;
  }
  return most;
}

describe('A pattern that reads messages', () => {
  it('is told apart from one that would run away', () => {
    expect(deepest('(a+)+$')).toBe(2);
    expect(deepest('([a-z]+)+$')).toBe(2);
    expect(deepest('(?:\\w+\\s*)*x')).toBeGreaterThanOrEqual(2);
    expect(deepest('(?:please |pls )*ring')).toBeLessThan(2);
  });

  it('never repeats without end what repeats without end', () => {
    expect(PATTERNS.length).toBeGreaterThan(300);
    expect(PATTERNS.filter((pattern) => deepest(pattern) >= 2)).toEqual([]);
  });
});

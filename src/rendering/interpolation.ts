import type { TemplateWord } from './template-words.ts';

/**
 * Puts a function round every `${expression}` in a template's string: `Hello ${name}` becomes `Hello ${plain(name)}`.
 * `${href(url)}` is left alone: it makes its own words safe. Throws on an expression that never ends.
 */
export function wrapExpressions(text: string, word: TemplateWord): string {
  let wrapped = '';
  let from = 0;
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', from)) {
    const end = expressionEnd(text, start + 2);
    const expression = text.slice(start + 2, end);
    wrapped += text.slice(from, start);
    wrapped += isWholeCall(expression, 'href') ? `\${${expression}}` : `\${${word}(${expression})}`;
    from = end + 1;
  }
  return wrapped + text.slice(from);
}

/** The names of the functions that the expressions of a string call. */
export function functionsIn(text: string): string[] {
  const names: string[] = [];
  for (let start = text.indexOf('${'); start >= 0; start = text.indexOf('${', start + 2)) {
    const expression = text.slice(start + 2, expressionEnd(text, start + 2));
    const unquoted = expression.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g, '""');
    for (const [, name = ''] of unquoted.matchAll(/([A-Za-z_][\w.]*)\s*\(/g)) names.push(name);
  }
  return names;
}

/** Where the brace that closes the expression stands. Braces inside quoted text do not count. */
function expressionEnd(text: string, from: number): number {
  let depth = 0;
  let quote: string | undefined;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (quote !== undefined) {
      if (character === '\\') at++;
      else if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'" || character === '`') quote = character;
    else if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return at;
  }
  throw new Error(`the expression in "${text}" is never closed`);
}

/** `href(a)`, and not `href(a) + b`. */
function isWholeCall(expression: string, name: string): boolean {
  const trimmed = expression.trim();
  if (!trimmed.startsWith(`${name}(`)) return false;
  let depth = 0;
  for (let at = name.length; at < trimmed.length; at++) {
    if (trimmed[at] === '(') depth++;
    else if (trimmed[at] === ')' && --depth === 0) return at === trimmed.length - 1;
  }
  return false;
}

import type { z } from 'zod';
import type { Misfit } from '../core/misfits.ts';

type Issue = z.core.$ZodIssue;

const KINDS: Record<string, string> = {
  string: 'text in quotation marks',
  number: 'a number without quotation marks',
  int: 'a whole number without quotation marks',
  boolean: 'true or false, without quotation marks',
  array: 'a list in square brackets',
  object: 'a group of fields in curly brackets',
  null: 'null',
  undefined: 'nothing',
};

/** What a schema found wrong, in words for whoever wrote the file. `file` is the value that was parsed. */
export function explainIssues(issues: readonly Issue[], file: unknown): readonly Misfit[] {
  return issues.flatMap((issue) => explain(issue, issue.path, file));
}

function explain(issue: Issue, path: readonly PropertyKey[], file: unknown): readonly Misfit[] {
  const at = dotted(path);
  const found = valueAt(file, path);
  switch (issue.code) {
    case 'invalid_type':
      return [found === undefined ? missing(at, issue.expected) : wrongKind(at, issue.expected, found)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: dotted([...path, key]),
        problem: 'no field of this name is known here',
        remedy: 'Check the spelling, or take it out.',
      }));
    case 'invalid_value':
      return [
        found === undefined
          ? missing(at, 'string')
          : {
              path: at,
              problem: `${shown(found)} is not one of the values allowed here`,
              remedy: `Use ${issue.values.length === 1 ? '' : 'one of: '}${issue.values.map((value) => shown(value)).join(', ')}.`,
            },
      ];
    case 'invalid_union':
      return explainUnion(issue, path, file);
    case 'too_small':
      return [outside(at, found, bound(issue.exact, issue.inclusive ? 'at least' : 'more than', issue.minimum))];
    case 'too_big':
      return [outside(at, found, bound(issue.exact, issue.inclusive ? 'at most' : 'less than', issue.maximum))];
    case 'invalid_format':
      return [{ path: at, problem: formatProblem(issue, found), remedy: 'Correct it and start again.' }];
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return [{ path: at, problem: issue.message, remedy: 'Correct it and start again.' }];
  }
}

function explainUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  file: unknown,
): readonly Misfit[] {
  const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] };
  if (discriminator !== undefined) {
    const at = path.at(-1) === discriminator ? path : [...path, discriminator];
    const said = valueAt(file, at);
    const remedy = options ? `Use one of: ${options.map((option) => shown(option)).join(', ')}.` : 'Correct it.';
    const problem = said === undefined ? 'this field is missing' : `${shown(said)} is not one of the kinds known here`;
    return [{ path: dotted(at), problem, remedy }];
  }
  const found = valueAt(file, path);
  if (found === undefined) return [missing(dotted(path), 'string')];
  return [
    {
      path: dotted(path),
      problem: `${shown(found)} is none of the things allowed here`,
      remedy: 'Compare it with one of the frameworks that come with the bot.',
    },
  ];
}

function missing(path: string, expected: string): Misfit {
  return { path, problem: 'this field is missing', remedy: `Add it: ${KINDS[expected] ?? expected}.` };
}

function wrongKind(path: string, expected: string, found: unknown): Misfit {
  return { path, problem: `${shown(found)} is not ${KINDS[expected] ?? expected}`, remedy: 'Write it in that way.' };
}

function bound(exact: boolean | undefined, words: string, number: number | bigint): string {
  return exact ? `exactly ${number}` : `${words} ${number}`;
}

function outside(path: string, found: unknown, bounds: string): Misfit {
  if (typeof found === 'string') return { path, problem: `${shown(found)} is empty`, remedy: 'Write something here.' };
  if (Array.isArray(found)) {
    return { path, problem: `the list has ${found.length}`, remedy: `It must have ${bounds}.` };
  }
  return { path, problem: `${shown(found)} will not do`, remedy: `It must be ${bounds}.` };
}

function formatProblem(issue: Extract<Issue, { code: 'invalid_format' }>, found: unknown): string {
  if (issue.format === 'date') return `${shown(found)} is not a date written like "2026-09-01"`;
  return issue.message.startsWith('must') ? `${shown(found)} ${issue.message}` : `${shown(found)}: ${issue.message}`;
}

/** "levels[2].visits.min" */
function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}

function valueAt(file: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    file,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

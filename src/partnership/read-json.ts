import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { z } from 'zod';
import { ConfigurationError } from './configuration-error.ts';
import { explainIssues } from './explain-issues.ts';

/** Reads a file and parses it against its schema. Throws `ConfigurationError` with every fault found. */
export function readJson<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  const file = parseJson(path);
  const result = schema.safeParse(file);
  if (result.success) return result.data;
  throw new ConfigurationError(shortPath(path), explainIssues(result.error.issues, file));
}

/** As people name a file: from where they started, when it lies below. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}

function parseJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const line = lineOf(text, cause);
    throw new ConfigurationError(shortPath(path), [
      {
        path: `line ${line}`,
        problem: 'the file is not valid JSON from here on',
        remedy:
          'Look at this line and the one above for a missing comma, quotation mark or bracket, or a comma too many.',
      },
    ]);
  }
}

function readText(path: string): string {
  try {
    // A byte order mark is what some Windows editors leave; JSON forbids it and nobody can see it.
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new ConfigurationError(shortPath(path), [
      { path: '', problem: 'the file is not there or cannot be read', remedy: 'Check its name and place.' },
    ]);
  }
}

/** V8 names a position except at the end of the text, where there is none to name. */
function lineOf(text: string, cause: unknown): number {
  const position = /at position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
  const before = position === undefined ? text.trimEnd() : text.slice(0, Number(position));
  return before.split('\n').length;
}

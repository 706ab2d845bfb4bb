import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { IntentName } from '../../../core/intent.ts';
import { Role } from '../../../core/people.ts';

/** A message somebody might send, and what is meant by it. */
export interface SampleMessage {
  readonly text: string;
  readonly roles: readonly Role[];
  readonly intent: IntentName;
}

/** One line of a file of labelled messages; what else is on it is for those who train and score. */
const Line = z.object({ text: z.string(), role: z.string(), intent: IntentName });

const ROLES: Readonly<Record<string, Role>> = {
  A: 'adviser',
  C: 'chair_of_governors',
  D: 'deputy_headteacher',
  H: 'headteacher',
  L: 'alliance_lead',
  O: 'officer',
};

/**
 * The labelled messages in these places, each a file or a folder. `.jsonl` holds one on each line; `.txt` has them under a
 * "# intent" line, after a role's letter or as a headteacher says them, and what is written there in choices and slots is left
 * out. A place that is not there holds none. Throws for a line that cannot be read, with where it is.
 */
export function readSample(places: readonly string[]): readonly SampleMessage[] {
  return places
    .flatMap(filesAt)
    .flatMap((file) => (file.endsWith('.jsonl') ? readJsonLines(file) : readSections(file)));
}

function filesAt(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  if (/\.(?:jsonl|txt)$/.test(place)) return [place];
  return readdirSync(place)
    .filter((name) => /\.(?:jsonl|txt)$/.test(name))
    .sort()
    .map((name) => join(place, name));
}

function linesOf(file: string): readonly { readonly line: string; readonly where: string }[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line, index) => ({ line: line.trim(), where: `${file}, line ${index + 1}` }))
    .filter(({ line }) => line !== '');
}

function readJsonLines(file: string): readonly SampleMessage[] {
  return linesOf(file).map(({ line, where }) => {
    try {
      const { text, role, intent } = Line.parse(JSON.parse(line));
      const known = Role.safeParse(role === 'la_officer' ? 'officer' : role);
      return { text, roles: known.success ? [known.data] : [], intent };
    } catch (cause) {
      throw new Error(`${where} is not a labelled message`, { cause });
    }
  });
}

function readSections(file: string): readonly SampleMessage[] {
  let intent: IntentName | undefined;
  return linesOf(file).flatMap(({ line, where }) => {
    if (line.startsWith('# ')) {
      const named = IntentName.safeParse(line.slice(2).trim());
      if (!named.success) throw new Error(`${where} names no intent`, { cause: named.error });
      intent = named.data;
      return [];
    }
    if (!intent) throw new Error(`${where} stands before the first “# intent”`);
    if (/[()[\]{}|]/.test(line)) return [];
    const letter = /^([ACDHLOU]): /.exec(line)?.[1];
    const role = letter === 'U' ? undefined : ROLES[letter ?? 'H'];
    return [{ text: letter ? line.slice(3) : line, roles: role ? [role] : [], intent }];
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntentName } from '../../src/core/intent.ts';
import { expandLine, randomFrom } from './expand-line.ts';
import { isHeldBack } from './held-back.ts';

/** One labelled message to learn from. */
export interface Example {
  readonly text: string;
  readonly role: string;
  readonly intent: IntentName;
  readonly weight: number;
  /** Which file it came from: the writer that leave-one-writer-out holds out. */
  readonly writer: string;
}

const TRAINING = new URL('../../training/', import.meta.url).pathname;

const ROLES: Readonly<Record<string, string>> = {
  A: 'adviser',
  C: 'chair_of_governors',
  D: 'deputy_headteacher',
  H: 'headteacher',
  L: 'alliance_lead',
  O: 'officer',
  U: 'none',
};

/** The role names of the labelled files, as the product calls them. */
export function roleOf(said: string): string {
  if (said === 'la_officer') return 'officer';
  return said === 'unlinked_user' ? 'none' : said;
}

/** Whole messages: every `training/messages/*.jsonl` and `*.txt`, one writer a file. */
export function readMessages(): readonly Example[] {
  return filesIn('messages').flatMap((file) => {
    const writer = basename(file).replace(/\.\w+$/, '');
    const read = file.endsWith('.jsonl') ? readJsonLines(file, writer) : readLines(file, writer, 1);
    return read.filter(({ text }) => !isHeldBack(text));
  });
}

/** Lines of the mini-grammar, each spoken `times` different ways. */
export function readPhrases(times: number): readonly Example[] {
  return filesIn('phrases')
    .flatMap((file) => readLines(file, basename(file), times))
    .filter(({ text }) => !isHeldBack(text));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(TRAINING, folder))
    .filter((name) => /\.(jsonl|txt)$/.test(name))
    .sort()
    .map((name) => join(TRAINING, folder, name));
}

function readJsonLines(file: string, writer: string): readonly Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { text, role, intent } = JSON.parse(line) as { text: string; role: string; intent: string };
      return { text, role: roleOf(role), intent: IntentName.parse(intent), weight: 1, writer };
    });
}

/** "# intent" opens a section; a line may begin with a role's letter, as in "A: pass 41 to {person}". */
function readLines(file: string, writer: string, times: number): readonly Example[] {
  const random = randomFrom(writer);
  const found: Example[] = [];
  let intent: IntentName | undefined;
  for (const raw of readFileSync(file, 'utf8').split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith('# ')) {
      intent = IntentName.parse(line.slice(2).trim());
      continue;
    }
    if (!intent) throw new Error(`${file}: "${line}" stands before the first "# intent"`);
    const letter = /^([ACDHLOU]): /.exec(line)?.[1];
    const said = letter ? line.slice(3) : line;
    const ways = new Set(Array.from({ length: /[([{]/.test(said) ? times : 1 }, () => expandLine(said, random)));
    for (const text of ways) {
      found.push({
        text,
        role: ROLES[letter ?? 'H'] ?? 'headteacher',
        intent,
        weight: 1 / Math.sqrt(ways.size),
        writer,
      });
    }
  }
  return found;
}

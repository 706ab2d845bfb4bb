import { conceptsOf } from './concepts.ts';
import { hashOf, hashOn, hashPart } from './hash.ts';
import { mendSlip } from './mend-slips.ts';
import { stem } from './stem.ts';
import { wordsOf } from './words.ts';

/** What a reader of one kind notices in a message, by hash, and how strongly. */
export interface Features {
  readonly hashes: Uint32Array;
  readonly strengths: Float32Array;
}

/** A message as readers take it in. */
interface Said {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly roles: readonly string[];
}

/** Notes a feature by its hash. Noted twice, it counts once. */
type Note = (hash: number, strength: number) => void;

/** The kinds of reader, in the order in which a model keeps their weights. */
const READERS: readonly ((said: Said, note: Note) => void)[] = [wordFeatures, spellingFeatures, companyFeatures];

/** What each kind of reader notices in a message with its names taken out, said by somebody with these roles. */
export function noticedIn(text: string, roles: readonly string[]): readonly Features[] {
  const words = wordsOf(text).slice(0, MOST_WORDS).map(mendSlip);
  const said = { words, stems: words.map(stem), roles };
  return READERS.map((read) => {
    const found = new Map<number, number>();
    read(said, (hash, strength) => found.set(hash >>> 0, strength));
    for (const role of roles) found.set(hashOf(`r:${role}`), 0.7);
    return { hashes: Uint32Array.from(found.keys()), strengths: Float32Array.from(found.values()) };
  });
}

/** A wish is told in far fewer; past this only work would grow. */
const MOST_WORDS = 400;

/** Where the hash of each kind of feature begins, so that "we" as a word and "we" as a stem are two. */
const [STEM, WORD, BESIDE, SKIPPING, THREE, LETTERS, NEAR] = ['s:', 'w:', 'b:', 'k:', 't:', 'c:', 'p:'].map(hashOf) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** Words, stems, stems in company, and the notions behind them: what is said. */
function wordFeatures({ words, stems }: Said, note: Note): void {
  stems.forEach((here, i) => {
    const before = stems[i - 1] ?? '^';
    note(hashOn(STEM, here), 1);
    note(hashOn(WORD, words[i] ?? ''), 1);
    note(pair(BESIDE, before, here), 1);
    if (i < 2) return;
    const earlier = stems[i - 2] ?? '';
    note(pair(SKIPPING, earlier, here), 0.5);
    note(pair(hashOn(hashOn(THREE, earlier), '_'), before, here), 0.5);
  });
  const notions = conceptsOf(stems);
  notions.forEach((notion, i) => {
    note(hashOf(`C:${notion}`), 0.5);
    for (const other of notions.slice(i + 1)) note(hashOf(`CP:${notion}${other}`), 0.3);
  });
  note(hashOf(`e:${stems.at(-1) ?? ''}`), 0.5);
  note(hashOf(`n:${lengthBand(words.length)}`), 0.5);
}

/** Runs of three to five characters: how it is spelt, typos and all. */
function spellingFeatures({ words }: Said, note: Note): void {
  words.forEach((word, i) => {
    const before = words[i - 1] ?? '^';
    note(hashOn(WORD, word), 1);
    note(pair(BESIDE, before, word), 1);
    if (i > 1) note(pair(hashOn(hashOn(THREE, words[i - 2] ?? ''), '_'), before, word), 0.7);
  });
  const line = ` ${words.join(' ')} `;
  for (let at = 0; at + 3 <= line.length; at++) {
    let hash = hashPart(LETTERS, line, at, at + 3);
    note(hash, 0.4);
    for (let end = at + 4; end <= Math.min(at + 5, line.length); end++) {
      hash = hashPart(hash, line, end - 1, end);
      note(hash, 0.4);
    }
  }
}

/** Stems said near each other in either order: "phonics ... anyone" and "anyone ... phonics". */
function companyFeatures({ stems }: Said, note: Note): void {
  stems.forEach((here, i) => {
    note(hashOn(STEM, here), 1);
    for (let other = i + 1; other < Math.min(stems.length, i + 6); other++) {
      const near = stems[other] ?? '';
      note(here < near ? pair(NEAR, here, near) : pair(NEAR, near, here), 0.5);
    }
  });
}

function pair(kind: number, one: string, other: string): number {
  return hashOn(hashOn(hashOn(kind, one), '_'), other);
}

function lengthBand(count: number): string {
  if (count <= 3) return String(count);
  return count <= 6 ? 'short' : count <= 14 ? 'middling' : count <= 30 ? 'long' : 'very long';
}

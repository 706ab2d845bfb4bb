import { stem } from './stem.ts';

/** What a reader of one kind notices in a message, and how strongly. */
export type Features = ReadonlyMap<string, number>;

/** Words, stems, and stems in company: what is said. */
export function wordFeatures(words: readonly string[], roles: readonly string[]): Features {
  const found = new Map<string, number>();
  const stems = words.map(stem);
  stems.forEach((here, i) => {
    const before = stems[i - 1] ?? '^';
    found.set(`s:${here}`, 1);
    found.set(`w:${words[i]}`, 1);
    found.set(`b:${before}_${here}`, 1);
    if (i > 1) found.set(`k:${stems[i - 2]}_${here}`, 0.5);
    if (i > 1) found.set(`t:${stems[i - 2]}_${before}_${here}`, 0.5);
  });
  found.set(`e:${stems.at(-1) ?? ''}`, 0.5);
  found.set(`n:${lengthBand(words.length)}`, 0.5);
  for (const role of roles) found.set(`r:${role}`, 0.7);
  return found;
}

/** Runs of three to five characters: how it is spelt, typos and all. */
export function spellingFeatures(words: readonly string[], roles: readonly string[]): Features {
  const found = new Map<string, number>();
  words.forEach((word, i) => {
    found.set(`w:${word}`, 1);
    found.set(`b:${words[i - 1] ?? '^'}_${word}`, 1);
    if (i > 1) found.set(`t:${words[i - 2]}_${words[i - 1]}_${word}`, 0.7);
  });
  const line = ` ${words.join(' ')} `;
  for (let size = 3; size <= 5; size++) {
    for (let at = 0; at + size <= line.length; at++) found.set(`c:${line.slice(at, at + size)}`, 0.4);
  }
  for (const role of roles) found.set(`r:${role}`, 0.7);
  return found;
}

function lengthBand(count: number): string {
  if (count <= 3) return String(count);
  return count <= 6 ? 'short' : count <= 14 ? 'middling' : count <= 30 ? 'long' : 'very long';
}

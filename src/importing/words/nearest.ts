/** Lower case, one space between words, no punctuation: how two spellings of a name are compared. */
export function plain(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’‘`.\p{M}]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The choice most like what was written, by pairs of letters they share; `undefined` when none is at all like it. */
export function nearest<T>(written: string, choices: Iterable<T>, nameOf: (choice: T) => string): T | undefined {
  const wanted = pairs(written);
  let best: { readonly choice: T; readonly likeness: number } | undefined;
  for (const choice of choices) {
    const likeness = shared(wanted, pairs(nameOf(choice)));
    if (likeness >= 0.4 && likeness > (best?.likeness ?? 0)) best = { choice, likeness };
  }
  return best?.choice;
}

function pairs(words: string): ReadonlySet<string> {
  const text = ` ${plain(words)} `;
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  let both = 0;
  for (const pair of one) if (other.has(pair)) both += 1;
  return (2 * both) / (one.size + other.size);
}

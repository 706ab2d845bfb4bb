export interface Near {
  readonly words: readonly string[];
  /** How many slips away they are. */
  readonly apart: number;
}

/**
 * Words within one slip of the keyboard (a letter missed, doubled, changed or two swapped; two slips from nine letters on).
 * A slip is looked for only among words that start or end alike, which keeps a register of England under a millisecond.
 */
export function near(vocabulary: readonly string[]): (word: string) => Near {
  const buckets = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < 4) continue;
    for (const key of keysOf(word, 0)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [word]);
      else bucket.push(word);
    }
  }
  return (word) => {
    if (word.length < 5 || /\d/.test(word)) return { words: [], apart: 0 };
    const allowed = word.length >= 9 ? 2 : 1;
    let best = allowed;
    let found: string[] = [];
    const seen = new Set<string>();
    for (let shift = -allowed; shift <= allowed; shift++) {
      for (const key of keysOf(word, shift)) {
        for (const other of buckets.get(key) ?? []) {
          if (seen.has(other)) continue;
          seen.add(other);
          const apart = slips(word, other, best);
          if (apart > best) continue;
          if (apart < best) found = [];
          best = apart;
          found.push(other);
        }
      }
    }
    return { words: found, apart: best };
  };
}

function keysOf(word: string, shift: number): readonly string[] {
  const length = word.length + shift;
  return [`${word.slice(0, 2)}^${length}`, `${word.slice(-2)}$${length}`];
}

/** Slips between two words, counting a swap of neighbours as one. Gives up, returning `limit + 1`, once past the limit. */
export function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

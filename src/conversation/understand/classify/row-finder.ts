/**
 * Where a feature's row is, by its hash; -1 when it was never learnt. Most of what a message holds never was, and halving its way
 * through a hundred thousand rising hashes took longer than adding up the rows it found. A table twice as long, each hash at
 * its own lowest bits or the next place free, finds it in one look or two.
 */
export function rowFinder(features: Uint32Array): (hash: number) => number {
  let size = 16;
  while (size < features.length * 2) size *= 2;
  const mask = size - 1;
  const rows = new Int32Array(size).fill(-1);
  features.forEach((hash, row) => {
    let place = hash & mask;
    while (rows[place] !== -1) place = (place + 1) & mask;
    rows[place] = row;
  });
  return (hash) => {
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const row = rows[place] as number;
      if (row === -1 || features[row] === hash) return row;
    }
  };
}

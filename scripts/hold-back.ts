/** Writes down the fingerprints of a test set's lines, so that no training reads them: node scripts/hold-back.ts FILE.jsonl ... */
import { readFileSync, writeFileSync } from 'node:fs';
import { fingerprintOf, HELD_BACK } from './understanding/held-back.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Say which test sets to hold back: node scripts/hold-back.ts messages.jsonl');
  process.exit(2);
}
const texts = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text),
);
const fingerprints = [...new Set(texts.map(fingerprintOf))].sort();
writeFileSync(HELD_BACK, `${fingerprints.join('\n')}\n`);
console.log(`${fingerprints.length} lines held back`);

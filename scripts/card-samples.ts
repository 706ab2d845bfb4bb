import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allStates } from './samples/all-states.ts';
import { sampleText } from './samples/sample-text.ts';

/** Writes `cards/<feature>/<card>.sample.json` anew: run it after a change to what features say. */
for (const [card, states] of await allStates()) {
  const file = fileURLToPath(new URL(`../cards/${card}.sample.json`, import.meta.url));
  writeFileSync(file, sampleText(states));
  console.log(`${card}: ${states.length} states`);
}

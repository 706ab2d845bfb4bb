/** Every benchmark, one after another: `npm run bench`, or `npm run bench -- teams` for those whose name holds a word. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PARTS = new Set(['run.ts', 'harness.ts', 'compare.ts', 'teams-question.ts']);
const wanted = process.argv[2] ?? '';

for (const file of readdirSync(HERE)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .sort()) {
  if (PARTS.has(file) || !file.includes(wanted)) continue;
  console.log(`\n== ${file}`);
  const { status } = spawnSync(process.execPath, [`${HERE}${file}`], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

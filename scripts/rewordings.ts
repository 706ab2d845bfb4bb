/** How often a message means the same when typed otherwise: node scripts/rewordings.ts */
import { Temporal } from 'temporal-polyfill';
import { createUnderstanding } from '../src/conversation/understand/create-understanding.ts';
import { randomFrom } from './understanding/expand-line.ts';
import { leedsParts } from './understanding/leeds-parts.ts';
import { demoSchools } from './understanding/registers.ts';
import { REWORDINGS } from './understanding/rewordings.ts';
import { readConcerns } from './understanding/score-concerns.ts';

const AT = Temporal.Instant.from('2026-11-18T10:00:00Z');
const understander = createUnderstanding(leedsParts(demoSchools()));
const messages = readConcerns(new URL('../test/fixtures/concerns/held-out.txt', import.meta.url))
  .filter(({ wanted }) => wanted === 'none')
  .map(({ text }) => text);

function meant(text: string): string {
  const { concern, asks } = understander.understand(text, { roles: ['headteacher'], at: AT });
  return concern ?? asks.map(({ intents }) => intents[0]?.name).join(' + ');
}

console.log(`${messages.length} ordinary messages of no training file`);
for (const [name, reword] of Object.entries(REWORDINGS)) {
  const random = randomFrom(name);
  const same = messages.filter((text) => meant(reword(text, random)) === meant(text)).length;
  console.log(`${name.padEnd(48)} ${((100 * same) / messages.length).toFixed(1)} %`);
}

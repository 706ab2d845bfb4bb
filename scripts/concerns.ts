/**
 * How often the safety rules hear what they should, and how often they hear what is not there.
 *
 *   node scripts/concerns.ts             the held-out lines, and ordinary messages of the five writers
 *   node scripts/concerns.ts --misses    the same, with what was missed or heard wrongly
 */
import { Temporal } from 'temporal-polyfill';
import { createUnderstanding } from '../src/conversation/understand/create-understanding.ts';
import { Role } from '../src/core/people.ts';
import { leedsParts } from './understanding/leeds-parts.ts';
import { readMessages } from './understanding/read-training.ts';
import { demoSchools } from './understanding/registers.ts';
import { type ConcernScored, readConcerns, scoreConcern } from './understanding/score-concerns.ts';

const AT = Temporal.Instant.from('2026-11-22T12:00:00Z');
const misses = process.argv.includes('--misses');
const understander = createUnderstanding(leedsParts(demoSchools()));

const heldOut = new URL('../test/fixtures/concerns/held-out.txt', import.meta.url);
const held = readConcerns(heldOut).map((line) => scoreConcern(line, understander, AT));
for (const [wanted, own] of Map.groupBy(held, (one) => one.wanted)) console.log(tally(wanted, own));
console.log(
  tally(
    'all concerns',
    held.filter((one) => one.wanted !== 'none'),
  ),
);
if (misses)
  for (const one of held) if (!one.caught) console.log(`  ${one.wanted} heard as ${one.heard ?? 'none'} | ${one.text}`);

// What is labelled as a wish for a person, out of scope or small talk may rightly raise a concern.
const ordinary = readMessages().filter(
  ({ intent, writer }) =>
    writer.startsWith('writer') && !['handoff_to_human', 'out_of_scope', 'help', 'challenge_category'].includes(intent),
);
const scored = ordinary.map(({ text, role }) => {
  const known = Role.safeParse(role);
  return scoreConcern({ text, role: known.success ? known.data : 'headteacher', wanted: 'none' }, understander, AT);
});
console.log(`\nordinary messages of the five writers: ${tally('none', scored)}`);
if (misses) for (const one of scored) if (!one.caught) console.log(`  ${one.heard} | ${one.text}`);

function tally(name: string, scored: readonly ConcernScored[]): string {
  const right = scored.filter((one) => one.caught).length;
  const met = scored.filter((one) => one.heard !== undefined).length;
  return `${name.padEnd(18)} ${String(right).padStart(4)} of ${String(scored.length).padEnd(4)} ${((100 * right) / scored.length).toFixed(1)} %   (some concern heard in ${met})`;
}

/**
 * What it costs to understand a message and to look up a school, with the demo's schools and with the whole of England's: elapsed and
 * processor time, p50 and p99; how long it takes to be ready, and how much memory that takes. The load of the machine is printed,
 * because elapsed time on a busy machine measures the others.
 *
 *   node --expose-gc bench/understanding.ts
 */
import { loadavg } from 'node:os';
import { Temporal } from 'temporal-polyfill';
import { leedsParts } from '../scripts/understanding/leeds-parts.ts';
import { readMessages } from '../scripts/understanding/read-training.ts';
import { demoSchools, registerSchools } from '../scripts/understanding/registers.ts';
import { buildSchoolIndex } from '../src/conversation/schools/build-school-index.ts';
import type { NamedSchool } from '../src/conversation/schools/school-index.ts';
import { createUnderstanding, shippedModels } from '../src/conversation/understand/create-understanding.ts';

const AT = Temporal.Instant.from('2026-11-18T10:00:00Z');
const MESSAGES = readMessages()
  .filter(({ writer }, i) => writer.startsWith('writer') && i % 3 === 0)
  .map(({ text }) => text);

console.log(`load average ${loadavg()[0]?.toFixed(1)}, node ${process.version}, ${MESSAGES.length} messages`);
ready();
const england = registerSchools('gias-england-scale.csv', 'every type');
run('demo', demoSchools());
if (england.length > 0) run('England', [...england, ...demoSchools()]);
else console.log('Skipped: the whole of England (its register is not here)');

function ready(): void {
  const [before, begun, cpu] = [inUse(), performance.now(), process.cpuUsage()];
  const understander = createUnderstanding(leedsParts(demoSchools()), shippedModels());
  understander.understand('what category are we', { roles: ['headteacher'], at: AT });
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `models loaded and the first answer: ${(performance.now() - begun).toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} ms CPU, ` +
      `${(inUse() - before).toFixed(0)} MB more; ${performance.now().toFixed(0)} ms since the process began`,
  );
}

function run(name: string, schools: readonly NamedSchool[]): void {
  const before = inUse();
  const begun = performance.now();
  const index = buildSchoolIndex(schools);
  console.log(
    `${name}: ${index.size} schools indexed in ${(performance.now() - begun).toFixed(0)} ms, ${(inUse() - before).toFixed(0)} MB more`,
  );
  const understander = createUnderstanding({ ...leedsParts([]), schools: () => index });
  measure(`${name}: a message understood`, MESSAGES, (text) =>
    understander.understand(text, { roles: ['headteacher'], at: AT }),
  );
  const typed = schools
    .filter((_, i) => i % Math.ceil(schools.length / 1_000) === 0)
    .map(({ name: full }) => asTyped(full));
  measure(`${name}: a school looked up`, typed, (text) => index.find(text));
}

/** A name as people type it: no apostrophe, no "School", a letter lost in every other. */
function asTyped(name: string, at: number = name.length % 2): string {
  const short = name.replace(/['’,]/g, '').replace(/ (?:Primary |Church of England |Catholic )?School$/, '');
  return at === 0 ? short : short.replace(/([a-z]{4})[a-z]/, '$1');
}

function measure(what: string, texts: readonly string[], work: (text: string) => unknown): void {
  for (let round = 0; round < 3; round++) for (const text of texts) work(text);
  const elapsed: number[] = [];
  const spent: number[] = [];
  for (const text of texts) {
    const cpu = process.cpuUsage();
    const begun = performance.now();
    work(text);
    elapsed.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(cpu);
    spent.push((user + system) / 1000);
  }
  console.log(`${what.padEnd(32)} elapsed ${quantiles(elapsed)}   CPU ${quantiles(spent)}`);
}

function quantiles(values: number[]): string {
  values.sort((a, b) => a - b);
  const at = (share: number) => (values[Math.floor(share * (values.length - 1))] ?? 0).toFixed(3);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}

/** Megabytes held, whatever the collector still has to sweep left out where `--expose-gc` is given. */
function inUse(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

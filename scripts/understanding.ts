import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { createUnderstanding } from '../src/conversation/understand/create-understanding.ts';
import { leedsParts } from './understanding/leeds-parts.ts';
import { demoSchools, registerSchools } from './understanding/registers.ts';
import { confusions, perIntent, summary } from './understanding/report.ts';
import { type Labelled, score } from './understanding/score.ts';

const { values, positionals } = parseArgs({
  options: { now: { type: 'string', default: '2026-11-22T12:00' }, misses: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const file = positionals[0];
if (!file) {
  console.error('Say which file of labelled messages to score: npm run understanding -- messages.jsonl');
  process.exit(2);
}
const at = Temporal.PlainDateTime.from(values.now).toZonedDateTime('Europe/London').toInstant();
const understander = createUnderstanding(leedsParts([...registerSchools('gias-leeds.csv'), ...demoSchools()]));
const labelled = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Labelled);

for (const one of labelled.slice(0, 50)) score(one, understander, at);
const scored = labelled.map((one) => score(one, understander, at));
if (values.misses) {
  for (const one of scored) {
    if (one.served && one.school !== 'wrong' && one.school !== 'missed' && one.date !== false) continue;
    const faults = [one.served ? '' : 'intent', one.school ?? '', one.date === false ? 'date' : '']
      .filter(Boolean)
      .join(' ');
    console.log(
      `${faults} | ${one.labelled.intent} | ${one.direct ? 'direct' : 'asked'} ${one.offered.join(' ')} | ${one.labelled.text}`,
    );
  }
}
console.log(perIntent(scored));
console.log(`\nMost often confused:\n${confusions(scored)}\n`);
const split = scored.filter((one) => one.understanding.asks.length > 1);
const several = split.filter((one) => one.labelled.entities?.secondary_intent || one.labelled.entities?.items);
console.log(`${split.length} messages heard as several asks, ${several.length} of them labelled so`);
console.log(JSON.stringify(summary(scored)));

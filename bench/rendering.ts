// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
/**
 * What a card costs on the hot path: expanding its template, and translating it for Slack.
 * Run with `node bench/rendering.ts`. Processor time in one process; a first run is only for the compiler.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Card, toBlockKit, toModal } from '../src/rendering/block-kit/index.ts';
import { readSamples } from '../src/rendering/samples.ts';
import { createRenderer } from '../src/rendering/templates.ts';

const ROUNDS = 15;
const EACH = 400;

function measure(what: string, run: () => unknown): void {
  for (let turn = 0; turn < 2 * EACH; turn++) run();
  const rounds = Array.from({ length: ROUNDS }, () => {
    // Processor time, so that what else the machine is doing counts for little.
    const begun = process.cpuUsage();
    for (let turn = 0; turn < EACH; turn++) run();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / EACH;
  }).sort((one, other) => one - other);
  const at = (share: number) => (rounds[Math.floor(share * (ROUNDS - 1))] ?? 0).toFixed(0).padStart(5);
  console.log(`${what.padEnd(58)} median ${at(0.5)} µs   best ${at(0)}   worst ${at(1)}`);
}

/** A school's page as a feature might write it: 62 elements, 58 expressions. */
function schoolPage(): object {
  const line = (text: string, more = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });
  const visit = {
    type: 'ColumnSet',
    $data: '${visits}',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [line('${date}', { weight: 'bolder' }), line('${focus}', { spacing: 'none' })],
      },
      { type: 'Column', width: 'auto', items: [line('${halfDays} half-days', { $when: "${kind == 'core'}" })] },
    ],
  };
  return {
    type: 'AdaptiveCard',
    body: [
      line('${school.name}', { style: 'heading', size: 'large' }),
      line('${school.phase}, ${school.area}', { isSubtle: true }),
      {
        type: 'Container',
        style: 'emphasis',
        items: [line('Level **${level.key}**: ${level.words}'), line('- ${words}', { $data: '${reasons}' })],
      },
      { type: 'FactSet', facts: [{ $data: '${facts}', title: '${title}', value: '${value}' }] },
      visit,
    ],
    actions: [
      { type: 'Action.Execute', title: 'Record a visit', verb: 'visits.record', data: { school: '${school.id}' } },
      { type: 'Action.Execute', title: 'Ask for support', verb: 'support.ask', data: { school: '${school.id}' } },
    ],
  };
}

const DATA = {
  school: { id: 'example-primary', name: 'Example Primary School', phase: 'Primary', area: 'North' },
  level: { key: '3', words: 'some support' },
  reasons: [{ words: 'Outcomes in reading' }, { words: 'Leadership in transition' }],
  facts: Array.from({ length: 8 }, (_, index) => ({ title: `Fact ${index}`, value: `Value ${index}, as it is` })),
  visits: Array.from({ length: 8 }, (_, index) => ({
    date: `${index + 1} October 2026`,
    focus: `Phonics, week ${index}`,
    halfDays: 1,
    kind: 'core',
  })),
};
const HOSTILE = {
  ...DATA,
  school: { ...DATA.school, name: '**Bold** [click](https://evil.example) <at>all</at> ${x}' },
};

const directory = mkdtempSync(join(tmpdir(), 'cards-'));
mkdirSync(join(directory, 'schools'));
writeFileSync(join(directory, 'schools/page.json'), JSON.stringify(schoolPage()));

const started = performance.now();
const renderer = createRenderer({ cardsDirectory: directory });
console.log(`first template, with loading the language's parser: ${(performance.now() - started).toFixed(0)} ms`);
rmSync(directory, { recursive: true });

const render = (data: typeof DATA) =>
  renderer.render({ card: 'schools/page', data, summary: 'Example Primary School is at level 3.' });
const { card } = render(DATA) as { card: Card };
const elements = JSON.stringify(card).match(/"type":"(?!Action\.Submit)/g)?.length ?? 0;
console.log(
  `the card: ${elements} elements, ${JSON.stringify(card).length} bytes, ${toBlockKit(card).blocks.length} blocks on Slack`,
);

measure('expand a template', () => render(DATA));
measure('expand it with words that look like expressions', () => render(HOSTILE));
measure('translate it to a Slack message', () => toBlockKit(card));

const cardsDirectory = join(import.meta.dirname, '../test/fixtures/cards');
const fixtures = createRenderer({ cardsDirectory });
for (const sample of readSamples({ cardsDirectory }).filter(({ name }) =>
  ['thirty visits', 'empty form'].includes(name),
)) {
  const expanded = fixtures.render({ ...sample, summary: 'x' }) as { card: Card };
  measure(`translate ${sample.card} (${sample.name})`, () => toBlockKit(expanded.card));
  measure(`open ${sample.card} (${sample.name}) as a modal`, () => toModal(expanded.card));
}

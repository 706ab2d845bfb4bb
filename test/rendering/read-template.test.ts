// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Template } from 'adaptivecards-templating';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/core/store.ts';
import { prepareTemplate } from '../../src/rendering/prepare-template.ts';
import { readTemplate } from '../../src/rendering/read-template.ts';
import { readSamples } from '../../src/rendering/samples.ts';
import { teachTemplateWords } from '../../src/rendering/template-words.ts';

const cardsDirectory = fileURLToPath(new URL('../../cards', import.meta.url));
const samples = readSamples({ cardsDirectory });

beforeAll(() => teachTemplateWords());

/** As text, so that the order of properties, and whether they are there at all, count too. */
const library = (template: JsonObject, data: JsonObject) =>
  JSON.stringify(new Template(template).expand({ $root: data }));
const ours = (template: JsonObject, data: JsonObject) => {
  const expanded = readTemplate(template)?.(data);
  return expanded && JSON.stringify(expanded);
};

describe('A template read once', () => {
  it.each(samples.map((sample) => [`${sample.card}, ${sample.name}`, sample] as const))(
    'gives what the library gives: %s',
    (_, { card, data }) => {
      const prepared = prepareTemplate(JSON.parse(readFileSync(join(cardsDirectory, `${card}.json`), 'utf8')));
      expect(ours(prepared, data)).toBe(library(prepared, data));
    },
  );

  it('gives what the library gives, or leaves it to the library, for any template and any data', () => {
    let read = 0;
    fc.assert(
      fc.property(template, data, (body, root) => {
        const written = { type: 'AdaptiveCard', body: [body] };
        const expanded = ours(written, root);
        if (expanded === undefined) return;
        read += 1;
        expect(expanded).toBe(library(written, root));
      }),
      { numRuns: 400 },
    );
    // Leaving everything to the library would be no proof.
    expect(read).toBeGreaterThan(80);
  });

  it.each<[string, Json, JsonObject]>([
    ['a field that is missing', { text: '${name}' }, {}],
    ['one that is null', { text: '${name}' }, { name: null }],
    ['one under other capitals', { text: '${name}' }, { Name: 'x' }],
    ['a list where text belongs', { text: 'Hello ${names}' }, { names: ['a'] }],
    ['a condition that is neither true nor false', { $when: '${name}' }, { name: 'x' }],
    ['numbers compared', { $when: '${count == 1}' }, { count: 1 }],
    ['a link that may not be', { text: '${href(url)}' }, { url: 'javascript:alert(1)' }],
    ['a function of the language', { text: '${toUpper(name)}' }, { name: 'x' }],
    ['a condition that is no expression', { $when: 'yes' }, {}],
    ['data that is written out', { $data: [{ a: 1 }], text: '${a}' }, {}],
  ])('leaves to the library %s', (_, element, root) => {
    expect(ours({ type: 'AdaptiveCard', body: [element] }, root)).toBeUndefined();
  });

  it('shares what never changes between cards, and lets nobody change it', () => {
    const read = readTemplate({ body: [{ type: 'ActionSet', actions: [{ title: 'Go' }] }, { text: '${name}' }] });
    const [one, other] = [read?.({ name: 'a' }), read?.({ name: 'b' })] as { body: JsonObject[] }[];
    expect(one?.body[0]).toBe(other?.body[0]);
    expect(Object.isFrozen(one?.body[0]?.actions)).toBe(true);
    expect([one?.body[1], other?.body[1]]).toEqual([{ text: 'a' }, { text: 'b' }]);
  });
});

const text = fc.constantFrom('', 'Northcliffe', '**bold**', '[x](y)', '$', '{x}', '${name}', 'a\\b');
const anything = fc.oneof(text, fc.boolean(), fc.constantFrom<Json>(0, 2.5, null, [], {}), fc.array(text));
/** Mostly what a template would expect under each name; now and then something else. */
const usually = (expected: fc.Arbitrary<Json>) =>
  fc.oneof({ weight: 15, arbitrary: expected }, { weight: 1, arbitrary: anything });
const { data } = fc.letrec<{ data: JsonObject }>((tie) => ({
  data: fc.record({
    name: usually(text),
    open: usually(fc.boolean()),
    list: usually(fc.array(fc.oneof({ maxDepth: 2 }, text, tie('data')), { maxLength: 3 })),
    level: usually(fc.oneof({ maxDepth: 2 }, fc.constant({ name: 'x', open: true }), tie('data'))),
  }),
}));

const wild = fc.constantFrom('name', 'open', 'list', 'level', '$data', '$index', 'nobody', '$root.level.list');
const mostly = (...fields: readonly string[]) =>
  fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...fields) }, { weight: 1, arbitrary: wild });
const words = mostly('name', '$root.name', '$root.level.name');
const truth = mostly('open', '!open', '$root.open', '$root.level.open');
const condition = fc.oneof(
  truth,
  fc.tuple(words, text, fc.constantFrom('==', '!=')).map(([field, word, same]) => `${field} ${same} '${quoted(word)}'`),
  fc.tuple(truth, truth).map(([one, other]) => `${one} && ${other}`),
);
const shown = fc.oneof(
  text.filter((word) => !word.includes('${') && !word.includes('\\')),
  words.map((field) => `\${${field}}`),
  words.map((field) => `Said: \${plain(${field})}.`),
  fc.tuple(words, words).map(([one, other]) => `\${inert(${one})}\${${other}}`),
  condition.map((each) => `\${${each}}`),
);
const quoted = (word: string) => word.replace(/[\\'${}]/g, '');

const template: fc.Arbitrary<JsonObject> = fc.letrec<{ element: JsonObject }>((tie) => ({
  element: fc.record(
    {
      $data: mostly('list', 'level', '$root.list', '$root').map((field) => `\${${field}}`),
      $when: condition.map((each) => `\${${each}}`),
      text: shown,
      isVisible: fc.oneof(shown, fc.boolean(), fc.constant(null)),
      items: fc.array(fc.oneof({ maxDepth: 3 }, shown, tie('element')), { maxLength: 3 }),
      style: fc.oneof({ maxDepth: 3 }, shown, tie('element')),
    },
    { requiredKeys: [] },
  ),
})).element;

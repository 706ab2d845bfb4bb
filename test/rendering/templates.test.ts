// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/store.ts';
import { CardFault } from '../../src/rendering/card-fault.ts';
import { readSamples } from '../../src/rendering/samples.ts';
import { createRenderer, MOST_CARD_BYTES } from '../../src/rendering/templates.ts';

let cardsDirectory: string;
beforeEach(() => {
  cardsDirectory = mkdtempSync(join(tmpdir(), 'cards-'));
});
afterEach(() => rmSync(cardsDirectory, { recursive: true }));

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(cardsDirectory, path)), { recursive: true });
  writeFileSync(join(cardsDirectory, path), typeof content === 'string' ? content : JSON.stringify(content));
}

const line = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });

/** Renders a card of this body, and gives back its body. */
function render(body: readonly object[], data: JsonObject = {}, actions: readonly object[] = []) {
  write('schools/level.json', { type: 'AdaptiveCard', body, actions });
  const { card } = createRenderer({ cardsDirectory }).render({ card: 'schools/level', data, summary: 'Level 3.' });
  return card as unknown as { body: JsonObject[]; actions: JsonObject[] };
}

const reasonOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof CardFault) return error.message;
    throw error;
  }
  return 'nothing was thrown';
};

describe('a rendered card', () => {
  it('has the envelope every card has, whatever the template says of it', () => {
    write('schools/level.json', {
      type: 'AdaptiveCard',
      version: '1.9',
      lang: 'fr',
      $schema: 'other',
      body: [line('Hello')],
    });
    const { summary, card } = createRenderer({ cardsDirectory }).render({
      card: 'schools/level',
      data: {},
      summary: 'Level 3.',
    });
    expect(summary).toBe('Level 3.');
    expect(card).toEqual({
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Level 3.',
      body: [line('Hello')],
    });
  });

  it('is expanded as the templating library expands it', () => {
    const body = [
      line('${school.name}: ${count(reasons)} reasons'),
      line('${$index + 1}) ${words}', { $data: '${reasons}', $when: '${weight > 1}' }),
      { type: 'Container', $data: '${level}', isVisible: '${shown}', items: [line('${key} of ${$root.school.name}')] },
    ];
    const data = {
      school: { name: 'Northcliffe' },
      reasons: [
        { words: 'One', weight: 2 },
        { words: 'Two', weight: 1 },
      ],
      level: { key: 3, shown: true },
    };
    expect(render(body, data).body).toEqual(new Template(body).expand({ $root: data }));
  });

  it('gives each Execute a Submit for clients that know no other, with the verb among the data', () => {
    const execute = {
      type: 'Action.Execute',
      title: 'Open ${name}',
      verb: 'open',
      data: { id: '${id}' },
      style: 'positive',
      tooltip: 'Opens it',
      $when: '${open}',
    };
    const { actions } = render([line('x')], { name: 'it', id: 7, open: true }, [
      execute,
      { ...execute, $when: '${!open}' },
    ]);
    expect(actions).toEqual([
      {
        type: 'Action.Execute',
        title: 'Open it',
        verb: 'open',
        data: { id: 7 },
        style: 'positive',
        tooltip: 'Opens it',
        fallback: { type: 'Action.Submit', title: 'Open it', data: { verb: 'open', id: 7 }, style: 'positive' },
      },
    ]);
  });

  it('gives them to actions in ShowCards, in rows and on containers too', () => {
    const execute = { type: 'Action.Execute', title: 'Go', verb: 'go' };
    const showCard = {
      type: 'Action.ShowCard',
      title: 'More',
      card: { type: 'AdaptiveCard', body: [], actions: [execute] },
    };
    const { body, actions } = render(
      [
        { type: 'ActionSet', actions: [execute] },
        { type: 'Container', items: [], selectAction: execute },
      ],
      {},
      [showCard],
    );
    expect(JSON.stringify([body, actions]).match(/"data":\{"verb":"go"\}/g)).toHaveLength(3);
  });
});

describe('data in a card', () => {
  const TYPED = '**b** [l](https://evil.example) <at>all</at> ${x}';

  it('is plain text wherever a client reads Markdown', () => {
    const body = [
      line('${typed}'),
      line('Said: ${typed}'),
      { type: 'FactSet', facts: [{ title: '${typed}', value: '${typed}' }] },
    ];
    for (const text of JSON.stringify(render(body, { typed: TYPED }).body).match(/\\\\\*[^"]*/g) ?? []) {
      expect(text).toContain('\\\\[l\\\\]\u2060(https:\u2060//');
    }
    expect(JSON.stringify(render(body, { typed: TYPED }))).not.toMatch(/\]\(|<at|\$\{|"\*\*b/);
  });

  it('has nothing visible added to it where clients read none', () => {
    const body = [
      { type: 'RichTextBlock', inlines: ['${typed}', { type: 'TextRun', text: '${typed}' }] },
      { type: 'Input.Text', id: 'a', label: '${typed}', value: '${typed}' },
    ];
    const said = JSON.stringify(render(body, { typed: TYPED }).body).replaceAll('\u2060', '');
    expect(said.split(TYPED)).toHaveLength(5);
  });

  it('is never evaluated, and never taken for an expression that was left', () => {
    const { body } = render([{ type: 'Input.Text', id: 'a', label: 'Words', value: '${typed}' }], {
      typed: '${school.secret}',
      school: { secret: 'level 4' },
    });
    expect(body[0]?.value).toBe('$\u2060{school.secret}');
  });

  it('is not taken for an expression when two fields stand together either', () => {
    expect(
      render([{ type: 'Input.Text', id: 'a', label: 'x', value: '${one}${other}' }], { one: '$', other: '{x}' }).body[0]
        ?.value,
    ).toBe('$\u2060{x}');
  });

  it('may be an address in a link that the template writes', () => {
    const { body } = render([line('[${name}](${href(url)})')], {
      name: 'The *register*',
      url: 'https://ours.example/a(b)',
    });
    expect(body[0]?.text).toBe('[The \\*register\\*](https://ours.example/a%28b%29)');
  });

  it('is compared as it is, and only shown as text', () => {
    expect(render([line('yes', { $when: "${state == 'in_progress'}" })], { state: 'in_progress' }).body).toHaveLength(
      1,
    );
  });

  it('may be a number or a truth', () => {
    expect(
      render([line('${count} of ${done}'), line('${count}')], { count: 3, done: true }).body.map(({ text }) => text),
    ).toEqual(['3 of true', '3']);
  });
});

describe('what the renderer refuses', () => {
  it.each([
    ['a field the data does not have', [line('${school.name}')], {}, 'school.name'],
    ['one that is null', [line('Name: ${name}')], { name: null }, 'name'],
    ['one that is missing in an address', [{ type: 'Image', url: '${picture}', altText: 'x' }], {}, '${picture}'],
    ['a list where text belongs', [line('${names}')], { names: ['a'] }, 'not text'],
    ['a list that is not there', [line('${name}', { $data: '${schools}' })], {}, 'name'],
    ['a script in a link', [line('[x](${href(url)})')], { url: 'javascript:alert(1)' }, 'href(url)'],
  ])('%s', (_, body, data, what) => {
    const reason = reasonOf(() => render(body, data));
    expect(reason).toContain('Card schools/level: ');
    expect(reason).toContain(what);
  });

  it('a card there is not', () => {
    const renderer = createRenderer({ cardsDirectory });
    expect(reasonOf(() => renderer.render({ card: 'schools/other', data: {}, summary: '' }))).toContain(
      'there is no cards/schools/other.json',
    );
  });

  it('a card that Teams would not take', () => {
    expect(reasonOf(() => render([line('${words}')], { words: 'x'.repeat(MOST_CARD_BYTES) }))).toMatch(
      /\d+ bytes is more than/,
    );
    expect(render([line('${words}')], { words: 'x'.repeat(MOST_CARD_BYTES - 500) }).body).toHaveLength(1);
  });

  it.each([
    ['text that is not JSON', '{', 'JSON'],
    ['something that is not a card', { type: 'Message' }, 'not an AdaptiveCard'],
    ['a card without a body', { type: 'AdaptiveCard' }, 'no body'],
    ['an expression that never ends', { type: 'AdaptiveCard', body: [line('${name')] }, 'never closed'],
    ['an expression that cannot be read', { type: 'AdaptiveCard', body: [line('${name +}')] }, 'syntax'],
    ['a function there is not', { type: 'AdaptiveCard', body: [{ type: 'Image', url: '${nosuch(x)}' }] }, 'nosuch'],
    [
      'an Execute without a verb',
      { type: 'AdaptiveCard', body: [], actions: [{ type: 'Action.Execute', title: 'Go' }] },
      'no verb',
    ],
    [
      'data that is not an object',
      {
        type: 'AdaptiveCard',
        body: [],
        actions: [{ type: 'Action.Execute', title: 'Go', verb: 'go', data: '${all}' }],
      },
      'not an object',
    ],
    [
      'data with a verb of its own',
      {
        type: 'AdaptiveCard',
        body: [],
        actions: [{ type: 'Action.Execute', title: 'Go', verb: 'go', data: { verb: 'x' } }],
      },
      'verb of its own',
    ],
  ])('%s, before anything is served, by the name of the file', (_, template, what) => {
    write('schools/broken.json', template);
    const reason = reasonOf(() => createRenderer({ cardsDirectory }));
    expect(reason).toContain('Card schools/broken: ');
    expect(reason).toContain(what);
  });
});

describe('samples', () => {
  it('are read beside their cards, and are no cards themselves', () => {
    write('schools/level.json', { type: 'AdaptiveCard', body: [] });
    write('schools/level.sample.json', [{ name: 'first', data: { key: '3' } }]);
    write('visits/list.json', { type: 'AdaptiveCard', body: [] });
    expect(readSamples({ cardsDirectory })).toEqual([{ card: 'schools/level', name: 'first', data: { key: '3' } }]);
    expect(createRenderer({ cardsDirectory }).cards).toEqual(['schools/level', 'visits/list']);
  });

  it.each([
    ['no list', { name: 'x', data: {} }],
    ['an empty list', []],
    ['a state without a name', [{ data: {} }]],
    ['a state with more than name and data', [{ name: 'x', data: {}, note: 'y' }]],
  ])('that are %s are refused by the name of the card', (_, states) => {
    write('schools/level.json', { type: 'AdaptiveCard', body: [] });
    write('schools/level.sample.json', states);
    expect(reasonOf(() => readSamples({ cardsDirectory }))).toContain('Card schools/level: its sample');
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
import { describe, expect, it } from 'vitest';
import { readSamples } from '../../src/rendering/samples.ts';
import { createRenderer, MOST_CARD_BYTES } from '../../src/rendering/templates.ts';
import { cardsFolder, faultOf, line, render } from './cards-folder.ts';

describe('what the renderer refuses', () => {
  it.each([
    ['a field the data does not have', [line('${school.name}')], {}, 'school.name'],
    ['one that is null', [line('Name: ${name}')], { name: null }, 'name'],
    ['one that is missing in an address', [{ type: 'Image', url: '${picture}', altText: 'x' }], {}, '${picture}'],
    ['a list where text belongs', [line('${names}')], { names: ['a'] }, 'not text'],
    ['a list that is not there', [line('${name}', { $data: '${schools}' })], {}, 'schools'],
    ['a script in a link', [line('[x](${href(url)})')], { url: 'javascript:alert(1)' }, 'href(url)'],
  ])('%s', (_, body, data, what) => {
    const reason = faultOf(() => render(body, data));
    expect(reason).toContain('Card schools/level: ');
    expect(reason).toContain(what);
  });

  it('a card there is not', () => {
    const renderer = createRenderer({ cardsDirectory: cardsFolder({}) });
    expect(faultOf(() => renderer.render({ card: 'schools/other', data: {}, summary: '' }))).toContain(
      'there is no cards/schools/other.json',
    );
  });

  it('a card that Teams would not take', () => {
    expect(faultOf(() => render([line('${words}')], { words: 'x'.repeat(MOST_CARD_BYTES) }))).toMatch(
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
    const cardsDirectory = cardsFolder({ 'schools/broken.json': template });
    const reason = faultOf(() => createRenderer({ cardsDirectory }));
    expect(reason).toContain('Card schools/broken: ');
    expect(reason).toContain(what);
  });
});

describe('samples', () => {
  it('are read beside their cards, and are no cards themselves', () => {
    const cardsDirectory = cardsFolder({
      'schools/level.json': { type: 'AdaptiveCard', body: [] },
      'schools/level.sample.json': [{ name: 'first', data: { key: '3' } }],
      'visits/list.json': { type: 'AdaptiveCard', body: [] },
    });
    expect(readSamples({ cardsDirectory })).toEqual([{ card: 'schools/level', name: 'first', data: { key: '3' } }]);
    expect(createRenderer({ cardsDirectory }).cards).toEqual(['schools/level', 'visits/list']);
  });

  it.each([
    ['no list', { name: 'x', data: {} }],
    ['an empty list', []],
    ['a state without a name', [{ data: {} }]],
    ['a state with more than name and data', [{ name: 'x', data: {}, note: 'y' }]],
  ])('that are %s are refused by the name of the card', (_, states) => {
    const cardsDirectory = cardsFolder({
      'schools/level.json': { type: 'AdaptiveCard', body: [] },
      'schools/level.sample.json': states,
    });
    expect(faultOf(() => readSamples({ cardsDirectory }))).toContain('Card schools/level: its sample');
  });
});

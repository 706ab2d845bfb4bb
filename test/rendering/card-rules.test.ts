// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
import { describe, expect, it } from 'vitest';
import type { AdaptiveCard } from '../../src/core/reply.ts';
import { cardProblems } from './card-rules.ts';

const line = { type: 'TextBlock', text: 'Level 3', wrap: true };
const execute = (title: string, more: object = {}) => ({
  type: 'Action.Execute',
  title,
  verb: 'go',
  data: { id: 1 },
  fallback: { type: 'Action.Submit', title, data: { verb: 'go', id: 1 } },
  ...more,
});
const input = { type: 'Input.Text', id: 'words', label: 'Words' };
const card = (more: object): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  lang: 'en',
  fallbackText: 'Level 3.',
  body: [line],
  ...more,
});

describe('the rules every card is held to', () => {
  it('find nothing wrong with a good card', () => {
    expect(cardProblems(card({ body: [line, input], actions: [execute('Go')] }))).toEqual([]);
  });

  it.each([
    ['a newer version', { version: '1.6' }, 'version'],
    ['no fallback text', { fallbackText: '' }, 'fallbackText'],
    ['nothing in it', { body: [] }, 'nothing to read'],
    ['an element we do not use', { body: [{ type: 'Media' }] }, 'Invalid'],
    ['a property that is misspelt', { body: [{ ...line, wraps: true }] }, 'wraps'],
    ['a value there is not', { body: [{ ...line, size: 'huge' }] }, 'huge'],
    ['text that does not wrap', { body: [{ type: 'TextBlock', text: 'Level' }] }, 'neither wraps'],
    ['an image without a description', { body: [{ type: 'Image', url: 'https://ours.example/a.png' }] }, 'altText'],
    ['an input without a label', { body: [{ type: 'Input.Text', id: 'a' }] }, 'label'],
    ['a required input without a message', { body: [{ ...input, isRequired: true }] }, 'no message'],
    ['a bounded one without', { body: [{ type: 'Input.Number', id: 'a', label: 'x', min: 0 }] }, 'no message'],
    ['two elements of one id', { body: [input, input] }, 'two elements have the id "words"'],
    ['an action without a title', { actions: [execute('')] }, 'title'],
    ['seven actions', { actions: Array.from({ length: 7 }, (_, index) => execute(`Go ${index}`)) }, 'actions'],
    ['two buttons read alike', { actions: [execute('Open'), execute('Open')] }, 'both read as'],
    ['an Execute without a fallback', { actions: [{ ...execute('Go'), fallback: undefined }] }, 'fallback'],
    ['a fallback with other data', { actions: [execute('Go', { data: { id: 2 } })] }, 'falls back to other data'],
    ['a link to a script', { actions: [{ type: 'Action.OpenUrl', title: 'Go', url: 'javascript:alert(1)' }] }, 'url'],
    ['an expression left', { body: [{ ...line, text: '${name}' }] }, 'an expression is left'],
    ['a function for the client', { body: [{ ...line, text: '{{DATE(2026-11-02T09:00:00Z)}}' }] }, 'for the client'],
    ['a property that is null', { body: [line], refresh: null }, 'null'],
    ['more than Teams takes', { body: [{ ...line, text: 'x'.repeat(29_000) }] }, 'bytes'],
  ])('refuse a card with %s', (_, more, what) => {
    // As it is sent: without the properties that are undefined.
    expect(cardProblems(JSON.parse(JSON.stringify(card(more)))).join('\n')).toContain(what);
  });
});

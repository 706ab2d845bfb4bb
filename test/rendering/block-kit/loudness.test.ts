import { describe, expect, it } from 'vitest';
import {
  BlockKitLimitError,
  type Card,
  toBlockKit,
  toModal,
  UnsupportedElementError,
} from '../../../src/rendering/block-kit/index.ts';
import { cardOf, execute, line } from './small-cards.ts';

const pathOf = (show: () => unknown): string => {
  try {
    show();
  } catch (error) {
    if (error instanceof UnsupportedElementError || error instanceof BlockKitLimitError)
      return `${error.path} ${error.message}`;
    throw error;
  }
  return 'nothing was thrown';
};

describe('what there is no translation for', () => {
  it.each([
    ['an element', cardOf([line('x'), { type: 'Media', sources: [] }]), 'body[1]', 'element "Media"'],
    [
      'an element deep inside',
      cardOf([{ type: 'ColumnSet', columns: [{ items: [{ type: 'Container', items: [{ type: 'Carousel' }] }] }] }]),
      'body[0].columns[0].items[0].items[0]',
      '"Carousel"',
    ],
    ['an element without a type', cardOf([{ text: 'x' }]), 'body[0]', 'element ""'],
    [
      'an element in a cell',
      cardOf([{ type: 'Table', rows: [{ cells: [{ items: [{ type: 'Badge' }] }] }] }]),
      'body[0].rows[0].cells[0].items[0]',
      '"Badge"',
    ],
    ['a fallback', cardOf([{ type: 'Rating', fallback: { type: 'Stars' } }]), 'body[0].fallback', '"Stars"'],
    ['an action', cardOf([], [{ type: 'Action.Http', title: 'x' }]), 'actions[0]', 'action "Action.Http"'],
    [
      'an action inside a ShowCard',
      cardOf(
        [],
        [{ type: 'Action.ShowCard', title: 'x', card: cardOf([], [{ type: 'Action.InsertImage', title: 'x' }]) }],
      ),
      'actions[0].card.actions[0]',
      '"Action.InsertImage"',
    ],
    ['an action without a title', cardOf([], [execute('')]), 'actions[0]', 'without a title'],
    [
      'a ShowCard without a card',
      cardOf([], [{ type: 'Action.ShowCard', title: 'x' }]),
      'actions[0]',
      'without a card',
    ],
    ['data that is text', cardOf([], [execute('x', { data: 'text' })]), 'actions[0]', 'not an object'],
    [
      'a link to a script',
      cardOf([], [{ type: 'Action.OpenUrl', title: 'x', url: 'javascript:alert(1)' }]),
      'actions[0]',
      'javascript',
    ],
    [
      'an inline',
      cardOf([{ type: 'RichTextBlock', inlines: [{ type: 'IconRun' }] }]),
      'body[0].inlines[0]',
      '"IconRun"',
    ],
    [
      'an action on a run of text',
      cardOf([{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'x', selectAction: execute('x') }] }]),
      'body[0].inlines[0].selectAction',
      'run of text',
    ],
    ['a password', cardOf([{ type: 'Input.Text', id: 'a', label: 'x', style: 'password' }]), 'body[0]', 'password'],
    ['an input without a label', cardOf([{ type: 'Input.Text', id: 'a' }]), 'body[0]', 'without a label'],
    ['an input without an id', cardOf([{ type: 'Input.Text', label: 'x' }]), 'body[0]', 'the id ""'],
    [
      'a second input of one id',
      cardOf([
        { type: 'Input.Text', id: 'a', label: 'x' },
        { type: 'Input.Date', id: 'a', label: 'x' },
      ]),
      'body[1]',
      'second input',
    ],
    [
      'an input that is never shown',
      cardOf([{ type: 'Input.Text', id: 'a', label: 'x', isVisible: false }]),
      'body[0]',
      'never shown',
    ],
    [
      'choices looked up while typing',
      cardOf([{ type: 'Input.ChoiceSet', id: 'a', label: 'x', 'choices.data': {} }]),
      'body[0]',
      'looked up',
    ],
    [
      'no choices',
      cardOf([{ type: 'Input.ChoiceSet', id: 'a', label: 'x', choices: [] }]),
      'body[0]',
      'without choices',
    ],
    ['an unknown input', cardOf([{ type: 'Input.Rating', id: 'a', label: 'x' }]), 'body[0]', '"Input.Rating"'],
    ['a list that is not one', { type: 'AdaptiveCard', body: 'text' } as Card, 'body', 'expected a list'],
    ['an element that is not one', { type: 'AdaptiveCard', body: [null] } as Card, 'body[0]', 'expected an object'],
    ['something that is not a card', { type: 'HeroCard' } as unknown as Card, '', '"HeroCard"'],
  ])('%s is refused aloud, by its place in the card', (_, card, path, what) => {
    const said = pathOf(() => toBlockKit(card));
    expect(said).toContain(`${path} `);
    expect(said).toContain(what);
  });
});

describe('what Slack has no room for and cannot be cut', () => {
  const choice = (value: string) => ({ title: 'x', value });
  it.each([
    ['data above 2,000 characters', cardOf([], [execute('x', { data: { words: 'x'.repeat(2000) } })]), 'actions[0]'],
    [
      'an address above 3,000 characters',
      cardOf([], [{ type: 'Action.OpenUrl', title: 'x', url: `https://ours.example/${'x'.repeat(3000)}` }]),
      'actions[0]',
    ],
    [
      'the value of a choice above 75 characters',
      cardOf([{ type: 'Input.ChoiceSet', id: 'a', label: 'x', choices: [choice('x'.repeat(76))] }]),
      'body[0].choices[0]',
    ],
    [
      'an empty value',
      cardOf([{ type: 'Input.ChoiceSet', id: 'a', label: 'x', choices: [choice('')] }]),
      'body[0].choices[0]',
    ],
    [
      'a text to begin with above 3,000 characters',
      cardOf([{ type: 'Input.Text', id: 'a', label: 'x', value: 'x'.repeat(3001) }]),
      'body[0]',
    ],
    ['an id above what a block takes', cardOf([{ type: 'Input.Text', id: 'x'.repeat(250), label: 'x' }]), 'body[0]'],
  ])('%s', (_, card, path) => {
    expect(pathOf(() => toBlockKit(card))).toContain(`${path} `);
  });

  it('a form of more than a hundred blocks', () => {
    const inputs = Array.from({ length: 101 }, (_, index) => ({ type: 'Input.Text', id: `a${index}`, label: 'x' }));
    expect(pathOf(() => toModal(cardOf(inputs, [execute('Send')])))).toContain('a form of 101 blocks');
  });

  it('a form that nothing sends, and a form that is not there', () => {
    const input = { type: 'Input.Text', id: 'a', label: 'x' };
    expect(pathOf(() => toModal(cardOf([input])))).toContain('no action sends');
    expect(pathOf(() => toModal(cardOf([input], [execute('Send')]), { form: 1 }))).toContain('no form 1');
  });

  it('more to carry in a form than its metadata holds', () => {
    const input = { type: 'Input.Text', id: 'a', label: 'x' };
    expect(pathOf(() => toModal(cardOf([input], [execute('Send')]), { ref: 'x'.repeat(3000) }))).toContain('3000');
  });
});

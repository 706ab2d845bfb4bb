import { describe, expect, it } from 'vitest';
import { toBlockKit } from '../../../src/rendering/block-kit/index.ts';
import { blocksOf, cardOf, execute, line, plain, rich, run } from './small-cards.ts';

describe('what each element becomes', () => {
  it('a heading becomes a header', () => {
    expect(blocksOf(line('Visits', { style: 'heading' }))).toEqual([{ type: 'header', text: plain('Visits') }]);
    expect(blocksOf(line('Visits', { size: 'ExtraLarge' }))).toEqual([{ type: 'header', text: plain('Visits') }]);
  });

  it('a heading with a link in it, or above 150 characters, becomes bold text', () => {
    expect(blocksOf(line('[Visits](https://ours.example/)', { style: 'heading' }))).toEqual([
      rich({ type: 'link', url: 'https://ours.example/', text: 'Visits', style: { bold: true } }),
    ]);
    expect(blocksOf(line('x'.repeat(151), { size: 'large' }))).toEqual([rich(run('x'.repeat(151), 'bold'))]);
  });

  it('a paragraph becomes rich text, its emphasis and links kept', () => {
    expect(blocksOf(line('Level **3**, _agreed_ in [June](https://ours.example/june).'))).toEqual([
      rich(
        run('Level '),
        run('3', 'bold'),
        run(', '),
        run('agreed', 'italic'),
        run(' in '),
        { type: 'link', url: 'https://ours.example/june', text: 'June' },
        run('.'),
      ),
    ]);
  });

  it('small print becomes a context', () => {
    expect(blocksOf(line('As at **today**', { isSubtle: true }))).toEqual([
      { type: 'context', elements: [plain('As at today')] },
    ]);
  });

  it('colour is left out, since it carries no words', () => {
    expect(blocksOf(line('Late', { color: 'attention' }))).toEqual([rich(run('Late'))]);
  });

  it('lists become lists, and one that does not count from one keeps its own numbers', () => {
    const item = (text: string) => ({ type: 'rich_text_section', elements: [run(text)] });
    expect(blocksOf(line('Agreed:\n- a plan\n- a lead\n\n1. first\n2. second'))).toEqual([
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [run('Agreed:')] },
          { type: 'rich_text_list', style: 'bullet', elements: [item('a plan'), item('a lead')] },
          { type: 'rich_text_list', style: 'ordered', elements: [item('first'), item('second')] },
        ],
      },
    ]);
    expect(blocksOf(line('4. fourth'))).toEqual([rich(run('4. fourth'))]);
  });

  it('elements set close together share a block', () => {
    const [block, ...others] = blocksOf(line('One'), line('Two', { spacing: 'none' }));
    expect(others).toEqual([]);
    expect(block).toMatchObject({ type: 'rich_text', elements: [{}, {}] });
  });

  it('a separator becomes a divider, but not before the first element', () => {
    expect(
      blocksOf(line('One', { separator: true }), line('Two', { separator: true })).map(({ type }) => type),
    ).toEqual(['rich_text', 'divider', 'rich_text']);
  });

  it('runs of rich text keep their styles, and are not read as Markdown', () => {
    const inlines = [
      'Plain ',
      { type: 'TextRun', text: '*typed*', weight: 'bolder', italic: true, strikethrough: true },
      { type: 'TextRun', text: 'page', selectAction: { type: 'Action.OpenUrl', url: 'https://ours.example/' } },
    ];
    expect(blocksOf({ type: 'RichTextBlock', inlines })).toEqual([
      rich(run('Plain '), run('*typed*', 'bold', 'italic', 'strike'), {
        type: 'link',
        url: 'https://ours.example/',
        text: 'page',
      }),
    ]);
  });

  it('facts become lines with their titles in bold', () => {
    const facts = [
      { title: 'Adviser', value: 'A. N. Adviser' },
      { title: 'Ready?', value: 'yes' },
    ];
    expect(blocksOf({ type: 'FactSet', facts })).toEqual([
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [run('Adviser', 'bold'), run(': ', 'bold'), run('A. N. Adviser')] },
          { type: 'rich_text_section', elements: [run('Ready?', 'bold'), run(' ', 'bold'), run('yes')] },
        ],
      },
    ]);
  });

  it('a container with a meaning has it said by a mark', () => {
    const container = (style: string, item: object) => ({ type: 'Container', style, items: [item] });
    expect(blocksOf(container('warning', line('Soon')))).toEqual([rich(run('⚠️ '), run('Soon'))]);
    expect(blocksOf(container('attention', line('Late', { style: 'heading' })))).toEqual([
      { type: 'header', text: plain('❗ Late') },
    ]);
    expect(blocksOf(container('emphasis', line('Quiet')))).toEqual([rich(run('Quiet'))]);
  });

  it('columns of one line each become one line', () => {
    const columns = ['Lessons', '12'].map((text) => ({ type: 'Column', items: [line(text)] }));
    expect(blocksOf({ type: 'ColumnSet', columns })).toEqual([rich(run('Lessons'), run('  ·  '), run('12'))]);
  });

  it('a row of words and one button becomes text with the button beside it', () => {
    const open = execute('Open', { tooltip: 'Open the visit of 2 November' });
    const columns = [
      { type: 'Column', items: [line('2 November', { weight: 'bolder' }), line('Phonics')] },
      { type: 'Column', items: [{ type: 'ActionSet', actions: [open] }] },
    ];
    expect(blocksOf({ type: 'ColumnSet', columns })).toEqual([
      {
        type: 'section',
        text: plain('2 November\nPhonics'),
        accessory: {
          type: 'button',
          text: plain('Open'),
          accessibility_label: 'Open the visit of 2 November',
          action_id: 'act:1',
          value: '{"verb":"do","data":{"id":1}}',
        },
      },
    ]);
  });

  it('columns of more than words stand one under another', () => {
    const columns = [
      {
        type: 'Column',
        items: [{ type: 'Image', url: 'https://ours.example/a.png', altText: 'Badge', size: 'small' }],
      },
      { type: 'Column', items: [line('Alliance')] },
    ];
    expect(blocksOf({ type: 'ColumnSet', columns })).toEqual([
      { type: 'context', elements: [{ type: 'image', image_url: 'https://ours.example/a.png', alt_text: 'Badge' }] },
      rich(run('Alliance')),
    ]);
  });

  it('a large image stands alone, and one that is inside the card is told by its description', () => {
    expect(blocksOf({ type: 'Image', url: 'https://ours.example/map.png', altText: 'Map' })).toEqual([
      { type: 'image', image_url: 'https://ours.example/map.png', alt_text: 'Map' },
    ]);
    expect(blocksOf({ type: 'Image', url: 'data:image/png;base64,AAAA', altText: 'Map' })).toEqual([rich(run('Map'))]);
  });

  it('what a ShowCard would show is shown', () => {
    const actions = [{ type: 'Action.ShowCard', title: 'History', card: cardOf([line('Level 2')], [execute('Ask')]) }];
    expect(toBlockKit(cardOf([], actions)).blocks).toMatchObject([
      rich(run('History', 'bold')),
      rich(run('Level 2')),
      { type: 'actions', elements: [{ text: plain('Ask') }] },
    ]);
  });

  it('what a toggle would bring to light is there; what nothing brings to light is not', () => {
    const toggle = { type: 'Action.ToggleVisibility', title: 'More', targetElements: ['more', { elementId: 'rest' }] };
    const hidden = (id: string) => line(id, { id, isVisible: false });
    expect(toBlockKit(cardOf([hidden('more'), hidden('rest'), hidden('never')], [toggle])).blocks).toEqual([
      rich(run('more')),
      rich(run('rest')),
    ]);
  });

  it('the arrow beside a section that opens and closes is left out', () => {
    const toggle = { type: 'Action.ToggleVisibility', title: 'Why?', targetElements: ['why', 'open', 'closed'] };
    const arrows = [line('▲', { id: 'open', isVisible: false }), line('▼', { id: 'closed' })];
    const columns = [
      { type: 'Column', items: [line('Why?')] },
      { type: 'Column', items: arrows },
    ];
    const why = line('Two reasons', { id: 'why', isVisible: false });
    expect(blocksOf({ type: 'ColumnSet', columns, selectAction: toggle }, why, line('→'))).toEqual([
      rich(run('Why?')),
      rich(run('Two reasons')),
      rich(run('→')),
    ]);
  });

  it('an action on a whole container becomes a button beside its words, or after what is more than words', () => {
    const action = { selectAction: execute('Open the school') };
    expect(blocksOf({ type: 'Container', items: [line('School'), line('Level 3')], ...action })).toMatchObject([
      { type: 'section', text: plain('School\nLevel 3'), accessory: { text: plain('Open the school') } },
    ]);
    const image = { type: 'Image', url: 'https://ours.example/a.png', altText: 'Badge' };
    expect(blocksOf({ type: 'Container', items: [image], ...action })).toMatchObject([
      { type: 'image' },
      { type: 'actions', elements: [{ text: plain('Open the school') }] },
    ]);
  });

  it('the chevron at the end of a row that can be pressed is left out, for there is a button', () => {
    const column = (text: string) => ({ type: 'Column', items: [line(text)] });
    const row = { type: 'ColumnSet', columns: [column('Hollin Lane'), column('›')] };
    const pressed = { type: 'Container', items: [row], selectAction: execute('Open') };
    expect(blocksOf(pressed)).toMatchObject([{ type: 'section', text: plain('Hollin Lane'), accessory: {} }]);
  });

  it('a property may be written in any case', () => {
    expect(blocksOf(line('Visits', { style: 'Heading' }))).toEqual([{ type: 'header', text: plain('Visits') }]);
    expect(blocksOf(line('Visits', { weight: 'Bolder' }))).toEqual([rich(run('Visits', 'bold'))]);
    const [row] = toBlockKit(cardOf([], [execute('Agree', { style: 'Positive' })])).blocks;
    expect(row).toMatchObject({ elements: [{ style: 'primary' }] });
  });

  it('a newer element gives way to its fallback, or to nothing when it says so', () => {
    expect(blocksOf({ type: 'Rating', fallback: line('4 of 5') })).toEqual([rich(run('4 of 5'))]);
    expect(blocksOf({ type: 'Rating', fallback: 'drop' })).toEqual([]);
    expect(blocksOf({ ...line('New'), requires: { charts: '1.0' }, fallback: line('Old') })).toEqual([
      rich(run('Old')),
    ]);
  });

  it('a card without words is an empty message', () => {
    expect(toBlockKit(cardOf([line('  ')]))).toEqual({ text: '', blocks: [], page: 1, pages: 1 });
  });
});

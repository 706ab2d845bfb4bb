import { describe, expect, it } from 'vitest';
import { toBlockKit } from '../../../src/rendering/block-kit/index.ts';
import { blocksOf, cardOf, execute, line, rich, run } from './small-cards.ts';

describe('a table', () => {
  const cell = (...items: object[]) => ({ type: 'TableCell', items });
  const table = (rows: readonly object[][], more: object = {}) => ({
    type: 'Table',
    columns: [{ width: 1 }, { width: 1, horizontalCellContentAlignment: 'right' }],
    rows: rows.map((cells) => ({ type: 'TableRow', cells })),
    ...more,
  });
  const small = table([
    [cell(line('Kind')), cell(line('Half-days'))],
    [cell(line('Core')), cell()],
  ]);

  it('becomes Slack’s own, its headings bold and its empty cells blank', () => {
    expect(blocksOf(small)).toEqual([
      {
        type: 'table',
        column_settings: [{ is_wrapped: true }, { is_wrapped: true, align: 'right' }],
        rows: [
          [rich(run('Kind', 'bold')), rich(run('Half-days', 'bold'))],
          [rich(run('Core')), rich(run(' '))],
        ],
      },
    ]);
  });

  it('is told row by row when there is a second one, for Slack takes one in a message', () => {
    const [first, second] = blocksOf(small, small);
    expect(first?.type).toBe('table');
    expect(second).toEqual({
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [run('Kind', 'bold'), run(': ', 'bold'), run('Core')] },
        { type: 'rich_text_section', elements: [run('Half-days', 'bold'), run(': ', 'bold')] },
      ],
    });
  });

  it('is told row by row when a cell holds a button', () => {
    const rows = [
      [cell(line('Visit')), cell(line('Do'))],
      [cell(line('Phonics')), cell({ type: 'ActionSet', actions: [execute('Open')] })],
    ];
    expect(blocksOf(table(rows)).map(({ type }) => type)).toEqual(['rich_text', 'rich_text', 'actions']);
  });

  it('loses no heading when a row is shorter than the headings', () => {
    const rows = [
      [cell(line('Kind')), cell({ type: 'Image', url: 'data:x', altText: 'Half-days' })],
      [cell(line('Core'))],
    ];
    expect(JSON.stringify(blocksOf(table(rows)))).toMatch(/Kind.*Half-days.*Core/);
  });

  it('of more than a hundred rows is told in full', () => {
    const rows = Array.from({ length: 120 }, (_, index) => [cell(line(`Visit ${index}.`)), cell(line('1'))]);
    const { pages } = toBlockKit(cardOf([table(rows)]));
    const all = Array.from({ length: pages }, (_, page) =>
      JSON.stringify(toBlockKit(cardOf([table(rows)]), { page: page + 1 })),
    );
    for (const index of rows.keys()) expect(all.join('')).toContain(`Visit ${index}.`);
  });
});

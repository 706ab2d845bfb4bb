import { describe, expect, it } from 'vitest';
import { homeProblems, LIMITS_READ, messageProblems, modalProblems } from './oracle.ts';

const text = (words: string) => ({ type: 'plain_text', text: words, emoji: false });
const button = (id: string) => ({ type: 'button', text: text('Go'), action_id: id, accessibility_label: 'Go' });
const message = (...blocks: unknown[]) => messageProblems({ text: 'Summary', blocks });

describe('the oracle that says what Slack would take', () => {
  it('reads its limits out of the comments in Slack’s types', () => {
    expect(LIMITS_READ.length).toBeGreaterThan(90);
  });

  it('takes a message of plain parts', () => {
    expect(
      message(
        { type: 'header', text: text('Heading') },
        { type: 'divider' },
        { type: 'actions', elements: [button('a')] },
      ),
    ).toEqual([]);
  });

  it.each([
    ['a heading above 150 characters', { type: 'header', text: text('x'.repeat(151)) }],
    ['a button above 75 characters', { type: 'actions', elements: [{ ...button('a'), text: text('x'.repeat(76)) }] }],
    ['a value above 2,000 characters', { type: 'actions', elements: [{ ...button('a'), value: 'x'.repeat(2001) }] }],
    [
      '26 buttons in a row',
      { type: 'actions', elements: Array.from({ length: 26 }, (_, index) => button(`a${index}`)) },
    ],
    ['11 parts of small print', { type: 'context', elements: Array.from({ length: 11 }, () => text('x')) }],
    ['small print above 3,000 characters', { type: 'context', elements: [text('x'.repeat(3001))] }],
    ['11 fields', { type: 'section', fields: Array.from({ length: 11 }, () => text('x')) }],
    ['a field above 2,000 characters', { type: 'section', fields: [text('x'.repeat(2001))] }],
    [
      'a table of 101 rows',
      { type: 'table', rows: Array.from({ length: 101 }, () => [{ type: 'raw_text', text: 'x' }]) },
    ],
    [
      'a table of 21 columns',
      { type: 'table', rows: [Array.from({ length: 21 }, () => ({ type: 'raw_text', text: 'x' }))] },
    ],
    ['an image without a description', { type: 'image', image_url: 'https://x.example/a.png' }],
    ['a block that does not exist', { type: 'fancy' }],
    ['a property that does not exist', { type: 'divider', colour: 'red' }],
    ['a section of nothing', { type: 'section' }],
    ['empty text', { type: 'header', text: text('') }],
    ['text that Slack formats', { type: 'section', text: { type: 'mrkdwn', text: '<!here>' } }],
    ['rich text of nothing', { type: 'rich_text', elements: [] }],
  ])('refuses %s', (_, block) => {
    expect(message(block)).not.toEqual([]);
  });

  it('refuses what is only wrong taken together', () => {
    const many = Array.from({ length: 51 }, () => ({ type: 'divider' }));
    const twice = [button('same'), button('same')];
    expect(message(...many)).toContain('51 blocks');
    expect(message({ type: 'actions', elements: twice })).toContain('a second action_id "same"');
    expect(
      message(
        { type: 'section', text: text('x'.repeat(2999)) },
        ...Array.from({ length: 4 }, () => ({ type: 'section', text: text('x'.repeat(2999)) })),
      ),
    ).not.toEqual([]);
    expect(messageProblems({ text: 'Tom & <@U1>', blocks: [] })).not.toEqual([]);
    expect(messageProblems({ text: '', blocks: [{ type: 'divider' }] })).toContain('the message has no text');
  });

  it('knows modals and home tabs', () => {
    const input = {
      type: 'input',
      block_id: 'b',
      label: text('Name'),
      element: { type: 'plain_text_input', action_id: 'a' },
    };
    const modal = { type: 'modal', title: text('Form'), blocks: [input], submit: text('Send') };
    expect(modalProblems(modal)).toEqual([]);
    expect(modalProblems({ ...modal, submit: undefined })).toContain('a form that cannot be sent');
    expect(modalProblems({ ...modal, title: text('x'.repeat(25)) })).not.toEqual([]);
    expect(modalProblems({ ...modal, private_metadata: 'x'.repeat(3001) })).not.toEqual([]);
    expect(homeProblems({ type: 'home', blocks: [input] })).toEqual([]);
    expect(
      homeProblems({ type: 'home', blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }),
    ).not.toEqual([]);
  });

  it('refuses choices that cannot be made', () => {
    const select = (element: object) => ({
      type: 'input',
      label: text('Which?'),
      element: { action_id: 'a', ...element },
    });
    const option = { text: text('One'), value: '1' };
    expect(message(select({ type: 'static_select', options: [option] }))).toEqual([]);
    expect(message(select({ type: 'static_select', options: [] }))).toContain('nothing to choose from');
    expect(message(select({ type: 'static_select', options: [option, option] }))).toContain(
      'two options with one value',
    );
    expect(
      message(select({ type: 'static_select', options: [option], initial_option: { ...option, value: '2' } })),
    ).toContain('a choice made that is not there to make');
    expect(
      message(
        select({
          type: 'radio_buttons',
          options: Array.from({ length: 11 }, (_, index) => ({ ...option, value: `${index}` })),
        }),
      ),
    ).not.toEqual([]);
    expect(
      message(select({ type: 'static_select', options: [{ ...option, text: text('x'.repeat(76)) }] })),
    ).not.toEqual([]);
    expect(message(select({ type: 'static_select', options: [{ ...option, value: 'x'.repeat(76) }] }))).not.toEqual([]);
  });
});

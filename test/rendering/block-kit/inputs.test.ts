import { describe, expect, it } from 'vitest';
import { fieldErrors, readInputs, readPress, toBlockKit } from '../../../src/rendering/block-kit/index.ts';
import { cardOf, plain } from './small-cards.ts';

const name = { type: 'Input.Text', id: 'name', label: 'Name', isRequired: true, errorMessage: 'Please say a name.' };
const reason = { type: 'Input.Text', id: 'reason', label: 'Why?', isMultiline: true };

describe('each input', () => {
  const element = (input: object) => {
    const [block] = toBlockKit(cardOf([{ id: 'a', label: 'Label', ...input }])).blocks.slice(-1);
    return block?.type === 'input' ? block.element : undefined;
  };

  it.each([
    [
      { type: 'Input.Text', placeholder: 'Your words', value: 'Draft', maxLength: 90 },
      {
        type: 'plain_text_input',
        action_id: 'text:a',
        placeholder: plain('Your words'),
        initial_value: 'Draft',
        max_length: 90,
      },
    ],
    [
      { type: 'Input.Text', isMultiline: true, maxLength: 9000 },
      { type: 'plain_text_input', action_id: 'text:a', multiline: true, max_length: 3000 },
    ],
    [
      { type: 'Input.Text', style: 'email' },
      { type: 'email_text_input', action_id: 'text:a' },
    ],
    [
      { type: 'Input.Text', style: 'Url' },
      { type: 'url_text_input', action_id: 'text:a' },
    ],
    [
      { type: 'Input.Number', min: 0, max: 4, value: 1 },
      {
        type: 'number_input',
        action_id: 'number:a',
        is_decimal_allowed: true,
        initial_value: '1',
        min_value: '0',
        max_value: '4',
      },
    ],
    [
      { type: 'Input.Date', value: '2026-11-02' },
      { type: 'datepicker', action_id: 'date:a', initial_date: '2026-11-02' },
    ],
    [
      { type: 'Input.Date', value: 'tomorrow' },
      { type: 'datepicker', action_id: 'date:a' },
    ],
    [
      { type: 'Input.Time', value: '09:30' },
      { type: 'timepicker', action_id: 'time:a', initial_time: '09:30' },
    ],
  ])('%o has its element', (input, expected) => {
    expect(element(input)).toEqual(expected);
  });

  const choices = [
    { title: 'One', value: '1' },
    { title: 'Two', value: '2' },
  ];
  const [one, two] = choices.map(({ title, value }) => ({ text: plain(title), value }));
  it.each([
    [
      { style: 'expanded', value: '2' },
      { type: 'radio_buttons', options: [one, two], initial_option: two },
    ],
    [
      { style: 'expanded', isMultiSelect: true, value: '1, 2' },
      { type: 'checkboxes', options: [one, two], initial_options: [one, two] },
    ],
    [
      { style: 'compact', placeholder: 'Choose' },
      { type: 'static_select', options: [one, two], placeholder: plain('Choose') },
    ],
    [
      { isMultiSelect: true, value: '2' },
      { type: 'multi_static_select', options: [one, two], initial_options: [two] },
    ],
    [{ value: 'gone' }, { type: 'static_select', options: [one, two] }],
  ])('choices with %o have theirs', (more, expected) => {
    expect(element({ type: 'Input.ChoiceSet', choices, ...more })).toEqual({ action_id: 'choice:a', ...expected });
  });

  it('more choices than buttons take become a menu, and more than a menu takes become groups of it', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ title: `School ${index}`, value: `${index}` }));
    const eleven = element({ type: 'Input.ChoiceSet', style: 'expanded', choices: many(11) });
    expect(eleven?.type).toBe('static_select');
    const schools = element({ type: 'Input.ChoiceSet', choices: many(250), value: '249' });
    expect(schools).toMatchObject({
      option_groups: [
        { label: plain('School 0 – School 99') },
        { label: plain('School 100 – School 199') },
        { label: plain('School 200 – School 249') },
      ],
      initial_option: { value: '249' },
    });
  });

  it('a title too long for one line goes on in the next, and one too long for both is told in full above', () => {
    const long = `${'school '.repeat(15)}end`;
    const [block] = toBlockKit(
      cardOf([{ type: 'Input.ChoiceSet', id: 'a', label: 'x', choices: [{ title: long, value: '1' }] }]),
    ).blocks;
    expect(block).toMatchObject({
      element: {
        options: [{ text: plain('school '.repeat(10).trim()), description: plain(`${'school '.repeat(5)}end`) }],
      },
    });
    const longer = 'school '.repeat(40).trim();
    const [told] = toBlockKit(
      cardOf([{ type: 'Input.ChoiceSet', id: 'a', label: 'x', choices: [{ title: longer, value: '1' }] }]),
    ).blocks;
    expect(JSON.stringify(told)).toContain(longer);
  });

  it('is optional unless the card requires it', () => {
    const [required, optional] = toBlockKit(cardOf([name, reason])).blocks;
    expect(required).toMatchObject({ block_id: 'input:name', optional: false });
    expect(optional).toMatchObject({ block_id: 'input:reason', optional: true });
  });
});

describe('what was filled in', () => {
  it('is read as an Adaptive Card would send it', () => {
    const option = (value: string) => ({ text: plain(value), value });
    expect(
      readInputs({
        'input:words': { 'text:words': { type: 'plain_text_input', value: 'Help with *phonics*' } },
        'input:halfDays': { 'number:halfDays': { type: 'number_input', value: '2' } },
        'input:by': { 'date:by': { type: 'datepicker', selected_date: '2026-11-02' } },
        'input:call': { 'time:call': { type: 'timepicker', selected_time: '15:30' } },
        'input:focus': { 'choice:focus': { type: 'static_select', selected_option: option('maths') } },
        'input:years': { 'choice:years': { type: 'checkboxes', selected_options: [option('1'), option('2')] } },
        'input:share': { 'toggle:no:share': { type: 'checkboxes', selected_options: [option('yes')] } },
        'input:agree:all': { 'toggle:not:yet:agree:all': { type: 'checkboxes', selected_options: [] } },
        'input:empty': { 'text:empty': { type: 'plain_text_input', value: null } },
        'input:none': { 'choice:none': { type: 'checkboxes', selected_options: [] } },
        other: { a: { value: 'not ours' } },
      }),
    ).toEqual({
      words: 'Help with *phonics*',
      halfDays: '2',
      by: '2026-11-02',
      call: '15:30',
      focus: 'maths',
      years: '1,2',
      share: 'yes',
      'agree:all': 'not:yet',
    });
  });

  it('has its errors said under the inputs they are about', () => {
    expect(fieldErrors({ name: 'Please say a name.' })).toEqual({
      response_action: 'errors',
      errors: { 'input:name': 'Please say a name.' },
    });
  });
});

describe('a press of a button', () => {
  it('gives back the verb and the data', () => {
    expect(readPress({ action_id: 'act:1', value: '{"verb":"do","data":{"id":1}}' })).toEqual({
      kind: 'action',
      verb: 'do',
      data: { id: 1 },
    });
  });

  it('takes the verb of a Submit from its data', () => {
    expect(readPress({ action_id: 'act:1', value: '{"data":{"verb":"do","id":1}}' })).toEqual({
      kind: 'action',
      verb: 'do',
      data: { id: 1 },
    });
    expect(readPress({ action_id: 'act:1', value: '{"data":{"id":1}}' })).toEqual({ kind: 'action', data: { id: 1 } });
  });

  it('on a link says so', () => {
    expect(readPress({ action_id: 'url:2' })).toEqual({ kind: 'link' });
  });

  it.each([
    ['a control that is not ours', { action_id: 'other' }],
    ['no id', {}],
    ['a value that is not JSON', { action_id: 'act:1', value: 'x' }],
    ['no value', { action_id: 'act:1' }],
    ['a page that is no number', { action_id: 'page:1', value: '{"page":"2"}' }],
    ['a form that is no number', { action_id: 'form:1', value: '{"form":null}' }],
  ])('says nothing for %s', (_, action) => {
    expect(readPress(action)).toBeUndefined();
  });
});

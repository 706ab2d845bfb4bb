import { describe, expect, it } from 'vitest';
import {
  formsIn,
  readPress,
  readSubmission,
  toBlockKit,
  toHome,
  toModal,
} from '../../../src/rendering/block-kit/index.ts';
import { homeProblems, messageProblems, modalProblems, nodesOf } from './oracle.ts';
import { cardOf, execute, line, plain } from './small-cards.ts';

const name = { type: 'Input.Text', id: 'name', label: 'Name', isRequired: true, errorMessage: 'Please say a name.' };
const reason = { type: 'Input.Text', id: 'reason', label: 'Why?', isMultiline: true };
const decline = {
  type: 'Action.ShowCard',
  title: 'Decline',
  card: cardOf([reason], [execute('Decline it', { verb: 'decline' })]),
};
const form = cardOf(
  [line('Ask for support', { style: 'heading' }), name],
  [
    execute('Not now', { verb: 'cancel', associatedInputs: 'none' }),
    execute('Send', { verb: 'send', style: 'positive' }),
    decline,
  ],
);

describe('a form as a modal', () => {
  const view = toModal(form, { ref: { card: 7 }, callbackId: 'form' });

  it('is one Slack takes', () => {
    expect(modalProblems(view)).toEqual([]);
  });

  it('is sent by the positive action, its other buttons kept, its heading the title', () => {
    expect(view).toMatchObject({
      title: plain('Ask for support'),
      submit: plain('Send'),
      close: plain('Cancel'),
      callback_id: 'form',
    });
    expect(view.blocks.map(({ type }) => type)).toEqual(['input', 'actions']);
    expect(
      nodesOf(view.blocks).flatMap((node) => (node.type === 'button' ? [(node.text as { text: string }).text] : [])),
    ).toEqual(['Not now', 'Decline']);
  });

  it('comes back with what the action carries and what was filled in', () => {
    const values = { 'input:name': { 'text:name': { value: 'A school' } } };
    expect(readSubmission({ ...view, state: { values } } as never)).toEqual({
      verb: 'send',
      data: { id: 1, name: 'A school' },
      ref: { card: 7 },
    });
  });

  it('keeps what was filled in over what the action carried', () => {
    const own = toModal(cardOf([name], [execute('Send', { data: { name: 'Before', verb: 'mine' } })]));
    const values = { 'input:name': { 'text:name': { value: 'After' } } };
    expect(readSubmission({ ...own, state: { values } } as never)).toEqual({
      verb: 'do',
      data: { name: 'After', verb: 'mine' },
    });
  });

  it('is not read from a view that is not ours', () => {
    expect(readSubmission({ private_metadata: 'something else' })).toBeUndefined();
    expect(readSubmission({})).toBeUndefined();
  });

  it('tells a title in full that is too long for its place', () => {
    const long = 'Ask the partnership for support';
    const modal = toModal(
      cardOf([line(long, { style: 'heading' }), name], [execute('Send the request to my adviser')]),
    );
    expect(modal.title.text).toBe('Ask the partnership for…');
    expect(modal.submit?.text).toBe('Send the request to my…');
    expect(JSON.stringify(modal.blocks)).toContain(long);
    expect(JSON.stringify(modal.blocks)).toContain('Send the request to my adviser');
    expect(modalProblems(modal)).toEqual([]);
  });

  it('may be sent by an action that stands in the body', () => {
    const modal = toModal(cardOf([name, { type: 'ActionSet', actions: [execute('Send')] }]));
    expect(modal.submit).toEqual(plain('Send'));
    expect(modal.blocks.map(({ type }) => type)).toEqual(['input']);
  });

  it('of a card without inputs has nothing to send', () => {
    const modal = toModal(cardOf([line('Read this')], [execute('Fine')]));
    expect(modal.submit).toBeUndefined();
    expect(modalProblems(modal)).toEqual([]);
  });
});

describe('a card with several forms', () => {
  it('lists them in order, its own first', () => {
    expect(formsIn(form).map(({ title }) => title)).toEqual([undefined, 'Decline']);
    expect(formsIn(cardOf([line('x')], [decline])).map(({ title }) => title)).toEqual(['Decline']);
    expect(formsIn(cardOf([line('x')]))).toEqual([]);
  });

  it('shows a button for each in a message, and opens the one whose button was pressed', () => {
    const message = toBlockKit(form, { forms: 'modal', ref: 'support/41' });
    expect(messageProblems(message)).toEqual([]);
    const presses = nodesOf(message.blocks)
      .filter((node) => node.type === 'button')
      .map(readPress);
    expect(presses).toEqual([
      { kind: 'action', verb: 'cancel', data: { id: 1 } },
      { kind: 'form', form: 0, ref: 'support/41' },
      { kind: 'form', form: 1, ref: 'support/41' },
    ]);
    const modal = toModal(form, { form: 1 });
    expect(modal).toMatchObject({ title: plain('Decline'), submit: plain('Decline it') });
    expect(nodesOf(modal.blocks).filter((node) => node.type === 'input')).toMatchObject([{ block_id: 'input:reason' }]);
  });

  it('keeps all inputs in the message unless told otherwise', () => {
    const { blocks } = toBlockKit(form);
    expect(nodesOf(blocks).filter((node) => node.type === 'input')).toHaveLength(2);
  });

  it('stands in a home tab behind buttons that name the card', () => {
    const home = toHome([
      { card: cardOf([line('School')]), ref: 'a' },
      { card: form, ref: 'b' },
    ]);
    expect(homeProblems(home)).toEqual([]);
    expect(home.blocks.map(({ type }) => type)).toEqual(['rich_text', 'divider', 'header', 'actions']);
    expect(
      nodesOf(home.blocks)
        .filter((node) => node.type === 'button')
        .map(readPress),
    ).toContainEqual({ kind: 'form', form: 1, ref: 'b' });
  });
});

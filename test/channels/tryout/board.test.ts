import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Board, createBoard } from '../../../src/channels/tryout/board.ts';
import { type Message, NOTHING } from '../../../src/channels/tryout/message.ts';

function message(conversation: string, id: string, text = id): Message {
  return { ...NOTHING, id, conversation, at: '2026-11-23T09:30:00Z', name: 'Bot', text, edited: false, views: {} };
}

describe('the board', () => {
  it('keeps the newest messages of each conversation and lets the oldest go', () => {
    const board = createBoard({ messagesKept: 2 });
    for (const id of ['1', '2', '3']) board.post(message('a', id));
    board.post(message('b', '4'));
    expect(board.messages('a').map(({ id }) => id)).toEqual(['2', '3']);
    expect(board.messages('b').map(({ id }) => id)).toEqual(['4']);
  });

  it('keeps a changed message where it stood', () => {
    const board = createBoard();
    board.post(message('a', '1'));
    board.post(message('a', '2'));
    board.change('a', '1', { text: 'changed' });
    expect(board.messages('a').map(({ text }) => text)).toEqual(['changed', '2']);
  });

  it('says no to changing or removing what it does not have, and tells nobody', () => {
    const board = createBoard();
    const told: unknown[] = [];
    board.watch((event) => told.push(event));
    expect(board.change('a', '1', { text: 'x' })).toBe(false);
    expect(board.remove('a', '1')).toBe(false);
    expect(told).toEqual([]);
  });

  it('says so when some of what was missed has been let go', () => {
    const board = createBoard({ eventsKept: 2 });
    for (const id of ['1', '2', '3', '4']) board.post(message('a', id));
    expect(board.since(1)).toBeUndefined();
    expect(board.since(2)).toHaveLength(2);
    expect(board.since(4)).toEqual([]);
    expect(board.since(5)).toBeUndefined();
  });

  it('shows whoever comes back the same as whoever stayed, whatever happened meanwhile', () => {
    const happening = fc.record({
      what: fc.constantFrom('post', 'change', 'remove'),
      id: fc.constantFrom('1', '2', '3', '4'),
      text: fc.string({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), fc.nat(30), (happenings, leftAfter) => {
        const board = createBoard();
        let page = new Map<string, Message>();
        happenings.forEach((happens, index) => {
          if (index === leftAfter) page = seenBy(board);
          if (happens.what === 'post') board.post(message('a', happens.id, happens.text));
          else if (happens.what === 'change') board.change('a', happens.id, { text: happens.text });
          else board.remove('a', happens.id);
        });
        const left = Math.min(leftAfter, happenings.length);
        const leftAt = left === happenings.length ? board.lastNumber : numberAfter(happenings.slice(0, left));
        if (left === happenings.length) page = seenBy(board);
        for (const { event } of board.since(leftAt) ?? []) {
          if (event.name === 'message') page.set(event.data.id, event.data);
          if (event.name === 'removed') page.delete(event.data.id);
        }
        const texts = (messages: Iterable<Message>) => new Map([...messages].map(({ id, text }) => [id, text]));
        expect(texts(page.values())).toEqual(texts(board.messages('a')));
      }),
    );
  });
});

function seenBy(board: Board): Map<string, Message> {
  return new Map(board.messages('a').map((each) => [each.id, each]));
}

/** How many events those happenings made: changing or removing what is not there makes none. */
function numberAfter(happenings: readonly { what: string; id: string; text: string }[]): number {
  const board = createBoard();
  for (const { what, id, text } of happenings) {
    if (what === 'post') board.post(message('a', id, text));
    else if (what === 'change') board.change('a', id, { text });
    else board.remove('a', id);
  }
  return board.lastNumber;
}

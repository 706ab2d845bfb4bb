import { describe, expect, it } from 'vitest';
import {
  formsIn,
  readPress,
  textMessages,
  toBlockKit,
  toHome,
  toMessages,
} from '../../../src/rendering/block-kit/index.ts';
import { homeProblems, messageProblems, nodesOf, shownText } from './oracle.ts';
import { cardOf, execute, line, plain } from './small-cards.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'ColumnSet',
    columns: [
      { type: 'Column', items: [line(`Visit ${index + 1} of many`)] },
      { type: 'Column', items: [{ type: 'ActionSet', actions: [execute('Open', { data: { visit: index + 1 } })] }] },
    ],
  }));
const long = cardOf(rows(120), [execute('Export')]);
const buttons = (blocks: readonly unknown[]) =>
  nodesOf(blocks)
    .filter((node) => node.type === 'button')
    .map(readPress);

describe('a card longer than a message', () => {
  it('has pages that say which they are and turn to their neighbours', () => {
    const second = toBlockKit(long, { page: 2, ref: { card: 'visits' } });
    expect(second).toMatchObject({ page: 2, pages: 3 });
    expect(messageProblems(second)).toEqual([]);
    expect(second.blocks.at(-2)).toEqual({ type: 'context', elements: [plain('Part 2 of 3')] });
    expect(buttons(second.blocks.slice(-1))).toEqual([
      { kind: 'page', page: 1, ref: { card: 'visits' } },
      { kind: 'page', page: 3, ref: { card: 'visits' } },
    ]);
  });

  it('has nothing to turn back to on the first page, nor on to on the last', () => {
    expect(buttons(toBlockKit(long).blocks.slice(-1))).toEqual([{ kind: 'page', page: 2 }]);
    expect(buttons(toBlockKit(long, { page: 3 }).blocks.slice(-1))).toEqual([{ kind: 'page', page: 2 }]);
  });

  it('shows every row on one page and on one only', () => {
    const shown = [1, 2, 3]
      .flatMap((page) => buttons(toBlockKit(long, { page }).blocks))
      .filter((press) => press?.kind === 'action');
    expect(shown.map((press) => press?.kind === 'action' && press.data.visit)).toEqual([
      ...Array.from({ length: 120 }, (_, index) => index + 1),
      undefined,
    ]);
  });

  it('shows the nearest page there is when asked for one there is not', () => {
    expect(toBlockKit(long, { page: 99 }).page).toBe(3);
    expect(toBlockKit(long, { page: -1 }).page).toBe(1);
    expect(toBlockKit(long, { page: Number.NaN }).page).toBe(1);
  });

  it('can be sent as several messages, with nothing between them to press', () => {
    const messages = toMessages(long);
    expect(messages).toHaveLength(3);
    expect(messages.flatMap(messageProblems)).toEqual([]);
    expect(buttons(messages.flatMap(({ blocks }) => blocks)).every((press) => press?.kind === 'action')).toBe(true);
  });

  it('never leaves a heading at the foot of a page', () => {
    const sections = Array.from({ length: 40 }, (_, index) => [
      line(`Part ${index}`, { style: 'heading', separator: true }),
      line('Words'),
    ]).flat();
    for (const { blocks } of toMessages(cardOf(sections)))
      expect(['header', 'divider']).not.toContain(blocks.at(-2)?.type);
  });

  it('draws paragraphs together before it takes a second page', () => {
    const paragraphs = cardOf(Array.from({ length: 60 }, (_, index) => line(`Paragraph ${index}`)));
    const message = toBlockKit(paragraphs);
    expect(message.pages).toBe(1);
    expect(shownText(message.blocks)).toHaveLength(60);
  });

  it('counts its text as Slack does, in bytes', () => {
    const paragraphs = cardOf(Array.from({ length: 4 }, () => line('漢'.repeat(900))));
    expect(toBlockKit(paragraphs).pages).toBe(2);
    expect(toMessages(paragraphs).flatMap(messageProblems)).toEqual([]);
  });

  it('puts its inputs behind a button, since Slack sends only those on the same message', () => {
    const card = cardOf([...rows(60), { type: 'Input.Text', id: 'a', label: 'Say' }], [execute('Send')]);
    const { blocks } = toBlockKit(card, { page: 2 });
    expect(formsIn(card)).toHaveLength(1);
    expect(nodesOf(blocks).some((node) => node.type === 'input')).toBe(false);
    expect(buttons(blocks)).toContainEqual({ kind: 'form', form: 0 });
  });
});

describe('a home tab longer than Slack takes', () => {
  it('has pages too', () => {
    const home = toHome([{ card: long }], { ref: 'home', page: 2 });
    expect(homeProblems(home)).toEqual([]);
    expect(home.blocks.at(-2)).toEqual({ type: 'context', elements: [plain('Part 2 of 2')] });
    expect(buttons(home.blocks.slice(-1))).toEqual([{ kind: 'page', page: 1, ref: 'home' }]);
  });
});

describe('what is too long for its place', () => {
  it('is told in full beside it', () => {
    const title = 'Open the whole of the report on phonics and early reading in the autumn term of this year';
    const [told, actions] = toBlockKit(cardOf([], [execute(title)])).blocks;
    expect(shownText(told)).toEqual([title]);
    expect(actions).toMatchObject({ elements: [{ text: plain(`${title.slice(0, 74).trimEnd()}…`) }] });
  });

  it('is never cut in the middle of a character', () => {
    const [, actions] = toBlockKit(cardOf([], [execute(`x${'🏫'.repeat(60)}`)])).blocks;
    const [cut] = shownText(actions);
    expect(cut).toBe(`x${'🏫'.repeat(36)}…`);
  });
});

describe('the text of a message', () => {
  it('is the summary, the card’s fallback text, or what the blocks say', () => {
    const card = { ...cardOf([line('Level **3**')]), fallbackText: 'Your level.' };
    expect(toBlockKit(card, { summary: 'Level 3 & rising' }).text).toBe('Level 3 &amp; rising');
    expect(toBlockKit(card).text).toBe('Your level.');
    expect(toBlockKit(cardOf([line('Level **3**')])).text).toBe('Level  3');
  });

  it('mentions nobody, makes no link, no picture and no format', () => {
    const [message] = textMessages(
      '<!here> <@U1> @channel #general *bold* _it_ `x` :tada: https://evil.example 2 * 3 snake_case',
    );
    expect(message?.text).toBe(
      '&lt;!here&gt; &lt;@\u2060U1&gt; @\u2060channel #\u2060general ∗bold∗ ˍitˍ ˋxˋ :\u2060tada: https:\u2060//evil.example 2 * 3 snake_case',
    );
  });

  it('is short enough to be heard, however long the message', () => {
    const messages = textMessages('word '.repeat(5000));
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.every(({ text }) => text.length <= 3000)).toBe(true);
  });
});

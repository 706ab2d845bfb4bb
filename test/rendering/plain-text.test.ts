// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/rendering/block-kit/markdown.ts';
import { href, inert, parted, plain } from '../../src/rendering/plain-text.ts';
import { asRead, words } from './block-kit/arbitrary-words.ts';

/** What a client that reads Markdown by the book shows of it. */
function shown(markdown: string) {
  const passages = parseMarkdown(markdown);
  const runs = passages.flatMap((passage) => (passage.kind === 'paragraph' ? passage.runs : passage.items.flat()));
  return { passages, runs, text: runs.map(({ text }) => text).join('') };
}

/** What the parser in Teams on telephones would take for a link, from its source: it knows no backslash before a bracket at the start. */
const LINK_ON_PHONES = /\[[^\]]*\]\([^)]*\)/;

describe('words that people typed', () => {
  it.each([
    ['a name', 'Northcliffe Primary School', 'Northcliffe Primary School'],
    ['a sum', '5 * 3 * 2', '5 * 3 * 2'],
    ['a name in code', 'year_6_pupils', 'year_6_pupils'],
    ['emphasis', '*bold* and _italic_', '\\*bold\\* and \\_italic\\_'],
    ['a link', '[here](https://evil.example)', '\\[here\\]\u2060(https:\u2060//evil.example)'],
    ['a mention', '<at>All</at>', '<\u2060at>All<\u2060/at>'],
    ['an expression', 'costs ${price}', 'costs $\u2060{price}'],
    ['half an expression at the end', 'costs $', 'costs $\u2060'],
    ['a date function', '{{DATE(2026-11-02T09:00:00Z)}}', '{\u2060{DATE(2026-11-02T09:00:00Z)}}'],
    ['an entity', 'Tom &amp; Jo & co', 'Tom &\u2060amp; Jo & co'],
    ['struck out', '~~gone~~', '~\u2060~gone~\u2060~'],
    ['code', '`code`', '\\`code\\`'],
    ['an address', 'www.evil.example', 'www.\u2060evil.example'],
    ['a backslash before a mark', '\\*x', '\\\u2060\\*x'],
    ['a list', '- one\n1. two', '\u2060- one\n\n\u20601. two'],
    ['a heading and a quotation', '# big\n> said', '\u2060# big\n\n\u2060> said'],
    ['a rule', '---', '\u2060---'],
    ['text turned round', '\u202Elive\u202C', 'live'],
    ['lines', 'one\r\ntwo\n\n\nthree', 'one\n\ntwo\n\nthree'],
  ])('%s is shown as it was typed', (_, typed, written) => {
    expect(plain(typed)).toBe(written);
  });

  it('are read back as they were typed, whatever they are', () => {
    fc.assert(
      fc.property(words, (typed) => {
        expect(asRead(shown(plain(typed)).text)).toBe(asRead(typed));
      }),
      { numRuns: 3000 },
    );
  });

  it('are never a link, emphasis or a list, wherever a template puts them', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom('', ' ', ': ', '\n'), (one, other, between) => {
        const { passages, runs } = shown(plain(one) + between + plain(other));
        expect(passages.every(({ kind }) => kind === 'paragraph')).toBe(true);
        expect(runs.every(({ url, bold, italic }) => url === undefined && !bold && !italic)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('do not break the emphasis a template puts round them', () => {
    for (const typed of ['a*b', 'x_', '\\', 'end\\', 'Level3', '](x)']) {
      const { runs } = shown(`**${plain(typed)}**`);
      expect(runs.map(({ text }) => asRead(text))).toEqual([typed]);
      expect(runs.every(({ bold }) => bold)).toBe(true);
    }
  });

  it('are no link, tag, expression or address to a client that knows no backslash either', () => {
    fc.assert(
      fc.property(words, (typed) => {
        for (const written of [plain(typed), inert(typed)]) {
          expect(written).not.toMatch(LINK_ON_PHONES);
          expect(written).not.toMatch(/<[A-Za-z/!?]|\$\{|\{\{|[a-z]:\/\/|&#?\w+;/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gain nothing that can be seen where there is no Markdown', () => {
    fc.assert(
      fc.property(words, (typed) => {
        expect(asRead(inert(typed))).toBe(asRead(typed));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the short way for ordinary words', () => {
  /** What it takes for ordinary, and what it must not. */
  const near = fc.string({ unit: fc.constantFrom(...'abWw 123.,:;/-–·?!"“”‘’()£%\n*_[]<&{$#>=~|+'), maxLength: 12 });

  it('ends where the long way does', () => {
    fc.assert(
      fc.property(fc.oneof(near, words), (typed) => {
        expect(plain(typed)).toBe(parted(typed));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    '1) First',
    ' 12) x',
    'www.evil.example',
    'Www.x',
    'see http://x',
    '    code',
    'a\n- b',
    '1. First',
    '--- x',
  ])('is not taken for %j', (typed) => {
    expect(plain(typed)).not.toBe(typed);
    expect(plain(typed)).toBe(parted(typed));
  });
});

describe('an address for a link', () => {
  it('keeps within the brackets of the link', () => {
    expect(href('https://ours.example/a_(b)?q=[1]*')).toBe('https://ours.example/a%5F%28b%29?q=%5B1%5D%2A');
    expect(href('mailto:adviser@ours.example')).toBe('mailto:adviser@ours.example');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address'])(
    'is never %s',
    (address) => {
      expect(() => href(address)).toThrow();
    },
  );
});

import type { ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BlockKitLimitError,
  type Card,
  formsIn,
  textMessages,
  toBlockKit,
  toHome,
  toMessages,
  toModal,
} from '../../../src/rendering/block-kit/index.ts';
import { arbitraryCard } from './arbitrary-card.ts';
import { asRead, words } from './arbitrary-words.ts';
import { homeProblems, messageProblems, modalProblems, nodesOf, shownText } from './oracle.ts';

const RUNS = { numRuns: 100, endOnFailure: true };

function expectTold(facts: readonly string[], shown: unknown): void {
  const read = asRead(shownText(shown).join(' '));
  expect(facts.filter((fact) => !read.includes(asRead(fact)))).toEqual([]);
}

/** What stands on the pages, without what turns them: words too long for one page go on at the top of the next. */
const contents = (pages: readonly { blocks: readonly unknown[] }[]) =>
  pages.map(({ blocks }) =>
    blocks.filter((block) => !/"Part \d+ of \d+"|"action_id":"page:/.test(JSON.stringify(block))),
  );

/** Every page of the card, as a reader would turn them. */
function everyPage(card: Card, forms: 'inline' | 'modal') {
  const { pages } = toBlockKit(card, { forms });
  return Array.from({ length: pages }, (_, index) => toBlockKit(card, { forms, page: index + 1 }));
}

/** Every form of the card. A form above 100 blocks is refused aloud (see `limits.test.ts`), and is no case for these rules. */
function modalsOf(card: Card): ModalView[] {
  try {
    return formsIn(card).map((_, form) => toModal(card, { form }));
  } catch (error) {
    fc.pre(!(error instanceof BlockKitLimitError && error.message.includes('a form of')));
    throw error;
  }
}

// Random cards are large, and the machines that run this are not: five seconds are too few.
describe('any card, whatever is typed into it', { timeout: 120_000 }, () => {
  it('becomes messages that Slack takes, and that say everything the card says', () => {
    fc.assert(
      fc.property(arbitraryCard, ({ value: card, facts }) => {
        const pages = everyPage(card, 'inline');
        for (const page of pages) expect(messageProblems(page)).toEqual([]);
        const behind = pages.some((page) => JSON.stringify(page).includes('"action_id":"form:'));
        const modals = behind ? modalsOf(card) : [];
        expectTold(facts, [contents(pages), modals]);
      }),
      RUNS,
    );
  });

  it('says the same with its forms behind buttons, the forms being modals that Slack takes', () => {
    fc.assert(
      fc.property(arbitraryCard, ({ value: card, facts }) => {
        const pages = everyPage(card, 'modal');
        for (const page of pages) {
          expect(messageProblems(page)).toEqual([]);
          expect(nodesOf(page.blocks).filter((node) => node.type === 'input')).toEqual([]);
        }
        const modals = modalsOf(card);
        for (const modal of modals) expect(modalProblems(modal)).toEqual([]);
        expectTold(facts, [contents(pages), modals]);
      }),
      RUNS,
    );
  });

  it('loses nothing when it is sent as several messages at once', () => {
    fc.assert(
      fc.property(arbitraryCard, ({ value: card, facts }) => {
        const messages = toMessages(card, { forms: 'modal' });
        for (const message of messages) expect(messageProblems(message)).toEqual([]);
        expectTold(facts, [contents(messages), modalsOf(card)]);
      }),
      RUNS,
    );
  });

  it('stands in a home tab that Slack takes, with all that it says', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCard, { maxLength: 4 }), (cards) => {
        const sections = cards.map(({ value }, index) => ({ card: value, ref: { index } }));
        const home = toHome(sections);
        expect(homeProblems(home)).toEqual([]);
        const modals = cards.flatMap(({ value }) => modalsOf(value));
        const pages = Number(/Part 1 of (\d+)/.exec(JSON.stringify(home))?.[1] ?? 1);
        const rest = Array.from({ length: pages - 1 }, (_, index) => toHome(sections, { page: index + 2 }));
        expectTold(
          cards.flatMap(({ facts }) => facts),
          [contents([home, ...rest]), modals],
        );
      }),
      { numRuns: 60 },
    );
  });

  it('never mentions, links or formats: its words are text and nothing else', () => {
    fc.assert(
      fc.property(arbitraryCard, ({ value: card }) => {
        for (const page of everyPage(card, 'inline')) {
          const types = new Set(nodesOf(page.blocks).map((node) => String(node.type ?? 'text')));
          for (const type of [
            'mrkdwn',
            'markdown',
            'user',
            'usergroup',
            'broadcast',
            'channel',
            'team',
            'link',
            'emoji',
          ]) {
            expect(types).not.toContain(type);
          }
          // A client makes a link of an address it finds in text; one that is parted it does not find.
          expect(
            shownText(
              nodesOf(page.blocks)
                .filter((node) => node.type === 'text' || node.type === 'plain_text')
                .map(({ text }) => ({ text })),
            ).join('\n'),
          ).not.toMatch(/https?:\/\/|www\.e/);
        }
      }),
      RUNS,
    );
  });

  it('has a fallback text without mentions, links, emoji or formatting', () => {
    fc.assert(
      fc.property(words, (typed) => {
        for (const { text } of textMessages(typed)) {
          expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)|[@#]\w|:[\w+-]+:|:\/\/|`/);
          expect(text).not.toMatch(/(?<!\S)[*_~]\S|\S[*_~](?!\S)/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps plain words as they are, in as many messages as they take', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (typed) => {
        const messages = textMessages(typed.join('\n'));
        for (const message of messages) expect(messageProblems(message)).toEqual([]);
        expect(asRead(shownText(contents(messages)).join(''))).toContain(asRead(typed.join('')));
      }),
      RUNS,
    );
  });
});

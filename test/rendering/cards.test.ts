// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are written so.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/core/store.ts';
import { type Card, formsIn, toBlockKit, toHome, toMessages, toModal } from '../../src/rendering/block-kit/index.ts';
import { readSamples } from '../../src/rendering/samples.ts';
import { createRenderer } from '../../src/rendering/templates.ts';
import { homeProblems, messageProblems, modalProblems, nodesOf } from './block-kit/oracle.ts';
import { cardProblems } from './card-rules.ts';
import { blocksAsLetters, visibleText } from './card-text.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Words that would be a link, a mention, a format and an expression, in every place where a person's words may stand. */
const TYPED = ' *b* [l](https://x.y) <at>A</at> <!here> ${x}';

describe.each(['cards', 'test/fixtures/cards'])('every card in %s', (folder) => {
  const cardsDirectory = join(ROOT, folder);
  const there = existsSync(cardsDirectory);
  const renderer = there ? createRenderer({ cardsDirectory }) : undefined;
  const samples = there ? readSamples({ cardsDirectory }) : [];
  const cards = renderer?.cards ?? [];
  const none = samples.length === 0;
  const states = samples.map((sample) => [`${sample.card}: ${sample.name}`, sample] as const);

  const render = (sample: (typeof samples)[number], data = sample.data) => {
    const { card } = renderer?.render({ card: sample.card, data, summary: `${sample.name}.` }) ?? {};
    if (card === undefined) throw new Error('no card was rendered');
    return card;
  };

  it.skipIf(none)('has a sample of each state it can be in', () => {
    expect(cards.filter((card) => !samples.some((sample) => sample.card === card))).toEqual([]);
    expect(new Set(states.map(([name]) => name)).size).toBe(states.length);
  });

  describe.skipIf(none).each(states)('%s', (_, sample) => {
    it('is a card that Teams takes and everybody can read', () => {
      expect(cardProblems(render(sample))).toEqual([]);
    });

    it('is messages, forms and a home tab that Slack takes', () => {
      const card = render(sample) as Card;
      expect(toMessages(card).flatMap(messageProblems)).toEqual([]);
      expect(toMessages(card, { forms: 'modal' }).flatMap(messageProblems)).toEqual([]);
      expect(formsIn(card).flatMap((_form, form) => modalProblems(toModal(card, { form })))).toEqual([]);
      expect(homeProblems(toHome([{ card }]))).toEqual([]);
    });

    it('says the same on both', () => {
      const card = render(sample) as Card;
      const facts = visibleText(card);
      const inline = blocksAsLetters(toMessages(card).map(({ blocks }) => blocks));
      expect(facts.filter((fact) => !inline.includes(fact))).toEqual([]);
      const apart = blocksAsLetters([
        toMessages(card, { forms: 'modal' }).map(({ blocks }) => blocks),
        formsIn(card).map((_form, form) => toModal(card, { form })),
      ]);
      expect(facts.filter((fact) => !apart.includes(fact))).toEqual([]);
    });

    it('fits in one message on Slack, or is turned page by page', () => {
      const { page, pages } = toBlockKit(render(sample) as Card, { page: 99 });
      expect(page).toBe(pages);
    });

    it('obeys nobody’s words', () => {
      const links = (card: Card) => nodesOf(toMessages(card)).filter(({ type }) => type === 'link').length;
      const typed = render(sample, typedInto(sample.data) as typeof sample.data);
      expect(cardProblems(typed)).toEqual([]);
      expect(toMessages(typed as Card).flatMap(messageProblems)).toEqual([]);
      expect(links(typed as Card)).toBe(links(render(sample) as Card));
    });
  });
});

/** The same data, with every stretch of words in it made worse. Keys, dates and addresses are left as they are. */
function typedInto(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return /\s/.test(value) && !value.includes('://') ? value + TYPED : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => typedInto(item) ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typedInto(inner)]));
}

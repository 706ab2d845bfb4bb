import type { Option, Reply } from '../../core/feature.ts';
import type { Quote } from '../../core/framework-source.ts';

export interface GuideList {
  /** Empty: the list follows the lead without a heading, and cannot be folded away. */
  readonly heading: string;
  readonly items: readonly string[];
  /** Beside what was asked: folded away until somebody wants it. */
  readonly folded?: boolean;
}

/** A general answer: nothing about any one school, so anyone may read it anywhere. */
export interface GuideAnswer {
  readonly title: string;
  readonly lead: string;
  readonly lists?: readonly GuideList[];
  readonly notes?: readonly string[];
  readonly source: string;
  readonly options?: readonly Option[];
}

export function guideAnswer(answer: GuideAnswer): Reply {
  const options = answer.options ?? [];
  const lists = (answer.lists ?? []).filter((list) => list.items.length > 0);
  return {
    card: 'guide/answer',
    data: {
      title: answer.title,
      lead: answer.lead,
      lists: lists.map(({ heading, items, folded = false }, index) => ({
        heading,
        items,
        folds: heading !== '' && lists.length > 1,
        open: heading === '' || lists.length === 1 || !folded,
        toggle: `list-${index}`,
      })),
      notes: answer.notes ?? [],
      source: answer.source,
      hasSource: answer.source !== '',
      actions: options.map(({ label, verb, data }) => ({ label, verb, data })),
      hasActions: options.length > 0,
    },
    summary: `${answer.title}${/[.?!]$/.test(answer.title) ? '' : '.'} ${answer.lead}`,
    sensitivity: 'open',
    options,
  };
}

/** What stands over words of a document: whether they are its own or ours about it. */
export function wordsHeading(quotes: readonly Quote[]): string {
  return quotes.some((quote) => quote.source.summarised) ? 'In short' : 'In the document’s words';
}

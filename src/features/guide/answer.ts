import type { Option, Reply } from '../../core/feature.ts';

/** A general answer: nothing about any one school, so anyone may read it anywhere. */
export interface GuideAnswer {
  readonly title: string;
  readonly lead: string;
  readonly lists?: readonly { readonly heading: string; readonly items: readonly string[] }[];
  readonly notes?: readonly string[];
  readonly source: string;
  readonly options?: readonly Option[];
}

export function guideAnswer(answer: GuideAnswer): Reply {
  const options = answer.options ?? [];
  return {
    card: 'guide/answer',
    data: {
      title: answer.title,
      lead: answer.lead,
      lists: (answer.lists ?? [])
        .filter((list) => list.items.length > 0)
        .map((list) => ({ ...list, hasHeading: list.heading !== '' })),
      notes: answer.notes ?? [],
      source: answer.source,
      hasSource: answer.source !== '',
      actions: options.map(({ label, verb, data }) => ({ label, verb, data })),
      hasActions: options.length > 0,
    },
    summary: `${answer.title}. ${answer.lead}`,
    sensitivity: 'open',
    options,
  };
}

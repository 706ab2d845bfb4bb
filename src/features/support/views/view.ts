import type { Option, Reply } from '../../../core/feature.ts';

export interface View {
  readonly title: string;
  readonly subtitle?: string;
  readonly paragraphs: readonly string[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  /** What happened so far, oldest first. */
  readonly history?: readonly string[];
  readonly options?: readonly Option[];
  readonly sensitivity?: Reply['sensitivity'];
  readonly summary?: string;
}

/** A card of a request, or a short word about one, with what can be done next. */
export function view(shown: View): Reply {
  const { subtitle = '', facts = [], history = [], options = [] } = shown;
  return {
    card: 'support/request',
    data: {
      title: shown.title,
      subtitle,
      hasSubtitle: subtitle !== '',
      paragraphs: shown.paragraphs.map((text) => ({ text })),
      facts,
      hasFacts: facts.length > 0,
      history: history.map((text) => ({ text })),
      hasHistory: history.length > 0,
      actions: options.map(({ label, verb, data }) => ({ label, verb, data })),
      hasActions: options.length > 0,
    },
    summary: shown.summary ?? [shown.title, ...shown.paragraphs].join('. ').replaceAll('..', '.'),
    sensitivity: shown.sensitivity ?? 'restricted',
    options,
  };
}

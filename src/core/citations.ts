import { citation, type Source, type SourceDocument } from './framework-source.ts';
import { listed } from './wording.ts';

/** Several sources in one line, each document named once: "Strategy for Learning Improvement (June 2013), B1 and B5". */
export function citations(within: { readonly sources: readonly SourceDocument[] }, sources: readonly Source[]): string {
  const sections = new Map<string, string[]>();
  for (const { document, section } of sources) {
    const known = sections.get(document) ?? [];
    if (!known.includes(section)) sections.set(document, [...known, section]);
  }
  return [...sections].map(([document, places]) => citation(within, { document, section: listed(places) })).join('; ');
}

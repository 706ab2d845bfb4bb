import type { Framework, NationalVocabulary } from './framework.ts';

/**
 * The framework with the national words and law beside its own. Where both have an entry of the same key the framework's
 * own wins, and its own always come first.
 */
export function joinNational(framework: Framework, national: NationalVocabulary): Framework {
  return {
    ...framework,
    sources: joined(framework.sources, national.sources, (each) => each.key),
    intervention: joined(framework.intervention, national.intervention, (each) => each.key),
    inspectionSchemes: joined(framework.inspectionSchemes, national.inspectionSchemes, (each) => each.key),
    designations: joined(framework.designations, national.designations, (each) => each.key),
    externalInvolvement: joined(framework.externalInvolvement, national.externalInvolvement, (each) => each.key),
    glossary: joined(framework.glossary, national.glossary, (each) => each.id),
  };
}

function joined<T>(own: readonly T[], national: readonly T[], keyOf: (item: T) => string): T[] {
  const taken = new Set(own.map(keyOf));
  return [...own, ...national.filter((item) => !taken.has(keyOf(item)))];
}

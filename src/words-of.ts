import FOCUSES from '../partnerships/focuses.json' with { type: 'json' };
import type { Framework } from './core/framework.ts';
import type { Partnership } from './core/partnership.ts';
import type { PartnershipWords, Word } from './importing/words/partnership-words.ts';

/** The words an import may use: the partnership's areas, groups and alliances, and its framework's levels and criteria. */
export function wordsOf(partnership: Partnership, framework: Framework): PartnershipWords {
  const criteria = [
    ...framework.concernIndicators.items,
    ...framework.levels.flatMap((level) => [...(level.gate ?? []), ...level.criteria.items]),
  ];
  return {
    areas: partnership.areas.map(inWords),
    reviewGroups: partnership.reviewGroups.map(inWords),
    alliances: partnership.alliances.map(inWords),
    focuses: Object.entries(FOCUSES).map(([id, name]) => ({ id, names: [name] })),
    levels: framework.levels.map(({ key, label, aliases }) => ({ id: key, names: [label, ...aliases] })),
    criteria: criteria.flatMap(({ id, parts }) => [
      { id, names: [id] },
      ...(parts ?? []).map((part) => ({ id: part.id, names: [part.id] })),
    ]),
  };
}

function inWords({ key, name, aliases }: Pick<Partnership['areas'][number], 'key' | 'name' | 'aliases'>): Word {
  return { id: key, names: [name, ...aliases] };
}

import { buildSchoolIndex } from '../../src/conversation/schools/build-school-index.ts';
import type { NamedSchool } from '../../src/conversation/schools/school-index.ts';
import type { UnderstandingParts } from '../../src/conversation/understand/parts.ts';

/** The partnership against which messages are scored: five numbered categories, Leeds' groups, these schools. */
export function leedsParts(schools: readonly NamedSchool[]): UnderstandingParts {
  const index = buildSchoolIndex(schools);
  return {
    schools: () => index,
    levels: {
      words: ['category', 'cat', 'c'],
      levels: ['1', '2', '3', '4', '5'].map((key) => ({ key, names: [key] })),
    },
    reviewGroups: [
      { key: 'PRG', names: ['PRG', 'primary review group', 'area PRG', 'primary group', 'PRGs'] },
      { key: 'SRG', names: ['SRG', 'secondary review group', 'secondary group', 'SRGs'] },
      { key: 'EYRG', names: ['EYRG', 'early years review group', 'EY review group', 'early years group'] },
      { key: 'JRG', names: ['JRG', 'JRB', 'joint review group', 'joint review board', 'JRGs'] },
    ],
    alliances: [
      { key: 'beckside', names: ['Beckside', 'Beckside Learning Alliance', 'Beckside alliance'] },
      { key: 'otley', names: ['Otley alliance', 'Otley family', 'Otley learning alliance'] },
    ],
    halfTerms: [],
  };
}

import type { Governance, Phase, School } from '../../core/school.ts';

/** The register's own words for what an establishment is. */
export interface RegisterKind {
  readonly typeGroup: string;
  readonly typeName: string | undefined;
  readonly phase: string | undefined;
}

const PARTNERSHIP_GROUPS = new Set([
  'Local authority maintained schools',
  'Academies',
  'Free Schools',
  'Special schools',
  'Colleges',
]);

/**
 * Why an establishment is left out unless asked for: `undefined` when it is one a school-improvement partnership works
 * with. Independent schools, universities and the register's "other types" are not; an entry without a group is kept.
 */
export function leftOutAs({ typeGroup, typeName }: RegisterKind): string | undefined {
  if (typeName?.toLowerCase().includes('independent')) return 'Independent schools';
  return typeGroup === '' || PARTNERSHIP_GROUPS.has(typeGroup) ? undefined : typeGroup;
}

const PHASES: Readonly<Record<string, Phase>> = {
  Nursery: 'nursery',
  Primary: 'primary',
  'Middle deemed primary': 'middle',
  'Middle deemed secondary': 'middle',
  Secondary: 'secondary',
  'All-through': 'all_through',
  '16 plus': 'sixteen_plus',
};

/** Special schools and pupil referral units have no phase in the register: their type says what they are. */
export function phaseOf({ typeGroup, typeName, phase }: RegisterKind): Phase {
  const type = typeName?.toLowerCase() ?? '';
  if (type.includes('alternative provision') || type === 'pupil referral unit') return 'alternative';
  if (typeGroup === 'Special schools' || type.includes('special')) return 'special';
  return PHASES[phase ?? ''] ?? 'other';
}

const GOVERNED: Readonly<Record<string, Governance>> = {
  'community school': 'community',
  'community special school': 'community',
  'local authority nursery school': 'community',
  'pupil referral unit': 'community',
  'voluntary aided school': 'voluntary_aided',
  'voluntary controlled school': 'voluntary_controlled',
  'foundation school': 'foundation',
  'foundation special school': 'foundation',
  'university technical college': 'academy',
  'studio schools': 'academy',
  'city technology college': 'academy',
};

/** `other` when the register does not say which kind of maintained school it is: never guessed. */
export function governanceOf({ typeGroup, typeName }: RegisterKind): Governance {
  const type = typeName?.toLowerCase() ?? '';
  const named = GOVERNED[type];
  if (named) return named;
  if (type.includes('independent') || typeGroup === 'Independent schools') return 'independent';
  if (/^(academy|free school)/.test(type) || typeGroup === 'Academies' || typeGroup === 'Free Schools')
    return 'academy';
  return 'other';
}

const STATUSES: Readonly<Record<string, School['status']>> = {
  open: 'open',
  closed: 'closed',
  'open, but proposed to close': 'proposed_to_close',
  'proposed to open': 'proposed_to_open',
};

export const STATUS_WORDS = '“Open”, “Closed”, “Open, but proposed to close” or “Proposed to open”';

export function statusOf(words: string): School['status'] | undefined {
  return STATUSES[words.toLowerCase()];
}
